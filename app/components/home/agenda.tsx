import { Link } from "@remix-run/react";
import type { AgendaLine, Agenda as AgendaModel } from "../../domain/home/read-agenda.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

const GROUPS = ["rounds", "members", "questionnaires"] as const;

/** What is due, each as a sentence with the way to it. */
export function Agenda({ agenda }: { agenda: AgendaModel }) {
  const t = useTexts().home;
  const groups = GROUPS.filter((group) => agenda[group].length > 0);
  if (groups.length === 0) return <EmptyState title={t.nothing} text={t.nothingText} />;
  return groups.map((group) => (
    <section className="stack--close" key={group}>
      <h2>{t.groups[group]}</h2>
      <ul className="plain-list agenda">
        {agenda[group].map((line) => (
          <Line key={keyOf(line)} line={line} />
        ))}
      </ul>
    </section>
  ));
}

function keyOf(line: AgendaLine): string {
  return "roundId" in line ? `${line.kind} ${line.roundId}` : "draftId" in line ? line.draftId : line.kind;
}

function Line({ line }: { line: AgendaLine }) {
  const { sentence, detail, to, label, about } = useLine(line);
  return (
    <li className="agenda__line">
      <div>
        <p className="agenda__sentence">{sentence}</p>
        {detail ? <p className="quiet">{detail}</p> : null}
      </div>
      <Link className="button" to={to}>
        {label}
        {about ? <span className="visually-hidden">: {about}</span> : null}
      </Link>
    </li>
  );
}

type Shown = { sentence: string; detail?: string; to: string; label: string; about?: string };

function useLine(line: AgendaLine): Shown {
  const t = useTexts().home;
  const locale = useLocale();
  const read = useReader();
  const count = (n: number) => formatCount(n, locale);
  const returns = ({ submitted, invited }: { submitted: number; invited: number | null }) =>
    invited === null ? t.submitted(count(submitted)) : t.returned(count(submitted), count(invited));
  const round = "roundId" in line ? `${read(line.title)} ${line.wave}` : "";
  switch (line.kind) {
    case "ends":
      return { sentence: t.endsIn(round, line.days), detail: returns(line), ...toRound(line.roundId) };
    case "overdue":
      return { sentence: t.overdue(round), detail: returns(line), ...toRound(line.roundId) };
    case "inquiries":
      return {
        sentence: t.inquiries(line.n, count(line.n), round),
        to: `${paths.round(line.roundId)}#fragen`,
        label: t.open.inquiries,
        about: round,
      };
    case "to-release":
      return { sentence: t.toRelease(round), ...toRound(line.roundId) };
    case "draft":
      return {
        sentence: t.draft(round),
        detail: line.opensAt ? t.draftOpens(formatDate(line.opensAt, locale)) : t.draftWithoutDay,
        to: paths.roundSetup(line.roundId),
        label: t.open.setup,
        about: round,
      };
    case "requests":
      return { sentence: t.requests(line.n, count(line.n)), to: paths.attributeRequests(), label: t.open.requests };
    case "bounced":
      return {
        sentence: t.bounced(line.n, count(line.n)),
        to: paths.people({ stand: "bounced" }),
        label: t.open.members,
      };
    case "second-yes":
    case "own-proposal":
      return {
        sentence: line.kind === "second-yes" ? t.secondYes(line.name) : t.ownProposal(line.name),
        to: paths.draft(line.draftId),
        label: t.open.questionnaire,
        about: line.name,
      };
  }

  function toRound(roundId: string) {
    return { to: paths.round(roundId), label: t.open.round, about: round };
  }
}
