import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "questionnaire-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

type Ended = { code: number; stdout: string; stderr: string };

const run = (command: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const script = join("app", "commands", `${command}.ts`);
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });

const definition = file("definition.json", {
  title: { default: "Titel", en: "Title" },
  elements: [
    { type: "radiogroup", name: "a", title: { default: "A", en: "A" }, choices: [1, 2], showOtherItem: true },
    { type: "text", name: "b", title: { default: "B", en: "B" }, visibleIf: "{a} = 2" },
  ],
});

describe("questionnaire-check", { timeout: 30_000 }, () => {
  test("prints items of a definition that can be published", async () => {
    const { code, stdout, stderr } = await run("questionnaire-check", definition);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ publishable: true, lint: [], problems: [] });
    expect(report.items.map((item: { key: string }) => item.key)).toEqual(["a", "b"]);
  });

  test.each([
    ["an error", { elements: [{ type: "text", name: "a", visibleIf: "nobody()" }] }],
    ["a malformed one", "{"],
    ["one with null elements", { elements: [null] }],
  ])("exits with 1 for %s", async (name, content) => {
    const { code, stdout } = await run("questionnaire-check", file(`${name.replaceAll(" ", "-")}.json`, content));
    expect(code).toBe(1);
    expect(JSON.parse(stdout).publishable).toBe(false);
  });

  test("exits with 1 for a file that is not there", async () => {
    const { code, stdout } = await run("questionnaire-check", join(folder, "nowhere.json"));
    expect(code).toBe(1);
    expect(JSON.parse(stdout).problems).toMatchObject([{ code: "unreadable-file" }]);
  });
});

describe("questionnaire-cells", { timeout: 30_000 }, () => {
  test("writes the long form, hidden values too", async () => {
    const answers = file("answers.json", [
      { a: 2, b: 'x, "y"\nz' },
      {},
      { a: "other", "a-Comment": "drei", b: "kept" },
    ]);
    const { code, stdout, stderr } = await run("questionnaire-cells", definition, answers);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")[0]).toBe("response,item,entry,code,number,text");
    expect(parse(stdout, { columns: true })).toEqual([
      { response: "1", item: "a", entry: "", code: "2", number: "2", text: "" },
      { response: "1", item: "b", entry: "", code: "", number: "", text: 'x, "y"\nz' },
      { response: "3", item: "a", entry: "", code: "other", number: "", text: "drei" },
      { response: "3", item: "b", entry: "", code: "", number: "", text: "kept" },
    ]);
  });

  test("names refused answers on stderr and goes on", async () => {
    const answers = file("wrong.json", [{ a: 3 }, { a: 1 }, { nobody: 1 }]);
    const { code, stdout, stderr } = await run("questionnaire-cells", definition, answers);
    expect(code).toBe(1);
    expect(parse(stdout, { columns: true })).toHaveLength(1);
    const refused = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(refused).toMatchObject([
      { response: 1, problems: [{ code: "not-a-choice", path: "/a" }] },
      { response: 3, problems: [{ code: "unknown-question", path: "/nobody" }] },
    ]);
  });

  test.each([
    ["answers that are no list", definition, file("object.json", {})],
    ["a malformed definition", file("null.json", "null"), file("none.json", [])],
  ])("exits with 1 for %s", async (_name, form, answers) => {
    const { code, stderr } = await run("questionnaire-cells", form, answers);
    expect(code).toBe(1);
    expect(JSON.parse(stderr).response).toBeNull();
  });
});
