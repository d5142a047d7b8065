import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ReasonedStep } from "../../components/rounds/reasoned-step.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { readCorrection } from "../../domain/release/correction.server.ts";
import { requestRelease } from "../../domain/release/request-release.server.ts";
import { LONGEST_REASON } from "../../domain/rounds/draft-faults.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { takeReasoned } from "../../http/reasoned.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.making.correction.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.make");
    return { ...(await readCorrection(context.db, idOf(params.roundId))), longest: LONGEST_REASON };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "release.make");
    const asked = { roundId: idOf(params.roundId), kind: "correction" as const, actorId, now: new Date() };
    return takeReasoned(request, paths.round(asked.roundId), (reason) =>
      requestRelease(context.db, context.jobs, { ...asked, reason }),
    );
  });
}

export default function Correction() {
  const { making, rounds, problems } = useTexts();
  const t = making.correction;
  const read = useReader();
  const { round, outlook, longest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const name = `${read(round.title)} ${round.wave}`;
  const back = paths.round(round.round_id);
  return (
    <>
      <PageHead
        title={t.title}
        trail={[
          { to: paths.rounds(), label: rounds.list.title },
          { to: back, label: name },
        ]}
        trailLabel={rounds.list.title}
      />
      {outlook.problem ? (
        <Notice
          title={problems.codes[outlook.problem].title}
          actions={
            <Link className="button" to={back}>
              {name}
            </Link>
          }
        >
          <p>{problems.codes[outlook.problem].advice}</p>
        </Notice>
      ) : (
        <ReasonedStep answer={answer} longest={longest} hint={t.reasonHint} submit={t.submit} back={back}>
          <p>{t.text}</p>
          <p>{t.frozen}</p>
        </ReasonedStep>
      )}
    </>
  );
}
