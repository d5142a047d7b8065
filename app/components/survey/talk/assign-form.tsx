import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../../texts.ts";
import { useTalkHere } from "./talk-context.tsx";

/** Whom to ask for an answer. Chosen, then confirmed: a choice alone must not send a mail. */
export function AssignForm({ place, title, onDone }: { place: string; title: string; onDone: () => void }) {
  const t = useTexts().talk;
  const id = useId();
  const { talk, send } = useTalkHere();
  const asked = talk?.marks.find((mark) => mark.place === place)?.assignee?.accountId ?? "";
  const [chosen, setChosen] = useState(asked);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { sent } = await send({ step: "assign", place, assignee: chosen || null });
    if (sent) onDone();
    else setFailed(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onDone();
  }

  return (
    <form className="assign-form" onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={id}>
        {t.assign.label}
        <span className="visually-hidden"> {title}</span>
      </label>
      <select
        ref={field}
        id={id}
        value={chosen}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{t.assign.nobody}</option>
        {talk?.team.map((person) => (
          <option key={person.accountId} value={person.accountId}>
            {person.accountId === talk.me ? t.assign.me(person.name) : person.name}
          </option>
        ))}
      </select>
      <button type="submit" className="button button--small">
        {t.foot.assign}
      </button>
      <button type="button" className="button button--small button--quiet" onClick={onDone}>
        {t.note.cancel}
      </button>
      <p className="quiet" id={`${id}-hint`}>
        {t.assign.hint}
      </p>
      <div role="alert">{failed ? <p className="note-form__failed">{t.assign.failed}</p> : null}</div>
    </form>
  );
}
