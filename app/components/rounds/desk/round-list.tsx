import { Link } from "@remix-run/react";
import type { ListedRound, RoundGroup } from "../../../domain/rounds/desk/read-rounds.server.ts";
import { formatCount, formatDate } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { StateChip, type StateTone } from "../../layout/state-chip.tsx";
import { useLocale, useReader, useTexts } from "../../texts.ts";

/** One group of the list with a card for each round. */
export function RoundGroupList({ group, rounds, now }: { group: RoundGroup; rounds: ListedRound[]; now: Date }) {
  const t = useTexts().desk.list;
  return (
    <section className="stack--close">
      <h2>{t.groups[group]}</h2>
      <ul className="plain-list round-list">
        {rounds.map((round) => (
          <RoundItem key={round.round_id} round={round} now={now} />
        ))}
      </ul>
    </section>
  );
}

const TONES: Record<ListedRound["state"], StateTone> = {
  draft: "idle",
  open: "started",
  closed: "idle",
  released: "done",
  archived: "done",
  cancelled: "bad",
};

function RoundItem({ round, now }: { round: ListedRound; now: Date }) {
  const texts = useTexts();
  const t = texts.desk.list;
  const locale = useLocale();
  const read = useReader();
  const count = (n: number) => formatCount(n, locale);
  const { state, returned, expected } = round;
  return (
    <li className="round-list__item">
      <h3>
        <Link to={paths.round(round.round_id)}>{`${read(round.title)} ${round.wave}`}</Link>
      </h3>
      <StateChip tone={TONES[state]}>{texts.rounds.states[state]}</StateChip>
      <p>{timeOf()}</p>
      <p className="round-list__returns">
        {state === "draft" || state === "cancelled" ? null : returnsOf()}
        {round.inquiries > 0 ? (
          <Link className="round-list__inquiries" to={`${paths.round(round.round_id)}#fragen`}>
            {texts.inquiries.desk.open(round.inquiries, count(round.inquiries))}
          </Link>
        ) : null}
      </p>
    </li>
  );

  function timeOf(): string {
    const closes = formatDate(round.closes_at, locale);
    if (state === "draft") return t.opens(formatDate(round.opens_at, locale));
    if (state === "open") return round.closes_at < now ? t.overdue(closes) : t.until(closes);
    if (state === "cancelled") return texts.rounds.states.cancelled;
    return t.ended(formatDate(round.closed_at ?? round.closes_at, locale));
  }

  function returnsOf(): string {
    if (expected !== null && expected > 0) return t.returns(count(returned), count(expected));
    return round.privacy === "anonymous" && state === "open"
      ? t.unknownReturns(count(returned))
      : t.used(count(returned));
  }
}
