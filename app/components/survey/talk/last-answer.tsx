import { useState } from "react";
import { createPortal } from "react-dom";
import type { QuestionMatrixModel } from "survey-core";
import { isEmpty } from "#surveys/json.ts";
import type { LastAnswer as Last } from "../../../domain/talk/read-last-time.server.ts";
import { useTexts } from "../../texts.ts";
import { questionAt, titleAt } from "./places-here.ts";
import { readField, useRestore } from "./restore.ts";
import { useTalkHere } from "./talk-context.tsx";
import { useMatrixRings } from "./use-matrix-rings.ts";

/** The project's own answer of the wave before, beside the question of today. */
export function LastAnswer({ question, root }: { question: string; root: HTMLElement }) {
  const { lastTime, survey } = useTalkHere();
  const last = lastTime?.answers[question];
  if (!lastTime || !last || last.fields.length === 0) return null;
  const found = questionAt(survey.model, question);
  if (!found || found.isReadOnly) return null;
  const isMatrix = found.getType() === "matrix" && (found as QuestionMatrixModel).cellType !== "checkbox";
  return isMatrix ? (
    <LastRow question={question} root={root} last={last} wave={lastTime.wave} />
  ) : (
    <LastLine question={question} last={last} wave={lastTime.wave} />
  );
}

type LastProps = { question: string; last: Last; wave: string };

function LastLine({ question, last, wave }: LastProps) {
  const t = useTexts().talk.lastTime;
  const { survey, talk, open } = useTalkHere();
  const restore = useRestore();
  const { model } = survey;
  if (!model) return null;
  const isSame =
    last.fields.every(({ path, value }) => same(readField(model, path), value)) && !hasMore(question, last);
  const isOpen = isEmpty(model.getValue(question));
  const title = titleAt(model, question);
  function hasMore(name: string, { fields }: Last): boolean {
    const value = model?.getValue(name);
    return Array.isArray(value) && value.length > fields.filter(({ path }) => path.includes("/=")).length;
  }
  return (
    <p className="last-time">
      <span className="last-time__words">{isSame ? t.same(wave) : t.line(wave, last.words)}</span>
      {isSame ? null : (
        <button type="button" className="talk-link" onClick={() => takeOver(model, question, last, restore)}>
          {t.take}
          <span className="visually-hidden">{t.takeOf(wave, title)}</span>
        </button>
      )}
      {isSame || isOpen || !talk?.open ? null : (
        <button
          type="button"
          className="talk-link"
          onClick={() => open({ kind: "notes", place: question, note: "reason" })}
        >
          {t.why}
          <span className="visually-hidden">, {title}</span>
        </button>
      )}
    </p>
  );
}

/** The whole answer becomes that of last time: what is chosen now and was not then is taken back. */
function takeOver(
  model: NonNullable<ReturnType<typeof useTalkHere>["survey"]["model"]>,
  question: string,
  last: Last,
  restore: ReturnType<typeof useRestore>,
): void {
  const then = new Set(last.fields.map(({ path }) => path));
  const now = model.getValue(question);
  if (Array.isArray(now)) {
    const own = last.fields.find(({ path }) => path.includes("/="))?.path.replace(/\/=.*$/, "");
    for (const code of own ? now : []) if (!then.has(`${own}/=${code}`)) restore(`${own}/=${code}`, null);
  }
  for (const { path, value } of last.fields) restore(path, value);
}

function LastRow({ question, root, last, wave }: LastProps & { root: HTMLElement }) {
  const t = useTexts().talk.lastTime;
  const { survey, talk, open } = useTalkHere();
  const restore = useRestore();
  const [taken, setTaken] = useState(0);
  const { model } = survey;
  useMatrixRings(root, questionAt(model, question) as QuestionMatrixModel | undefined, last, t.ringAlone(wave));
  if (!model) return null;
  const missing = last.fields.filter(({ path }) => readField(model, path) === undefined);
  const changed = last.fields.some(({ path, value }) => {
    const now = readField(model, path);
    return now !== undefined && !same(now, value);
  });
  const title = titleAt(model, question);
  const legend = (
    <p className="last-time last-time--matrix">
      <span className="last-time__words last-time__words--ring">{t.ring(wave)}</span>
      {missing.length > 0 ? (
        <button
          type="button"
          className="talk-link"
          onClick={() => {
            for (const { path, value } of missing) restore(path, value);
            setTaken(missing.length);
          }}
        >
          {t.takeMissing}
          <span className="visually-hidden">{t.takeOf(wave, title)}</span>
        </button>
      ) : null}
      {changed && talk?.open ? (
        <button
          type="button"
          className="talk-link"
          onClick={() => open({ kind: "notes", place: question, note: "reason" })}
        >
          {t.why}
          <span className="visually-hidden">, {title}</span>
        </button>
      ) : null}
      <span role="status">{taken > 0 && missing.length === 0 ? t.taken(taken) : null}</span>
    </p>
  );
  // Read before the rows: it explains what is seen in them.
  const head = root.querySelector(".sd-element__header, .sd-question__header");
  return head ? createPortal(legend, head) : legend;
}

function same(now: unknown, then: unknown): boolean {
  return String(now) === String(then) || JSON.stringify(now) === JSON.stringify(then);
}
