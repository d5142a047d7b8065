import type { Discussion } from "../../domain/discussion/read-discussion.server.ts";
import type { NoteStep } from "../../http/note-form.server.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";
import { ItemOptions } from "./item-choice.tsx";

/** A step that was not taken, with what was typed and why. */
export type Refused = { step: NoteStep; fault: string } | undefined;

type NoteFormProps = {
  /** the id that the new note gets */
  newId: string;
  colleagues: Discussion["colleagues"];
  refused: Refused;
} & ({ items: Discussion["items"]; chosen: string | undefined } | { replyTo: string });

/** Where a note, or an answer to one, is written. What was typed comes back when it was refused. */
export function NoteForm({ newId, colleagues, refused, ...about }: NoteFormProps) {
  const t = useTexts().discussion;
  const typed = refused?.step.step === "write" ? refused.step : undefined;
  const isAnswer = "replyTo" in about;
  return (
    <CheckedForm errors={refused ? { text: t.faults[refused.fault] } : {}}>
      <input type="hidden" name="step" value="write" />
      <input type="hidden" name="noteId" value={typed?.noteId ?? newId} />
      {isAnswer ? (
        <input type="hidden" name="replyTo" value={about.replyTo} />
      ) : (
        <FormField
          name="item"
          label={t.write.about}
          control="select"
          select={{ defaultValue: typed?.item ?? about.chosen ?? "" }}
        >
          <option value="">{t.whole}</option>
          <ItemOptions items={about.items} />
        </FormField>
      )}
      <FormField
        name="text"
        label={isAnswer ? t.answer.text : t.write.text}
        hint={t.write.hint}
        control="textarea"
        textarea={{ rows: 4, defaultValue: typed?.text ?? "" }}
      />
      {colleagues.length > 0 ? (
        <details open={(typed?.mentions.length ?? 0) > 0}>
          <summary>{t.write.mention}</summary>
          <fieldset className="mentions">
            <legend className="visually-hidden">{t.write.mention}</legend>
            <p className="field__hint">{t.write.mentionHint}</p>
            {colleagues.map(({ accountId, name }) => (
              <label className="choice" key={accountId}>
                <input
                  type="checkbox"
                  name="mentions"
                  value={accountId}
                  defaultChecked={typed?.mentions.includes(accountId)}
                />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
        </details>
      ) : null}
      <div className="actions">
        <button type="submit" className={isAnswer ? "button" : "button button--primary"}>
          {isAnswer ? t.answer.send : t.write.send}
        </button>
      </div>
    </CheckedForm>
  );
}
