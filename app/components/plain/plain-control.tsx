import type { Entries, PlainControl, Records, Table, Words } from "#surveys/plain/control.ts";
import { formNames } from "#surveys/plain/names.ts";
import { useTexts } from "../texts.ts";
import { Clashes, FieldError, Hint, LabelWords } from "./field-parts.tsx";
import { describedBy, idOfPath, usePlain } from "./plain-context.ts";
import { InputView } from "./plain-inputs.tsx";

/** One question of the plain form, whatever it is made of. */
export function ControlView({ control, nested = false }: { control: PlainControl; nested?: boolean }) {
  switch (control.control) {
    case "table":
      return <TableView control={control} />;
    case "records":
      return <RecordsView control={control} />;
    case "entries":
      return <EntriesView control={control} />;
    case "words":
      return <WordsView control={control} nested={nested} />;
    case "script":
      return <NeedsScriptView label={control.label} />;
    default:
      return <InputView input={control} />;
  }
}

/** A table where there is room for it; where there is not, a question per row (by style sheet alone). */
function TableView({ control }: { control: Table }) {
  const { errorOf, textsOf } = usePlain();
  const id = idOfPath(control.path);
  const error = errorOf(control.path) ?? control.rows.map((row) => errorOf(row.path)).find(Boolean);
  return (
    <fieldset
      className={error ? "choices field--invalid" : "choices"}
      id={id}
      aria-describedby={describedBy(id, control.hint, error)}
    >
      <legend>
        <LabelWords {...control} />
      </legend>
      <Hint id={id}>{control.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <table className="plain-table">
        <thead>
          <tr>
            <td />
            {control.options.map((option) => (
              <th scope="col" key={option.value} className={option.missing ? "plain-table__missing" : undefined}>
                {option.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {control.rows.map((row) => (
            <tr key={row.path} id={idOfPath(row.path)}>
              <th scope="row">{row.label}</th>
              {row.options.map((option) => (
                <td key={option.value} className={option.missing ? "plain-table__missing" : undefined}>
                  <label className="plain-table__choice">
                    <input
                      type="radio"
                      name={row.path}
                      value={option.value}
                      defaultChecked={textsOf(row.path)[0] === option.value}
                      aria-label={`${row.label}: ${option.label}`}
                    />
                    <span aria-hidden="true">{option.label}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {control.rows.map((row) => (
        <Clashes path={row.path} key={row.path} />
      ))}
      {control.beside?.map((one) => (
        <InputView input={one} key={one.path} />
      ))}
    </fieldset>
  );
}

/** Fields under headings, one heading per row. */
function RecordsView({ control }: { control: Records }) {
  const { errorOf } = usePlain();
  const id = idOfPath(control.path);
  const error = errorOf(control.path);
  return (
    <fieldset className="choices" id={id} aria-describedby={describedBy(id, control.hint, error)}>
      <legend>
        <LabelWords {...control} />
      </legend>
      <Hint id={id}>{control.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {control.records.map((record) => {
        const fields = record.fields.map((field) => <ControlView control={field} nested key={field.path} />);
        return record.label ? (
          <fieldset className="plain-record" key={record.path}>
            <legend>{record.label}</legend>
            {fields}
          </fieldset>
        ) : (
          <div className="plain-record" key={`${record.path}-`}>
            {fields}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Entries one below the other; a button adds one, another takes one away. Both save the page. */
function EntriesView({ control }: { control: Entries }) {
  const t = useTexts().plain;
  const { errorOf } = usePlain();
  const id = idOfPath(control.path);
  const error = errorOf(control.path);
  const { entries, most, least, texts } = control;
  const nameOf = (label: string, i: number) => label || t.entry(i + 1);
  return (
    <fieldset className="choices" id={id} aria-describedby={describedBy(id, control.hint, error)}>
      <legend>
        <LabelWords {...control} />
      </legend>
      <Hint id={id}>{control.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {entries.length === 0 ? <p className="quiet">{texts.none ?? t.noEntries}</p> : null}
      {entries.map((entry, i) => (
        <fieldset className="plain-entry" id={idOfPath(entry.path)} key={entry.path}>
          <legend>{nameOf(entry.label, i)}</legend>
          {entry.fields.map((field) => (
            <ControlView control={field} nested key={field.path} />
          ))}
          <Clashes path={entry.path} />
          {entries.length > least ? (
            <p>
              <button
                type="submit"
                className="button button--small"
                name={formNames.act}
                value={`remove.${entry.path}`}
                aria-label={t.removeOf(texts.remove ?? t.remove, nameOf(entry.label, i))}
              >
                {texts.remove ?? t.remove}
              </button>
            </p>
          ) : null}
        </fieldset>
      ))}
      {entries.length < most ? (
        <p>
          <button type="submit" className="button" name={formNames.act} value={`add.${control.path}`}>
            {texts.add ?? t.add}
          </button>
        </p>
      ) : (
        <p className="quiet">{t.fullEntries(most)}</p>
      )}
    </fieldset>
  );
}

/** Something to read: the questionnaire's own words, a computed value, an answer that is fixed. */
function WordsView({ control, nested }: { control: Words; nested: boolean }) {
  const { html, text, image, label } = control;
  if (image) return <img className="plain-image" src={image.source} alt={image.alt} />;
  // Cleaned where the form was described; answers in it are escaped there.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  if (html) return <div className="plain-words prose" dangerouslySetInnerHTML={{ __html: html }} />;
  if (text === undefined) return null;
  return (
    <p>
      <strong className={nested ? undefined : "field__label"}>{label}</strong>
      <br />
      {text}
    </p>
  );
}

function NeedsScriptView({ label }: { label: string }) {
  const t = useTexts().plain;
  return (
    <div>
      <p className="field__label">{label}</p>
      <p className="field__hint">{t.needsScript}</p>
    </div>
  );
}
