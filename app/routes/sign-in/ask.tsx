import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { WaitNotice } from "../../components/layout/wait-notice.tsx";
import { useTexts } from "../../components/texts.ts";
import { readAddress } from "../../domain/sign-in/address.ts";
import { askSignIn } from "../../domain/sign-in/ask-sign-in.server.ts";
import { parseForm, safeReturn } from "../../http/form.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { findViewer } from "../../http/session.server.ts";
import { keepBrowserToken, readBrowserToken, refuseTooMany } from "../../http/sign-in.server.ts";
import { textsOf } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.strictObject({ address: z.string().max(1000), back: z.string().max(2000).default("/") });

export const handle: Handle = { width: "narrow" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = textsOf(page?.locale ?? "de");
  return [{ title: t.layout.pageTitle(t.signIn.ask.title) }];
};

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const back = safeReturn(new URL(request.url).searchParams.get("weiter"));
    const viewer = await findViewer(request, context);
    if (viewer) throw redirect(back);
    return { back, locale: await localeOf(request, undefined) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const form = await parseForm(request, schema);
    const address = readAddress(form.address);
    const typed = form.address;
    if (!address)
      return data({ error: typed.trim() ? ("invalid" as const) : ("missing" as const), typed, wait: 0 }, 422);
    try {
      const { browserToken } = await askSignIn(
        { db: context.db, jobs: context.jobs, secret: context.env.secret ?? "" },
        {
          address,
          network: context.clientKey,
          returnTo: safeReturn(form.back),
          browserToken: await readBrowserToken(request, context),
        },
      );
      return redirect(paths.signInCode(), { headers: { "Set-Cookie": await keepBrowserToken(context, browserToken) } });
    } catch (problem) {
      return refuseTooMany(problem, typed);
    }
  });
}

export default function AskSignIn() {
  const t = useTexts().signIn.ask;
  const { back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const byLink = useTexts().links.cover.expired;
  return (
    <>
      <PageHead title={t.title} subtitle={t.intro} />
      {/* A guest's access ends with the working day; the address of a questionnaire says that somebody was filling in. */}
      {back.startsWith(`${paths.invitations()}/`) ? (
        <Notice title={byLink.title}>
          <p>{byLink.text}</p>
        </Notice>
      ) : null}
      <CheckedForm action={paths.signIn()} errors={{ address: refused?.error && t.errors[refused.error] }}>
        <WaitNotice wait={refused?.wait} texts={t.tooMany} />
        <FormField
          name="address"
          label={t.address}
          hint={t.addressHint}
          input={{
            type: "email",
            autoComplete: "email",
            autoCapitalize: "none",
            spellCheck: false,
            required: true,
            defaultValue: refused?.typed,
          }}
        />
        <input type="hidden" name="back" value={back} />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.submit}
          </button>
        </div>
        <p className="who-sees">{t.whoSees}</p>
      </CheckedForm>
    </>
  );
}
