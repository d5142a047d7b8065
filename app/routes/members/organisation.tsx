import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DoneNotice } from "../../components/members/done-notice.tsx";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { OrganisationForm } from "../../components/members/organisation-form.tsx";
import { ProjectTable } from "../../components/members/project-table.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { changeOrganisation } from "../../domain/members/edit-members.server.ts";
import { readOrganisation } from "../../domain/members/read-members.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { refusalOf } from "../../http/member-form.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const schema = z.strictObject({ name: z.string().max(2000), partner: z.literal("yes").optional() });

export const meta = titled<Awaited<ReturnType<typeof loader>>>((t, page) => page?.organisation.name ?? t.members.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    return readOrganisation(context.db, idOf(params.organisationId), new Date());
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId } = await requireVerb(request, context, "member.edit");
    const organisationId = idOf(params.organisationId);
    const { name, partner } = await parseForm(request, schema);
    const form = { name, isPartner: partner === "yes" };
    try {
      await changeOrganisation(context.db, organisationId, form, accountId);
      return redirect(paths.organisation(organisationId, "geaendert"));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return data({ form, faults }, { status });
    }
  });
}

export default function Organisation() {
  const texts = useTexts();
  const t = texts.members;
  const locale = useLocale();
  const { organisation, projects, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const present = { name: organisation.name, isPartner: organisation.is_partner };
  return (
    <>
      <PageHead
        title={organisation.name}
        subtitle={organisation.is_partner ? t.organisations.partner : undefined}
        trail={[{ to: paths.organisations(), label: t.sections.organisations }]}
        trailLabel={t.title}
      />
      <DoneNotice texts={t.organisation.done} />
      <section className="stack stack--close">
        <h2>{t.organisation.projects}</h2>
        {projects.length > 0 ? (
          <ProjectTable projects={projects} today={today} bare />
        ) : (
          <EmptyState title={t.organisation.noProjects} headingLevel={3} />
        )}
      </section>
      <section className="card stack--close">
        <h2>{t.organisation.edit}</h2>
        <OrganisationForm
          {...(refused?.form ?? present)}
          errors={fieldErrors(texts, locale, refused?.faults)}
          submit={t.organisation.save}
        />
      </section>
    </>
  );
}
