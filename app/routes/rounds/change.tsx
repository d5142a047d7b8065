import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ChangeConfirm, isAtOnce, useDays } from "../../components/rounds/change/change-confirm.tsx";
import {
  AmendmentForm,
  DeadlineForm,
  ReasonForm,
  RemindersForm,
} from "../../components/rounds/change/change-forms.tsx";
import { History } from "../../components/rounds/history.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { REMINDER_DAYS } from "../../domain/rounds/draft-faults.ts";
import { readHistory } from "../../domain/rounds/history.server.ts";
import { type Asked, CHANGES, type ChangeKind, readChange } from "../../domain/rounds/read-change.server.ts";
import { formatCount, formatDeadline, textIn } from "../../format.ts";
import { type Answer, answerChange } from "../../http/change-round.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) =>
  loaded ? t.roundChange.title(`${textIn(loaded.round.title, locale)} ${loaded.round.wave}`) : t.roundChange.short,
);

const kindOf = (request: Request): ChangeKind | undefined => {
  const asked = new URL(request.url).searchParams.get("was");
  return CHANGES.find((kind) => kind === asked);
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const roundId = idOf(params.roundId);
    const round = await readChange(context.db, roundId);
    const kind = kindOf(request);
    return {
      round,
      /** what is not possible in this state is not shown */
      kind: kind && round.kinds.includes(kind) ? kind : null,
      events: await readHistory(context.db, roundId),
      offered: [...REMINDER_DAYS],
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const kind = kindOf(request);
    if (!kind) throw new Problem("not-found");
    const verb = kind === "schliessen" ? "round.close" : "round.edit";
    const { accountId: actorId } = await requireVerb(request, context, verb);
    const acting = { roundId: idOf(params.roundId), actorId, now: new Date() };
    const answer = await answerChange(context.db, kind, request, acting);
    if (answer.done) return redirect(paths.round(acting.roundId));
    return data(answer, { status: answer.faults ? 422 : 200 });
  });
}

export default function Change() {
  const t = useTexts();
  const read = useReader();
  const { round, kind, events } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const name = `${read(round.title)} ${round.wave}`;
  return (
    <div className="stack">
      <PageHead
        title={t.roundChange.title(name)}
        trail={[
          { to: paths.rounds(), label: t.rounds.list.title },
          { to: paths.round(round.roundId), label: name },
        ]}
        trailLabel={t.rounds.list.title}
      />
      {kind ? <OneChange kind={kind} answer={answer} key={kind} /> : <Choice />}
      <History events={events} />
    </div>
  );
}

function Choice() {
  const t = useTexts().roundChange;
  const locale = useLocale();
  const daysOf = useDays();
  const { round } = useLoaderData<typeof loader>();
  if (round.kinds.length === 0) return <p>{t.nothing}</p>;
  const hints: Record<ChangeKind, string> = {
    frist: t.hints.frist(formatDeadline(round.closesAt, locale)),
    erinnerungen: t.hints.erinnerungen(daysOf(round.reminders)),
    wortlaut: t.hints.wortlaut(formatCount(round.version, locale)),
    schliessen: t.hints.schliessen,
    abbrechen: t.hints.abbrechen,
    beenden: t.hints.beenden,
    archivieren: t.hints.archivieren,
  };
  return (
    <section className="stack--close">
      <h2>{t.choose}</h2>
      <ul className="plain-list change-choices">
        {round.kinds.map((kind) => (
          <li key={kind} className="card">
            <Link to={paths.changeRound(round.roundId, kind)}>{t.actions[kind]}</Link>
            <p className="quiet">{hints[kind]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneChange({ kind, answer }: { kind: ChangeKind; answer: Answer | undefined }) {
  const t = useTexts().roundChange;
  const { round } = useLoaderData<typeof loader>();
  const asked: Asked | undefined = answer?.asked ?? (isAtOnce(kind) ? { kind } : undefined);
  if (asked) return <ChangeConfirm asked={asked} round={round} />;
  return (
    <section className="stack--close">
      <h2>{t.actions[kind]}</h2>
      <ChangeForm kind={kind} answer={answer} />
      <p>
        <Link to={paths.changeRound(round.roundId)}>{t.back}</Link>
      </p>
    </section>
  );
}

function ChangeForm({ kind, answer }: { kind: ChangeKind; answer: Answer | undefined }) {
  const { round, offered } = useLoaderData<typeof loader>();
  const { faults, typed = {} } = answer ?? {};
  switch (kind) {
    case "frist": {
      const { day: endDay, time: endTime } = round.deadline;
      return <DeadlineForm typed={{ endDay, endTime, ...typed }} faults={faults} />;
    }
    case "erinnerungen":
      return <RemindersForm days={typed.days ?? round.reminders} offered={offered} faults={faults} />;
    case "wortlaut":
      return <AmendmentForm amendments={round.amendments} faults={faults} />;
    default:
      return <ReasonForm reason={typed.reason ?? ""} faults={faults} />;
  }
}
