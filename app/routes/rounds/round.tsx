import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { titled } from "../../components/layout/titled.ts";
import { DeskPage } from "../../components/rounds/desk/desk-page.tsx";
import { Problem, type ProblemCode } from "../../domain/problem.ts";
import { requestRelease } from "../../domain/release/request-release.server.ts";
import { closeRound } from "../../domain/rounds/close-round.server.ts";
import { readDesk } from "../../domain/rounds/desk/read-desk.server.ts";
import { remindSelected } from "../../domain/rounds/desk/remind-selected.server.ts";
import { readView } from "../../domain/rounds/desk/view.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { textIn } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { closeInquiry, inquiryFields } from "../../http/inquiry-form.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { textsOf } from "../../locales/index.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) =>
  loaded ? `${textIn(loaded.round.title, locale)} ${loaded.round.wave}` : t.rounds.list.title,
);

const VERBS = {
  close: "round.close",
  release: "release.make",
  interim: "release.make",
  remind: "round.remind",
  answer: "inquiry.answer",
  settle: "inquiry.answer",
} as const;
const REFUSED: readonly ProblemCode[] = ["too-few-respondents", "interims-used"];

const schema = z.strictObject({
  intent: z.enum(["close", "release", "interim", "remind", "answer", "settle"]),
  einladung: z.array(z.uuid()).max(5000),
  ...inquiryFields,
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "round.read");
    const search = new URL(request.url).searchParams;
    const view = readView(search);
    const { land = {} } = textsOf(await localeOf(request, viewer)).attributes.codes;
    const asked = { view, now: new Date(), labelOfLand: (code: string) => land[code] ?? code };
    return {
      ...(await readDesk(context.db, idOf(params.roundId), asked)),
      view,
      asked: search.get("schritt"),
      mayRemind: maySomewhere(viewer, "round.remind"),
      mayAnswer: maySomewhere(viewer, "inquiry.answer"),
      mayEdit: maySomewhere(viewer, "round.edit"),
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.read");
    const { intent, einladung, ...inquiry } = await parseForm(request, schema, ["einladung"]);
    const { accountId: actorId } = await requireVerb(request, context, VERBS[intent]);
    const asked = { roundId: idOf(params.roundId), actorId, now: new Date() };
    if (intent === "remind") {
      if (einladung.length === 0) return data({ nothingChosen: true }, { status: 400 });
      return { reminded: await remindSelected(context.db, context.jobs, { ...asked, invitationIds: einladung }) };
    }
    if (intent === "answer" || intent === "settle")
      return closeInquiry(request, context, asked, { intent, ...inquiry });
    if (intent === "close") {
      await closeRound(context.db, asked);
      return redirect(paths.round(asked.roundId));
    }
    try {
      await requestRelease(context.db, context.jobs, { ...asked, kind: intent === "interim" ? intent : "final" });
      return redirect(paths.round(asked.roundId));
    } catch (error) {
      // What the rule refuses is an everyday outcome, to be read beside the button and not on an error page.
      if (!(error instanceof Problem) || !REFUSED.includes(error.code)) throw error;
      return data({ problem: error.code }, { status: error.status });
    }
  });
}

export default function Round() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DeskPage {...loaded} answer={answer} />;
}
