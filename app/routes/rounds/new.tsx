import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { SetupSteps } from "../../components/rounds/setup/setup-steps.tsx";
import { VersionStep } from "../../components/rounds/setup/version-step.tsx";
import { useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { listVersions } from "../../domain/questionnaires/list-versions.server.ts";
import { createDraft } from "../../domain/rounds/draft-round.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { readVersionForm } from "../../http/round-form.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.roundSetup.newTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const now = new Date();
    return {
      versions: await listVersions(context.db),
      /** the half year, as the waves so far are called */
      wave: `${now.getFullYear()}/${now.getMonth() < 6 ? 1 : 2}`,
      versionId: new URL(request.url).searchParams.get("fassung") ?? "",
    };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.edit");
    const { typed, meant, faults } = await readVersionForm(request);
    if (!meant) return data({ typed, faults }, { status: 422 });
    try {
      const draft = { ...meant, fictional: context.env.demo, actorId, now: new Date() };
      return redirect(paths.roundSetup(await createDraft(context.db, draft), 2));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
      return data({ typed, faults: error.faults }, { status: error.status });
    }
  });
}

export default function NewRound() {
  const t = useTexts();
  const { versions, wave, versionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={t.roundSetup.newTitle}
        subtitle={t.roundSetup.newSubtitle}
        trail={[{ to: paths.rounds(), label: t.rounds.list.title }]}
        trailLabel={t.rounds.list.title}
      />
      {versions.length === 0 ? (
        <EmptyState title={t.roundSetup.noVersions} text={t.roundSetup.noVersionsText} />
      ) : (
        <>
          <SetupSteps current="version" />
          <VersionStep
            versions={versions}
            typed={refused?.typed ?? { versionId, wave }}
            faults={refused?.faults}
            submit={t.roundSetup.begin}
          />
        </>
      )}
    </>
  );
}
