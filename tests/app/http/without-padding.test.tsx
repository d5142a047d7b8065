import { text } from "node:stream/consumers";
import fc from "fast-check";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutPadding } from "#app/http/without-padding.server.ts";

const Page = ({ words }: { words: string[] }) => (
  <ul>
    {words.map((word, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same words in the same places
      <li key={i} title={word}>
        {word}
      </li>
    ))}
  </ul>
);

function streamed(words: string[]): Promise<string> {
  const body = withoutPadding();
  const { pipe } = renderToPipeableStream(<Page words={words} />, { onAllReady: () => pipe(body) });
  return text(body);
}

it("a page arrives as it was drawn, wherever its characters of several bytes fall", async () => {
  const word = fc.string({ unit: fc.constantFrom("ü", "–", "😀", "a", " "), minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 40, maxLength: 120 }), async (words) => {
      expect(await streamed(words)).toBe(renderToStaticMarkup(<Page words={words} />));
    }),
    { numRuns: 50 },
  );
});
