import { textIn } from "../../format.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvRecords } from "../export/csv.ts";
import { pictureName } from "../export/file-name.ts";
import { describeNetwork } from "./describe-network.ts";
import type { NetworkRelease } from "./read-network.server.ts";

type NetworkFile = { name: string; text: string };
type Write = (report: NetworkRelease, locale: Locale) => NetworkFile;

/** By the part of its address. */
const FILES: Record<string, Write> = {
  projekte: (report, locale) => {
    const t = textsOf(locale).network;
    const { attributes } = report.network;
    const { nodes } = describeNetwork(
      { nodes: report.nodes, ties: report.ties, asked: report.release.invited },
      attributes[0]?.code ?? "",
    );
    const h = t.projects.heads;
    const heads = [
      ...[h.project, ...attributes.map(({ label }) => textIn(label, locale)), t.files.heads.answered],
      ...[h.contacts, h.confirmed, h.named, h.names, h.broker],
    ];
    const rows = nodes.map((node): CsvCell[] => [
      node.name,
      ...attributes.map(({ code, codes }) => {
        const label = codes.find((one) => one.code === node.attributes[code])?.label;
        return label && textIn(label, locale);
      }),
      node.answered ? t.files.yes : t.files.no,
      ...[node.contacts, node.confirmed, node.named, node.answered ? node.names : null, node.broker.pairs],
    ]);
    return fileOf(report, t.files.names.projects, [heads, ...rows], locale);
  },
  kontakte: (report, locale) => {
    const t = textsOf(locale).network.files;
    const names = new Map(report.nodes.map(({ id, name }) => [id, name]));
    const steps = new Map(report.network.frequencies.map(({ code, label }) => [code, textIn(label, locale)]));
    const said = new Set(report.ties.map(({ from, to }) => `${from} ${to}`));
    const kinds = new Map(report.network.kinds.map(({ code, label }) => [code, textIn(label, locale)]));
    const rows = report.ties
      .map(({ from, to, frequency, closest, ...tie }): string[] => [
        ...[names.get(from) ?? "", names.get(to) ?? "", steps.get(frequency ?? "") ?? ""],
        said.has(`${to} ${from}`) ? t.yes : t.no,
        tie.kinds.map((kind) => kinds.get(kind) ?? "").join(", "),
        closest === null ? "" : closest ? t.yes : t.no,
      ])
      .sort(([a = "", b = ""], [c = "", d = ""]) => a.localeCompare(c, locale) || b.localeCompare(d, locale));
    const { from, to, frequency, confirmed, kinds: about, closest } = t.heads;
    return fileOf(report, t.names.contacts, [[from, to, frequency, confirmed, about, closest], ...rows], locale);
  },
};

/** Writes a file for German Excel; undefined where there is none of that name. */
export const findNetworkFile = (file: string): Write | undefined =>
  Object.hasOwn(FILES, file) ? FILES[file] : undefined;

function fileOf({ release }: NetworkRelease, title: string, rows: CsvCell[][], locale: Locale): NetworkFile {
  return { name: `${pictureName(release, title, locale)}.csv`, text: BYTE_ORDER_MARK + csvRecords(rows) };
}
