import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodingFrame } from "../../components/coding/coding-frame.tsx";
import { SettleForm } from "../../components/coding/settle-form.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { CODES_PER_ITEM, REASON_SIGNS } from "../../domain/coding/limits.ts";
import { readSettlingOrNull, settleText } from "../../domain/coding/settle.server.ts";
import { itemKeyOf, refuseCoding, wantedNumber } from "../../http/coding-form.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.settle.title);

/** Far above what is kept: a reason that is too long comes back to be shortened. */
const schema = z.strictObject({
  textId: z.uuid(),
  codes: z.array(z.uuid()).max(2 * CODES_PER_ITEM),
  reason: z.string().max(20_000).default(""),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const asking = { viewer, key: itemKeyOf(params), now: new Date() };
    return { ...(await readSettlingOrNull(context.db, asking, wantedNumber(request))), signs: REASON_SIGNS };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const choice = await parseForm(request, schema, ["codes"]);
    const key = itemKeyOf(params);
    try {
      await settleText(context.db, { viewer, key, now: new Date() }, choice);
    } catch (error) {
      return refuseCoding(error, choice);
    }
    return redirect(paths.settling(key.roundId, key.item, { fertig: "entschieden" }));
  });
}

export default function Settle() {
  const { settle: t, agreement } = useTexts().coding;
  const { place, page, signs } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { roundId, item } = place;
  return (
    <CodingFrame place={place} title={t.title}>
      {page?.difference ? (
        <SettleForm page={page} difference={page.difference} signs={signs} refused={refused} />
      ) : page ? (
        <EmptyState
          title={t.done}
          text={t.doneText(page.all)}
          actions={
            <>
              <Link className="button button--primary" to={paths.quotes(roundId, item)}>
                {t.toQuotes}
              </Link>
              {page.all > 0 ? (
                <Link className="button" to={paths.settling(roundId, item, { nr: "1" })}>
                  {t.lookAgain}
                </Link>
              ) : null}
            </>
          }
        />
      ) : (
        <EmptyState title={t.notYet} text={agreement.notYetText} />
      )}
    </CodingFrame>
  );
}
