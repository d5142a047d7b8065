import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ProfileClash } from "../../components/exchange/profile-clash.tsx";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { ChoiceField } from "../../components/layout/choice-field.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { publishProfile, readOwnProfile, withdrawProfile } from "../../domain/exchange/profile.server.ts";
import { TEXT_CHARS, TOPICS } from "../../domain/exchange/topics.ts";
import { Problem } from "../../domain/problem.ts";
import { formatCount, formatDate } from "../../format.ts";
import { parseForm, TYPED_CHARS } from "../../http/form.server.ts";
import { requireInProject } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.exchange.form.title);

const text = z.string().max(TYPED_CHARS).default("");
const topics = z.array(z.string().max(50)).max(50).default([]);
const number = z.coerce.number().int().min(0).max(1e6);
const schema = z.discriminatedUnion("intent", [
  z.strictObject({
    ...{ intent: z.literal("publish"), number },
    ...{ seeks: topics, seeksText: text, offers: topics, offersText: text },
  }),
  z.strictObject({ intent: z.literal("withdraw"), seeks: topics, offers: topics }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "exchange.edit", params.projectId);
    return { projectId, entry: await readOwnProfile(context.db, viewer, projectId) };
  });
}

/** What was typed comes back whole: with its faults, or beside what another lead saved meanwhile. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { viewer, projectId } = await requireInProject(request, context, "exchange.edit", params.projectId);
    const form = await parseForm(request, schema, ["seeks", "offers"]);
    const now = new Date();
    if (form.intent === "withdraw") {
      await withdrawProfile(context.db, viewer, projectId, now);
      return redirect(paths.exchange({ projekt: projectId, fertig: "zurueckgezogen" }));
    }
    const { number, seeks, seeksText, offers, offersText } = form;
    const typed = { seeks, seeksText, offers, offersText };
    try {
      const faults = await publishProfile(context.db, viewer, { projectId, typed, number, now });
      if (faults.length > 0) return data({ typed, number, faults, theirs: null }, 422);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "changed-since") throw error;
      const theirs = await readOwnProfile(context.db, viewer, projectId);
      return data({ typed, number: theirs.number, faults: [], theirs }, error.status);
    }
    return redirect(paths.exchange({ projekt: projectId, fertig: "gezeigt" }));
  });
}

export default function Profile() {
  const { exchange } = useTexts();
  const t = exchange.form;
  const locale = useLocale();
  const { projectId, entry } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const theirs = refused?.theirs ?? null;
  const { profile, at, by } = theirs ?? entry;
  // After a clash whoever saves again has seen what was saved meanwhile.
  const number = refused?.number ?? entry.number;
  const said = refused?.typed ?? profile ?? { seeks: [], seeksText: "", offers: [], offersText: "" };
  const chars = formatCount(TEXT_CHARS, locale);
  const words: Record<string, string> = { missing: t.missing, "too-long": t.tooLong(chars) };
  const errors = Object.fromEntries(
    (refused?.faults ?? []).map(({ path, code }) => [path.slice(1), words[code] ?? code]),
  );
  const options = TOPICS.map((topic) => ({ value: topic, label: exchange.topics[topic] }));
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={profile && at ? exchange.own.since(formatDate(at, locale), by) : t.intro}
        trail={[{ to: paths.exchange({ projekt: projectId }), label: t.back }]}
        trailLabel={t.back}
      />
      {theirs ? <ProfileClash profile={theirs.profile} by={theirs.by} at={theirs.at} /> : null}
      <CheckedForm errors={errors} className="form exchange-form">
        <input type="hidden" name="number" key={number} value={number} />
        <ChoiceField type="checkbox" name="seeks" legend={t.seeks} defaultChosen={said.seeks} options={options} />
        <FormField
          label={t.seeksText}
          optional={t.optional}
          hint={t.textHint(chars)}
          name="seeksText"
          control="textarea"
          textarea={{ rows: 3, defaultValue: said.seeksText }}
        />
        <ChoiceField type="checkbox" name="offers" legend={t.offers} defaultChosen={said.offers} options={options} />
        <FormField
          label={t.offersText}
          optional={t.optional}
          hint={t.textHint(chars)}
          name="offersText"
          control="textarea"
          textarea={{ rows: 3, defaultValue: said.offersText }}
        />
        <p className="who-sees">{exchange.whoSees.lines.slice(0, 3).join(" ")}</p>
        <div className="actions">
          <button type="submit" className="button button--primary" name="intent" value="publish">
            {profile ? t.update : t.publish}
          </button>
        </div>
      </CheckedForm>
      {profile ? (
        <Form method="post" className="actions">
          <button type="submit" className="button" name="intent" value="withdraw">
            {t.withdraw}
          </button>
        </Form>
      ) : null}
    </>
  );
}
