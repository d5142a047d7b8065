import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AskLine } from "../../components/inquiries/ask-line.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { titled } from "../../components/layout/titled.ts";
import { CoverPage } from "../../components/responses/cover-page.tsx";
import { CoverState, DeclineForm } from "../../components/responses/cover-state.tsx";
import { LinkBarPage } from "../../components/responses/link-bar.tsx";
import { useTexts } from "../../components/texts.ts";
import { declineInvitation, rejoin } from "../../domain/links/decline.server.ts";
import { findGuestLink, guestOf } from "../../domain/links/guest-link.server.ts";
import { limitStarts } from "../../domain/links/limit-starts.server.ts";
import { Problem } from "../../domain/problem.ts";
import { beginSheet, type Cover, readCover } from "../../domain/responses/open-sheet.server.ts";
import { textIn } from "../../format.ts";
import { coverSchema } from "../../http/cover-intent.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { letGuestIn } from "../../http/guest.server.ts";
import { greetIn, localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { refuseStart } from "../../http/start-limit.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

type Shown =
  | { bar: "unknown" | "soon"; cover?: undefined }
  | { bar?: undefined; cover: Awaited<ReturnType<typeof readCover>> };

export const handle: Handle = { width: "narrow" };
export const meta = titled<Shown>((t, shown, locale) =>
  shown?.cover
    ? `${textIn(shown.cover.title, locale)} ${shown.cover.wave}`
    : t.links.bars[shown?.bar ?? "unknown"].title.replace(/\.$/, ""),
);

/** The cover behind a link of one's own. Reading it changes nothing: mail filters follow links too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const link = await findGuestLink(context.db, params.token ?? "");
    if (!link) return data<Shown>({ bar: "unknown" }, 404);
    await greetIn(link.locale, request);
    if (link.soon) return data<Shown>({ bar: "soon" });
    const guest = guestOf(link.invitationId, link.locale);
    return data<Shown>({ cover: await readCover(context.db, guest, link.invitationId) });
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const link = await findGuestLink(context.db, params.token ?? "");
    if (!link || link.soon) throw new Problem("not-found");
    const { invitationId } = link;
    const guest = guestOf(invitationId, await localeOf(request, link));
    const { intent, reason } = await parseForm(request, coverSchema);
    if (intent === "decline") {
      await declineInvitation(context.db, guest, { invitationId, reason, now: new Date() });
      return redirect(paths.guestLink(params.token ?? ""));
    }
    if (intent === "rejoin") {
      await rejoin(context.db, guest, invitationId);
      return redirect(paths.guestLink(params.token ?? ""));
    }
    try {
      await limitStarts(context.db, context.env.secret ?? "", context.clientKey);
    } catch (problem) {
      return refuseStart(problem);
    }
    const cover = await readCover(context.db, guest, invitationId);
    const headers = { "Set-Cookie": await letGuestIn(request, context, invitationId) };
    if (intent === "ask") return redirect(paths.ask(invitationId), { headers });
    // From here on the address names the invitation, which opens nothing by itself.
    if (cover.state === "submitted" || !cover.open) return redirect(paths.invitation(invitationId), { headers });
    await beginSheet(context.db, guest, invitationId);
    return redirect(paths.fill(invitationId), { headers });
  });
}

export default function Guest() {
  const t = useTexts().links;
  const { bar, cover } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!cover) return <LinkBarPage bar={bar ?? "unknown"} />;
  const minutes = refused && "minutes" in refused ? refused.minutes : undefined;
  return (
    <CoverPage
      sheet={cover}
      state={
        <>
          {minutes ? (
            <Notice kind="warn" title={t.bars.tooMany.title} live="alert">
              <p>{t.bars.tooMany.text(minutes)}</p>
            </Notice>
          ) : null}
          <CoverState sheet={cover} />
        </>
      }
      below={
        <>
          <DeclineForm sheet={cover} />
          <Ask />
        </>
      }
    >
      <Begin cover={cover} />
    </CoverPage>
  );
}

/** A button, because asking lets this browser in as beginning does. */
function Ask() {
  const t = useTexts().inquiries;
  return (
    <AskLine>
      <Form method="post">
        <button type="submit" className="button button--quiet" name="intent" value="ask">
          {t.link}
        </button>
      </Form>
    </AskLine>
  );
}

function Begin({ cover }: { cover: Cover }) {
  const { links, responses, signOff } = useTexts();
  const isOver = cover.state === "submitted" || !cover.open;
  // Nothing to read again: of an anonymous answer, and where nothing was begun.
  if (isOver && (cover.privacy === "anonymous" || cover.state === "new")) return null;
  if (cover.declined && !isOver) return null;
  const action = isOver
    ? links.cover.readAnswers
    : cover.state === "reopened"
      ? signOff.state.goOn
      : cover.state === "new"
        ? links.cover.begin
        : responses.start.resume;
  return (
    <Form method="post">
      <button type="submit" className="button button--primary" name="intent" value="begin">
        {action}
      </button>
    </Form>
  );
}
