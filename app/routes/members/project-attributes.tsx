import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AttributeFields } from "../../components/members/attribute-fields.tsx";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { retyped, TYPED_ATTRIBUTES } from "../../domain/members/attributes.ts";
import { changeAttributes } from "../../domain/members/change-attributes.server.ts";
import { readDay } from "../../domain/members/days.ts";
import { readProject } from "../../domain/members/read-members.server.ts";
import { Problem } from "../../domain/problem.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import {
  attributeFields,
  attributeLists,
  readAttributes,
  readShown,
  refusalOf,
} from "../../http/member-form.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.strictObject({
  ...attributeFields,
  from: z.string().max(100).default(""),
  shown: z.string().max(5000),
});

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.members.attributesForm.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.edit");
    const { project, today } = await readProject(context.db, idOf(params.projectId), new Date());
    const from = project.active_from > today ? project.active_from : today;
    return { project, from, attributes: TYPED_ATTRIBUTES };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "member.edit");
    const projectId = idOf(params.projectId);
    const { from: typedDay, shown: hidden, ...rest } = await parseForm(request, schema, attributeLists);
    const shown = readShown(hidden);
    const typed = readAttributes(rest);
    const from = readDay(typedDay);
    try {
      if (!from) throw new Problem("invalid-member", { faults: [{ code: "day-missing", path: "/from" }] });
      // The form shows today, the day may be a later one: what nobody touched keeps what is planned until then.
      const values = retyped(shown, typed);
      await changeAttributes(context.db, { projectId, values, from, actorId, now: new Date() });
      return redirect(paths.project(projectId, "merkmale"));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return data({ from: typedDay, shown, values: typed, faults }, { status });
    }
  });
}

export default function EditAttributes() {
  const texts = useTexts();
  const t = texts.members.attributesForm;
  const locale = useLocale();
  const { project, from, attributes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shown = refused?.shown ?? project.attributes;
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={t.intro}
        trail={[
          { to: paths.members(), label: texts.members.title },
          { to: paths.project(project.project_id), label: project.project },
        ]}
        trailLabel={texts.members.title}
      />
      <CheckedForm errors={fieldErrors(texts, locale, refused?.faults)}>
        <FormField
          name="from"
          label={t.from}
          hint={t.fromHint}
          input={{ type: "date", required: true, defaultValue: refused?.from ?? from }}
        />
        <input type="hidden" name="shown" value={JSON.stringify(shown)} />
        <AttributeFields attributes={attributes} values={refused?.values ?? project.attributes} />
        <p className="who-sees">{t.whoSees}</p>
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.save}
          </button>
        </div>
      </CheckedForm>
    </>
  );
}
