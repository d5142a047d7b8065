import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CheckboxField } from "#app/components/layout/checkbox-field.tsx";
import { ChoiceField } from "#app/components/layout/choice-field.tsx";
import { FormContext } from "#app/components/layout/form-context.ts";
import { FormField } from "#app/components/layout/form-field.tsx";
import { Notice } from "#app/components/layout/notice.tsx";
import { StateChip } from "#app/components/layout/state-chip.tsx";
import { Steps } from "#app/components/layout/steps.tsx";

const attribute = (html: string, tag: string, name: string) =>
  html.match(new RegExp(`<${tag}[^>]*? ${name}="([^"]*)"`))?.[1];

describe("a field", () => {
  const html = renderToString(
    <FormField
      name="address"
      label="Ihre Mailadresse"
      hint="Wie beim Projekt"
      error="Es fehlt das @."
      input={{ type: "email", defaultValue: "jana.example", required: true }}
    />,
  );

  test("belongs to its label and is described by hint and error", () => {
    expect(attribute(html, "label", "for")).toBe(attribute(html, "input", "id"));
    const described = attribute(html, "input", "aria-describedby")!.split(" ");
    expect(described).toHaveLength(2);
    for (const id of described) expect(html).toContain(`id="${id}"`);
    expect(attribute(html, "input", "aria-invalid")).toBe("true");
  });

  test("keeps what was typed", () => {
    expect(attribute(html, "input", "value")).toBe("jana.example");
    const area = renderToString(
      <FormField name="n" label="L" control="textarea" textarea={{ defaultValue: "Entwurf" }} />,
    );
    expect(area).toContain(">Entwurf</textarea>");
    const select = renderToString(
      <FormField name="n" label="L" control="select" select={{ defaultValue: "b" }}>
        <option value="a">A</option>
        <option value="b">B</option>
      </FormField>,
    );
    expect(select).toMatch(/<option selected="" value="b">|<option value="b" selected="">/);
  });

  test("without hint and error points nowhere and claims nothing", () => {
    const plain = renderToString(<FormField name="n" label="L" />);
    expect(plain).not.toContain("aria-describedby");
    expect(plain).not.toContain("aria-invalid");
  });
});

test("a group of choices has a legend, its own labels, and what was chosen", () => {
  const html = renderToString(
    <ChoiceField
      type="radio"
      name="privacy"
      legend="Wer sieht was?"
      error="Bitte wählen Sie."
      defaultChosen={["b"]}
      options={[
        { value: "a", label: "Alle" },
        { value: "b", label: "Niemand", hint: "anonym" },
      ]}
    />,
  );
  expect(html).toContain("<legend>Wer sieht was?</legend>");
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toMatch(/value="b"[^>]*checked|checked[^>]*value="b"/);
  expect(html).toContain(`id="${attribute(html, "fieldset", "aria-describedby")}"`);
});

test("state is a word, the present step is marked for everybody, a notice speaks up only when asked", () => {
  expect(renderToString(<StateChip tone="bad">unzustellbar</StateChip>)).toContain(">unzustellbar<");
  const steps = [
    { code: "draft", label: "Entwurf" },
    { code: "open", label: "offen" },
  ];
  expect(renderToString(<Steps label="Stand" steps={steps} current="open" />)).toContain(
    '<li aria-current="step">offen</li>',
  );
  expect(renderToString(<Notice title="Gespeichert." />)).not.toContain("role=");
  expect(renderToString(<Notice live="alert" title="Das ging nicht." />)).toContain('role="alert"');
});

test("within a checked form each field shows its fault and can be led to by its name", () => {
  const errors = { name: "Der Name fehlt.", privacy: "Bitte wählen Sie.", yes: "Bitte bestätigen Sie." };
  const html = renderToString(
    <FormContext.Provider value={{ base: "form", errors }}>
      <FormField name="name" label="Name" />
      <FormField name="note" label="Notiz" />
      <ChoiceField type="radio" name="privacy" legend="Wer?" options={[{ value: "a", label: "Alle" }]} />
      <CheckboxField name="yes" label="Ja, veröffentlichen" hint="Danach fest." />
    </FormContext.Provider>,
  );
  for (const [name, message] of Object.entries(errors)) {
    expect(html).toContain(`id="form-${name}"`);
    expect(html).toContain(message);
  }
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(3);
  const box = html.match(/<input type="checkbox"[^>]*>/)?.[0] ?? "";
  for (const id of (/aria-describedby="([^"]*)"/.exec(box)?.[1] ?? "").split(" ")) expect(html).toContain(`id="${id}"`);
});
