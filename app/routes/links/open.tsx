import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation, useParams } from "@remix-run/react";
import { z } from "zod";
import { AskLine } from "../../components/inquiries/ask-line.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { titled } from "../../components/layout/titled.ts";
import { CoverPage } from "../../components/responses/cover-page.tsx";
import { LinkBarPage } from "../../components/responses/link-bar.tsx";
import { useTexts } from "../../components/texts.ts";
import { limitStarts } from "../../domain/links/limit-starts.server.ts";
import { barOf, findOpenLink, type LinkBar, startByOpenLink } from "../../domain/links/open-links.server.ts";
import { startTicket } from "../../domain/links/tokens.server.ts";
import { Problem } from "../../domain/problem.ts";
import { getInstrument } from "../../domain/responses/instrument.server.ts";
import { type RoundCover, roundCover } from "../../domain/responses/open-sheet.server.ts";
import { textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { letGuestIn } from "../../http/guest.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { refuseStart } from "../../http/start-limit.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

type Shown = { bar: LinkBar | "unknown"; cover?: undefined } | { bar?: undefined; cover: RoundCover; ticket: string };

export const handle: Handle = { width: "narrow" };
export const meta = titled<Shown>((t, shown, locale) =>
  shown?.cover
    ? `${textIn(shown.cover.title, locale)} ${shown.cover.wave}`
    : t.links.bars[shown?.bar ?? "unknown"].title.replace(/\.$/, ""),
);

const schema = z.strictObject({ ticket: z.string().max(200) });

/** The cover behind an open link. Reading it counts nothing: it may be shown on a wall. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const link = await findOpenLink(context.db, params.token ?? "");
    if (!link) return data<Shown>({ bar: "unknown" }, 404);
    const bar = barOf(link);
    if (bar) return data<Shown>({ bar });
    const cover = roundCover(link, await getInstrument(context.db, link));
    const ticket = startTicket(context.env.secret ?? "", link.link_id, randomUUID());
    return data<Shown>({ cover, ticket });
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const token = params.token ?? "";
    const link = await findOpenLink(context.db, token);
    if (!link) throw new Problem("not-found");
    const { ticket } = await parseForm(request, schema);
    // Shown again, the page says what is in the way.
    if (barOf(link)) return redirect(paths.openLink(token));
    const secret = context.env.secret ?? "";
    try {
      await limitStarts(context.db, secret, context.clientKey);
    } catch (problem) {
      return refuseStart(problem);
    }
    if (link.privacy === "anonymous") return redirect(paths.openFill(token));
    const locale = await localeOf(request, undefined);
    try {
      const { invitationId } = await startByOpenLink(context.db, link, { secret, ticket, locale, now: new Date() });
      const headers = { "Set-Cookie": await letGuestIn(request, context, invitationId) };
      return redirect(paths.ownLink(invitationId), { headers });
    } catch (problem) {
      // Between the look at the link and its use the last place was taken, or the round was closed.
      const isBarred = problem instanceof Problem && ["link-full", "round-closed"].includes(problem.code);
      if (isBarred) return redirect(paths.openLink(token));
      throw problem;
    }
  });
}

export default function OpenLink() {
  const { links: t, inquiries } = useTexts();
  const { token = "" } = useParams();
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const starting = useNavigation().state !== "idle";
  if (!shown.cover) return <LinkBarPage bar={shown.bar} />;
  const minutes = refused && "minutes" in refused ? refused.minutes : undefined;
  const state = minutes ? (
    <Notice kind="warn" title={t.bars.tooMany.title} live="alert">
      <p>{t.bars.tooMany.text(minutes)}</p>
    </Notice>
  ) : null;
  return (
    <CoverPage
      sheet={shown.cover}
      state={state}
      below={
        <AskLine>
          <Link to={paths.openAsk(token)}>{inquiries.link}</Link>
        </AskLine>
      }
    >
      <Form method="post">
        <input type="hidden" name="ticket" value={shown.ticket} />
        <button type="submit" className="button button--primary" disabled={starting}>
          {t.cover.begin}
        </button>
      </Form>
    </CoverPage>
  );
}
