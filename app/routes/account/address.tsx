import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { type ChangeState, confirmAddress, lookAtChange } from "../../domain/account/change-address.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { findViewer, forgetViewer, readSessionHash } from "../../http/session.server.ts";
import type { Texts } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const STATUS: Record<ChangeState, number> = { ready: 200, "sign-in": 200, "other-account": 200, over: 410 };

type Loaded = { state: ChangeState; address?: string };

export const handle: Handle = { width: "narrow" };
export const meta = titled<Loaded>((t, loaded) => wordsFor(t, loaded?.state ?? "over").title);

/** Never uses the link up: scanners of mail servers open it before any person does. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const looked = await lookAtChange(context.db, await findViewer(request, context), params.token ?? "");
    return data(looked, STATUS[looked.state]);
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    await parseForm(request, z.strictObject({}));
    const token = params.token ?? "";
    const viewer = await findViewer(request, context);
    if (!viewer) return redirect(paths.confirmAddress(token));
    const keptSession = await readSessionHash(request, context);
    if (!(await confirmAddress(context, viewer, { token, keptSession }))) return data(null, STATUS.over);
    forgetViewer(context);
    return redirect(paths.account("bestaetigt"));
  });
}

export default function ConfirmAddress() {
  const t = useTexts();
  const { state, address } = useLoaderData<typeof loader>();
  const { title, text } = wordsFor(t, state);
  if (state === "ready") {
    return (
      <>
        <PageHead title={title} subtitle={t.account.confirm.ready(address ?? "")} />
        <Form method="post" className="form">
          <p>{t.account.confirm.effect}</p>
          <div className="actions">
            <button type="submit" className="button button--primary">
              {t.account.confirm.submit}
            </button>
          </div>
        </Form>
      </>
    );
  }
  return (
    <div className="stack">
      <PageHead title={title} subtitle={text} />
      <div className="actions">
        {state === "sign-in" ? (
          <Link className="button button--primary" to={paths.signIn()}>
            {t.account.confirm.toSignIn}
          </Link>
        ) : (
          <Link className="button" to={paths.account()}>
            {t.account.confirm.toAccount}
          </Link>
        )}
      </div>
    </div>
  );
}

function wordsFor(t: Texts, state: ChangeState): { title: string; text?: string } {
  const words = t.account.confirm;
  if (state === "ready") return { title: words.title };
  return { "sign-in": words.signIn, "other-account": words.otherAccount, over: words.over }[state];
}
