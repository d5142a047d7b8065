import type { SheetLine, SheetPage, SheetQuestion, SheetValue } from "../domain/responses/answer-sheet.ts";
import { useReader, useTexts } from "./texts.ts";

/** All answers on one page, in the order of the questionnaire, to be read before submitting and kept afterwards. */
export function AnswerSheet({ pages }: { pages: SheetPage[] }) {
  const read = useReader();
  return pages
    .filter((page) => page.questions.length > 0)
    .map((page) => (
      <section key={page.name} className="card sheet">
        <h2>{read(page.title)}</h2>
        <dl className="sheet__list">
          {page.questions.map((question) => (
            <Question key={question.key} question={question} />
          ))}
        </dl>
      </section>
    ));
}

function Question({ question }: { question: SheetQuestion }) {
  const t = useTexts().responses;
  const read = useReader();
  const answered = question.lines.filter((line) => line.values.length > 0);
  return (
    <div className="sheet__question">
      <dt>{read(question.title)}</dt>
      {answered.length === 0 ? <dd className="quiet">{t.sheet.unanswered}</dd> : null}
      {answered.map((line) => (
        <dd key={line.label?.de ?? ""}>
          {line.label ? <span className="sheet__label">{read(line.label)}: </span> : null}
          <Values line={line} />
        </dd>
      ))}
    </div>
  );
}

function Values({ line }: { line: SheetLine }) {
  const read = useReader();
  const write = ({ label, text, entry }: SheetValue) =>
    [entry ? `(${entry})` : "", label ? read(label) : "", label && text ? "–" : "", text ?? ""]
      .filter(Boolean)
      .join(" ");
  if (line.values.length === 1) return <strong className="sheet__value">{write(line.values[0] as SheetValue)}</strong>;
  return (
    <ul className="sheet__values">
      {line.values.map((value) => (
        <li key={write(value)}>{write(value)}</li>
      ))}
    </ul>
  );
}
