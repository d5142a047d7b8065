import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { ConfirmCard } from "../../components/layout/confirm-card.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { readCover } from "../../domain/responses/open-sheet.server.ts";
import { takeBack, withdrawResponse } from "../../domain/responses/take-back.server.ts";
import { formatMoment } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.signOff.change.title);

const schema = z.strictObject({ intent: z.enum(["take-back", "withdraw"]) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.submit", invitationId);
    const cover = await readCover(context.db, respondent, invitationId);
    if (!cover.maySubmit || cover.privacy === "anonymous") throw new Problem("not-found");
    const isCounting = cover.state === "submitted" || cover.state === "reopened";
    if (!isCounting || !cover.open) throw redirect(paths.invitation(invitationId));
    const isWithdrawing = new URL(request.url).searchParams.get("schritt") === "zurueckziehen";
    return { invitationId, submittedAt: cover.submittedAt, isReopened: cover.state === "reopened", isWithdrawing };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.submit", invitationId);
    const { intent } = await parseForm(request, schema);
    if (intent === "withdraw") {
      await withdrawResponse(context.db, respondent, invitationId);
      return redirect(paths.invitation(invitationId));
    }
    await takeBack(context.db, respondent, invitationId);
    return redirect(paths.fill(invitationId));
  });
}

export default function ChangeSubmitted() {
  const { signOff, responses } = useTexts();
  const t = signOff.change;
  const locale = useLocale();
  const { invitationId, submittedAt, isReopened, isWithdrawing } = useLoaderData<typeof loader>();
  const head = (
    <PageHead
      title={t.title}
      subtitle={t.subtitle}
      trail={[{ to: paths.submitted(invitationId), label: responses.submitted.title }]}
      trailLabel={t.title}
    />
  );
  if (isWithdrawing) {
    return (
      <>
        {head}
        <ConfirmCard
          danger
          title={t.confirmTitle}
          confirm={t.confirm}
          back={paths.submitted(invitationId)}
          backLabel={t.keep}
          fields={{ intent: "withdraw" }}
        >
          <p>{t.confirmText}</p>
        </ConfirmCard>
      </>
    );
  }
  return (
    <div className="stack">
      {head}
      <section className="card stack--close">
        <h2>{t.correct}</h2>
        <p>{isReopened || !submittedAt ? t.openAlready : t.correctText(formatMoment(submittedAt, locale))}</p>
        {isReopened ? (
          <p className="actions">
            <Link className="button button--primary" to={paths.fill(invitationId)}>
              {signOff.state.goOn}
            </Link>
          </p>
        ) : (
          <Form method="post" className="actions">
            <button type="submit" className="button button--primary" name="intent" value="take-back">
              {t.correctButton}
            </button>
          </Form>
        )}
      </section>
      <section className="card stack--close">
        <h2>{t.withdraw}</h2>
        <p>{t.withdrawText}</p>
        <p className="actions">
          <Link className="button" to={paths.changeSubmitted(invitationId, "zurueckziehen")}>
            {t.withdrawButton}
          </Link>
        </p>
      </section>
      <AskLink invitationId={invitationId} />
    </div>
  );
}
