import { Link } from "@remix-run/react";
import type { ProblemCode } from "../../../domain/problem.ts";
import type { Desk } from "../../../domain/rounds/desk/read-desk.server.ts";
import type { DeskView } from "../../../domain/rounds/desk/view.ts";
import { formatCount } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { DeskInquiries, type RefusedAnswer } from "../../inquiries/desk-inquiries.tsx";
import { PageHead } from "../../layout/page-head.tsx";
import { Steps } from "../../layout/steps.tsx";
import { useLocale, useReader, useTexts } from "../../texts.ts";
import { CorrectionNotice } from "../correction-notice.tsx";
import { History } from "../history.tsx";
import { InterimStep } from "../interim-step.tsx";
import { RoundStep } from "../round-step.tsx";
import { AnonymousReturns } from "./anonymous-returns.tsx";
import { CurveCard } from "./curve-card.tsx";
import { Facts } from "./facts.tsx";
import { People, type Reminding } from "./people.tsx";
import { ReturnsCard } from "./returns-card.tsx";
import { ReturnsTable } from "./returns-table.tsx";
import { StateNotice } from "./state-notice.tsx";

type DeskPageProps = Desk & {
  view: DeskView;
  /** what the person asked for and is to confirm */
  asked: string | null;
  mayRemind: boolean;
  mayEdit: boolean;
  mayAnswer: boolean;
  answer: (Reminding & { problem?: ProblemCode; inquiry?: RefusedAnswer }) | undefined;
};

/** The coordination's page of one round: how far it is, who has answered, and what to do next. */
export function DeskPage(desk: DeskPageProps) {
  const { round, facts, release, known, anonymous, view, answer } = desk;
  const t = useTexts();
  const read = useReader();
  const path = round.state === "cancelled" ? CANCELLED : round.state === "archived" && !release ? ENDED : STATES;
  return (
    <div className="stack">
      <PageHead
        title={`${read(round.title)} ${round.wave}`}
        subtitle={<Facts round={round} facts={facts} now={desk.now} />}
        trail={[{ to: paths.rounds(), label: t.rounds.list.title }]}
        trailLabel={t.rounds.list.title}
        actions={<HeadActions {...desk} />}
      />
      <Steps
        label={t.rounds.round.steps}
        current={round.state}
        steps={path.map((code) => ({ code, label: t.rounds.states[code] }))}
      />
      <StateNotice round={round} mayEdit={desk.mayEdit} />
      <RoundStep
        round={withUses(round, anonymous)}
        release={release}
        run={desk.run}
        outlook={desk.outlook}
        asked={desk.asked}
        mayEdit={desk.mayEdit}
        problem={answer?.problem}
      />
      {desk.interim ? (
        <InterimStep
          roundId={round.round_id}
          outlook={desk.interim}
          isRunning={desk.run?.problem === null}
          confirming={desk.asked === "zwischenstand"}
        />
      ) : null}
      {desk.correction && desk.run?.problem !== null ? (
        <CorrectionNotice roundId={round.round_id} outlook={desk.correction} />
      ) : null}
      <DeskInquiries {...desk} refused={answer?.inquiry} />
      {anonymous ? <AnonymousReturns anonymous={anonymous} /> : null}
      {known ? (
        <>
          <ReturnsCard roundId={round.round_id} returns={known.returns} running={round.state === "open"} view={view} />
          {known.curve ? <CurveCard curve={known.curve} /> : null}
          {known.table && known.total > 0 ? (
            <ReturnsTable roundId={round.round_id} table={known.table} view={view} running={round.state === "open"} />
          ) : null}
          <People
            round={round}
            known={known}
            view={view}
            now={desk.now}
            canRemind={desk.mayRemind && round.state === "open"}
            canReopen={desk.mayEdit && round.state === "open" && round.closes_at > desk.now}
            canErase={desk.mayEdit && ENDED_STATES.includes(round.state)}
            answer={answer}
          />
        </>
      ) : null}
      <History events={desk.history} />
    </div>
  );
}

const STATES = ["draft", "open", "closed", "released", "archived"] as const;
const ENDED = ["draft", "open", "closed", "archived"] as const;
/** What was submitted can be erased from then on; before, its team withdraws it. */
const ENDED_STATES = ["closed", "released", "archived"];
const CANCELLED = ["draft", "open", "cancelled"] as const;

/** Submissions of an anonymous round wait unread until it is closed: until then the used links are what can be counted. */
function withUses(round: DeskPageProps["round"], anonymous: DeskPageProps["anonymous"]) {
  if (!anonymous || round.state !== "open") return round;
  return { ...round, submitted: anonymous.used + (anonymous.openUses ?? 0) };
}

/** Links for people without account, the call list, and the way to the list with everybody ticked who can be reminded. */
function HeadActions({ round, facts, known, view, mayRemind, mayEdit }: DeskPageProps) {
  const { desk: t, coding } = useTexts();
  const locale = useLocale();
  const over = round.state !== "open" && round.state !== "draft";
  const list = paths.round(round.round_id, { stand: "waiting", auswahl: "alle", nach: view.by ?? undefined });
  const jump = known?.byLink ? t.remind.jumpPeople : t.remind.jump;
  const waiting = known ? known.returns.all - known.returns.submitted - known.returns.declined : 0;
  return (
    <>
      {ENDED_STATES.includes(round.state) ? (
        <Link className="button" to={paths.codingRound(round.round_id)}>
          {coding.title}
        </Link>
      ) : null}
      {mayEdit && facts.audience.kind === "link" && !over ? (
        <Link className="button" to={paths.roundLinks(round.round_id)}>
          {t.links}
        </Link>
      ) : null}
      {mayRemind && round.state === "open" && waiting > 0 ? (
        <a className="button" href={paths.callList(round.round_id)} download>
          {t.callList.link}
        </a>
      ) : null}
      {mayRemind && round.state === "open" && known && known.due > 0 ? (
        <a className="button button--primary" href={`${list}#teilnehmende`}>
          {jump(known.due, formatCount(known.due, locale))}
        </a>
      ) : null}
    </>
  );
}
