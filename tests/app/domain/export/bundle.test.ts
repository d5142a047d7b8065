import { describe, expect, it } from "vitest";
import { fileName } from "#app/domain/export/file-name.ts";
import { FORMATS, findFormat } from "#app/domain/export/index.ts";
import type { ReleaseContents } from "#app/domain/export/release-contents.ts";
import type { Locale } from "#app/locales/index.ts";
import { openArchive } from "./archive.ts";
import { compose, SAMPLE, textOf } from "./sample-contents.ts";

async function bundle(contents: ReleaseContents = SAMPLE, locale: Locale = "de"): Promise<Uint8Array> {
  const format = findFormat("zip");
  if (!format) throw new Error("no archive");
  return compose(format, contents, locale);
}

describe("the archive of a release", () => {
  it("holds every other file as it is, with whole checksums", async () => {
    const files = openArchive(await bundle());
    const others = FORMATS.filter(({ id }) => id !== "zip");
    expect(Object.keys(files)).toEqual([
      "LIESMICH.txt",
      "metadaten.json",
      "fragebogen.json",
      "zitate.json",
      ...others.map((format) => fileName(SAMPLE.release, format, "de")),
    ]);
    for (const format of others) {
      const inside = files[fileName(SAMPLE.release, format, "de")] ?? new Uint8Array();
      expect(Buffer.compare(inside, await compose(format)), format.id).toBe(0);
    }
  });

  it("says what is what, by which rule and method, and that the data are made up", async () => {
    const files = openArchive(await bundle());
    const readme = textOf(files["LIESMICH.txt"] ?? new Uint8Array());
    const words = [
      "Größte Bedarfe 2026",
      "erfunden",
      "ab 6 Projekten",
      "Vielfaches von 3",
      "Methode 2",
      SAMPLE.release.checksum,
    ];
    for (const one of words) expect(readme.replace(/\s+/g, " ")).toContain(one);
    for (const name of Object.keys(files)) if (name !== "LIESMICH.txt") expect(readme).toContain(name);
    const metadata = JSON.parse(textOf(files["metadaten.json"] ?? new Uint8Array()));
    expect(metadata).toMatchObject({
      release: 2,
      kind: "correction",
      method: 2,
      fictional: true,
      rule: { minimum: 6, multiple: 3 },
    });
    expect(metadata.breakdowns[1].groups[0]).toEqual({ code: "nord", label: { de: "=Nord" }, n: 30 });
  });

  it("is English for English pages: names, papers and the files for people; facts for programmes are the same", async () => {
    const [german, english] = [openArchive(await bundle()), openArchive(await bundle(SAMPLE, "en"))];
    const others = FORMATS.filter(({ id }) => id !== "zip");
    expect(Object.keys(english)).toEqual([
      "README.txt",
      "metadata.json",
      "questionnaire.json",
      "quotes.json",
      ...others.map((format) => fileName(SAMPLE.release, format, "en")),
    ]);
    for (const format of others) {
      const inside = english[fileName(SAMPLE.release, format, "en")] ?? new Uint8Array();
      expect(Buffer.compare(inside, await compose(format, SAMPLE, "en")), format.id).toBe(0);
    }
    const readme = textOf(english["README.txt"] ?? new Uint8Array()).replace(/\s+/g, " ");
    for (const one of ["Greatest needs 2026 Correction 2 of 2 October 2026", "invented", "at least 6 projects"])
      expect(readme).toContain(one);
    for (const name of Object.keys(english)) if (name !== "README.txt") expect(readme).toContain(name);
    const papers = { metadaten: "metadata", fragebogen: "questionnaire", zitate: "quotes" };
    for (const [de, en] of Object.entries(papers)) expect(english[`${en}.json`]).toEqual(german[`${de}.json`]);
  });

  it("has the questions with wording and codes", async () => {
    const files = openArchive(await bundle());
    const { questions } = JSON.parse(textOf(files["fragebogen.json"] ?? new Uint8Array()));
    expect(questions).toHaveLength(7);
    expect(questions[0].items.map(({ key, polarity }: { key: string; polarity: string }) => [key, polarity])).toEqual([
      ["bed/a", "high-good"],
      ["bed/b", "high-bad"],
    ]);
    expect(questions[1].items[0]).toMatchObject({ label: null, polarity: null });
  });

  it("names no person and no internal number", async () => {
    const { made_by, round_id, release_id } = SAMPLE.release;
    for (const [name, content] of Object.entries(openArchive(await bundle()))) {
      for (const id of [made_by, round_id, release_id])
        expect(Buffer.from(content).includes(String(id)), name).toBe(false);
    }
  });

  it("is the same, byte by byte, whenever and wherever it is made", async () => {
    const [first, english] = [await bundle(), await bundle(SAMPLE, "en")];
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    try {
      await new Promise((resolve) => setTimeout(resolve, 2100));
      expect(Buffer.compare(first, await bundle())).toBe(0);
      expect(Buffer.compare(english, await bundle(SAMPLE, "en"))).toBe(0);
    } finally {
      process.env.TZ = zone;
    }
  });

  it("ends with its reader, and with a release that cannot be read", async () => {
    let [begun, ended] = [0, 0];
    const walk = async function* () {
      begun++;
      try {
        yield* SAMPLE.walk();
      } finally {
        ended++;
      }
    };
    const format = findFormat("zip");
    for await (const _ of format?.compose({ ...SAMPLE, walk }, "de") ?? []) if (begun > 0) break;
    await expect.poll(() => ended).toBe(begun);
    const broken = async function* (): AsyncGenerator<never> {
      yield* [];
      throw new Error("the database went away");
    };
    await expect(bundle({ ...SAMPLE, walk: broken })).rejects.toThrow("the database went away");
  });
});
