import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { formatCount } from "../../../format.ts";
import { useLocale, useTexts } from "../../texts.ts";
import { titleAt } from "./places-here.ts";
import { type Draft, useTalkHere } from "./talk-context.tsx";

/** Signs left from which on they are counted. */
const COUNTED = 200;

type NoteFormProps = { place: string; kind?: Draft["kind"]; onDone: () => void };

/** Writing a note. What is typed stays until the server has it, also when the form is closed meanwhile. */
export function NoteForm({ place, kind = "comment", onDone }: NoteFormProps) {
  const t = useTexts().talk;
  const locale = useLocale();
  const id = useId();
  const { survey, talk, lastTime, send, drafts } = useTalkHere();
  const kept = drafts.get(place);
  const draft = useRef<Draft>(kept?.kind === kind ? kept : { noteId: crypto.randomUUID(), text: "", kind });
  const [text, setText] = useState(draft.current.text);
  const [state, setState] = useState<"idle" | "sending" | "failed" | "full">("idle");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  function type(typed: string) {
    // Another text is another note: under the same id the server would refuse it.
    const noteId = state === "failed" ? crypto.randomUUID() : draft.current.noteId;
    draft.current = { noteId, text: typed, kind };
    drafts.set(place, draft.current);
    setState("idle");
    setText(typed);
  }

  async function submit() {
    if (state === "sending" || !text.trim()) return;
    setState("sending");
    const { sent, refused } = await send({ step: "note", noteId: draft.current.noteId, place, kind, text });
    if (!sent) return setState(refused === "too-many-notes" ? "full" : "failed");
    drafts.delete(place);
    onDone();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onDone();
    }
  }

  const title = titleAt(survey.model, place);
  const label = kind === "reason" && lastTime ? t.note.reasonLabel(lastTime.wave) : t.note.label(title);
  const most = talk?.noteLength ?? text.length;
  const left = most - text.length;
  const faults = { idle: null, sending: null, failed: t.note.failed, full: t.note.full };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={most}
        value={text}
        aria-describedby={`${id}-who`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="quiet note-form__hint" id={`${id}-who`}>
        {t.side.whoSees} {left <= COUNTED ? t.note.left(formatCount(left, locale)) : null}
      </p>
      <div role="alert">{faults[state] ? <p className="note-form__failed">{faults[state]}</p> : null}</div>
      <div className="note-form__actions">
        <button type="submit" className="button button--small" aria-disabled={state === "sending" || !text.trim()}>
          {kind === "reason" ? t.note.sendReason : t.note.send}
        </button>
        <button type="button" className="button button--small button--quiet" onClick={onDone}>
          {t.note.cancel}
        </button>
      </div>
    </form>
  );
}
