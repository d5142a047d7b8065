import { textsOf } from "../../locales/index.ts";
import { exactnessInWords, methodInWords, ruleInWords, uncertaintyInWords } from "../report/in-words.ts";
import { summaryOf } from "../report/read-report.server.ts";
import { COLUMNS } from "./analysis-csv.ts";
import { type CsvCell, plainRecords } from "./csv.ts";
import { defineFormat, type Pieces } from "./format.ts";
import type { ExportItem, ReleaseContents } from "./release-contents.ts";

/**
 * What a row is about (`part`), with the columns that it fills:
 * - `release` a fact (`key`, `value`) · `rule` a number of the rule, or the rule in words (`label`) · `method` in words
 * - `column` a column of the analysis file · `item` with question, scale, polarity, its label and the question's wording
 * - `code` of an item (`key` is the item) · `breakdown` · `group` of a breakdown (`key`), `value` is its size
 */
const HEADS = [
  "part",
  "key",
  "code",
  "value",
  "question",
  "scale",
  "polarity",
  "missing",
  "label_de",
  "label_en",
  "wording_de",
  "wording_en",
] as const;

type Row = Partial<Record<(typeof HEADS)[number], CsvCell>> & { part: string; key: string };

/** The codebook of the analysis file, in both languages at once; same conventions. */
export const codebookCsv = defineFormat({
  id: "codebuch",
  extension: "csv",
  suffix: { de: "codebuch", en: "codebook" },
  contentType: "text/csv; charset=utf-8",
  compose: writeCodebook,
});

async function* writeCodebook({ release, groups, items }: ReleaseContents): Pieces {
  yield records([Object.fromEntries(HEADS.map((head) => [head, head])) as Row]);
  yield records(factRows(release));
  yield records(ruleRows(release, groups.length > 1));
  yield records(
    COLUMNS.map(({ name, means }) => ({ part: "column", key: name, label_de: means.de, label_en: means.en })),
  );
  for (const item of items) yield records(itemRows(item));
  yield records(groupRows(groups));
}

const records = (rows: readonly Row[]) => plainRecords(rows.map((row) => HEADS.map((head) => row[head])));

function factRows(release: ReleaseContents["release"]): Row[] {
  const facts: Record<string, CsvCell> = {
    questionnaire: release.questionnaire,
    version: release.version,
    version_checksum: release.version_checksum,
    wave: release.wave,
    release: release.number,
    kind: release.kind,
    made_at: release.made_at.toISOString(),
    closed_at: release.kind === "interim" ? null : release.closed_at.toISOString(),
    invited: release.invited,
    submitted: release.submitted,
    fictional: release.fictional ? 1 : 0,
    method: release.method,
    checksum: release.checksum,
  };
  return [
    { part: "release", key: "title", label_de: release.title.de, label_en: release.title.en },
    ...Object.entries(facts).map(([key, value]) => ({ part: "release", key, value })),
  ];
}

function ruleRows(row: ReleaseContents["release"], hasGroups: boolean): Row[] {
  const release = summaryOf(row);
  const [de, en] = [textsOf("de"), textsOf("en")];
  const [pointsDe, pointsEn] = [methodInWords(row.method, de, "de"), methodInWords(row.method, en, "en")];
  const numbers = Object.entries(row.rule).filter(([, value]) => typeof value !== "object");
  return [
    {
      part: "rule",
      key: "rule",
      label_de: ruleInWords(release, de, "de"),
      label_en: ruleInWords(release, en, "en"),
    },
    {
      part: "rule",
      key: "exactness",
      label_de: exactnessInWords(release, de, "de"),
      label_en: exactnessInWords(release, en, "en"),
    },
    {
      part: "rule",
      key: "uncertainty",
      label_de: uncertaintyInWords(release, hasGroups, de),
      label_en: uncertaintyInWords(release, hasGroups, en),
    },
    ...pointsDe.map((point, i) => ({ part: "method", key: String(i + 1), label_de: point, label_en: pointsEn[i] })),
    ...numbers.map(([key, value]) => ({ part: "rule", key, value: typeof value === "number" ? value : String(value) })),
  ];
}

function itemRows(item: ExportItem): Row[] {
  const { item: key, question, scale, title, label, codes, polarity } = item;
  return [
    {
      part: "item",
      key,
      question,
      scale,
      polarity: scale === "ordinal" ? polarity : null,
      label_de: label.de,
      label_en: label.en,
      wording_de: title.de,
      wording_en: title.en,
    },
    ...codes.map((code) => ({
      part: "code",
      key,
      code: code.code,
      value: code.number,
      missing: code.missing ? 1 : 0,
      label_de: code.label.de,
      label_en: code.label.en,
    })),
  ];
}

function groupRows(groups: ReleaseContents["groups"]): Row[] {
  return [...Map.groupBy(groups, ({ breakdown }) => breakdown)].flatMap(([breakdown, own]) => [
    {
      part: "breakdown",
      key: breakdown,
      label_de: own[0]?.breakdown_label.de,
      label_en: own[0]?.breakdown_label.en,
    },
    ...own.map((group) => ({
      part: "group",
      key: breakdown,
      code: group.group_code,
      value: group.n,
      label_de: group.label.de,
      label_en: group.label.en,
    })),
  ]);
}
