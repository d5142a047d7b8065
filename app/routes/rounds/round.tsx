import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageHead } from "../../components/layout/page-head.tsx";
import { Steps } from "../../components/layout/steps.tsx";
import { titled } from "../../components/layout/titled.ts";
import { Participants } from "../../components/rounds/participants.tsx";
import { RoundStep } from "../../components/rounds/round-step.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { makeRelease } from "../../domain/release/make-release.server.ts";
import { closeRound } from "../../domain/rounds/close-round.server.ts";
import { type RoundRow, readRound } from "../../domain/rounds/read-round.server.ts";
import { formatCount, formatDate, formatDeadline, textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) =>
  loaded ? `${textIn(loaded.round.title, locale)} ${loaded.round.wave}` : t.rounds.list.title,
);

const VERBS = { close: "round.close", release: "release.make" } as const;
const schema = z.strictObject({ intent: z.enum(["close", "release"]) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.read");
    const closing = new URL(request.url).searchParams.get("schritt") === "schliessen";
    return { ...(await readRound(context.db, roundIdOf(params))), closing };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.read");
    const { intent } = await parseForm(request, schema);
    const { accountId: actorId } = await requireVerb(request, context, VERBS[intent]);
    const asked = { roundId: roundIdOf(params), actorId, now: new Date() };
    if (intent === "close") {
      await closeRound(context.db, asked);
      return redirect(paths.round(asked.roundId));
    }
    try {
      const { releaseId } = await makeRelease(context.db, asked);
      return redirect(paths.release(releaseId));
    } catch (error) {
      // Too few answers are an everyday outcome, to be read beside the button and not on an error page.
      if (!(error instanceof Problem) || error.code !== "too-few-respondents") throw error;
      return data({ problem: error.code }, { status: error.status });
    }
  });
}

export default function Round() {
  const { round, participants, release, closing } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const t = useTexts().rounds;
  const read = useReader();
  return (
    <div className="stack">
      <PageHead
        title={`${read(round.title)} ${round.wave}`}
        subtitle={<Facts round={round} />}
        trail={[{ to: paths.rounds(), label: t.list.title }]}
        trailLabel={t.list.title}
      />
      <Steps
        label={t.round.steps}
        current={round.state}
        steps={(["draft", "open", "closed", "released", "archived"] as const).map((code) => ({
          code,
          label: t.states[code],
        }))}
      />
      <RoundStep round={round} release={release} closing={closing} problem={problem} />
      <Figures round={round} />
      {participants ? (
        <Participants participants={participants} open={round.state === "open"} />
      ) : (
        <p>{t.round.anonymous}</p>
      )}
    </div>
  );
}

/** An id that cannot be one is a page that does not exist. */
function roundIdOf(params: { roundId?: string }): string {
  const parsed = z.uuid().safeParse(params.roundId);
  if (!parsed.success) throw new Problem("not-found");
  return parsed.data;
}

function Facts({ round }: { round: RoundRow }) {
  const t = useTexts().rounds;
  const locale = useLocale();
  const overdue = round.closes_at.getTime() < Date.now();
  const deadline = formatDeadline(round.closes_at, locale);
  const time =
    round.state === "open"
      ? overdue
        ? t.round.overdue(deadline)
        : t.round.openUntil(deadline)
      : t.round.closedOn(formatDate(round.closed_at ?? round.closes_at, locale));
  return [t.round.version(formatCount(round.version, locale)), t.privacy[round.privacy], time].join(" · ");
}

function Figures({ round }: { round: RoundRow }) {
  const t = useTexts().rounds.round;
  const locale = useLocale();
  const { invited, opened, begun, submitted } = round;
  const figures = [
    { label: t.figures.invited, n: invited },
    { label: t.figures.opened, n: opened },
    { label: round.state === "open" ? t.figures.begun : t.unfinished, n: begun },
    { label: t.figures.submitted, n: submitted },
  ];
  return (
    <dl className="figure-row">
      {figures.map(({ label, n }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCount(n ?? 0, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
