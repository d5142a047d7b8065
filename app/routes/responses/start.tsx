import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { beginSheet, readCover } from "../../domain/responses/open-sheet.server.ts";
import { formatDeadline, textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled<typeof loader>((_t, data, locale) => {
  const sheet = data as Awaited<ReturnType<typeof loader>> | undefined;
  return sheet ? `${textIn(sheet.title, locale)} ${sheet.wave}` : "";
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    return readCover(context.db, viewer, params.invitationId ?? "");
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "response.edit");
    await parseForm(request, z.strictObject({}));
    const invitationId = params.invitationId ?? "";
    await beginSheet(context.db, viewer, invitationId);
    return redirect(paths.fill(invitationId));
  });
}

export default function Start() {
  const t = useTexts().responses.start;
  const locale = useLocale();
  const read = useReader();
  const sheet = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={`${read(sheet.title)} ${sheet.wave}`}
        subtitle={`${sheet.project} · ${t.due(formatDeadline(sheet.closesAt, locale))}`}
      />
      <State />
      <div className="prose">
        {sheet.purpose ? <p className="sentence">{read(sheet.purpose)}</p> : null}
        {sheet.minutes ? <p>{t.minutes(sheet.minutes)}</p> : null}
      </div>
      <section className="card prose">
        <h2>{t.whoSees}</h2>
        <ul>
          {t.privacy[sheet.privacy].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p>{t.together}</p>
      <div className="actions">
        <Link className="button" to={paths.blank(sheet.invitationId)}>
          {t.blank}
        </Link>
        <NextStep />
      </div>
    </>
  );
}

function State() {
  const t = useTexts().responses.start;
  const sheet = useLoaderData<typeof loader>();
  if (sheet.state === "submitted") return <Notice kind="good" title={t.submitted} />;
  if (sheet.open) return null;
  return (
    <Notice kind="warn" title={t.closedTitle}>
      <p>{t.closed}</p>
    </Notice>
  );
}

function NextStep() {
  const t = useTexts().responses;
  const { state, open, invitationId } = useLoaderData<typeof loader>();
  if (state === "submitted" || !open) {
    return (
      <Link className="button button--primary" to={paths.submitted(invitationId)}>
        {t.list.read}
      </Link>
    );
  }
  if (state === "begun") {
    return (
      <Link className="button button--primary" to={paths.fill(invitationId)}>
        {t.start.resume}
      </Link>
    );
  }
  return (
    <Form method="post">
      <button type="submit" className="button button--primary">
        {t.start.begin}
      </button>
    </Form>
  );
}
