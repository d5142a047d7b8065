import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { titled } from "../../components/layout/titled.ts";
import { idOfPath } from "../../components/plain/plain-context.ts";
import { PlainPageView } from "../../components/plain/plain-page.tsx";
import type { Typed } from "../../components/plain/typed.ts";
import { PROBLEMS } from "../../domain/problem.ts";
import { writeBase } from "../../domain/responses/plain/base.ts";
import { type Left, leavePlainPage } from "../../domain/responses/plain/leave-page.server.ts";
import { type PlainPage, readPlainPage } from "../../domain/responses/plain/read-page.server.ts";
import { formatTime, textIn } from "../../format.ts";
import { letGuestIn, requireRespondent } from "../../http/guest.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { numberOf } from "../../http/params.server.ts";
import { parsePlainForm } from "../../http/plain-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "wide" };
export const meta = titled<PlainPage>((_t, page, locale) =>
  page ? `${page.title} · ${textIn(page.cover.title, locale)} ${page.cover.wave}` : "",
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const number = numberOf(params.number);
    const respondent = await requireRespondent(request, context, "response.edit", invitationId);
    const locale = await localeOf(request, respondent);
    const page = await readPlainPage(context, respondent, invitationId, { number, locale });
    if ("instead" in page) throw redirect(paths.plain(invitationId, page.instead));
    if (page.cover.declined) throw redirect(paths.invitation(invitationId));
    // Whoever fills in is not shut out in the middle of it.
    const isGuest = respondent.accountId === null;
    return data(page, isGuest ? { headers: { "Set-Cookie": await letGuestIn(request, context, invitationId) } } : {});
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const number = numberOf(params.number);
    const respondent = await requireRespondent(request, context, "response.edit", invitationId);
    const form = await parsePlainForm(request);
    const locale = await localeOf(request, respondent);
    const left = await leavePlainPage(context, respondent, invitationId, { ...form, number, locale });
    if (left.to !== "stay") return redirect(wayOf(invitationId, left));
    const typed: Typed = { ...left, posted: [...form.posted], base: writeBase(form.base) };
    return data(typed, { status: left.refused ? PROBLEMS[left.refused] : PROBLEMS["invalid-answer"] });
  });
}

function wayOf(invitationId: string, left: Exclude<Left, { to: "stay" }>): string {
  if (left.to === "review") return paths.review(invitationId);
  const said = { gespeichert: formatTime(left.savedAt, "de"), neu: left.appeared?.join(",") };
  const at = left.at === undefined ? "" : `#${idOfPath(left.at)}`;
  return paths.plain(invitationId, left.number, said) + at;
}

export default function Plain() {
  const page = useLoaderData<typeof loader>() as PlainPage;
  const typed = useActionData<typeof action>() as Typed | undefined;
  const [said] = useSearchParams();
  const savedAt = said.get("gespeichert") ?? "";
  return (
    <PlainPageView
      page={page}
      typed={typed}
      savedAt={/^\d\d:\d\d$/.test(savedAt) && !typed ? savedAt : undefined}
      appeared={typed ? [] : (said.get("neu") ?? "").split(",").filter(Boolean)}
    />
  );
}
