import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AddPerson } from "../../components/team/add-person.tsx";
import { Insights } from "../../components/team/insights.tsx";
import { PeopleSection } from "../../components/team/people-section.tsx";
import { ProjectData } from "../../components/team/project-data.tsx";
import { DecidedRequests, OpenRequest } from "../../components/team/requests.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { readName } from "../../domain/account/change-account.server.ts";
import { readAddress } from "../../domain/sign-in/address.ts";
import { withdrawRequest } from "../../domain/team/project-data.server.ts";
import { listTeams, readTeam, type TeamPage } from "../../domain/team/read-team.server.ts";
import { addColleague } from "../../domain/team/team-members.server.ts";
import { formatDate } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireInProject } from "../../http/guard.server.ts";
import { answering, later, secondsToWait } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), name: z.string().max(2000), address: z.string().max(1000) }),
  z.strictObject({ intent: z.literal("withdraw") }),
]);

export const meta = titled<TeamPage>((t, team) => team?.name ?? t.team.list.title);

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.read", params.projectId);
    const team = await readTeam(context.db, viewer, projectId, new Date());
    const several = (await listTeams(context.db, viewer)).length > 1;
    return { ...team, several, done: new URL(request.url).searchParams.get("fertig") ?? "" };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const form = await parseForm(request, schema);
    if (form.intent === "withdraw") {
      await withdrawRequest(context.db, viewer, projectId);
      return redirect(paths.team(projectId, "zurueckgezogen"));
    }
    const typed = { name: form.name, address: form.address };
    const [name, address] = [readName(typed.name), readAddress(typed.address)];
    if (!name || !address) {
      const wrong = typed.address.trim() ? ("invalid" as const) : ("missing" as const);
      return data({ typed, name: !name, address: address ? undefined : wrong, wait: 0 }, 422);
    }
    const { db, jobs, env } = context;
    try {
      const added = await addColleague({ db, jobs, secret: env.secret ?? "" }, viewer, { projectId, name, address });
      if (added === "in-team") return data({ typed, name: false, address: "inTeam" as const, wait: 0 }, 422);
      return redirect(paths.team(projectId, "hinzugefuegt"));
    } catch (problem) {
      const wait = secondsToWait(problem);
      return data({ typed, name: false, address: undefined, wait }, later(wait));
    }
  });
}

export default function Team() {
  const t = useTexts().team;
  const { done, several, ...team } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const said = refused ? undefined : t.done[done];
  return (
    <div className="stack">
      <PageHead
        title={team.name}
        subtitle={<Dates team={team} />}
        trail={several ? [{ to: paths.teams(), label: t.back }] : []}
        trailLabel={t.back}
      />
      {said ? (
        <Notice kind="good" live="status">
          <p>{said}</p>
        </Notice>
      ) : null}
      <div className="columns">
        <div className="stack">
          <PeopleSection team={team} />
          {team.mayEdit ? <AddPerson key={team.people.length} refused={refused} /> : null}
        </div>
        <div className="stack">
          {team.openRequest ? <OpenRequest request={team.openRequest} /> : null}
          <ProjectData team={team} />
          <Insights insights={team.insights} />
          {team.decided.length > 0 ? <DecidedRequests requests={team.decided} /> : null}
        </div>
      </div>
    </div>
  );
}

function Dates({ team }: { team: TeamPage }) {
  const t = useTexts().team;
  const locale = useLocale();
  const from = formatDate(team.activeFrom, locale);
  if (!team.activeUntil) return t.since(team.organisation, from);
  return t.until(team.organisation, from, formatDate(team.activeUntil, locale));
}
