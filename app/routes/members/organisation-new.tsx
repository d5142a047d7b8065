import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { OrganisationForm } from "../../components/members/organisation-form.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { createOrganisation } from "../../domain/members/edit-members.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { refusalOf } from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.strictObject({ name: z.string().max(2000), partner: z.literal("yes").optional() });

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.members.organisation.newTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.edit");
    return null;
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId } = await requireVerb(request, context, "member.edit");
    const { name, partner } = await parseForm(request, schema);
    const form = { name, isPartner: partner === "yes" };
    try {
      return redirect(paths.organisation(await createOrganisation(context.db, form, accountId), "angelegt"));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return data({ form, faults }, { status });
    }
  });
}

export default function NewOrganisation() {
  const texts = useTexts();
  const t = texts.members;
  const locale = useLocale();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={t.organisation.newTitle}
        trail={[{ to: paths.organisations(), label: t.sections.organisations }]}
        trailLabel={t.title}
      />
      <OrganisationForm
        {...(refused?.form ?? { name: "", isPartner: false })}
        errors={fieldErrors(texts, locale, refused?.faults)}
        submit={t.organisation.create}
      />
    </>
  );
}
