import { Link } from "@remix-run/react";
import type { AccountPage } from "../../domain/account/read-account.server.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** The person's parts, in words. */
export function PartsSection({ parts }: { parts: AccountPage["parts"] }) {
  const t = useTexts().account.parts;
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      {parts.length === 0 ? <p>{t.none}</p> : null}
      <ul className="record-list plain-list">
        {parts.map(({ role, projectId, project, organisation }) => (
          <li key={`${role} ${projectId}`} className="record">
            <div>
              <strong>{project ?? t.roles[role]}</strong>
              {project ? <p className="muted">{[t.roles[role], organisation].join(" · ")}</p> : null}
            </div>
            {projectId ? (
              <Link to={paths.team(projectId)}>
                {t.team}
                <span className="visually-hidden">: {project}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
