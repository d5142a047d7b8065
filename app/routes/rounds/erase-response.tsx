import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ReasonedStep } from "../../components/rounds/reasoned-step.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { LONGEST_REASON } from "../../domain/rounds/draft-faults.ts";
import { eraseResponse, readErasure } from "../../domain/rounds/erase-response.server.ts";
import { formatDate, formatMoment } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { takeReasoned } from "../../http/reasoned.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.signOff.erase.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const erasure = await readErasure(context.db, idOf(params.roundId), idOf(params.invitationId));
    return { erasure, longest: LONGEST_REASON };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.edit");
    const [roundId, invitationId] = [idOf(params.roundId), idOf(params.invitationId)];
    return takeReasoned(request, paths.round(roundId), (reason) =>
      eraseResponse(context.db, { roundId, actorId, now: new Date() }, { invitationId, reason }),
    );
  });
}

export default function EraseResponse() {
  const { signOff, rounds, desk } = useTexts();
  const t = signOff.erase;
  const locale = useLocale();
  const read = useReader();
  const { erasure, longest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { roundId, title, wave, name, submittedAt, erasedAt } = erasure;
  const round = `${read(title)} ${wave}`;
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={name || desk.people.openLink}
        trail={[
          { to: paths.rounds(), label: rounds.list.title },
          { to: paths.round(roundId), label: round },
        ]}
        trailLabel={rounds.list.title}
      />
      {erasedAt ? (
        <Notice
          title={t.already(formatDate(erasedAt, locale))}
          actions={
            <Link className="button" to={paths.round(roundId)}>
              {round}
            </Link>
          }
        />
      ) : (
        <ReasonedStep
          answer={answer}
          longest={longest}
          hint={t.reasonHint}
          submit={t.submit}
          isDangerous
          back={paths.round(roundId)}
        >
          {submittedAt ? <p>{t.text(formatMoment(submittedAt, locale))}</p> : null}
          <p>{t.stays}</p>
        </ReasonedStep>
      )}
    </>
  );
}
