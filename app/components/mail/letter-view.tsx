import { useEffect, useId, useRef } from "react";
import type { Letter } from "../../domain/mail/letter.ts";
import { useTexts } from "../texts.ts";

/** A mail as it will look: drawn from its parts, so that nothing typed is ever run as HTML. */
export function LetterView({ letter, text, unsaved }: { letter: Letter; text: string; unsaved: boolean }) {
  const t = useTexts().messages.template;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  // It appears below the form, out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for every preview that was asked for
  useEffect(() => section.current?.focus(), [letter]);
  return (
    <section className="letter-view stack--close" aria-labelledby={id} ref={section} tabIndex={-1}>
      <h2 id={id}>{t.previewTitle}</h2>
      {unsaved ? <p className="muted">{t.previewUnsaved}</p> : null}
      <article className="letter" lang={letter.locale}>
        <p className="letter__subject">
          <span className="muted">{t.previewSubject}:</span> {letter.subject}
        </p>
        {letter.blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one mail keep their order
          <Part key={place} block={block} />
        ))}
      </article>
      <details className="letter-view__plain">
        <summary>{t.asText}</summary>
        <pre className="letter letter--plain" lang={letter.locale}>
          {text}
        </pre>
      </details>
    </section>
  );
}

/** The link leads nowhere in a preview: it is shown, not offered. */
function Part({ block }: { block: Letter["blocks"][number] }) {
  if (block.kind === "text") return <p className="letter__text">{block.text}</p>;
  if (block.kind === "code") return <p className="letter__code">{block.code}</p>;
  return (
    <p>
      <strong className="letter__link">{block.label}</strong>
      <span className="letter__url">{block.url}</span>
    </p>
  );
}
