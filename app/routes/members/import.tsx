import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { EndedImport } from "../../components/members/ended-import.tsx";
import { PreviewConfirm, PreviewFacts, PreviewRows } from "../../components/members/preview-page.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { findAttribute } from "../../domain/members/attributes.ts";
import { readDay } from "../../domain/members/days.ts";
import { applyImport } from "../../domain/members/import/apply-import.server.ts";
import { COLUMNS, columnLabel } from "../../domain/members/import/columns.ts";
import * as preview from "../../domain/members/import/preview.server.ts";
import { undoImport } from "../../domain/members/import/undo-import.server.ts";
import { Problem } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { correctionsIn, previewSchema, previewView } from "../../http/import-form.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled<Awaited<ReturnType<typeof loader>>>((t, page) => page?.fileName ?? t.memberImport.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "member.edit");
    const locale = await localeOf(request, viewer);
    const view = previewView(request);
    const columns = COLUMNS.map(({ id }) => {
      const attribute = findAttribute(id);
      const codes = attribute && !attribute.multiple ? attribute.codes : undefined;
      return { id, label: columnLabel(id, locale), codes };
    });
    const undoing = new URL(request.url).searchParams.get("schritt") === "rueckgaengig";
    const page = await preview.readImport(context.db, idOf(params.importId), view, new Date());
    return { ...page, columns, line: view.line, undoing };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "member.edit");
    const importId = idOf(params.importId);
    const form = await parseForm(request, previewSchema);
    const who = { actorId, now: new Date() };
    const { db } = context;
    switch (form.intent) {
      case "apply":
        return refusing(async () => {
          const { fingerprint = "", welcome } = form;
          await applyImport(context, { importId, fingerprint, welcome: welcome === "yes", ...who });
          return redirect(paths.memberImport(importId));
        });
      case "undo":
        return refusing(async () => {
          await undoImport(db, { importId, ...who });
          return redirect(paths.memberImport(importId));
        });
      case "discard":
        await preview.discardImport(db, importId, who);
        return redirect(paths.memberImport(importId));
      case "day": {
        const from = readDay(form.from ?? "");
        if (!from) return data({ fault: "day-missing" as const, faults: undefined }, { status: 422 });
        await preview.setImportDay(db, importId, from);
        return redirect(paths.memberImport(importId));
      }
      default: {
        await preview.correctRows(db, importId, correctionsIn(form));
        const line = Number(form.leave ?? form.take);
        if (line) await preview.leaveRow(db, importId, line, form.leave !== undefined);
        const { show, page } = previewView(request);
        return redirect(paths.memberImport(importId, { zeigen: show, seite: page > 1 ? String(page) : undefined }));
      }
    }
  });
}

/** What has changed since is said on this page: the preview once more, or the list of what stands in the way. */
async function refusing<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    const expected = error instanceof Problem && ["changed-since", "invalid-member"].includes(error.code);
    if (!expected) throw error;
    const faults = error.faults.length > 0 ? error.faults : undefined;
    return data({ fault: "changed-since" as const, faults }, { status: error.status });
  }
}

export default function Import() {
  const texts = useTexts();
  const t = texts.memberImport;
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { ended, preview: shown, importId, columns, line, undoing } = page;
  // The yes stands first, as soon as it can be given.
  const confirm = shown ? (
    <PreviewConfirm
      importId={importId}
      preview={shown}
      from={shown.from}
      dayError={refused?.fault === "day-missing" ? t.faults[refused.fault] : undefined}
    />
  ) : null;
  return (
    <>
      <PageHead
        title={page.fileName}
        subtitle={shown ? t.preview.subtitle(formatCount(shown.rows, locale), t.forms[shown.form]) : undefined}
        trail={[{ to: paths.memberImports(), label: t.title }]}
        trailLabel={texts.members.title}
      />
      {refused?.fault === "changed-since" && !refused.faults ? (
        <Notice kind="warn" title={t.preview.changed.title} live="alert">
          <p>{t.preview.changed.text}</p>
        </Notice>
      ) : null}
      {ended ? <EndedImport page={{ ...page, ended }} undoing={undoing} faults={refused?.faults} /> : null}
      {shown ? (
        <>
          <PreviewFacts preview={shown} />
          {shown.counts.problem === 0 ? confirm : null}
          <PreviewRows importId={importId} preview={shown} columns={columns} line={line} />
          {shown.counts.problem > 0 ? confirm : null}
        </>
      ) : null}
    </>
  );
}
