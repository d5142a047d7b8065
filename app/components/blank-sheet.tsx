import type { Code } from "#surveys/model.ts";
import type { SheetLine, SheetPage, SheetQuestion } from "../domain/responses/answer-sheet.ts";
import { TableScroll } from "./table/table-scroll.tsx";
import { useReader, useTexts } from "./texts.ts";

/** The questionnaire on paper: a box per option, a grid per matrix, lines for free text. */
export function BlankSheet({ pages }: { pages: SheetPage[] }) {
  const read = useReader();
  return pages
    .filter((page) => page.questions.length > 0)
    .map((page) => (
      <section key={page.name} className="card sheet">
        <h2>{read(page.title)}</h2>
        {page.questions.map((question) => (
          <Question key={question.key} question={question} />
        ))}
      </section>
    ));
}

function Question({ question }: { question: SheetQuestion }) {
  const read = useReader();
  const first = question.lines[0];
  const isGrid = first !== undefined && first.label !== null && question.lines.every((line) => sameCodes(line, first));
  return (
    <div className="sheet__question">
      <h3>{read(question.title)}</h3>
      {question.description ? <p className="quiet">{read(question.description)}</p> : null}
      {isGrid && first.codes.length > 0 ? (
        <Grid lines={question.lines} codes={first.codes} caption={read(question.title)} />
      ) : (
        question.lines.map((line) => <Line key={line.label?.de ?? ""} line={line} />)
      )}
    </div>
  );
}

function sameCodes(line: SheetLine, other: SheetLine): boolean {
  return (
    line.scale === other.scale &&
    line.codes.map(({ code }) => code).join() === other.codes.map(({ code }) => code).join()
  );
}

function Grid({ lines, codes, caption }: { lines: SheetLine[]; codes: Code[]; caption: string }) {
  const read = useReader();
  return (
    <TableScroll label={caption}>
      <table className="blank-grid">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {codes.map((code) => (
              <th key={code.code} scope="col">
                {read(code.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label?.de ?? ""}>
              <th scope="row">{line.label ? read(line.label) : ""}</th>
              {codes.map((code) => (
                <td key={code.code}>
                  <span className="blank-box" aria-hidden="true" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Line({ line }: { line: SheetLine }) {
  const t = useTexts().responses.blank;
  const read = useReader();
  const hint = { multiple: t.several, rank: t.rank }[line.scale as string];
  return (
    <div className="sheet__line">
      {line.label ? <p>{read(line.label)}</p> : null}
      {hint ? <p className="quiet">{hint}</p> : null}
      {line.codes.length === 0 ? <div className="blank-lines" aria-hidden="true" /> : null}
      <ul className="plain-list blank-options">
        {line.codes.map((code) => (
          <li key={code.code}>
            <span className="blank-box" aria-hidden="true" /> {read(code.label)}
          </li>
        ))}
      </ul>
    </div>
  );
}
