import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { findTraces } from "#app/components/survey/privacy-hint.ts";
import { Finds } from "#app/components/survey/privacy-hint-box.tsx";
import { type Locale, textsOf } from "#app/locales/index.ts";

const hint = (text: string, locale: Locale = "de") =>
  renderToString(
    <Finds texts={textsOf(locale).responses.fill.privacyHint} traces={findTraces(text)} onDismiss={() => undefined} />,
  );

test("a text with a name is told so, calmly, with what was found and a way to put it away", () => {
  const html = hint("Frau Yıldız aus dem Jugendamt hat uns geholfen.");
  expect(html).toMatch(/^<div role="status"/);
  expect(html).toContain("Steht hier ein Name oder ein Einzelfall?");
  expect(html).toContain("„Frau Yıldız“");
  expect(html).toMatch(/<button type="button"[^>]*>Verstanden, ausblenden</);
  expect(hint("Frau Yıldız hat uns geholfen.", "en")).toContain("Is there a name or a single case");
});

test("where nothing is found there is an empty place, so that a later hint is announced", () => {
  expect(hint("Uns fehlt Zeit für Nachsorge.")).toBe('<div role="status" class="privacy-hint"></div>');
});
