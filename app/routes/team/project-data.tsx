import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChoiceField } from "../../components/layout/choice-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { changeOwnAttributes, OWN_ATTRIBUTES } from "../../domain/team/project-data.server.ts";
import { readOwnTeam } from "../../domain/team/read-team.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireInProject } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const CODES = OWN_ATTRIBUTES.map(({ code }) => code);
const values = z.array(z.string().max(100)).max(50);
const schema = z.strictObject(Object.fromEntries(CODES.map((code) => [code, values])));

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.team.own.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const { name, values } = await readOwnTeam(context.db, viewer, projectId, new Date());
    return { projectId, name, values, attributes: OWN_ATTRIBUTES };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "project.edit", params.projectId);
    const values = await parseForm(request, schema, CODES);
    await changeOwnAttributes(context.db, viewer, { projectId, values, now: new Date() });
    return redirect(paths.team(projectId, "angaben"));
  });
}

export default function ChangeProjectData() {
  const texts = useTexts();
  const t = texts.team;
  const { projectId, name, values, attributes } = useLoaderData<typeof loader>();
  const main = texts.attributes.codes.ph?.[values.ph_haupt?.[0] ?? ""];
  return (
    <>
      <PageHead
        title={t.own.title}
        subtitle={t.own.intro}
        trail={[{ to: paths.team(projectId), label: name }]}
        trailLabel={t.people.title}
      />
      <Form method="post" className="form">
        {attributes.map(({ code, codes, labels }) => (
          <ChoiceField
            key={code}
            type="checkbox"
            name={code}
            legend={texts.attributes.names[code] ?? code}
            hint={code === "ph" && main ? t.own.main(main) : undefined}
            defaultChosen={values[code] ?? []}
            options={codes.map((value) => ({ value, label: texts.attributes.codes[labels]?.[value] ?? value }))}
          />
        ))}
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.own.submit}
          </button>
        </div>
      </Form>
    </>
  );
}
