import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { dayOf, readDay } from "../../domain/members/days.ts";
import {
  ASKED_ATTRIBUTES,
  askAttributes,
  NOTE_CHARS,
  type RequestFault,
} from "../../domain/team/project-data.server.ts";
import { readOwnTeam } from "../../domain/team/read-team.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireInProject } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const chosen = z.string().max(100);
const schema = z.strictObject({
  ...Object.fromEntries(ASKED_ATTRIBUTES.map(({ code }) => [code, chosen])),
  ...{ from: z.string().max(100), note: z.string().max(20_000) },
});

type Fault = RequestFault | "no-day" | "note-long";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.team.ask.title);

/** One request waits at a time: it is shown on the page of the team. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const now = new Date();
    const team = await readOwnTeam(context.db, viewer, projectId, now);
    if (team.openRequest) throw redirect(paths.team(projectId));
    const { name, values } = team;
    return { projectId, name, values, attributes: ASKED_ATTRIBUTES, today: dayOf(now) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const { from = "", note = "", ...typed }: Record<string, string> = await parseForm(request, schema);
    const refuse = (fault: Fault) => data({ typed: { ...typed, from, note } as Record<string, string>, fault }, 422);
    const validFrom = readDay(from);
    if (!validFrom) return refuse("no-day");
    if (note.trim().length > NOTE_CHARS) return refuse("note-long");
    // What is left empty has no value now and shall have none.
    const values = Object.fromEntries(
      Object.entries(typed).flatMap(([code, value]) => (value ? [[code, [value]]] : [])),
    );
    const asked = { projectId, values, validFrom, note: note.trim(), now: new Date() };
    const fault = await askAttributes(context.db, viewer, asked);
    return fault ? refuse(fault) : redirect(paths.team(projectId, "beantragt"));
  });
}

export default function AskAttributes() {
  const texts = useTexts();
  const t = texts.team.ask;
  const { projectId, name, values, attributes, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={t.intro}
        trail={[{ to: paths.team(projectId), label: name }]}
        trailLabel={texts.team.people.title}
      />
      <CheckedForm errors={refused && { [placeOf(refused.fault, attributes[0]?.code)]: t.errors[refused.fault] }}>
        {attributes.map(({ code, codes, labels }) => {
          const present = values[code]?.[0] ?? "";
          return (
            <FormField
              key={code}
              name={code}
              label={texts.attributes.names[code] ?? code}
              control="select"
              select={{ defaultValue: refused?.typed[code] ?? present }}
            >
              {present ? null : <option value="">{t.none}</option>}
              {codes.map((value) => (
                <option key={value} value={value}>
                  {texts.attributes.codes[labels]?.[value] ?? value}
                </option>
              ))}
            </FormField>
          );
        })}
        <FormField
          name="from"
          label={t.from}
          hint={t.fromHint}
          input={{ type: "date", required: true, defaultValue: refused?.typed.from ?? today }}
        />
        <FormField
          name="note"
          label={t.note}
          optional={t.optional}
          hint={t.noteHint}
          control="textarea"
          textarea={{ rows: 4, defaultValue: refused?.typed.note }}
        />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.submit}
          </button>
        </div>
      </CheckedForm>
    </>
  );
}

/** The field at which a fault is shown. */
function placeOf(fault: Fault, first = "from"): string {
  if (fault === "nothing") return first;
  return fault === "note-long" ? "note" : "from";
}
