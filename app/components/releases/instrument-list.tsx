import type { Code } from "#surveys/model.ts";
import type { Instrument } from "../../domain/report/instrument.ts";
import { useReader, useTexts } from "../texts.ts";

type Question = Instrument[number];
type Part = Question["items"][number];

/** Every question with its wording, its parts, and the answers that could be given. */
export function InstrumentList({ instrument }: { instrument: Instrument }) {
  const read = useReader();
  return instrument.map((question) => (
    <section className="instrument" key={question.question}>
      <h3>{read(question.wording)}</h3>
      {[...Map.groupBy(question.items, signatureOf)].map(([signature, items]) => (
        <Parts key={signature} items={items} />
      ))}
    </section>
  ));
}

/** Parts with the same answers are listed together. */
const signatureOf = ({ scale, codes }: Part): string => JSON.stringify([scale, codes]);

function Parts({ items }: { items: Part[] }) {
  const t = useTexts().downloads.print;
  const read = useReader();
  const [first] = items;
  if (!first) return null;
  const leads: Partial<Record<Part["scale"], string>> = { number: t.bands, text: t.topics };
  const labels = items.flatMap(({ label }) => (label ? [read(label)] : []));
  return (
    <>
      {labels.length > 0 ? (
        <>
          <p className="instrument__lead">{t.asked}</p>
          <ul>
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="instrument__lead">
        {first.codes.length > 0 ? `${leads[first.scale] ?? t.answers} · ` : ""}
        {t.scales[first.scale]}
      </p>
      {first.codes.length > 0 ? <Codes codes={first.codes} /> : null}
    </>
  );
}

function Codes({ codes }: { codes: Code[] }) {
  const t = useTexts().downloads.print;
  const read = useReader();
  return (
    <ul className="instrument__codes plain-list">
      {codes.map((code) => (
        <li key={code.code}>
          {read(code.label)}{" "}
          <span className="quiet">({code.missing ? `${code.code}, ${t.notCounted}` : code.code})</span>
        </li>
      ))}
    </ul>
  );
}
