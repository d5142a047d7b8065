import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { type FiledMail, listFiledMails } from "../../domain/mail/files.server.ts";
import { Problem } from "../../domain/problem.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { findViewer } from "../../http/session.server.ts";
import { textsOf } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = textsOf(page?.locale ?? "de");
  return [{ title: t.layout.pageTitle(t.signIn.demoMail.title) }];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    if (!context.env.demo) throw new Problem("not-found");
    const viewer = await findViewer(request, context);
    const mails = await listFiledMails(context.env.dataDir);
    return { mails, origin: context.env.origin, locale: await localeOf(request, viewer) };
  });
}

export default function DemoMail() {
  const t = useTexts().signIn.demoMail;
  const { mails, origin } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title={t.title}
        subtitle={t.intro}
        actions={
          <Link className="button" to={paths.demoMail()} reloadDocument>
            {t.reload}
          </Link>
        }
      />
      {mails.map((mail) => (
        <Mail key={mail.name} mail={mail} origin={origin} />
      ))}
      {mails.length === 0 ? (
        <EmptyState
          title={t.empty}
          text={t.emptyText}
          actions={
            <Link className="button" to={paths.signIn()}>
              {t.ask}
            </Link>
          }
        />
      ) : null}
    </div>
  );
}

function Mail({ mail, origin }: { mail: FiledMail; origin: string }) {
  const t = useTexts().signIn.demoMail;
  const written = new Intl.DateTimeFormat(useLocale() === "de" ? "de-DE" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Berlin",
  }).format(new Date(mail.at));
  return (
    <article className="card stack--close">
      <h2>{mail.subject}</h2>
      <p className="muted">
        {t.to}: {mail.to} · {t.at}: {written}
      </p>
      {mail.text
        .trim()
        .split("\n\n")
        .map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mail's paragraphs never change
          <Paragraph key={place} text={part} origin={origin} />
        ))}
    </article>
  );
}

function Paragraph({ text, origin }: { text: string; origin: string }) {
  return (
    <p>
      {text.split("\n").map((line) => (
        <span key={line}>
          {line.startsWith(`${origin}/`) ? <a href={line}>{line}</a> : line.trim()}
          <br />
        </span>
      ))}
    </p>
  );
}
