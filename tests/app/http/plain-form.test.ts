import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { writeBase } from "#app/domain/responses/plain/base.ts";
import { parsePlainForm } from "#app/http/plain-form.server.ts";

function posted(values: [string, string][]): Request {
  const body = new URLSearchParams([["~form", randomUUID()], ["~base", writeBase(new Map())], ...values]);
  return new Request("https://spiegel.example.org/", { method: "POST", body });
}

test("values under one name stay together in their order", async () => {
  const form = await parsePlainForm(
    posted([
      ["thema", "a"],
      ["zahl", "1"],
      ["thema", "b"],
    ]),
  );
  expect([...form.posted]).toEqual([
    ["thema", ["a", "b"]],
    ["zahl", ["1"]],
  ]);
});

test("as many values as a megabyte holds are refused at once, under one name as under many", async () => {
  for (const name of [() => "a", (i: number) => `n${i}`]) {
    const request = posted(Array.from({ length: 150_000 }, (_, i): [string, string] => [name(i), ""]));
    await expect(parsePlainForm(request)).rejects.toMatchObject({ code: "too-large" });
  }
});
