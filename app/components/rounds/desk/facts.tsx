import type { Desk } from "../../../domain/rounds/desk/read-desk.server.ts";
import { formatCount, formatDate, formatDeadline } from "../../../format.ts";
import { FictionalChip } from "../../fictional-chip.tsx";
import { useLocale, useTexts } from "../../texts.ts";

/** Version, privacy and time in one line. */
export function Facts({ round, facts, now }: Pick<Desk, "round" | "facts" | "now">) {
  const t = useTexts();
  const locale = useLocale();
  const privacy = t.rounds.privacy[round.privacy];
  const parts = [
    t.rounds.round.version(formatCount(round.version, locale)),
    facts.strict ? `${privacy} (${t.desk.facts.strict})` : privacy,
    timeOf(),
  ];
  return (
    <>
      {parts.join(" · ")} <FictionalChip fictional={round.fictional} />
    </>
  );

  function timeOf(): string {
    const deadline = formatDeadline(round.closes_at, locale);
    switch (round.state) {
      case "draft":
        return t.desk.facts.opensOn(formatDate(round.opens_at, locale));
      case "open":
        return round.closes_at < now ? t.rounds.round.overdue(deadline) : t.rounds.round.openUntil(deadline);
      case "cancelled":
        return t.desk.facts.cancelledOn(formatDate(facts.cancelled_at ?? round.closes_at, locale));
      default:
        return t.rounds.round.closedOn(formatDate(round.closed_at ?? round.closes_at, locale));
    }
  }
}
