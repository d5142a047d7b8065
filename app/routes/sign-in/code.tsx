import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { WaitNotice } from "../../components/layout/wait-notice.tsx";
import { useTexts } from "../../components/texts.ts";
import { signInByCode } from "../../domain/sign-in/finish-sign-in.server.ts";
import { readCode } from "../../domain/sign-in/secrets.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { openSession, readBrowserToken, refuseTooMany, welcome } from "../../http/sign-in.server.ts";
import { textsOf } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.strictObject({ code: z.string().max(100) });

export const handle: Handle = { width: "narrow" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = textsOf(page?.locale ?? "de");
  return [{ title: t.layout.pageTitle(t.signIn.code.title) }];
};

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    if (!(await readBrowserToken(request, context))) throw redirect(paths.signIn());
    return { locale: await localeOf(request, undefined), demo: context.env.demo && !context.env.smtpUrl };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { code: typed } = await parseForm(request, schema);
    const browserToken = await readBrowserToken(request, context);
    if (!browserToken) return redirect(paths.signIn());
    const code = readCode(typed);
    if (!code) return data({ error: typed.trim() ? ("digits" as const) : ("missing" as const), typed, wait: 0 }, 422);
    try {
      const secret = context.env.secret ?? "";
      const done = await signInByCode({ db: context.db, secret }, code, browserToken, openSession(request, context));
      return done ? await welcome(context, done) : data({ error: "wrong" as const, typed, wait: 0 }, 422);
    } catch (problem) {
      return refuseTooMany(problem, typed);
    }
  });
}

export default function TypeCode() {
  const t = useTexts().signIn.code;
  const { demo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.intro} />
      {demo ? (
        <Notice>
          <p>
            {t.demoNote} <Link to={paths.demoMail()}>{t.demoMail}</Link>
          </p>
        </Notice>
      ) : null}
      <p>{t.steps}</p>
      <CheckedForm errors={{ code: refused?.error && t.errors[refused.error] }}>
        <WaitNotice wait={refused?.wait} texts={t.tooMany} />
        <FormField
          name="code"
          label={t.label}
          hint={t.hint}
          input={{
            className: "input--code",
            autoComplete: "one-time-code",
            inputMode: "numeric",
            required: true,
            defaultValue: refused?.typed,
          }}
        />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.submit}
          </button>
        </div>
      </CheckedForm>
      <p className="muted">
        {t.again} <Link to={paths.signIn()}>{t.againLink}</Link>
      </p>
    </div>
  );
}
