import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { z } from "zod";
import { CheckboxField } from "../../components/layout/checkbox-field.tsx";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { WaitNotice } from "../../components/layout/wait-notice.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import {
  countWithdrawn,
  FRESH_MINUTES,
  findOpenInsight,
  getMicrodataRound,
  mayHaveNames,
  openInsight,
  REASON,
} from "../../domain/microdata/read-microdata.server.ts";
import { askSignInAgain } from "../../domain/sign-in/ask-sign-in.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering, later, secondsToWait } from "../../http/respond.server.ts";
import { hasJustSignedIn } from "../../http/session.server.ts";
import { keepBrowserToken, readBrowserToken } from "../../http/sign-in.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("code") }),
  z.strictObject({ intent: z.literal("open"), reason: z.string().max(5000), names: z.literal("yes").optional() }),
]);

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.microdata.title);

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.export");
    const found = await getMicrodataRound(context.db, params.roundId ?? "");
    const { round_id: roundId, title, wave, closed_at, submitted } = found;
    const insightId = new URL(request.url).searchParams.get("einsicht") ?? "";
    const open = await findOpenInsight(context.db, viewer, { roundId, insightId, now: new Date() });
    return {
      round: { title, wave, closedAt: closed_at, submitted: submitted ?? 0 },
      file: open ? { href: paths.microdataFile(roundId, insightId), withNames: open.withNames } : null,
      over: insightId !== "" && !open,
      mayHaveNames: await mayHaveNames(context.db, found),
      withdrawn: (await countWithdrawn(context.db, viewer)).get(roundId) ?? 0,
      fresh: await hasJustSignedIn(request, context, FRESH_MINUTES),
      limits: { minutes: FRESH_MINUTES, ...REASON },
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.export");
    const { round_id: roundId } = await getMicrodataRound(context.db, params.roundId ?? "");
    const form = await parseForm(request, schema);
    if (form.intent === "code") {
      try {
        const { browserToken } = await askSignInAgain(
          { db: context.db, jobs: context.jobs, secret: context.env.secret ?? "" },
          viewer.accountId,
          {
            network: context.clientKey,
            returnTo: paths.microdataOfRound(roundId),
            browserToken: await readBrowserToken(request, context),
          },
        );
        const cookie = await keepBrowserToken(context, browserToken);
        return redirect(paths.signInCode(), { headers: { "Set-Cookie": cookie } });
      } catch (problem) {
        const wait = secondsToWait(problem);
        return data({ typed: "", withNames: false, error: undefined, wait }, later(wait));
      }
    }
    const withNames = form.names === "yes";
    // Whoever waited too long on this page is asked for a code, and can copy what was typed.
    if (!(await hasJustSignedIn(request, context, FRESH_MINUTES))) {
      return data({ typed: form.reason, withNames, error: undefined, wait: 0 }, 422);
    }
    const reason = form.reason.trim();
    const error = reason.length < REASON.least ? "short" : reason.length > REASON.most ? "long" : undefined;
    if (error) return data({ typed: form.reason, withNames, error: error as "short" | "long", wait: 0 }, 422);
    const insightId = await openInsight(context.db, viewer, { roundId, reason, withNames, now: new Date() });
    return redirect(paths.microdataOfRound(roundId, insightId));
  });
}

export default function MicrodataOfRound() {
  const t = useTexts();
  const own = t.microdata;
  const locale = useLocale();
  const read = useReader();
  const { round, limits, over, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const minutes = formatCount(limits.minutes, locale);
  // It came by the form below: who went on there would record a second look.
  const file = useRef<HTMLAnchorElement>(null);
  const href = page.file?.href;
  useEffect(() => (href ? file.current?.focus() : undefined), [href]);
  return (
    <div className="stack">
      <PageHead
        title={`${read(round.title)} ${round.wave}`}
        subtitle={own.facts(
          formatCount(round.submitted, locale),
          round.closedAt ? formatDate(round.closedAt, locale) : "",
        )}
        trail={[{ to: paths.microdata(), label: own.title }]}
        trailLabel={own.title}
      />
      {page.withdrawn > 0 ? (
        <Notice kind="warn" title={own.withdrawn(formatCount(page.withdrawn, locale))}>
          <p>{own.withdrawnText}</p>
        </Notice>
      ) : null}
      {page.file ? (
        <Notice
          kind="good"
          live="status"
          title={own.ready.title}
          actions={
            <a className="button button--primary" href={page.file.href} ref={file} download>
              {own.ready.download}
            </a>
          }
        >
          <p>{own.ready.text(minutes)}</p>
          {page.file.withNames ? <p>{own.ready.withNames}</p> : null}
        </Notice>
      ) : null}
      {over ? (
        <Notice kind="warn">
          <p>{own.ready.over}</p>
        </Notice>
      ) : null}
      <section className="stack stack--close">
        <h2>{own.what}</h2>
        <ul>
          {[...own.points, ...(page.mayHaveNames ? own.more.named : own.more.plain)].map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>{own.seen}</p>
      </section>
      {page.fresh ? (
        <Reason key={href} limits={limits} mayHaveNames={page.mayHaveNames} refused={refused} />
      ) : (
        <Again minutes={minutes} refused={refused} />
      )}
    </div>
  );
}

type Refused = { typed: string; withNames: boolean; error?: "short" | "long"; wait: number } | undefined;

function Again({ minutes, refused }: { minutes: string; refused: Refused }) {
  const t = useTexts();
  const own = t.microdata.fresh;
  return (
    <Notice title={own.title}>
      <p>{own.text(minutes)}</p>
      <WaitNotice wait={refused?.wait} texts={t.signIn.ask.tooMany} />
      {refused?.typed ? (
        <blockquote>
          {own.typed} {refused.typed}
        </blockquote>
      ) : null}
      <Form method="post" className="actions">
        <button type="submit" className="button button--primary" name="intent" value="code">
          {own.ask}
        </button>
      </Form>
    </Notice>
  );
}

type ReasonProps = { limits: { least: number; most: number }; mayHaveNames: boolean; refused: Refused };

function Reason({ limits, mayHaveNames, refused }: ReasonProps) {
  const t = useTexts().microdata;
  const locale = useLocale();
  const [least, most] = [formatCount(limits.least, locale), formatCount(limits.most, locale)];
  const error = refused?.error === "short" ? t.reasonErrors.short(least) : t.reasonErrors.long(most);
  return (
    <CheckedForm errors={{ reason: refused?.error && error }}>
      <input type="hidden" name="intent" value="open" />
      <FormField
        name="reason"
        label={t.reason}
        hint={t.reasonHint(least, most)}
        control="textarea"
        textarea={{ rows: 3, required: true, defaultValue: refused?.typed }}
      />
      {mayHaveNames ? (
        <CheckboxField
          name="names"
          label={t.withNames}
          hint={t.withNamesHint}
          defaultChecked={refused?.withNames ?? false}
        />
      ) : null}
      <button type="submit" className="button button--primary">
        {t.open}
      </button>
    </CheckedForm>
  );
}
