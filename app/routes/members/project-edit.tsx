import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { ProjectFields } from "../../components/members/project-fields.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { changeProject } from "../../domain/members/edit-members.server.ts";
import { listOrganisationChoices, readProject } from "../../domain/members/read-members.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { projectFields, readProjectForm, refusalOf } from "../../http/member-form.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.strictObject(projectFields);

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.members.projectForm.editTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.edit");
    const { project } = await readProject(context.db, idOf(params.projectId), new Date());
    return { project, organisations: await listOrganisationChoices(context.db) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId } = await requireVerb(request, context, "member.edit");
    const projectId = idOf(params.projectId);
    const typed = await parseForm(request, schema);
    try {
      await changeProject(context.db, projectId, readProjectForm(typed), accountId);
      return redirect(paths.project(projectId, "geaendert"));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return data({ typed, faults }, { status });
    }
  });
}

export default function EditProject() {
  const texts = useTexts();
  const t = texts.members.projectForm;
  const locale = useLocale();
  const { project, organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const present = {
    name: project.project,
    organisationId: project.organisation_id,
    newOrganisation: "",
    activeFrom: project.active_from,
    activeUntil: project.active_until ?? "",
  };
  return (
    <>
      <PageHead
        title={t.editTitle}
        trail={[
          { to: paths.members(), label: texts.members.title },
          { to: paths.project(project.project_id), label: project.project },
        ]}
        trailLabel={texts.members.title}
      />
      <CheckedForm errors={fieldErrors(texts, locale, refused?.faults)}>
        <ProjectFields organisations={organisations} typed={refused?.typed ?? present} />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.save}
          </button>
        </div>
      </CheckedForm>
    </>
  );
}
