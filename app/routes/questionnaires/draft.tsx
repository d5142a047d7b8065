import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { Steps } from "../../components/layout/steps.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ChangeList } from "../../components/questionnaires/change-list.tsx";
import { DraftStep } from "../../components/questionnaires/draft-step.tsx";
import { ItemTable } from "../../components/questionnaires/item-table.tsx";
import { Remarks } from "../../components/questionnaires/remarks.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import * as decide from "../../domain/questionnaires/decide-draft.server.ts";
import { type DraftHead, readDraft } from "../../domain/questionnaires/read-draft.server.ts";
import { formatCount, formatDate, textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) =>
  loaded ? `${t.questionnaires.draft.kicker}: ${textIn(loaded.draft.title, locale)}` : t.questionnaires.list.title,
);

const MOST_CHARACTERS = 2000;
const words = z
  .string()
  .max(100_000)
  .default("")
  // PostgreSQL keeps every sign but this one.
  .transform((text) => text.replaceAll("\0", "").trim());
const seen = { checksum: z.string().max(100), base: z.union([z.literal(""), z.uuid()]) };
const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("propose"), note: words, ...seen }),
  z.strictObject({ intent: z.literal("publish"), ...seen }),
  z.strictObject({ intent: z.literal("return"), reason: words }),
  z.strictObject({ intent: z.literal("withdraw") }),
  z.strictObject({ intent: z.literal("discard") }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "questionnaire.read");
    const discarding = new URL(request.url).searchParams.get("schritt") === "verwerfen";
    return { ...(await readDraft(context.db, context.checking, viewer, idOf(params.draftId))), discarding };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "questionnaire.read");
    const form = await parseForm(request, schema);
    const verb = form.intent === "publish" || form.intent === "return" ? "questionnaire.publish" : "questionnaire.edit";
    const { accountId: actorId } = await requireVerb(request, context, verb);
    const step = { draftId: idOf(params.draftId), actorId, now: new Date() };
    const here = redirect(paths.draft(step.draftId));
    if (form.intent === "propose") {
      if (form.note.length > MOST_CHARACTERS)
        return data({ field: "note", error: "tooLong", typed: form.note } as const, { status: 422 });
      await decide.proposeDraft(context.db, { ...step, note: form.note, seen: asSeen(form) });
    } else if (form.intent === "return") {
      const error = form.reason === "" ? "reasonMissing" : form.reason.length > MOST_CHARACTERS ? "tooLong" : undefined;
      if (error) return data({ field: "reason", error, typed: form.reason } as const, { status: 422 });
      await decide.returnDraft(context.db, { ...step, reason: form.reason });
    } else if (form.intent === "withdraw") await decide.withdrawDraft(context.db, step);
    else if (form.intent === "discard") {
      await decide.discardDraft(context.db, step);
      return redirect(paths.questionnaires());
    } else await decide.publishDraft(context.db, context.checking, { ...step, seen: asSeen(form) });
    return here;
  });
}

function asSeen(form: { checksum: string; base: string }): decide.Seen {
  return { checksum: form.checksum, base: form.base || null };
}

export default function Draft() {
  const t = useTexts().questionnaires;
  const read = useReader();
  const locale = useLocale();
  const { draft, rights, reading, discarding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { draftId, title } = draft;
  const actions = (
    <>
      <a className="button" href={paths.draftFile(draftId)} download={`${draft.name}-entwurf.json`}>
        {t.draft.download}
      </a>
      {rights.replace ? (
        <Link className="button" to={paths.draftUpload(draftId)}>
          {t.draft.replace}
        </Link>
      ) : null}
      <Link className="button" to={paths.draftPreview(draftId)}>
        {t.draft.preview}
      </Link>
    </>
  );
  return (
    <div className="stack">
      <PageHead
        title={`${t.draft.kicker}: ${read(title)}`}
        subtitle={<Subtitle draft={draft} />}
        trail={[{ to: paths.questionnaires(), label: t.list.title }]}
        trailLabel={t.list.title}
        actions={actions}
      />
      {draft.state === "discarded" ? (
        <Notice
          title={t.draft.discarded(draft.decider ?? "", formatDate(draft.decidedAt ?? draft.uploadedAt, locale))}
        />
      ) : (
        <Steps
          label={t.draft.steps.label}
          current={draft.state}
          steps={(["draft", "proposed", "published"] as const).map((code) => ({ code, label: t.draft.steps[code] }))}
        />
      )}
      <DraftStep
        draft={draft}
        rights={rights}
        seen={{ checksum: draft.checksum, base: reading.against?.version.versionId ?? "" }}
        discarding={discarding}
        refused={refused ?? undefined}
      />
      <section className="stack stack--close">
        <h2>
          {t.version.changes}{" "}
          {reading.against ? (
            <span className="quiet">{t.changes.against(formatCount(reading.against.version.number, locale))}</span>
          ) : null}
        </h2>
        {reading.against ? (
          <ChangeList changes={reading.against.changes} counts={reading.against.counts} />
        ) : (
          <p>{t.changes.first}</p>
        )}
      </section>
      <Remarks faults={reading.faults} />
      <ItemTable sheet={reading.sheet} />
    </div>
  );
}

/** "bedarfe · berichtigt den Wortlaut von Fassung 1 · hochgeladen von … am …" */
function Subtitle({ draft }: { draft: DraftHead }) {
  const t = useTexts().questionnaires.draft;
  const locale = useLocale();
  return [
    draft.name,
    draft.amends === null ? "" : t.amends(formatCount(draft.amends, locale)),
    t.uploaded(draft.uploader, formatDate(draft.uploadedAt, locale)),
  ]
    .filter(Boolean)
    .join(" · ");
}
