import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AudienceStep, type Counted } from "../../components/rounds/setup/audience-step.tsx";
import { PrivacyStep } from "../../components/rounds/setup/privacy-step.tsx";
import { type SetupStep, SetupSteps, STEPS } from "../../components/rounds/setup/setup-steps.tsx";
import { TimesStep } from "../../components/rounds/setup/times-step.tsx";
import { VersionStep } from "../../components/rounds/setup/version-step.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { ruleFor } from "../../domain/disclosure/rule.ts";
import { Problem } from "../../domain/problem.ts";
import { listVersions } from "../../domain/questionnaires/list-versions.server.ts";
import { REMINDER_DAYS } from "../../domain/rounds/draft-faults.ts";
import { changeDraft } from "../../domain/rounds/draft-round.server.ts";
import { countAudience, readAudienceChoices, readSetup, timesOf } from "../../domain/rounds/read-setup.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import * as forms from "../../http/round-form.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) =>
  loaded ? t.roundSetup.titleOf(`${textIn(loaded.draft.title, locale)} ${loaded.draft.wave}`) : t.roundSetup.newTitle,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const now = new Date();
    const setup = await readSetup(context.db, idOf(params.roundId));
    const step = stepOf(request);
    const { round_id: roundId, title, wave, version_id: versionId, privacy, strict, audience } = setup;
    return {
      step,
      draft: { roundId, title, wave, versionId, privacy, strict, audience, times: timesOf(setup, now) },
      versions: step === "version" ? await listVersions(context.db) : [],
      choices:
        step === "audience" ? await readAudienceChoices(context.db, setup.opens_at > now ? setup.opens_at : now) : null,
      reminderDays: [...REMINDER_DAYS],
      rules: { standard: ruleFor({ strict: false }), strict: ruleFor({ strict: true }) },
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.edit");
    const acting = { roundId: idOf(params.roundId), actorId, now: new Date() };
    const step = stepOf(request);
    const form = await READERS[step](request, acting.now);
    // A click on "Zählen" or "Suchen" changes nothing, whatever has been ticked so far.
    if ("intent" in form.typed && form.typed.intent !== "save") {
      const { intent } = form.typed;
      if (intent === "filter" || !form.meant) return data({ ...form, faults: intent === "filter" ? [] : form.faults });
      const setup = await readSetup(context.db, acting.roundId);
      const counted = await countAudience(context.db, setup, form.meant as never, acting.now);
      return data({ ...form, counted });
    }
    if (!form.meant) return data(form, { status: 422 });
    try {
      await changeDraft(context.db, acting, forms.changeOf(step, form.meant));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
      return data({ ...form, faults: error.faults }, { status: error.status });
    }
    const next = STEPS.indexOf(step) + 2;
    return redirect(next > STEPS.length ? paths.dryRun(acting.roundId) : paths.roundSetup(acting.roundId, next));
  });
}

const READERS = {
  version: forms.readVersionForm,
  audience: forms.readAudienceForm,
  times: forms.readTimesForm,
  privacy: forms.readPrivacyForm,
} satisfies Record<SetupStep, (request: Request, now: Date) => Promise<forms.Read<object, object>>>;

function stepOf(request: Request): SetupStep {
  const number = Number(new URL(request.url).searchParams.get("schritt") ?? 1);
  return STEPS[number - 1] ?? "version";
}

export default function Setup() {
  const t = useTexts();
  const read = useReader();
  const { step, draft } = useLoaderData<typeof loader>();
  const number = STEPS.indexOf(step) + 1;
  return (
    <>
      <PageHead
        title={t.roundSetup.titleOf(`${read(draft.title)} ${draft.wave}`)}
        trail={[{ to: paths.rounds(), label: t.rounds.list.title }]}
        trailLabel={t.rounds.list.title}
      />
      <SetupSteps roundId={draft.roundId} current={step} />
      <Step
        key={step}
        back={
          <Link className="button" to={paths.roundSetup(draft.roundId, number - 1)}>
            {t.roundSetup.back}
          </Link>
        }
      />
    </>
  );
}

/** The form of this step: as it was typed if it was refused, else as the draft has it. */
function Step({ back }: { back: React.ReactNode }) {
  const t = useTexts().roundSetup;
  const { step, draft, versions, choices, reminderDays, rules } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = answer?.faults;
  const typed = answer?.typed;
  if (step === "version") {
    return (
      <VersionStep
        versions={versions}
        typed={(typed as forms.VersionTyped | undefined) ?? draft}
        faults={faults}
        submit={t.next(t.steps.audience)}
      />
    );
  }
  if (step === "times") {
    return (
      <TimesStep
        typed={(typed as forms.TimesTyped | undefined) ?? draft.times}
        offered={reminderDays}
        faults={faults}
        back={back}
      />
    );
  }
  if (step === "privacy") {
    const who = draft.audience.kind === "link" ? "person" : "project";
    return (
      <PrivacyStep
        typed={(typed as forms.PrivacyTyped | undefined) ?? draft}
        who={who}
        rules={rules}
        faults={faults}
        back={back}
      />
    );
  }
  if (!choices) return null;
  const { audience } = draft;
  const saved: forms.AudienceTyped = {
    kind: audience.kind,
    attributes: audience.kind === "attributes" ? audience.attributes : {},
    projects: audience.kind === "projects" ? audience.projectIds : [],
    q: "",
    intent: "save",
  };
  return (
    <AudienceStep
      // What was ticked moves to the top after a search: the boxes are made anew.
      key={JSON.stringify(typed ?? saved)}
      choices={choices}
      typed={(typed as forms.AudienceTyped | undefined) ?? saved}
      faults={faults}
      counted={(answer as { counted?: Counted } | undefined)?.counted}
      back={back}
    />
  );
}
