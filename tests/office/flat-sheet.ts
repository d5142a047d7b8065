/** A cell as the spreadsheet program took it: a text, a number, a formula, or something that it made of a text, like a date. */
export type Cell = { type: string; value: string | number };
export type Sheet = { name: string; rows: Cell[][] };

const EMPTY: Cell = { type: "", value: "" };
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
/** Repeated empty cells fill a sheet to its edge. */
const REPEATED_AT_MOST = 1000;

/** Reads the sheets of a Flat OpenDocument file, as `soffice --convert-to fods` writes it. Comments and styles are left out. */
export function readFlatSheets(xml: string): Sheet[] {
  return [...xml.matchAll(/<table:table (.*?)>(.*?)<\/table:table>/gs)].map(([, attributes = "", body = ""]) => ({
    name: attributeOf(attributes, "table:name") ?? "",
    rows: trimmed(
      elementsOf(body, "table:table-row").flatMap(({ attributes: row, content }) => {
        const cells = elementsOf(content, "table:table-cell").flatMap(({ attributes: own, content: text }) =>
          repeated(own, "table:number-columns-repeated", cellOf(own, text)),
        );
        return repeated(
          row,
          "table:number-rows-repeated",
          trimmed(cells, ({ type }) => type === ""),
        );
      }),
      (row) => row.length === 0,
    ),
  }));
}

function elementsOf(xml: string, name: string): { attributes: string; content: string }[] {
  const found = xml.matchAll(new RegExp(`<${name}((?: [^>]*?)?)(?:/>|>(.*?)</${name}>)`, "gs"));
  return [...found].map(([, attributes = "", content = ""]) => ({ attributes, content }));
}

function cellOf(attributes: string, content: string): Cell {
  if (attributes.includes("table:formula="))
    return { type: "formula", value: attributeOf(attributes, "table:formula") ?? "" };
  const type = attributeOf(attributes, "office:value-type");
  if (type === undefined) return EMPTY;
  const value = attributeOf(attributes, "office:value");
  if (value !== undefined) return { type, value: Number(value) };
  const day = attributeOf(attributes, "office:date-value");
  if (day !== undefined) return { type, value: day };
  return {
    type,
    value: elementsOf(content, "text:p")
      .map((line) => textOf(line.content))
      .join("\n"),
  };
}

/** Several blanks in a row are elements of their own. */
function textOf(xml: string): string {
  const blanks = xml.replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, n) => " ".repeat(Number(n ?? 1)));
  const text = blanks
    .replace(/<text:tab\/>/g, "\t")
    .replace(/<text:line-break\/>/g, "\n")
    .replace(/<[^>]*>/g, "");
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : textOf(found);
}

function repeated<T>(attributes: string, name: string, one: T): T[] {
  return Array<T>(Math.min(REPEATED_AT_MOST, Number(attributeOf(attributes, name) ?? 1))).fill(one);
}

function trimmed<T>(list: T[], isEmpty: (one: T) => boolean): T[] {
  return list.slice(0, list.findLastIndex((one) => !isEmpty(one)) + 1);
}
