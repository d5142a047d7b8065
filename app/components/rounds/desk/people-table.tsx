import { Link } from "@remix-run/react";
import type { Participant, ReturnState } from "../../../domain/rounds/desk/returns.ts";
import type { DeskView, Sort } from "../../../domain/rounds/desk/view.ts";
import { formatDate } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { StateChip, type StateTone } from "../../layout/state-chip.tsx";
import { TableScroll } from "../../table/table-scroll.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { useStateLabel } from "./returns-bar.tsx";

const TONES: Record<ReturnState, StateTone> = {
  submitted: "done",
  begun: "started",
  opened: "idle",
  invited: "idle",
  bounced: "bad",
  declined: "idle",
};

type PeopleTableProps = {
  roundId: string;
  participants: Participant[];
  byLink: boolean;
  running: boolean;
  /** rows of those who can be reminded have a box to tick */
  choosable: boolean;
  /** what was submitted can be opened again */
  canReopen: boolean;
  /** what was submitted can be erased */
  canErase: boolean;
  view: DeskView;
  now: Date;
};

/** Invited projects or people and how far they are. What somebody answered, or how much, is not known here. */
export function PeopleTable(props: PeopleTableProps) {
  const { participants, byLink, choosable, view } = props;
  const t = useTexts().desk.people;
  const sorted = (sort: Sort) => (view.sort === sort ? (sort === "at" ? "descending" : "ascending") : undefined);
  return (
    <TableScroll label={byLink ? t.titleByLink : t.title}>
      <table className="data data--records">
        <thead>
          <tr>
            {choosable ? (
              <th scope="col">
                <span className="visually-hidden">{t.heads.choose}</span>
              </th>
            ) : null}
            <th scope="col" aria-sort={sorted("name")}>
              {byLink ? t.heads.person : t.heads.name}
            </th>
            {byLink ? null : (
              <>
                <th scope="col" aria-sort={sorted("organisation")}>
                  {t.heads.organisation}
                </th>
                <th scope="col" aria-sort={sorted("land")}>
                  {t.heads.land}
                </th>
              </>
            )}
            <th scope="col" aria-sort={sorted("state")}>
              {t.heads.state}
            </th>
            <th scope="col" aria-sort={sorted("at")}>
              {t.heads.at}
            </th>
            <th scope="col">{t.heads.reminded}</th>
          </tr>
        </thead>
        <tbody key={String(view.all)}>
          {participants.map((participant) => (
            <Line key={participant.invitationId} participant={participant} {...props} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Line({ participant, ...props }: PeopleTableProps & { participant: Participant }) {
  const { roundId, byLink, running, choosable, canReopen, canErase, view, now } = props;
  const texts = useTexts();
  const locale = useLocale();
  const t = texts.desk.people;
  const label = useStateLabel(running);
  const { invitationId, organisation, land, state, unreachable, reason } = participant;
  const name = participant.name ?? t.openLink;
  return (
    <tr>
      {choosable ? (
        <td>
          {participant.remindable ? (
            <input
              type="checkbox"
              name="einladung"
              value={invitationId}
              defaultChecked={view.all && participant.due}
              aria-label={t.choose(name)}
            />
          ) : null}
        </td>
      ) : null}
      <th scope="row">
        {participant.projectId ? <Link to={paths.project(participant.projectId)}>{name}</Link> : name}
      </th>
      {byLink ? null : (
        <>
          <td data-label={t.heads.organisation}>{organisation ?? t.never}</td>
          <td data-label={t.heads.land}>{land ? (texts.attributes.codes.land?.[land] ?? land) : t.never}</td>
        </>
      )}
      <td data-label={t.heads.state}>
        <StateChip tone={TONES[state]}>{label(state)}</StateChip>
        {participant.reopened && running ? (
          <span className="people__mark--open">{texts.signOff.reopen.chip}</span>
        ) : null}
        {participant.erased ? <span className="people__mark--open">{texts.signOff.erase.chip}</span> : null}
        {participant.nameWithdrawn ? <span className="people__mark--open">{texts.signOff.naming.chip}</span> : null}
        {canErase && state === "submitted" ? (
          <Link
            className="people__action"
            to={paths.eraseResponse(roundId, invitationId)}
            aria-label={texts.signOff.erase.actionOf(name)}
          >
            {texts.signOff.erase.action}
          </Link>
        ) : null}
        {canReopen && state === "submitted" && !participant.reopened ? (
          <Link
            className="people__action"
            to={paths.reopenResponse(roundId, invitationId)}
            aria-label={texts.signOff.reopen.actionOf(name)}
          >
            {texts.signOff.reopen.action}
          </Link>
        ) : null}
        {unreachable && state !== "bounced" ? <span className="people__mark">{texts.desk.unreachable}</span> : null}
        {reason ? <span className="people__reason">{t.reason(reason)}</span> : null}
      </td>
      <td data-label={t.heads.at}>{dayOf(participant.at)}</td>
      <td data-label={t.heads.reminded}>
        {dayOf(participant.remindedAt)}
        {participant.remindedElsewhere ? ` ${t.elsewhere}` : null}
      </td>
    </tr>
  );

  function dayOf(time: Date | null): string {
    if (!time) return t.never;
    const day = formatDate(time, locale, "short");
    if (day === formatDate(now, locale, "short")) return t.today;
    if (day === formatDate(new Date(now.getTime() - 86_400_000), locale, "short")) return t.yesterday;
    return day;
  }
}
