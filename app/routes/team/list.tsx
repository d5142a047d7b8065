import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { listTeams } from "../../domain/team/read-team.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.team.list.title);

/** Whoever has one project is led to it at once. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const teams = await listTeams(context.db, await requireVerb(request, context, "project.read"));
    const [only] = teams;
    if (only && teams.length === 1) throw redirect(paths.team(only.project_id));
    return { teams };
  });
}

export default function Teams() {
  const t = useTexts().team.list;
  const { teams } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t.title} />
      <ul className="card record-list plain-list">
        {teams.map((team) => (
          <li key={team.project_id} className="record">
            <div>
              <strong>{team.name}</strong>
              <p className="muted">{team.organisation}</p>
            </div>
            <Link to={paths.team(team.project_id)}>
              {t.open}
              <span className="visually-hidden">: {team.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
