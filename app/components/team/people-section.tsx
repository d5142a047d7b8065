import { Link } from "@remix-run/react";
import type { TeamPage, TeamPerson } from "../../domain/team/read-team.server.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** The people of a project; who leads it can also change that. */
export function PeopleSection({ team }: { team: TeamPage }) {
  const t = useTexts().team.people;
  const alone = team.leads < 2;
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <p className="muted">{t.text}</p>
      <ul className="record-list plain-list">
        {team.people.map((person) => (
          <li key={person.accountId} className="record">
            <Who person={person} />
            {team.mayEdit ? <Steps person={person} alone={alone} projectId={team.projectId} /> : null}
          </li>
        ))}
      </ul>
      <p className="muted">{team.mayEdit ? alone && t.onlyLead : t.readOnly}</p>
    </section>
  );
}

function Who({ person }: { person: TeamPerson }) {
  const t = useTexts().team.people;
  return (
    <div>
      <p>
        <strong>{person.name}</strong> {person.role === "lead" ? <span className="chip">{t.roles.lead}</span> : null}{" "}
        {person.self ? <span className="chip chip--neutral">{t.self}</span> : null}{" "}
        {person.closed ? <span className="chip chip--warn">{t.closed}</span> : null}{" "}
        {person.bounced ? <span className="chip chip--warn">{t.bounced}</span> : null}
      </p>
      {person.address ? <p className="muted address">{person.address}</p> : null}
    </div>
  );
}

type StepsProps = { person: TeamPerson; alone: boolean; projectId: string };

function Steps({ person, alone, projectId }: StepsProps) {
  const t = useTexts().team.people;
  // Who leads alone can neither go nor be removed.
  if (person.role === "lead" && alone) return null;
  const own = person.self ? ("abgeben" as const) : undefined;
  const given = person.closed ? undefined : ("leitung" as const);
  const step = person.role === "member" ? given : own;
  const linkTo = (at: "abgeben" | "leitung" | "entfernen", label: string) => (
    <Link
      className="button button--small"
      to={paths.teamMember(projectId, person.accountId, at)}
      aria-label={t.of(label, person.name)}
    >
      {label}
    </Link>
  );
  return (
    <div className="actions">
      {step ? linkTo(step, step === "leitung" ? t.lead : t.stepDown) : null}
      {linkTo("entfernen", t.remove)}
    </div>
  );
}
