import { textIn } from "../../format.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { exactnessInWords, methodInWords, ruleInWords, standInWords, uncertaintyInWords } from "../report/in-words.ts";
import { summaryOf } from "../report/read-report.server.ts";
import type { FormatId } from "./format.ts";
import type { ReleaseContents } from "./release-contents.ts";
import { wordsOf } from "./words/index.ts";

/** Longest line of the text file, in letters. */
const LINE = 96;

/** The facts of a release for programmes. People and internal numbers are not among them. */
export function metadataOf({ release, groups, items }: ReleaseContents) {
  return {
    title: release.title,
    wave: release.wave,
    questionnaire: release.questionnaire,
    version: release.version,
    versionChecksum: release.version_checksum,
    release: release.number,
    kind: release.kind,
    corrects: release.corrects,
    reason: release.reason,
    madeAt: release.made_at.toISOString(),
    closedAt: release.kind === "interim" ? null : release.closed_at.toISOString(),
    privacy: release.privacy,
    respondents: release.respondents,
    invited: release.invited,
    submitted: release.submitted,
    fictional: release.fictional,
    rule: release.rule,
    method: release.method,
    checksum: release.checksum,
    items: items.length,
    breakdowns: [...Map.groupBy(groups, ({ breakdown }) => breakdown)].map(([code, own]) => ({
      code,
      label: own[0]?.breakdown_label,
      groups: own.map(({ group_code, label, n }) => ({ code: group_code, label, n })),
    })),
  };
}

/** What the archive holds, how its figures came about, and what they do not say. Lines end as Windows ends them. */
export function readmeOf(
  { release, groups, quotes }: ReleaseContents,
  files: readonly { id: FormatId; name: string }[],
  locale: Locale,
): string {
  const texts = textsOf(locale);
  const { papers } = wordsOf(locale);
  const { downloads, releases } = texts;
  const t = downloads.readme;
  const summary = summaryOf(release);
  const part = (title: string, lines: readonly string[]) => [title, "-".repeat(title.length), ...lines, ""];
  const entries = [
    ...files.map(({ id, name }) => [name, downloads.formats[id].purpose]),
    [papers.instrument, t.instrument],
    [papers.metadata, t.metadata],
    ...(quotes.length > 0 ? [[papers.quotes, t.quotes]] : []),
  ];
  const lines = [
    `${textIn(release.title, locale)} ${release.wave}`,
    standInWords(summary, texts, locale),
    ...(release.fictional ? [releases.report.fictional] : []),
    "",
    ...part(
      t.files,
      entries.flatMap(([name = "", purpose = ""]) => [name, ...wrapped(purpose, "  ")]),
    ),
    ...part(t.rule, [
      ...wrapped(ruleInWords(summary, texts, locale)),
      ...wrapped(exactnessInWords(summary, texts, locale)),
      ...wrapped(uncertaintyInWords(summary, groups.length > 1, texts)),
      ...wrapped(t.source),
    ]),
    ...part(
      t.method,
      methodInWords(release.method, texts, locale).flatMap((point) => wrapped(point)),
    ),
    ...part(
      t.conventions,
      t.conventionPoints.flatMap((point) => wrapped(point)),
    ),
    ...part(t.checksum, [release.checksum]),
  ];
  return `\uFEFF${lines.join("\r\n")}`;
}

function wrapped(text: string, indent = ""): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}
