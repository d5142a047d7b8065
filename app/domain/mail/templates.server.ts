import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { deleteTemplate, findTemplate, listTemplates, putTemplate } from "#db/queries/templates.server.ts";
import { LOCALES, type Locale, textsOf } from "../../locales/index.ts";
import type { Letter } from "./letter.ts";
import {
  checkTemplate,
  fillTemplate,
  TEMPLATE_KINDS,
  type Template,
  type TemplateFault,
  type TemplateKind,
  type Values,
} from "./template.ts";

/** Writes a mail from its template, as the coordination left it. A link has the kind's label unless it brings its own. */
export async function writeFromTemplate(
  db: Db | Tx,
  kind: TemplateKind,
  locale: Locale,
  values: Values,
  link: { url: string; label?: string },
): Promise<Letter> {
  const template = (await findTemplate(db, kind, locale)) ?? defaultTemplate(kind, locale);
  return letterOf(kind, locale, template, values, link);
}

function letterOf(
  kind: TemplateKind,
  locale: Locale,
  template: Template,
  values: Values,
  link: { url: string; label?: string },
): Letter {
  const t = textsOf(locale).mail;
  const letter = fillTemplate(locale, template, values, { label: t.links[kind], ...link });
  return { ...letter, blocks: [...letter.blocks, { kind: "text", text: t.noReply }] };
}

function defaultTemplate(kind: TemplateKind, locale: Locale): Template {
  return textsOf(locale).mail.templates[kind];
}

/** Every template with when and by whom it was changed; null where the texts of the code hold. */
export async function readTemplates(db: Db) {
  const changed = await listTemplates(db);
  return TEMPLATE_KINDS.map((kind) => ({
    kind,
    languages: LOCALES.map((locale) => {
      const row = changed.find((one) => one.kind === kind && one.locale === locale);
      return { locale, changedAt: row?.changed_at ?? null, changedBy: row?.changed_by ?? null };
    }),
  }));
}

/** A template to be edited. */
export async function readTemplate(db: Db, kind: TemplateKind, locale: Locale) {
  const changed = await findTemplate(db, kind, locale);
  return { template: changed ?? defaultTemplate(kind, locale), changed: changed !== undefined };
}

/** The mail that a template makes, with an invented addressee. Faults do not hinder looking. */
export function previewTemplate(kind: TemplateKind, locale: Locale, template: Template): Letter {
  const { sample } = textsOf(locale).mail;
  const letter = letterOf(kind, locale, template, sample, { url: sample.url });
  return kind === "reminder" ? withUnsubscribe(letter, sample.unsubscribeUrl) : letter;
}

/** Below the text of every reminder, whatever its template says. */
export function withUnsubscribe(letter: Letter, url: string): Letter {
  const link = { kind: "link", label: textsOf(letter.locale).mail.unsubscribe, url } as const;
  return { ...letter, blocks: [...letter.blocks, link] };
}

type Saving = { kind: TemplateKind; locale: Locale; template: Template; actorId: string };

/**
 * Keeps a template, in force for every mail that is sent from now on. Gives back what is wrong with it; then nothing was
 * kept. The words of the code are not kept as a change.
 */
export async function saveTemplate(db: Db | Tx, { kind, locale, template, actorId }: Saving): Promise<TemplateFault[]> {
  const tidy = { subject: template.subject.trim(), body: template.body.replaceAll("\r\n", "\n").trim() };
  const faults = checkTemplate(kind, tidy);
  if (faults.length > 0) return faults;
  const standard = defaultTemplate(kind, locale);
  if (tidy.subject === standard.subject && tidy.body === standard.body) {
    await resetTemplate(db, { kind, locale, actorId });
    return [];
  }
  await transact(db, async (tx) => {
    await putTemplate(tx, { kind, locale, ...tidy, actorId });
    await insertAudit(tx, { actorId, verb: "mail.template", object: "template", objectId: `${kind}.${locale}` });
  });
  return [];
}

/** Goes back to the words of the code. */
export async function resetTemplate(db: Db | Tx, { kind, locale, actorId }: Omit<Saving, "template">): Promise<void> {
  await transact(db, async (tx) => {
    if (!(await deleteTemplate(tx, kind, locale))) return;
    await insertAudit(tx, { actorId, verb: "mail.template-reset", object: "template", objectId: `${kind}.${locale}` });
  });
}
