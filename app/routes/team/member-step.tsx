import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ConfirmCard } from "../../components/layout/confirm-card.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { readOwnTeam } from "../../domain/team/read-team.server.ts";
import { handOverLead, makeLead, removeColleague, stepDown } from "../../domain/team/team-members.server.ts";
import { formatList } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireInProject } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const STEPS = ["entfernen", "leitung", "abgeben"] as const;
const schema = z.strictObject({ intent: z.enum(["remove", "share", "hand-over", "step-down"]) });

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.team.people.title);

/** Asks once more before somebody is removed or the lead changes hands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const team = await readOwnTeam(context.db, viewer, projectId, new Date());
    const step = STEPS.find((one) => one === params.step);
    const person = team.people.find((one) => one.accountId === params.accountId);
    if (!step || !person || !fits(step, person)) throw new Problem("not-found");
    const others = team.people.filter((one) => one.role === "lead" && one.accountId !== person.accountId);
    return { step, person, project: { id: team.projectId, name: team.name }, leads: others.map(({ name }) => name) };
  });
}

/** The lead is given to a member whose account is open, and given up by oneself. */
function fits(step: (typeof STEPS)[number], person: { role: string; self: boolean; closed: boolean }): boolean {
  if (step === "leitung") return person.role === "member" && !person.closed;
  return step === "entfernen" || (person.self && person.role === "lead");
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const { intent } = await parseForm(request, schema);
    const person = { projectId, accountId: params.accountId ?? "" };
    if (intent === "remove") {
      await removeColleague(context.db, viewer, person);
      // Whoever has left sees the team no longer.
      return redirect(person.accountId === viewer.accountId ? paths.account() : paths.team(projectId, "entfernt"));
    }
    if (intent === "share") {
      await makeLead(context.db, viewer, person);
      return redirect(paths.team(projectId, "leitung"));
    }
    if (intent === "hand-over") {
      await handOverLead(context.db, viewer, person);
      return redirect(paths.team(projectId, "uebergeben"));
    }
    if (person.accountId !== viewer.accountId) throw new Problem("not-found");
    await stepDown(context.db, viewer, projectId);
    return redirect(paths.team(projectId, "abgegeben"));
  });
}

export default function MemberStep() {
  const t = useTexts().team;
  const locale = useLocale();
  const { step, person, project, leads } = useLoaderData<typeof loader>();
  const back = paths.team(project.id);
  const trail = [{ to: back, label: project.name }];
  if (step === "leitung") {
    const { name } = person;
    return (
      <div className="stack">
        <PageHead title={t.lead.title(name)} trail={trail} trailLabel={t.people.title} />
        <ConfirmCard title={t.lead.share} confirm={t.lead.shareSubmit(name)} back={back} fields={{ intent: "share" }}>
          <p>{t.lead.shareText(name)}</p>
        </ConfirmCard>
        <ConfirmCard
          title={t.lead.handOver}
          confirm={t.lead.handOverSubmit(name)}
          danger
          back={back}
          fields={{ intent: "hand-over" }}
        >
          <p>{t.lead.handOverText(name)}</p>
        </ConfirmCard>
      </div>
    );
  }
  const removes = step === "entfernen";
  const text = removes ? (person.self ? t.remove.self : t.remove.text) : t.stepDown.text(formatList(leads, locale));
  return (
    <div className="stack">
      <PageHead title={t.people.title} trail={trail} trailLabel={t.people.title} />
      <ConfirmCard
        title={removes ? t.remove.title(person.name) : t.stepDown.title}
        confirm={removes ? t.remove.submit : t.stepDown.submit}
        danger
        back={back}
        fields={{ intent: removes ? "remove" : "step-down" }}
      >
        <p>{text}</p>
      </ConfirmCard>
    </div>
  );
}
