import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useReader, useTexts } from "../../components/texts.ts";
import { readUnsubscribe, turnRemindersOff } from "../../domain/mail/unsubscribe.server.ts";
import type { App } from "../../http/context.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };

export const meta = titled((t) => t.messages.unsubscribe.title);

const GONE = 410;

const keyOf = ({ db, env }: App) => ({ db, secret: env.secret ?? "" });

/** The link in the mail is the key: nobody signs in to be left alone. Looking changes nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const round = await readUnsubscribe(keyOf(context), params.token ?? "");
    return data({ round: round ?? null }, round ? 200 : GONE);
  });
}

export async function action({ params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const done = await turnRemindersOff(keyOf(context), params.token ?? "");
    return data({ done }, done ? 200 : GONE);
  });
}

export default function Unsubscribe() {
  const t = useTexts().messages.unsubscribe;
  const read = useReader();
  const { round } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done;
  if (!round) return <PageHead title={t.invalidTitle} subtitle={t.invalid} />;
  if (done || round.over) {
    return (
      <>
        <PageHead title={t.title} />
        <Notice kind="good" live="status">
          <p>{done ? t.done : t.over}</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHead title={t.title} subtitle={t.question(`${read(round.title)} ${round.wave}`)} />
      <Form method="post" className="form">
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.confirm}
          </button>
        </div>
        <p className="who-sees">{t.consequence}</p>
      </Form>
    </>
  );
}
