import type { ProjectAttribute } from "../../domain/members/attributes.ts";
import { ChoiceField } from "../layout/choice-field.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { valueOptions } from "./values-text.ts";

type AttributeFieldsProps = {
  attributes: readonly ProjectAttribute[];
  /** what stands in the fields at first */
  values: Readonly<Record<string, readonly string[]>>;
};

/** A chooser for each attribute that somebody types. */
export function AttributeFields({ attributes, values }: AttributeFieldsProps) {
  const texts = useTexts();
  const locale = useLocale();
  return attributes.map(({ code, codes, multiple, required }) => {
    const label = texts.attributes.names[code] ?? code;
    const options = valueOptions(texts, code, codes, locale);
    if (multiple) {
      return (
        <ChoiceField
          key={code}
          type="checkbox"
          name={code}
          legend={label}
          hint={code === "ph" ? texts.members.attributesForm.phHint : undefined}
          options={options}
          defaultChosen={values[code] ?? []}
        />
      );
    }
    const present = values[code]?.[0] ?? "";
    return (
      <FormField key={code} name={code} label={label} control="select" select={{ defaultValue: present }}>
        {required && present ? null : (
          <option value="">{required ? texts.members.projectForm.choose : texts.members.noValue}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </FormField>
    );
  });
}
