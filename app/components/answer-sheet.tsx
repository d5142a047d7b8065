import type { SheetLine, SheetPage, SheetQuestion, SheetValue } from "../domain/responses/answer-sheet.ts";
import { useReader, useTexts } from "./texts.ts";

type AnswerSheetProps = {
  pages: SheetPage[];
  /** short name of this wave, where lines say what was answered in the one before */
  wave?: string;
};

/** All answers on one page, in the order of the questionnaire, to be read before submitting and kept afterwards. */
export function AnswerSheet({ pages, wave = "" }: AnswerSheetProps) {
  const read = useReader();
  return pages
    .filter((page) => page.questions.length > 0)
    .map((page) => (
      <section key={page.name} className="card sheet">
        <h2>{read(page.title)}</h2>
        <dl className="sheet__list">
          {page.questions.map((question) => (
            <Question key={question.key} question={question} wave={wave} />
          ))}
        </dl>
      </section>
    ));
}

function Question({ question, wave }: { question: SheetQuestion; wave: string }) {
  const t = useTexts().responses;
  const read = useReader();
  const shown = question.lines.filter((line) => line.values.length > 0 || line.before);
  return (
    <div className="sheet__question">
      <dt>{read(question.title)}</dt>
      {shown.length === 0 ? <dd className="quiet">{t.sheet.unanswered}</dd> : null}
      {shown.map((line) => (
        <dd key={line.item} className={line.before ? "sheet__changed" : undefined}>
          {line.label ? <span className="sheet__label">{withColon(read(line.label))} </span> : null}
          {line.before ? <Before before={line.before} wave={wave} /> : null}
          <Values values={line.values} />
        </dd>
      ))}
    </div>
  );
}

/** "2025: ziemlich wichtig → 2026:", in front of what is answered now. */
function Before({ before, wave }: { before: NonNullable<SheetLine["before"]>; wave: string }) {
  const { responses, signOff } = useTexts();
  const write = useWriting();
  const then = before.values.map(write).join(", ") || responses.sheet.unanswered;
  return (
    <>
      <span className="sheet__before">
        {signOff.changes.wave(before.wave)} {then}
      </span>{" "}
      <Arrow /> <span className="sheet__label">{signOff.changes.wave(wave)}</span>{" "}
    </>
  );
}

function Values({ values }: { values: SheetValue[] }) {
  const t = useTexts().responses.sheet;
  const write = useWriting();
  const [only] = values;
  if (!only) return <span className="quiet">{t.unanswered}</span>;
  if (values.length === 1) return <strong className="sheet__value">{write(only)}</strong>;
  return (
    <ul className="sheet__values">
      {values.map((value) => (
        <li key={write(value)}>{write(value)}</li>
      ))}
    </ul>
  );
}

/** Writes what was answered in the language of the page. */
export function useWriting(): (value: SheetValue) => string {
  const read = useReader();
  return ({ label, text, entry }) =>
    [entry ? `(${entry})` : "", label ? read(label) : "", label && text ? "–" : "", text ?? ""]
      .filter(Boolean)
      .join(" ");
}

/** Drawn, because not every font has one. */
function Arrow() {
  return (
    <svg className="sheet__arrow" viewBox="0 0 16 10" aria-hidden="true" focusable="false">
      <path d="M0 5h14M10 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

/** What ends like a sentence needs no colon. */
function withColon(label: string): string {
  return /[.?!:]$/.test(label) ? label : `${label}:`;
}
