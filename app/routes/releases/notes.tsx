import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useFormId } from "../../components/discussion/form-id.ts";
import { ItemFilter } from "../../components/discussion/item-choice.tsx";
import { NoteForm } from "../../components/discussion/note-form.tsx";
import { NEW_NOTE_ID } from "../../components/discussion/notes-link.tsx";
import { ThreadCard } from "../../components/discussion/thread-card.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ReleaseHead } from "../../components/releases/release-head.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { changeNote, settleThread, takeBackNote, writeNote } from "../../domain/discussion/change-discussion.server.ts";
import { NOTE_LIMITS } from "../../domain/discussion/limits.ts";
import { type Discussion, readDiscussion } from "../../domain/discussion/read-discussion.server.ts";
import { Problem } from "../../domain/problem.ts";
import { readViews } from "../../domain/report/views.server.ts";
import { formatCount, textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { MENTION_LIST, noteStepSchema } from "../../http/note-form.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled<Discussion>((t, loaded, locale) =>
  loaded
    ? `${t.discussion.title} – ${textIn(loaded.release.title, locale)} ${loaded.release.wave}`
    : t.discussion.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "note.read");
    const { searchParams } = new URL(request.url);
    const about = searchParams.getAll("merkmal").filter(Boolean);
    const at = { releaseId: params.releaseId ?? "", about, noteOn: searchParams.getAll("zu") };
    const discussion = await readDiscussion(context.db, context.report, viewer, at);
    const views = await readViews(context.db, context.report, discussion.release.releaseId);
    const isAtFigure = discussion.chosen.length + at.noteOn.length > 0;
    // Every form has an id of its own that goes with it, so that sending it twice makes one note.
    const answerIds = Object.fromEntries(discussion.threads.map(({ first }) => [first.noteId, randomUUID()]));
    return { ...discussion, views, isAtFigure, newId: randomUUID(), answerIds };
  });
}

/** What was typed comes back whole with its faults. Where its id is taken by other words it comes back under a new one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId } = await requireVerb(request, context, "note.write");
    const releaseId = idOf(params.releaseId);
    const step = await parseForm(request, noteStepSchema, MENTION_LIST);
    const acting = { db: context.db, report: context.report, jobs: context.jobs, accountId, now: new Date() };
    const { noteId } = step;
    try {
      if (step.step === "write") {
        const { text, mentions } = step;
        const about = { item: step.item || null, replyTo: step.replyTo || null };
        await writeNote(acting, { noteId, releaseId, text, mentions, ...about });
      } else if (step.step === "change") await changeNote(acting, { releaseId, noteId }, step.text);
      else if (step.step === "take-back") await takeBackNote(acting, { releaseId, noteId });
      else await settleThread(acting, { releaseId, noteId }, step.step === "settle");
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const isTaken = error.code === "different-body";
      if (!isTaken && error.code !== "invalid-note") throw error;
      const faults = isTaken ? [{ code: "different-body", path: "/text" }] : error.faults;
      return data({ step: isTaken ? { ...step, noteId: randomUUID() } : step, faults }, { status: error.status });
    }
    return redirect(`${paths.notes(releaseId)}#notiz-${noteId}`);
  });
}

export default function Notes() {
  const { release, newer, threads, chosen, filter, items, noted, colleagues, views, isAtFigure, newId, answerIds } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTexts().discussion;
  const locale = useLocale();
  const open = threads.filter(({ isOpen }) => isOpen).length;
  const isChosen = chosen.length > 0;
  const written = threads.map(({ first }) => first.noteId);
  const isNew = refused?.step.step === "write" && !refused.step.replyTo;
  const formId = useFormId(newId, written, isNew ? refused : undefined);
  return (
    <>
      <ReleaseHead title={t.title} subtitle={t.intro} {...{ release, newer, views }} />
      <div className="stack">
        {noted.length > 0 && (filter || !isChosen) ? <ItemFilter items={noted} chosen={filter} /> : null}
        {threads.length === 0 ? (
          <EmptyState title={isChosen ? t.noneHere : t.none} />
        ) : (
          <p role="status">{t.open(open, formatCount(open, locale))}</p>
        )}
        {isChosen ? <Link to={paths.notes(release.releaseId)}>{t.all}</Link> : null}
        {threads.map((thread) => (
          <ThreadCard
            key={thread.first.noteId}
            thread={thread}
            colleagues={colleagues}
            limits={NOTE_LIMITS}
            newId={answerIds[thread.first.noteId] ?? newId}
            refused={refused}
          />
        ))}
        <section className="card" aria-labelledby={NEW_NOTE_ID}>
          <h2 id={NEW_NOTE_ID} tabIndex={-1}>
            {t.write.title}
          </h2>
          <NoteForm
            key={formId}
            newId={formId}
            limits={NOTE_LIMITS}
            items={items}
            chosen={isAtFigure ? items[0]?.items[0]?.key : undefined}
            colleagues={colleagues}
            refused={isNew ? refused : undefined}
          />
        </section>
      </div>
    </>
  );
}
