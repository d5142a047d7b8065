import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { PartFields } from "../../components/members/part-fields.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { addPerson } from "../../domain/members/people.server.ts";
import { listProjectChoices } from "../../domain/members/read-members.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { refusalOf } from "../../http/member-form.server.ts";
import { GRANTABLE, partFields, partOf } from "../../http/part-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { LOCALES } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const typed = z.string().max(2000).default("");
const schema = z.strictObject({
  ...partFields,
  name: typed,
  address: typed,
  locale: z.enum(["de", "en"]).default("de"),
});

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.members.personForm.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.edit");
    const projects = await listProjectChoices(context.db, new Date());
    const asked = new URL(request.url).searchParams.get("projekt");
    const projectId = projects.find((project) => project.project_id === asked)?.project_id ?? "";
    return { projects, projectId, roles: GRANTABLE };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "member.edit");
    const form = await parseForm(request, schema);
    const { name, address, locale } = form;
    try {
      const accountId = await addPerson(context, viewer, { name, address, locale, part: partOf(form) });
      return redirect(paths.person(accountId, { fertig: "angelegt" }));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      const known = faults.find(({ code }) => code === "has-account")?.detail?.accountId;
      return data({ form, faults, known: known === undefined ? undefined : String(known) }, { status });
    }
  });
}

export default function NewPerson() {
  const texts = useTexts();
  const t = texts.members.personForm;
  const locale = useLocale();
  const { projects, projectId, roles } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = refused?.form;
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={t.intro}
        trail={[{ to: paths.people(), label: texts.members.sections.people }]}
        trailLabel={texts.members.title}
      />
      <CheckedForm errors={fieldErrors(texts, locale, refused?.faults)}>
        <FormField
          name="name"
          label={t.name}
          input={{ required: true, autoComplete: "off", defaultValue: form?.name }}
        />
        <FormField
          name="address"
          label={t.address}
          hint={refused?.known ? <Link to={paths.person(refused.known)}>{t.toAccount}</Link> : undefined}
          input={{
            ...{ type: "email", required: true, autoComplete: "off", autoCapitalize: "none", spellCheck: false },
            defaultValue: form?.address,
          }}
        />
        <PartFields
          roles={roles}
          projects={projects}
          role={form?.role ?? "member"}
          projectId={form?.projectId ?? projectId}
        />
        <FormField name="locale" label={t.language} control="select" select={{ defaultValue: form?.locale ?? "de" }}>
          {LOCALES.map((code) => (
            <option key={code} value={code}>
              {texts.members.person.languages[code]}
            </option>
          ))}
        </FormField>
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.create}
          </button>
        </div>
      </CheckedForm>
    </>
  );
}
