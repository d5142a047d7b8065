import { Link } from "@remix-run/react";
import type { TreePage } from "../../domain/coding/read-tree.server.ts";
import type { TreeCode } from "../../domain/coding/tree.ts";
import type { Fault } from "../../domain/problem.ts";
import { paths } from "../../paths.ts";
import { CheckboxField } from "../layout/checkbox-field.tsx";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";
import { useCodingErrors } from "./use-coding-errors.ts";

export type TypedCodeForm = {
  intent: string;
  name: string;
  description: string;
  example: string;
  parentId: string;
  intoId: string;
};
export type RefusedCode = { faults: Fault[]; typed: TypedCodeForm };
export type CodeLimits = { name: number; description: number; example: number; codes: number };

type CodeFormProps = {
  page: TreePage;
  /** null: a new one */
  code: TreeCode | null;
  limits: CodeLimits;
  refused: RefusedCode | undefined;
};

/** A new code, or another wording and place of one. */
export function CodeForm({ page, code, limits, refused }: CodeFormProps) {
  const { tree: t } = useTexts().coding;
  const layout = useTexts().layout.form;
  const again = refused && ["add", "change"].includes(refused.typed.intent) ? refused : undefined;
  const errors = useCodingErrors(again?.faults);
  const typed = again?.typed;
  const parents = page.tree.filter((one) => one.level === 1 && one.id !== code?.id);
  const { roundId, item } = page.place;
  return (
    <section className="card stack--close" id="code">
      <h2>{code ? t.editTitle(code.name) : t.addTitle}</h2>
      <CheckedForm errors={errors} key={`${code?.id ?? ""} ${page.tree.length}`}>
        <input type="hidden" name="intent" value={code ? "change" : "add"} />
        {code ? <input type="hidden" name="codeId" value={code.id} /> : null}
        <FormField
          name="name"
          label={t.fields.name}
          hint={t.fields.nameHint(limits.name)}
          input={{ defaultValue: typed?.name ?? code?.name, required: true, autoComplete: "off" }}
        />
        <FormField
          name="description"
          label={t.fields.description}
          optional={t.optional}
          hint={t.fields.descriptionHint(limits.description)}
          control="textarea"
          textarea={{ rows: 2, defaultValue: typed?.description ?? code?.description }}
        />
        <FormField
          name="example"
          label={t.fields.example}
          optional={t.optional}
          hint={t.fields.exampleHint(limits.example)}
          control="textarea"
          textarea={{ rows: 2, defaultValue: typed?.example ?? code?.example }}
        />
        <FormField
          name="parentId"
          label={t.fields.parent}
          control="select"
          select={{ defaultValue: typed?.parentId ?? code?.parentId ?? "" }}
        >
          <option value="">{t.fields.top}</option>
          {parents.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </FormField>
        {code && page.begun ? <CheckboxField name="confirmed" label={t.confirm} hint={t.confirmHint} /> : null}
        <div className="actions">
          <button type="submit" className="button button--primary">
            {code ? t.save : t.add}
          </button>
          {code ? (
            <Link className="button button--quiet" to={paths.codeTree(roundId, item)}>
              {layout.cancel}
            </Link>
          ) : null}
        </div>
      </CheckedForm>
    </section>
  );
}

/** Merges one code into another. */
export function MergeForm({ page, code, refused }: Omit<CodeFormProps, "code" | "limits"> & { code: TreeCode }) {
  const { tree: t } = useTexts().coding;
  const again = refused?.typed.intent === "merge" ? refused : undefined;
  const errors = useCodingErrors(again?.faults);
  const others = page.tree.filter((one) => one.id !== code.id);
  return (
    <section className="card stack--close">
      <h2>{t.mergeTitle}</h2>
      <p>{t.mergeText}</p>
      <CheckedForm errors={errors} key={code.id}>
        <input type="hidden" name="intent" value="merge" />
        <input type="hidden" name="codeId" value={code.id} />
        <FormField
          name="intoId"
          label={t.mergeInto}
          control="select"
          select={{ defaultValue: again?.typed.intoId ?? others[0]?.id }}
        >
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.number} ${one.name}`}
            </option>
          ))}
        </FormField>
        {page.begun ? <CheckboxField name="confirmed" label={t.mergeConfirm} /> : null}
        <div className="actions">
          <button type="submit" className="button button--danger">
            {t.merge}
          </button>
        </div>
      </CheckedForm>
    </section>
  );
}
