import { formNames } from "#surveys/plain/names.ts";
import type { PlainClash } from "../../domain/responses/plain/read-page.server.ts";
import { useReader, useTexts } from "../texts.ts";
import { usePlain } from "./plain-context.ts";

type Labelled = { label: string; required?: boolean; path: string };

/** The question's words, with what is to be known about it. */
export function LabelWords({ label, required, path }: Labelled) {
  const t = useTexts().plain;
  const { fresh } = usePlain();
  return (
    <>
      {label}
      {required ? <span className="field__optional"> {t.required}</span> : null}
      {fresh.has(path) ? <span className="chip plain-fresh">{t.fresh}</span> : null}
    </>
  );
}

export function Hint({ id, children }: { id: string; children?: string }) {
  return children ? (
    <p className="field__hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children?: string }) {
  return children ? (
    <p className="field__error" id={`${id}-error`}>
      {children}
    </p>
  ) : null;
}

/** Two versions of one answer, at the question: what stands, what else was written, and which of them counts. */
function ClashChoice({ clash }: { clash: PlainClash }) {
  const t = useTexts().plain;
  const read = useReader();
  const { standing, other, part, opId } = clash;
  const says = (value: PlainClash["other"]["value"]) => (value ? read(value) : t.empty);
  const name = formNames.decide + opId;
  const who = standing.by ?? t.someone;
  return (
    <fieldset className="notice notice--warn choices plain-clash" id={`clash-${opId}`}>
      <legend className="notice__title">{[t.clashTitle, ...part.map(read)].join(" · ")}</legend>
      <p>{other.own ? t.meanwhile(who, says(standing.value)) : t.stands(says(standing.value))}</p>
      <label className="choice">
        <input type="radio" name={name} value="keep" />
        <span>{other.own ? t.keepTheirs(who) : t.keepStanding}</span>
      </label>
      <label className="choice">
        <input type="radio" name={name} value="take" />
        <span>{other.own ? t.takeMine(says(other.value)) : t.takeOther(other.by ?? t.someone, says(other.value))}</span>
      </label>
    </fieldset>
  );
}

/** Clashes for which the form has no field of their own; they are decided before the questions. */
export function StrayClashes() {
  const { clashes } = usePlain();
  return clashes.filter(({ placed }) => !placed).map((clash) => <ClashChoice clash={clash} key={clash.opId} />);
}

/** All clashes of a question's field. */
export function Clashes({ path }: { path: string }) {
  const { clashesOf } = usePlain();
  return clashesOf(path).map((clash) => <ClashChoice clash={clash} key={clash.opId} />);
}
