import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { LetterView } from "../../components/mail/letter-view.tsx";
import { PlaceholderList, TemplateForm } from "../../components/mail/template-form.tsx";
import { useTexts } from "../../components/texts.ts";
import { plainText } from "../../domain/mail/letter.ts";
import {
  BODY_LENGTH,
  checkTemplate,
  placeholdersOf,
  SUBJECT_LENGTH,
  TEMPLATE_KINDS,
} from "../../domain/mail/template.ts";
import { previewTemplate, readTemplate, resetTemplate, saveTemplate } from "../../domain/mail/templates.server.ts";
import { Problem } from "../../domain/problem.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded) => {
  return loaded
    ? t.messages.template.title(t.messages.kinds[loaded.kind], t.messages.languages[loaded.language])
    : t.messages.title;
});

const which = z.object({ kind: z.enum(TEMPLATE_KINDS), locale: z.enum(["de", "en"]) });
const schema = z.strictObject({
  subject: z.string().max(2000),
  body: z.string().max(50_000),
  intent: z.enum(["save", "preview", "reset"]).default("save"),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "mail.edit");
    const { kind, locale } = chosen(params);
    const done = new URL(request.url).searchParams.get("stand");
    return {
      kind,
      language: locale,
      ...(await readTemplate(context.db, kind, locale)),
      placeholders: placeholdersOf(kind),
      done: done === "gespeichert" || done === "standard" ? done : null,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "mail.edit");
    const { kind, locale } = chosen(params);
    const { intent, ...template } = await parseForm(request, schema);
    const page = paths.messageTemplate(kind, locale);
    if (intent === "reset") {
      await resetTemplate(context.db, { kind, locale, actorId });
      return redirect(`${page}?stand=standard`);
    }
    if (intent === "preview") {
      const letter = previewTemplate(kind, locale, template);
      const faults = checkTemplate(kind, template);
      return data(
        { template, faults, preview: { letter, text: plainText(letter) } },
        { status: faults.length > 0 ? 422 : 200 },
      );
    }
    const faults = await saveTemplate(context.db, { kind, locale, template, actorId });
    if (faults.length > 0) return data({ template, faults, preview: undefined }, { status: 422 });
    return redirect(`${page}?stand=gespeichert`);
  });
}

export default function TemplatePage() {
  const t = useTexts().messages;
  const { kind, language, template, changed, placeholders, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const other = language === "de" ? "en" : "de";
  const shown = answer?.template ?? template;
  return (
    <div className="stack">
      <PageHead
        title={t.template.title(t.kinds[kind], t.languages[language])}
        subtitle={t.templates.when[kind]}
        trail={[{ to: paths.messages(), label: t.title }]}
        trailLabel={t.title}
        actions={
          <Link className="button" to={paths.messageTemplate(kind, other)}>
            {t.template.otherLanguage[other]}
          </Link>
        }
      />
      {done && !answer ? (
        <Notice kind="good" live="status">
          <p>{done === "gespeichert" ? t.template.saved : t.template.restored}</p>
        </Notice>
      ) : null}
      <div className="template-columns">
        <TemplateForm
          // What was restored or saved is shown anew; what is being typed is left alone.
          key={`${kind} ${language} ${template.subject} ${template.body}`}
          kind={kind}
          language={language}
          template={shown}
          changed={changed}
          faults={answer?.faults ?? []}
          placeholders={placeholders}
          limits={{ subject: SUBJECT_LENGTH, body: BODY_LENGTH }}
        />
        <PlaceholderList placeholders={placeholders} />
      </div>
      {answer?.preview ? (
        <LetterView
          letter={answer.preview.letter}
          text={answer.preview.text}
          unsaved={shown.subject !== template.subject || normal(shown.body) !== template.body}
        />
      ) : null}
    </div>
  );
}

/** Browsers send line breaks as two characters. */
function normal(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

/** A kind or a language that does not exist, or is not open to changes, has no page. */
function chosen(params: Record<string, string | undefined>): z.infer<typeof which> {
  const parsed = which.safeParse(params);
  if (!parsed.success) throw new Problem("not-found");
  return parsed.data;
}
