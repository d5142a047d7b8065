import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DoneNotice } from "../../components/members/done-notice.tsx";
import { PartFields } from "../../components/members/part-fields.tsx";
import { AccountCard, AccountNotice, AccountStep, PartsCard } from "../../components/members/person-cards.tsx";
import { useTexts } from "../../components/texts.ts";
import * as people from "../../domain/members/people.server.ts";
import { listProjectChoices } from "../../domain/members/read-members.server.ts";
import { PROBLEMS, Problem } from "../../domain/problem.ts";
import type { Viewer } from "../../domain/viewer.ts";
import type { App } from "../../http/context.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { GRANTABLE, partFields, partOf } from "../../http/part-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("give"), ...partFields }),
  z.strictObject({ intent: z.literal("take"), ...partFields }),
  z.strictObject({ intent: z.enum(["close", "reopen", "forget", "welcome"]) }),
]);

const REFUSALS = ["last-coordination", "part-not-yours"] as const;

export const meta = titled<Awaited<ReturnType<typeof loader>>>((t, page) => page?.person.name ?? t.members.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    const asked = new URL(request.url).searchParams.get("schritt");
    const person = await people.readPerson(context.db, idOf(params.accountId));
    const step = (["schliessen", "loeschen"] as const).find((one) => one === asked);
    const projects = await listProjectChoices(context.db, new Date());
    return { person, projects, roles: GRANTABLE, step: person.pseudonymised_at ? undefined : step };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "member.edit");
    const accountId = idOf(params.accountId);
    const form = await parseForm(request, schema);
    if ((form.intent === "give" || form.intent === "take") && !partOf(form)) {
      return data({ fault: "project-missing" as const, form }, { status: 422 });
    }
    try {
      const fertig = await act(context, viewer, accountId, form);
      return redirect(paths.person(accountId, { fertig }));
    } catch (error) {
      // What the person's parts stand against is said beside the button, not on an error page.
      const fault = error instanceof Problem ? REFUSALS.find((code) => code === error.code) : undefined;
      if (!fault) throw error;
      return data({ fault, form: undefined }, { status: PROBLEMS[fault] });
    }
  });
}

/** Does it and gives back the word for it in the address. */
async function act(app: App, viewer: Viewer, accountId: string, form: z.infer<typeof schema>): Promise<string> {
  const { db } = app;
  const now = new Date();
  switch (form.intent) {
    case "give":
    case "take": {
      const part = partOf(form);
      if (!part) throw new Problem("invalid-request");
      await (form.intent === "give" ? people.givePart : people.takePart)(db, viewer, accountId, part);
      return form.intent === "give" ? "rolle" : "entzogen";
    }
    case "close":
      await people.closeAccount(db, viewer, accountId, now);
      return "geschlossen";
    case "reopen":
      await people.reopenAccount(db, viewer, accountId);
      return "geoeffnet";
    case "forget":
      await people.pseudonymise(db, viewer, accountId, now);
      return "geloescht";
    case "welcome":
      await people.welcomePerson(app, accountId, viewer.accountId, now);
      return "begruesst";
  }
}

export default function Person() {
  const texts = useTexts();
  const t = texts.members;
  const { person, projects, roles, step } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const refusal = refused && refused.fault !== "project-missing" ? texts.problems.codes[refused.fault] : undefined;
  const errors = {
    projectId: refused?.fault === "project-missing" ? texts.memberImport.faults[refused.fault] : undefined,
  };
  return (
    <>
      <PageHead title={person.name} trail={[{ to: paths.people(), label: t.sections.people }]} trailLabel={t.title} />
      {refusal ? (
        <Notice kind="warn" title={refusal.title} live="alert">
          <p>{refusal.advice}</p>
        </Notice>
      ) : (
        <DoneNotice texts={t.person.done} />
      )}
      <AccountNotice person={person} />
      {step && !refused ? <AccountStep person={person} step={step} /> : null}
      <div className="columns">
        <AccountCard person={person} />
        {person.pseudonymised_at ? null : <PartsCard person={person} grantable={roles} />}
      </div>
      {person.disabled_at ? null : (
        <section className="card stack--close">
          <h2>{t.person.giveTitle}</h2>
          <CheckedForm errors={errors} action={paths.person(person.account_id)}>
            <PartFields
              roles={roles}
              projects={projects}
              role={refused?.form?.role ?? "member"}
              projectId={refused?.form?.projectId ?? ""}
            />
            <div className="actions">
              <button type="submit" className="button" name="intent" value="give">
                {t.person.give}
              </button>
            </div>
          </CheckedForm>
        </section>
      )}
    </>
  );
}
