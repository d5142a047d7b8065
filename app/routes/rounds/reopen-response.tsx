import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useFieldErrors } from "../../components/rounds/setup/use-faults.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { LONGEST_REASON } from "../../domain/rounds/draft-faults.ts";
import { readReopening, reopenResponse } from "../../domain/rounds/reopen-response.server.ts";
import { formatMoment } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.signOff.reopen.title);

/** Far above what is kept: a reason that is too long is said to be so, and stays in its field. */
const schema = z.strictObject({ reason: z.string().max(10_000).default("") });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const reopening = await readReopening(context.db, idOf(params.roundId), idOf(params.invitationId));
    return { reopening, longest: LONGEST_REASON };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.edit");
    const { reason } = await parseForm(request, schema);
    const [roundId, invitationId] = [idOf(params.roundId), idOf(params.invitationId)];
    try {
      await reopenResponse(context, { roundId, actorId, now: new Date() }, { invitationId, reason });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
      return data({ faults: error.faults, reason }, { status: error.status });
    }
    return redirect(paths.round(roundId));
  });
}

export default function ReopenResponse() {
  const { signOff, rounds, desk, layout } = useTexts();
  const t = signOff.reopen;
  const locale = useLocale();
  const read = useReader();
  const { reopening, longest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = useFieldErrors(answer?.faults);
  const { roundId, title, wave, name, kind, submittedAt, reopened } = reopening;
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
      {reopened ? (
        <Notice
          title={t.already}
          actions={
            <Link className="button" to={paths.round(roundId)}>
              {round}
            </Link>
          }
        >
          <p>{t.text(formatMoment(submittedAt, locale))}</p>
        </Notice>
      ) : (
        <CheckedForm errors={errors}>
          <p>{t.text(formatMoment(submittedAt, locale))}</p>
          <FormField
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            control="textarea"
            textarea={{ rows: 3, maxLength: longest, required: true, defaultValue: answer?.reason }}
          />
          <p className="quiet">{kind === "project" ? t.mail : t.mailPerson}</p>
          <div className="actions">
            <button type="submit" className="button button--primary">
              {t.submit}
            </button>
            <Link className="button button--quiet" to={paths.round(roundId)}>
              {layout.form.cancel}
            </Link>
          </div>
        </CheckedForm>
      )}
    </>
  );
}
