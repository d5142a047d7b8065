import type { Db } from "#db/client.server.ts";
import { countBouncedAddresses, countOpenRequests, listProposals } from "#db/queries/agenda.server.ts";
import type { Text } from "#surveys/model.ts";
import { daysBetween } from "../rounds/desk/curve.ts";
import { type ListedRound, readRoundGroups } from "../rounds/desk/read-rounds.server.ts";
import { maySomewhere, type Viewer } from "../viewer.ts";

/** A round that ends within so many days is due. */
const SOON_DAYS = 7;

type RoundRef = { roundId: string; title: Text; wave: string };

/** One thing that is due, in the order of the page. */
export type AgendaLine =
  | ({ kind: "ends"; days: number; submitted: number; invited: number | null } & RoundRef)
  | ({ kind: "overdue"; submitted: number; invited: number | null } & RoundRef)
  | ({ kind: "inquiries"; n: number } & RoundRef)
  | ({ kind: "to-release" } & RoundRef)
  | ({ kind: "draft"; opensAt: Date | null } & RoundRef)
  | { kind: "requests"; n: number }
  | { kind: "bounced"; n: number }
  | { kind: "second-yes" | "own-proposal"; draftId: string; name: string };

export type Agenda = { rounds: AgendaLine[]; members: AgendaLine[]; questionnaires: AgendaLine[] };

/** What is due today for this person: each line only for those who may do it. */
export async function readAgenda(db: Db, viewer: Viewer, now: Date): Promise<Agenda> {
  const may = (verb: Parameters<typeof maySomewhere>[1]) => maySomewhere(viewer, verb);
  const [groups, requests, bounced, proposals] = await Promise.all([
    may("round.read") ? readRoundGroups(db) : [],
    may("member.edit") ? countOpenRequests(db) : 0,
    may("member.edit") ? countBouncedAddresses(db) : 0,
    may("questionnaire.publish") ? listProposals(db) : [],
  ]);
  const roundsIn = (group: (typeof groups)[number]["group"]) => groups.find((one) => one.group === group)?.rounds ?? [];
  return {
    rounds: [
      ...(may("inquiry.answer") ? groups.flatMap(({ rounds }) => rounds.flatMap(inquiriesOf)) : []),
      ...(may("round.close") ? roundsIn("open").flatMap((round) => endOf(round, now)) : []),
      ...(may("release.make")
        ? roundsIn("closed").map((round) => ({ kind: "to-release" as const, ...refOf(round) }))
        : []),
      ...(may("round.edit")
        ? roundsIn("draft").map((round) => ({
            kind: "draft" as const,
            // A beginning that has passed is one that nobody has set.
            opensAt: round.opens_at > now ? round.opens_at : null,
            ...refOf(round),
          }))
        : []),
    ],
    members: [
      ...(requests > 0 ? [{ kind: "requests" as const, n: requests }] : []),
      ...(bounced > 0 ? [{ kind: "bounced" as const, n: bounced }] : []),
    ],
    questionnaires: proposals.map(({ draft_id: draftId, name, proposed_by }) => ({
      kind: proposed_by === viewer.accountId ? ("own-proposal" as const) : ("second-yes" as const),
      draftId,
      name,
    })),
  };
}

/** Rounds that end soon or should have ended. */
function endOf(round: ListedRound, now: Date): AgendaLine[] {
  const counts = { submitted: round.returned, invited: round.expected, ...refOf(round) };
  if (round.closes_at <= now) return [{ kind: "overdue", ...counts }];
  const days = daysBetween(now, round.closes_at);
  return days <= SOON_DAYS ? [{ kind: "ends", days, ...counts }] : [];
}

function inquiriesOf(round: ListedRound): AgendaLine[] {
  return round.inquiries > 0 ? [{ kind: "inquiries", n: round.inquiries, ...refOf(round) }] : [];
}

const refOf = ({ round_id: roundId, title, wave }: ListedRound): RoundRef => ({ roundId, title, wave });
