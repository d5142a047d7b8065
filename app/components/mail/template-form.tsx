import type { Template, TemplateFault, TemplateKind } from "../../domain/mail/template.ts";
import { formatCount, formatList } from "../../format.ts";
import type { Locale } from "../../locales/index.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";

type TemplateFormProps = {
  kind: TemplateKind;
  /** the language of the template */
  language: Locale;
  template: Template;
  /** something was changed, so that there is something to go back to */
  changed: boolean;
  faults: TemplateFault[];
  placeholders: { name: string; needed: boolean }[];
  limits: Record<keyof Template, number>;
};

/** Subject and text of one template, with what may stand in braces. */
export function TemplateForm(props: TemplateFormProps) {
  const t = useTexts().messages.template;
  const say = useFaultTexts(props);
  const errorOf = (field: keyof Template) => {
    const own = props.faults.filter((fault) => fault.field === field);
    return own.length > 0 ? own.map(say).join(" ") : undefined;
  };
  return (
    <CheckedForm errors={{ subject: errorOf("subject"), body: errorOf("body") }}>
      <FormField
        name="subject"
        label={t.subject}
        hint={t.subjectHint}
        input={{ defaultValue: props.template.subject, lang: props.language, autoComplete: "off" }}
      />
      <FormField
        name="body"
        label={t.body}
        hint={t.bodyHint}
        control="textarea"
        textarea={{ defaultValue: props.template.body, lang: props.language, rows: 16, className: "template-body" }}
      />
      <div className="actions">
        <button type="submit" name="intent" value="save" className="button button--primary">
          {t.save}
        </button>
        <button type="submit" name="intent" value="preview" className="button">
          {t.preview}
        </button>
        {props.changed ? (
          <button type="submit" name="intent" value="reset" className="button button--quiet">
            {t.reset}
          </button>
        ) : null}
      </div>
    </CheckedForm>
  );
}

/** What stands for what, beside the form. */
export function PlaceholderList({ placeholders }: Pick<TemplateFormProps, "placeholders">) {
  const t = useTexts().messages.template;
  const meanings: Record<string, string> = t.meanings;
  return (
    <section className="card stack--close placeholders">
      <h2>{t.placeholders}</h2>
      <dl>
        {placeholders.map(({ name, needed }) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>
              {meanings[name]}
              {needed ? <span className="muted"> ({t.needed})</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="who-sees">{t.placeholdersHint}</p>
      <p className="who-sees">{t.always}</p>
    </section>
  );
}

function useFaultTexts({ placeholders, limits }: TemplateFormProps) {
  const t = useTexts().messages.template.faults;
  const locale = useLocale();
  const known = formatList(
    placeholders.map(({ name }) => `{${name}}`),
    locale,
  );
  return (fault: TemplateFault): string => {
    switch (fault.code) {
      case "empty":
        return t.empty[fault.field];
      case "too-long":
        return t.tooLong(formatCount(limits[fault.field], locale));
      case "brace":
        return t.brace;
      case "unknown":
        return t.unknown(fault.placeholder, known);
      case "missing":
        return t.missing(fault.placeholder);
      case "not-in-subject":
        return t.notInSubject(fault.placeholder);
    }
  };
}
