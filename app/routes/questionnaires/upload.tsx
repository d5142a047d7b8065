import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChoiceField } from "../../components/layout/choice-field.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { UploadForm } from "../../components/questionnaires/upload-form.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { listVersions } from "../../domain/questionnaires/list-versions.server.ts";
import { uploadDraft } from "../../domain/questionnaires/upload-draft.server.ts";
import { formatCount } from "../../format.ts";
import { definitionFields, readDefinitionForm } from "../../http/definition-form.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.questionnaires.upload.newTitle);

const NEXT = "next";
const schema = z.strictObject({
  ...definitionFields,
  name: z.string().max(1000).default(""),
  /** `next`, or the id of the version whose wording is corrected */
  kind: z.union([z.literal(NEXT), z.uuid()]).default(NEXT),
});

/** How many versions can be chosen to be corrected: the latest. */
const MOST_VERSIONS = 6;

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "questionnaire.edit");
    const name = nameIn(request);
    if (!name) return { name: "", versions: [] };
    const versions = await listVersions(context.db, name);
    if (versions.length === 0) throw new Problem("not-found");
    versions.sort((a, b) => b.number - a.number);
    return { name, versions: versions.slice(0, MOST_VERSIONS) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "questionnaire.edit");
    const form = await parseForm(request, schema);
    const existing = nameIn(request);
    const typed = { name: form.name, kind: form.kind };
    const { text, error } = await readDefinitionForm(form);
    if (error) return data({ text, error, typed }, { status: 422 });
    const done = await uploadDraft(context.db, context.checking, {
      name: existing || form.name.trim(),
      isNew: !existing,
      amends: existing && form.kind !== NEXT ? form.kind : null,
      json: text,
      actorId,
    });
    if ("refused" in done) return data({ text, refused: done.refused, typed }, { status: 422 });
    return redirect(paths.draft(done.draftId));
  });
}

export default function Upload() {
  const all = useTexts().questionnaires;
  const t = all.upload;
  const read = useReader();
  const locale = useLocale();
  const { name, versions } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [latest] = versions;
  const trail = [
    { to: paths.questionnaires(), label: all.list.title },
    ...(latest ? [{ to: paths.questionnaire(name), label: read(latest.title) }] : []),
  ];
  return (
    <>
      <PageHead
        title={latest ? t.nextTitle(read(latest.title)) : t.newTitle}
        subtitle={t.subtitle}
        trail={trail}
        trailLabel={all.list.title}
      />
      <UploadForm
        sent={sent as Parameters<typeof UploadForm>[0]["sent"]}
        action={paths.newQuestionnaire(name || undefined)}
        submit={t.submit}
      >
        {latest ? (
          <ChoiceField
            type="radio"
            name="kind"
            legend={t.kind}
            defaultChosen={[sent?.typed.kind ?? NEXT]}
            options={[
              { value: NEXT, label: t.kinds.next, hint: t.kinds.nextHint },
              ...versions.map((version) => ({
                value: version.versionId,
                label: t.kinds.amend(formatCount(version.number, locale)),
                hint: t.kinds.amendHint,
              })),
            ]}
          />
        ) : (
          <FormField
            name="name"
            label={t.name}
            hint={t.nameHint}
            input={{ defaultValue: sent?.typed.name, autoCapitalize: "none", spellCheck: false, required: true }}
          />
        )}
      </UploadForm>
    </>
  );
}

/** The questionnaire that a version is uploaded for; empty for a new one. */
function nameIn(request: Request): string {
  return new URL(request.url).searchParams.get("fragebogen") ?? "";
}
