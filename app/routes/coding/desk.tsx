import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodingForm } from "../../components/coding/coding-form.tsx";
import { CodingFrame } from "../../components/coding/coding-frame.tsx";
import { DeskStep } from "../../components/coding/desk-step.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import {
  beginCoding,
  chooseCodes,
  finishCoding,
  readCodingDesk,
  undoLast,
} from "../../domain/coding/code-texts.server.ts";
import { CODES_PER_ITEM } from "../../domain/coding/limits.ts";
import { itemKeyOf, refuseCoding, wantedNumber } from "../../http/coding-form.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.desk.title);

const schema = z.strictObject({
  intent: z.enum(["begin", "choose", "undo", "finish"]),
  textId: z.uuid().optional(),
  kind: z.enum(["codes", "none", "later"]).default("codes"),
  codes: z.array(z.uuid()).max(2 * CODES_PER_ITEM),
  next: z
    .string()
    .regex(/^\d{0,7}$/)
    .default(""),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const wanted = wantedNumber(request);
    const asking = { viewer, key: itemKeyOf(params), now: new Date() };
    return { desk: await readCodingDesk(context.db, asking, wanted), wanted };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const { intent, textId = "", kind, codes, next } = await parseForm(request, schema, ["codes"]);
    const key = itemKeyOf(params);
    const asking = { viewer, key, now: new Date() };
    try {
      if (intent === "begin") await beginCoding(context.db, asking);
      if (intent === "choose") await chooseCodes(context.db, asking, { textId, kind, codes });
      if (intent === "undo") await undoLast(context.db, asking);
      if (intent === "finish") await finishCoding(context.db, asking);
    } catch (error) {
      return refuseCoding(error, { textId, codes });
    }
    return redirect(paths.codingDesk(key.roundId, key.item, { nr: next || undefined }));
  });
}

export default function Desk() {
  const t = useTexts().coding.desk;
  const { desk, wanted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CodingFrame place={desk.place} title={t.title}>
      {desk.text ? (
        <CodingForm desk={desk} text={desk.text} wanted={wanted} refused={refused} />
      ) : (
        <DeskStep desk={desk} faults={refused?.faults} />
      )}
    </CodingFrame>
  );
}
