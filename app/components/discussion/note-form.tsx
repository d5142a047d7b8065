import { useId } from "react";
import type { NoteLimits } from "../../domain/discussion/limits.ts";
import type { Discussion } from "../../domain/discussion/read-discussion.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import type { NoteStep } from "../../http/note-form.server.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { type FieldErrors, useField } from "../layout/form-context.ts";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { ItemOptions } from "./item-choice.tsx";

/** A step that was not taken, with what was typed and why. */
export type Refused = { step: NoteStep; faults: readonly Fault[] } | undefined;

/** Messages by field, as forms want them. */
export function useNoteErrors(refused: Refused): FieldErrors {
  const { faults } = useTexts().discussion;
  const locale = useLocale();
  return Object.fromEntries(
    (refused?.faults ?? []).map(({ code, path, detail }) => [
      path.slice(1),
      faults[code]?.(formatCount(Number(detail?.limit ?? 0), locale)),
    ]),
  );
}

type NoteFormProps = {
  /** the id that the new note gets */
  newId: string;
  colleagues: Discussion["colleagues"];
  limits: NoteLimits;
  refused: Refused;
} & ({ items: Discussion["items"]; chosen: string | undefined } | { replyTo: string });

/** Where a note, or an answer to one, is written. What was typed comes back when it was refused. */
export function NoteForm({ newId, colleagues, limits, refused, ...about }: NoteFormProps) {
  const t = useTexts().discussion;
  const typed = refused?.step.step === "write" ? refused.step : undefined;
  const isAnswer = "replyTo" in about;
  const errors = useNoteErrors(refused);
  const locale = useLocale();
  const hint = t.write.hint(formatCount(limits.text, locale));
  return (
    <CheckedForm errors={errors}>
      <input type="hidden" name="step" value="write" />
      <input type="hidden" name="noteId" value={typed?.noteId ?? newId} />
      {isAnswer ? (
        <input type="hidden" name="replyTo" value={about.replyTo} />
      ) : (
        // Follows the choice above while the words stay.
        <FormField
          key={about.chosen}
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
        hint={hint}
        control="textarea"
        textarea={{ rows: 4, defaultValue: typed?.text ?? "" }}
      />
      {colleagues.length > 0 || errors.mentions ? (
        <Mentions colleagues={colleagues} limits={limits} chosen={typed?.mentions ?? []} />
      ) : null}
      <div className="actions">
        <button type="submit" className={isAnswer ? "button" : "button button--primary"}>
          {isAnswer ? t.answer.send : t.write.send}
        </button>
      </div>
    </CheckedForm>
  );
}

type MentionsProps = Pick<NoteFormProps, "colleagues" | "limits"> & { chosen: readonly string[] };

/** Whom a note speaks to; open as soon as somebody is chosen, so that it can be seen. */
function Mentions({ colleagues, limits, chosen }: MentionsProps) {
  const t = useTexts().discussion.write;
  const locale = useLocale();
  const own = useId();
  const { id, error } = useField("mentions", { id: own });
  return (
    <details open={chosen.length > 0 || error !== undefined}>
      <summary>{t.mention}</summary>
      <fieldset
        className={error ? "mentions field--invalid" : "mentions"}
        id={id}
        tabIndex={-1}
        aria-describedby={error ? `${own}-error` : undefined}
        aria-invalid={error ? true : undefined}
      >
        <legend className="visually-hidden">{t.mention}</legend>
        <p className="field__hint">{t.mentionHint(formatCount(limits.people, locale))}</p>
        {colleagues.map(({ accountId, name }) => (
          <label className="choice" key={accountId}>
            <input type="checkbox" name="mentions" value={accountId} defaultChecked={chosen.includes(accountId)} />
            <span>{name}</span>
          </label>
        ))}
        {error ? (
          <p className="field__error" id={`${own}-error`}>
            {error}
          </p>
        ) : null}
      </fieldset>
    </details>
  );
}
