import { useId } from "react";
import type { Breakdown } from "../../domain/figures.ts";
import { paths } from "../../paths.ts";
import { sentenceFor } from "../charts/sentences.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { CodeRows, PlaceRows } from "./code-rows.tsx";
import type { MirrorQuestion, MirrorRow } from "./compare.ts";
import { anchorOf, groupRows, panelOf, type RowGroup, type RowKind } from "./mirror-model.ts";
import { OwnAnswer } from "./own-answer.tsx";
import { ScaleRows } from "./scale-rows.tsx";

/** Kinds beside which the own group can stand. */
const COMPARED: readonly RowKind[] = ["scale", "codes", "places"];

type QuestionCardProps = { question: MirrorQuestion; breakdown: Breakdown | null; lastWave: string | null };

/** One question: what the project answered, beside what everybody did. */
export function QuestionCard({ question, breakdown, lastWave }: QuestionCardProps) {
  const t = useTexts().mirror;
  const read = useReader();
  const id = useId();
  const title = read(question.title);
  const groups = groupRows(question.rows);
  const compared = groups.flatMap(({ kind, rows }) => (COMPARED.includes(kind) ? rows : []));
  const withheld = breakdown ? compared.filter(({ item }) => item?.withheld) : [];
  return (
    <section className="card figure" aria-labelledby={id}>
      <h3 className="figure__title" id={id}>
        {title}
      </h3>
      {withheld.length > 0 ? (
        <p className="figure__withheld">
          {withheld.length < compared.length ? t.withheldSome : t.withheld} <a href={paths.rule()}>{t.rule}</a>
        </p>
      ) : null}
      {groups.map((group) => (
        <div className="figure__panel" key={group.rows[0]?.line.item}>
          <Rows group={group} title={title} breakdown={breakdown} lastWave={lastWave} />
        </div>
      ))}
    </section>
  );
}

type RowsProps = { group: RowGroup; title: string; breakdown: Breakdown | null; lastWave: string | null };

function Rows({ group: { kind, rows }, title, ...shown }: RowsProps) {
  const read = useReader();
  const [row] = rows;
  if (!row) return null;
  if (kind === "scale") return <ScaleRows rows={rows} title={title} {...shown} />;
  const label = row.line.label ? read(row.line.label) : null;
  const named = label ? `${title} – ${label}` : title;
  return (
    <>
      {label ? <h4 className="figure__subtitle">{label}</h4> : null}
      {kind === "codes" ? <CodeRows row={row} title={named} {...shown} /> : null}
      {kind === "places" ? <PlaceRows row={row} title={named} {...shown} /> : null}
      {kind === "codes" || kind === "places" ? null : <Alone row={row} kind={kind} lastWave={shown.lastWave} />}
    </>
  );
}

/** An answer beside which no figure of everybody can stand, and why. */
function Alone({ row, kind, lastWave }: { row: MirrorRow; kind: RowKind; lastWave: string | null }) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const why: Partial<Record<RowKind, string>> = {
    text: t.ownOnly,
    names: t.namesOnly,
    hidden: t.hidden,
    unreleased: t.unreleased,
    spread: row.item ? t.network(sentenceFor(panelOf([row.item]), null, locale)) : "",
  };
  return (
    <div id={anchorOf(row.line.item)} tabIndex={-1}>
      <OwnAnswer row={row} lastWave={lastWave} />
      <p className="quiet">
        {why[kind]} {kind === "hidden" ? <a href={paths.rule()}>{t.rule}</a> : null}
      </p>
    </div>
  );
}
