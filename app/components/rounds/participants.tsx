import type { Participant, Progress } from "../../domain/rounds/read-round.server.ts";
import { formatDate } from "../../format.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { StateChip, type StateTone } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

const TONES: Record<Progress, StateTone> = { invited: "idle", opened: "idle", begun: "started", submitted: "done" };

/** Invited projects and how far they are. What somebody answered, or how much, is not known here. */
export function Participants({ participants, open }: { participants: Participant[]; open: boolean }) {
  const t = useTexts().rounds.round;
  if (participants.length === 0) return <EmptyState title={t.nobody} />;
  return (
    <section className="stack stack--close">
      <h2>{t.participants}</h2>
      <TableScroll label={t.participants}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.heads.project}</th>
              <th scope="col">{t.heads.organisation}</th>
              <th scope="col">{t.heads.land}</th>
              <th scope="col">{t.heads.progress}</th>
              <th scope="col">{t.heads.at}</th>
            </tr>
          </thead>
          <tbody>
            {participants.map((participant) => (
              <Line key={participant.invitationId} participant={participant} open={open} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="table-note">{t.note}</p>
    </section>
  );
}

function Line({ participant, open }: { participant: Participant; open: boolean }) {
  const texts = useTexts();
  const locale = useLocale();
  const t = texts.rounds.round;
  const { project, organisation, land, progress, at } = participant;
  return (
    <tr>
      <th scope="row">{project}</th>
      <td data-label={t.heads.organisation}>{organisation}</td>
      <td data-label={t.heads.land}>{(land && texts.attributes.codes.land?.[land]) ?? t.never}</td>
      <td data-label={t.heads.progress}>
        <StateChip tone={TONES[progress]}>
          {progress === "begun" && !open ? t.unfinished : t.progress[progress]}
        </StateChip>
      </td>
      <td data-label={t.heads.at}>{at ? formatDate(at, locale) : t.never}</td>
    </tr>
  );
}
