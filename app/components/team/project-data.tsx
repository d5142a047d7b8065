import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { TeamPage } from "../../domain/team/read-team.server.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";
import { useValuesInWords } from "./values-in-words.ts";

/** What is kept about the project, and the two ways to change it. */
export function ProjectData({ team }: { team: TeamPage }) {
  const t = useTexts().team.data;
  const inWords = useValuesInWords();
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <dl className="facts">
        {team.attributes.map((code) => {
          const { name, values } = inWords(code, team.values[code] ?? []);
          return (
            <Fragment key={code}>
              <dt>{name}</dt>
              <dd>{values || t.none}</dd>
            </Fragment>
          );
        })}
      </dl>
      {team.mayEdit ? (
        <>
          <div className="actions">
            <Link className="button" to={paths.teamData(team.projectId)}>
              {t.own}
            </Link>
            {team.openRequest ? null : (
              <Link className="button" to={paths.askAttributes(team.projectId)}>
                {t.ask}
              </Link>
            )}
          </div>
          <p className="who-sees">
            {t.whoSees} {t.more}
          </p>
        </>
      ) : null}
    </section>
  );
}
