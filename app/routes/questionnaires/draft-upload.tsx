import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { UploadForm } from "../../components/questionnaires/upload-form.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { getDraft, getDraftFile } from "../../domain/questionnaires/read-draft.server.ts";
import { replaceDraft } from "../../domain/questionnaires/upload-draft.server.ts";
import { definitionFields, readDefinitionForm } from "../../http/definition-form.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.questionnaires.upload.replaceTitle);

const schema = z.strictObject(definitionFields);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "questionnaire.edit");
    const draftId = idOf(params.draftId);
    const draft = await getDraft(context.db, draftId);
    if (draft.state !== "draft") throw new Problem("draft-changed");
    return { draft, text: await getDraftFile(context.db, draftId) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "questionnaire.edit");
    const { text, error } = await readDefinitionForm(await parseForm(request, schema));
    if (error) return data({ text, error }, { status: 422 });
    const draftId = idOf(params.draftId);
    const done = await replaceDraft(context.db, context.checking, { draftId, json: text, actorId, now: new Date() });
    if ("refused" in done) return data({ text, refused: done.refused }, { status: 422 });
    return redirect(paths.draft(draftId));
  });
}

export default function Replace() {
  const all = useTexts().questionnaires;
  const read = useReader();
  const { draft, text } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Parameters<typeof UploadForm>[0]["sent"];
  return (
    <>
      <PageHead
        title={all.upload.replaceTitle}
        subtitle={all.upload.subtitle}
        trail={[
          { to: paths.questionnaires(), label: all.list.title },
          { to: paths.draft(draft.draftId), label: `${all.draft.kicker}: ${read(draft.title)}` },
        ]}
        trailLabel={all.list.title}
      />
      <UploadForm sent={sent ?? { text }} action={paths.draftUpload(draft.draftId)} submit={all.upload.replaceSubmit} />
    </>
  );
}
