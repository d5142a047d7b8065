import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AttributeFields } from "../../components/members/attribute-fields.tsx";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { ProjectFields } from "../../components/members/project-fields.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { TYPED_ATTRIBUTES } from "../../domain/members/attributes.ts";
import { dayOf } from "../../domain/members/days.ts";
import { createProject } from "../../domain/members/edit-members.server.ts";
import { listOrganisationChoices } from "../../domain/members/read-members.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import {
  attributeFields,
  attributeLists,
  projectFields,
  readAttributes,
  readProjectForm,
  refusalOf,
} from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.strictObject({ ...projectFields, ...attributeFields });

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.members.projectForm.newTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.edit");
    const organisations = await listOrganisationChoices(context.db);
    return { organisations, attributes: TYPED_ATTRIBUTES, today: dayOf(new Date()) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId } = await requireVerb(request, context, "member.edit");
    const { name, organisationId, newOrganisation, activeFrom, activeUntil, ...rest } = await parseForm(
      request,
      schema,
      attributeLists,
    );
    const typed = { name, organisationId, newOrganisation, activeFrom, activeUntil };
    const values = readAttributes(rest);
    try {
      return redirect(
        paths.project(await createProject(context.db, readProjectForm(typed), values, accountId), "angelegt"),
      );
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return data({ typed, values, faults }, { status });
    }
  });
}

export default function NewProject() {
  const texts = useTexts();
  const t = texts.members.projectForm;
  const locale = useLocale();
  const { organisations, attributes, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const empty = { name: "", organisationId: "", newOrganisation: "", activeFrom: today, activeUntil: "" };
  return (
    <>
      <PageHead
        title={t.newTitle}
        trail={[{ to: paths.members(), label: texts.members.title }]}
        trailLabel={texts.members.title}
      />
      <CheckedForm errors={fieldErrors(texts, locale, refused?.faults)}>
        <ProjectFields organisations={organisations} typed={refused?.typed ?? empty} />
        <div className="form-part">
          <h2>{t.attributes}</h2>
          <p className="field__hint">{t.attributesHint}</p>
        </div>
        <AttributeFields attributes={attributes} values={refused?.values ?? {}} />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.create}
          </button>
        </div>
      </CheckedForm>
    </>
  );
}
