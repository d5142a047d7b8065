import { Link } from "@remix-run/react";
import type { Breakdown } from "../../domain/figures.ts";
import type { ReleaseBlock } from "../../domain/report/blocks.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount, formatList } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FigureBlock } from "../charts/figure-block.tsx";
import { NotesLink } from "../discussion/notes-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** The anchor of a question, by its place from 0. */
export const figureId = (index: number) => `frage-${index + 1}`;

type ReportContentsProps = {
  blocks: Pick<ReleaseBlock, "question" | "title">[];
  /** what the list is called, and where its questions stand; as in a report if left out */
  label?: string;
  anchorAt?: (index: number) => string;
};

/** The questions of a report, to go to. */
export function ReportContents({ blocks, label, anchorAt = figureId }: ReportContentsProps) {
  const t = useTexts().releases.report;
  const read = useReader();
  return (
    <details className="report__list" open>
      <summary>{label ?? t.contents}</summary>
      <nav aria-label={label ?? t.contents}>
        <ol>
          {blocks.map((block, index) => (
            <li key={block.question}>
              <a href={`#${anchorAt(index)}`}>{read(block.title)}</a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

type ReportFigureProps = {
  id: string;
  block: ReleaseBlock;
  breakdown: Breakdown | null;
  /** said of figures that are not exact */
  rule: ReleaseSummary["rule"];
  headingLevel?: 2 | 3;
  /** on paper: tables are open */
  printed?: boolean;
  /** where there is a way to the notes on it: the release */
  releaseId?: string;
};

/** One question of a report, or the sentence that it cannot be shown. */
export function ReportFigure({ id, block, breakdown, rule, headingLevel = 2, printed, releaseId }: ReportFigureProps) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const read = useReader();
  const hidden = block.hidden.map(read);
  const Heading = `h${headingLevel}` as "h2";
  if (block.items.length === 0) {
    return (
      <section className="figure card" id={id} aria-labelledby={`${id}-title`}>
        <Heading className="figure__title" id={`${id}-title`}>
          {read(block.title)}
        </Heading>
        <p className="figure__withheld">
          {t.hiddenAll} <Link to={paths.rule()}>{t.ruleLink}</Link>
        </p>
      </section>
    );
  }
  return (
    <div id={id}>
      <FigureBlock
        block={block}
        breakdown={breakdown}
        locale={locale}
        headingLevel={headingLevel}
        ruleHref={paths.rule()}
        printed={printed}
        foot={releaseId ? <BlockNotes block={block} releaseId={releaseId} /> : null}
      />
      <Rounded block={block} rule={rule} />
      {hidden.length > 0 ? <p className="table-note">{t.hidden(formatList(hidden, locale))}</p> : null}
    </div>
  );
}

function BlockNotes({ block: { question, title, items }, releaseId }: { block: ReleaseBlock; releaseId: string }) {
  const read = useReader();
  return (
    <NotesLink releaseId={releaseId} items={items.map(({ key }) => key)} question={question} about={read(title)} />
  );
}

/** Says of figures that are not exact that they are rounded. */
function Rounded({ block, rule }: { block: ReleaseBlock; rule: ReleaseSummary["rule"] }) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const { multiple = 1, totals = "exact" } = rule;
  const hasGroups = block.items.some(({ figures }) => figures.length > 1);
  if (multiple <= 1 || (totals === "exact" && !hasGroups)) return null;
  const text = totals === "exact" ? t.rounded : t.roundedAll;
  return <p className="table-note">{text(formatCount(multiple, locale))}</p>;
}
