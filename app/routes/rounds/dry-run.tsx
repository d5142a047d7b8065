import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AskedProjects } from "../../components/rounds/dry-run/asked-projects.tsx";
import { ExpectedTable } from "../../components/rounds/dry-run/expected-table.tsx";
import { OpenStep } from "../../components/rounds/dry-run/open-step.tsx";
import { SetupFacts } from "../../components/rounds/dry-run/setup-facts.tsx";
import { TooFew } from "../../components/rounds/dry-run/too-few.tsx";
import { SetupSteps } from "../../components/rounds/setup/setup-steps.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { deleteDraft } from "../../domain/rounds/draft-round.server.ts";
import { readDryRun } from "../../domain/rounds/dry-run.server.ts";
import { openDraft, planOpening, unplanOpening } from "../../domain/rounds/open-round.server.ts";
import { formatCount, formatQuantity, textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) =>
  loaded
    ? t.roundSetup.summary.titleOf(`${textIn(loaded.draft.title, locale)} ${loaded.draft.wave}`)
    : t.roundSetup.newTitle,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const search = new URL(request.url).searchParams;
    const page = await readDryRun(context.db, idOf(params.roundId), new Date());
    return { ...page, asked: search.get("schritt"), only: search.get("zeigen") === "ohne" };
  });
}

const schema = z.strictObject({ intent: z.enum(["open", "plan", "unplan", "delete"]) });

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.edit");
    const { intent } = await parseForm(request, schema);
    const acting = { roundId: idOf(params.roundId), actorId, now: new Date() };
    try {
      switch (intent) {
        case "open":
          await openDraft(context, acting);
          return redirect(paths.round(acting.roundId));
        case "plan":
          await planOpening(context.db, acting);
          break;
        case "unplan":
          await unplanOpening(context.db, acting);
          break;
        case "delete":
          await deleteDraft(context.db, acting);
          return redirect(paths.rounds());
      }
    } catch (error) {
      // Said here and now: at the planned beginning it may no longer stand in the way.
      if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
      return data({ faults: error.faults }, { status: error.status });
    }
    return redirect(paths.dryRun(acting.roundId));
  });
}

export default function DryRun() {
  const t = useTexts();
  const read = useReader();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.faults;
  const { draft, projects, expected, only } = page;
  return (
    <div className="stack">
      <PageHead
        title={t.roundSetup.summary.titleOf(`${read(draft.title)} ${draft.wave}`)}
        trail={[{ to: paths.rounds(), label: t.rounds.list.title }]}
        trailLabel={t.rounds.list.title}
      />
      <SetupSteps roundId={draft.roundId} current="summary" />
      <TooFew draft={draft} tooFew={page.tooFew} />
      <OpenStep draft={draft} faults={page.faults} refused={refused} mails={page.mails} asked={page.asked} />
      <Figures />
      <Burden />
      <section className="card">
        <SetupFacts draft={draft} />
      </section>
      {draft.audience.kind === "link" ? (
        <p className="quiet">{t.roundSetup.summary.byLinkText}</p>
      ) : (
        <>
          <ExpectedTable total={expected.total} breakdowns={expected.breakdowns} />
          <AskedProjects roundId={draft.roundId} projects={projects} only={only} />
        </>
      )}
    </div>
  );
}

/** A warning where the year would become too much for somebody; it forbids nothing. */
function Burden() {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  const { draft, burden } = useLoaderData<typeof loader>();
  const { above, limit, most } = burden;
  if (above === 0) return null;
  return (
    <Notice kind="warn" title={t.burdenTitle(above, formatCount(above, locale), formatCount(limit, locale))}>
      <p>
        {t.burdenText(formatCount(most, locale))}{" "}
        <Link to={paths.calendar(draft.opensAt.getFullYear())}>{t.burdenLink}</Link>
      </p>
    </Notice>
  );
}

function Figures() {
  const t = useTexts().roundSetup.summary.figures;
  const locale = useLocale();
  const { projects, links, mails, unreachable, withoutLead, minutes } = useLoaderData<typeof loader>();
  const asked = links ? links.people : projects.length;
  const figures = [
    ...(links
      ? [
          { label: t.people, value: formatCount(links.people, locale) },
          { label: t.links, value: formatCount(links.links, locale) },
        ]
      : [{ label: t.projects, value: formatCount(asked, locale) }]),
    { label: t.mails, value: formatCount(mails, locale) },
    ...(links
      ? []
      : [
          { label: t.withoutLead, value: formatCount(withoutLead, locale) },
          { label: t.unreachable, value: formatCount(unreachable, locale), bad: unreachable > 0 },
        ]),
    ...(minutes === null
      ? []
      : [
          { label: t.minutes, value: formatCount(minutes, locale) },
          { label: t.hours, value: formatQuantity(Math.round((minutes * asked) / 6) / 10, locale) },
        ]),
  ];
  return (
    <dl className="figure-row">
      {figures.map(({ label, value, ...more }) => (
        <div key={label} className={"bad" in more && more.bad ? "is-bad" : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
