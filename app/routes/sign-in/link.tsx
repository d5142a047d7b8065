import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { useTexts } from "../../components/texts.ts";
import { type LinkState, lookAtLink, signInByLink } from "../../domain/sign-in/finish-sign-in.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { openSession, readBrowserToken, welcome } from "../../http/sign-in.server.ts";
import { textsOf } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const GONE = 410;

export const handle: Handle = { width: "narrow" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = textsOf(page?.locale ?? "de");
  const titles: Record<LinkState, string> = {
    ready: t.signIn.link.title,
    "other-browser": t.signIn.link.elsewhere.title,
    over: t.signIn.link.over.title,
  };
  return [{ title: t.layout.pageTitle(titles[page?.state ?? "over"]) }];
};

/** Never uses the link up: scanners of mail servers open it before any person does. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const state = await lookAtLink(context.db, params.token ?? "", await readBrowserToken(request, context));
    return data({ state, locale: await localeOf(request, undefined) }, state === "over" ? GONE : 200);
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const link = params.token ?? "";
    const browserToken = await readBrowserToken(request, context);
    const done = await signInByLink(context.db, link, browserToken, openSession(request, context));
    if (done) return welcome(context, done);
    return data({ state: await lookAtLink(context.db, link, browserToken) }, GONE);
  });
}

export default function SignInLink() {
  const t = useTexts().signIn.link;
  const looked = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? looked.state;
  if (state === "ready") {
    return (
      <>
        <PageHead title={t.title} subtitle={t.ready} />
        <Form method="post" className="form">
          <div className="actions">
            <button type="submit" className="button button--primary">
              {t.submit}
            </button>
          </div>
          <p className="who-sees">{t.whoSees}</p>
        </Form>
      </>
    );
  }
  const elsewhere = state === "other-browser";
  return (
    <div className="stack">
      <PageHead
        title={elsewhere ? t.elsewhere.title : t.over.title}
        subtitle={elsewhere ? t.elsewhere.intro : t.over.intro}
      />
      {elsewhere ? (
        <div className="prose">
          <ol>
            {t.elsewhere.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>{t.elsewhere.again}</p>
        </div>
      ) : null}
      <div className="actions">
        <Link className={elsewhere ? "button" : "button button--primary"} to={paths.signIn()}>
          {t.again}
        </Link>
      </div>
    </div>
  );
}
