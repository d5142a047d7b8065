import { Link } from "@remix-run/react";
import type { LegalPageName, LegalText } from "../domain/legal/legal-text.server.ts";
import type { Block, Span } from "../domain/legal/markdown.ts";
import { textsOf } from "../locales/index.ts";
import { Notice } from "./layout/notice.tsx";
import { PageHead } from "./layout/page-head.tsx";
import { useTexts } from "./texts.ts";

/** One of the three pages of the footer. */
export function LegalPage({ text }: { text: LegalText }) {
  const t = useTexts().legal;
  const foreign = text.language !== text.locale;
  return (
    <>
      <PageHead title={t[text.page].title} />
      {foreign ? (
        <Notice>
          <p>{t.otherLanguage}</p>
        </Notice>
      ) : null}
      <div className="prose" lang={foreign ? text.language : undefined}>
        {text.blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text is never reordered
          <LegalBlock key={place} block={block} />
        ))}
      </div>
    </>
  );
}

/** The title in the tab. */
export function legalMeta(page: LegalPageName, text: LegalText | undefined) {
  const t = textsOf(text?.locale ?? "de");
  return [{ title: t.layout.pageTitle(t.legal[page].title) }];
}

function LegalBlock({ block }: { block: Block }) {
  if (block.kind === "heading") {
    const Heading = block.level === 2 ? "h2" : "h3";
    return (
      <Heading>
        <Spans spans={block.spans} />
      </Heading>
    );
  }
  if (block.kind === "text") {
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  }
  return (
    <ul>
      {block.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is never reordered
        <li key={place}>
          <Spans spans={item} />
        </li>
      ))}
    </ul>
  );
}

function Spans({ spans }: { spans: Span[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text is never reordered
  return spans.map((span, place) => <OneSpan key={place} span={span} />);
}

function OneSpan({ span }: { span: Span }) {
  if ("href" in span) {
    return span.href.startsWith("/") ? <Link to={span.href}>{span.text}</Link> : <a href={span.href}>{span.text}</a>;
  }
  if (span.as === "strong") return <strong>{span.text}</strong>;
  return span.as === "code" ? <code>{span.text}</code> : span.text;
}
