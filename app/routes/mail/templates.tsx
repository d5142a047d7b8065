import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { MailTabs } from "../../components/mail/mail-tabs.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { FIXED_KINDS } from "../../domain/mail/template.ts";
import { readTemplates } from "../../domain/mail/templates.server.ts";
import { formatDate, formatList } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.messages.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "mail.edit");
    return { templates: await readTemplates(context.db), fixed: [...FIXED_KINDS] };
  });
}

export default function Templates() {
  const t = useTexts().messages;
  const locale = useLocale();
  const { templates, fixed } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.templates.intro} />
      <MailTabs />
      <ul className="plain-list template-list">
        {templates.map(({ kind, languages }) => (
          <li key={kind} className="card stack--close">
            <h2>{t.kinds[kind]}</h2>
            <p className="muted">{t.templates.when[kind]}</p>
            <ul className="plain-list template-list__languages">
              {languages.map((language) => (
                <li key={language.locale}>
                  <Link to={paths.messageTemplate(kind, language.locale)}>
                    {t.templates.edit(t.languages[language.locale])}
                    <span className="visually-hidden">: {t.kinds[kind]}</span>
                  </Link>
                  <span className="muted">
                    {language.changedAt
                      ? t.templates.changed(formatDate(language.changedAt, locale, "short"), language.changedBy)
                      : t.templates.standard}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <section className="prose stack--close">
        <h2>{t.templates.fixedTitle}</h2>
        <p>
          {t.templates.fixed}{" "}
          {formatList(
            fixed.map((kind) => t.kinds[kind]),
            locale,
          )}
          .
        </p>
      </section>
    </div>
  );
}
