import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodeForm, MergeForm } from "../../components/coding/code-form.tsx";
import { CodeTable } from "../../components/coding/code-table.tsx";
import { CodingFrame } from "../../components/coding/coding-frame.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useReader, useTexts } from "../../components/texts.ts";
import {
  addCode,
  approveName,
  changeCode,
  mergeCode,
  moveCode,
  takeOverTree,
} from "../../domain/coding/change-tree.server.ts";
import {
  CODE_DESCRIPTION_SIGNS,
  CODE_EXAMPLE_SIGNS,
  CODE_NAME_SIGNS,
  CODES_PER_ITEM,
} from "../../domain/coding/limits.ts";
import { readTree } from "../../domain/coding/read-tree.server.ts";
import type { Viewer } from "../../domain/viewer.ts";
import { itemKeyOf, refuseCoding } from "../../http/coding-form.server.ts";
import type { App } from "../../http/context.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.tree.title);

/** Far above what is kept: what is too long comes back to be shortened. */
const typed = z.string().max(20_000).default("");
const id = z.union([z.literal(""), z.uuid()]).default("");
const schema = z.strictObject({
  intent: z.enum(["add", "change", "merge", "approve", "up", "down", "take-over"]),
  codeId: id,
  name: typed,
  description: typed,
  example: typed,
  parentId: id,
  intoId: id,
  confirmed: z.literal("yes").optional(),
});
type TreeForm = z.infer<typeof schema>;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const page = await readTree(context.db, viewer, itemKeyOf(params));
    const chosen = new URL(request.url).searchParams.get("code");
    const limits = {
      name: CODE_NAME_SIGNS,
      description: CODE_DESCRIPTION_SIGNS,
      example: CODE_EXAMPLE_SIGNS,
      codes: CODES_PER_ITEM,
    };
    return { page, limits, viewerId: viewer.accountId, chosen };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const form = await parseForm(request, schema);
    const key = itemKeyOf(params);
    try {
      const done = await change(context, { viewer, key }, form);
      return redirect(paths.codeTree(key.roundId, key.item, { fertig: done }));
    } catch (error) {
      return refuseCoding(error, form);
    }
  });
}

/** What was done, as the address names it. */
async function change({ db }: App, asking: { viewer: Viewer; key: ReturnType<typeof itemKeyOf> }, form: TreeForm) {
  const { intent, codeId, intoId, parentId, name, description, example } = form;
  const confirmed = form.confirmed === "yes";
  const code = { name, description, example, parentId: parentId || null };
  switch (intent) {
    case "add":
      await addCode(db, asking, code);
      return "angelegt";
    case "change":
      await changeCode(db, asking, { ...code, codeId, confirmed });
      return "geaendert";
    case "merge":
      await mergeCode(db, asking, { codeId, intoId, confirmed });
      return "zusammengefuehrt";
    case "approve":
      await approveName(db, asking, { codeId, now: new Date() });
      return "freigegeben";
    case "take-over":
      await takeOverTree(db, asking);
      return "uebernommen";
    default:
      await moveCode(db, asking, { codeId, direction: intent });
      return undefined;
  }
}

export default function Tree() {
  const t = useTexts().coding.tree;
  const read = useReader();
  const { page, limits, viewerId, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { place, tree, earlier } = page;
  const code = tree.find(({ id }) => id === chosen) ?? null;
  return (
    <CodingFrame place={place} title={t.title}>
      <p>{t.intro(limits.codes)}</p>
      {earlier && place.open ? (
        <Notice
          title={t.takeOverText(`${read(earlier.title)} ${earlier.wave}`)}
          actions={
            <Form method="post">
              <button type="submit" className="button" name="intent" value="take-over">
                {t.takeOver(`${read(earlier.title)} ${earlier.wave}`)}
              </button>
            </Form>
          }
        />
      ) : null}
      {tree.length === 0 ? (
        <EmptyState title={t.empty} text={t.emptyText} />
      ) : (
        <CodeTable page={page} viewerId={viewerId} />
      )}
      {place.open ? (
        <div className="columns">
          <CodeForm page={page} code={code} limits={limits} refused={refused} />
          {code && tree.length > 1 ? <MergeForm page={page} code={code} refused={refused} /> : null}
        </div>
      ) : null}
    </CodingFrame>
  );
}
