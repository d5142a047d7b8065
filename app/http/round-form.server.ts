import { z } from "zod";
import type { Audience } from "#db/tables/round.ts";
import type { Fault } from "../domain/problem.ts";
import { AUDIENCE_ATTRIBUTES } from "../domain/rounds/audience.ts";
import type { DraftChange } from "../domain/rounds/draft-round.server.ts";
import { readWallClock } from "../domain/rounds/wall-clock.ts";
import { parseForm } from "./form.server.ts";

/** A form of the wizard as it was typed, and what it means; faults where it means nothing. */
export type Read<Typed, Meant> = { typed: Typed; meant: Meant | undefined; faults: Fault[] };

const text = z.string().max(1000).default("");

export type VersionTyped = { versionId: string; wave: string };

export async function readVersionForm(request: Request): Promise<Read<VersionTyped, VersionTyped>> {
  const typed = await parseForm(request, z.strictObject({ versionId: text, wave: text }));
  const isId = z.uuid().safeParse(typed.versionId).success;
  const faults = isId ? [] : [{ code: "version-missing", path: "/versionId" }];
  return { typed, meant: isId ? typed : undefined, faults };
}

export type AudienceTyped = {
  kind: string;
  projects: string[];
  attributes: Record<string, string[]>;
  q: string;
  intent: "save" | "count" | "filter";
};

export async function readAudienceForm(request: Request): Promise<Read<AudienceTyped, Audience>> {
  const list = z.array(z.string().max(100)).max(5000);
  const schema = z.strictObject({
    kind: text,
    projects: list,
    q: text,
    intent: z.enum(["save", "count", "filter"]).default("save"),
    ...Object.fromEntries(AUDIENCE_ATTRIBUTES.map((attribute) => [`attr-${attribute}`, list])),
  });
  const lists = ["projects", ...AUDIENCE_ATTRIBUTES.map((attribute) => `attr-${attribute}`)];
  const form: Record<string, unknown> = await parseForm(request, schema, lists);
  const chosen = AUDIENCE_ATTRIBUTES.map((one) => [one, form[`attr-${one}`] as string[]] as const);
  const typed = {
    kind: form.kind as string,
    projects: form.projects as string[],
    attributes: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    q: form.q as string,
    intent: form.intent as AudienceTyped["intent"],
  };
  const meant = audienceOf(typed);
  return { typed, meant, faults: meant ? [] : [{ code: "kind-missing", path: "/kind" }] };
}

function audienceOf({ kind, projects, attributes }: AudienceTyped): Audience | undefined {
  switch (kind) {
    case "all":
    case "link":
      return { kind };
    case "attributes":
      return { kind, attributes };
    case "projects":
      return { kind, projectIds: projects.filter((id) => z.uuid().safeParse(id).success) };
    default:
      return undefined;
  }
}

export type TimesTyped = {
  begin: string;
  beginDay: string;
  beginTime: string;
  endDay: string;
  endTime: string;
  reminders: string[];
};

type Times = { opensAt: Date; closesAt: Date; reminders: number[] };

export async function readTimesForm(request: Request, now: Date): Promise<Read<TimesTyped, Times>> {
  const schema = z.strictObject({
    begin: text,
    beginDay: text,
    beginTime: text,
    endDay: text,
    endTime: text,
    reminders: z.array(z.string().max(10)).max(100),
  });
  const typed = await parseForm(request, schema, ["reminders"]);
  const opensAt = typed.begin === "at" ? readWallClock(typed.beginDay, typed.beginTime) : now;
  const closesAt = readWallClock(typed.endDay, typed.endTime);
  const faults = [...clockFaults(opensAt, "begin"), ...clockFaults(closesAt, "end")];
  if (typed.begin === "at" && opensAt instanceof Date && opensAt <= now) {
    faults.push({ code: "opening-past", path: "/beginDay" });
  }
  const read = opensAt instanceof Date && closesAt instanceof Date && faults.length === 0;
  const reminders = typed.reminders.map(Number);
  return { typed, meant: read ? { opensAt, closesAt, reminders } : undefined, faults };
}

/** A day and a time in one pair of fields; what is wrong stands at the one that has to be changed. */
export function clockFaults(read: ReturnType<typeof readWallClock>, field: "begin" | "end"): Fault[] {
  if (read instanceof Date) return [];
  return [{ code: read, path: `/${field}${read.startsWith("day") ? "Day" : "Time"}` }];
}

type Privacy = "named" | "confidential" | "anonymous";
export type PrivacyTyped = { privacy: string; strict: boolean };

export async function readPrivacyForm(
  request: Request,
): Promise<Read<PrivacyTyped, { privacy: Privacy; strict: boolean }>> {
  const form = await parseForm(request, z.strictObject({ privacy: text, strict: z.literal("yes").optional() }));
  const typed = { privacy: form.privacy, strict: form.strict === "yes" };
  const privacy = (["named", "confidential", "anonymous"] as const).find((one) => one === typed.privacy);
  const faults = privacy ? [] : [{ code: "privacy-missing", path: "/privacy" }];
  return { typed, meant: privacy && { privacy, strict: typed.strict }, faults };
}

/** The change of a step, for the domain. */
export function changeOf(
  step: DraftChange["step"],
  meant: VersionTyped | Audience | Times | { privacy: Privacy; strict: boolean },
): DraftChange {
  return (step === "audience" ? { step, audience: meant } : { step, ...meant }) as DraftChange;
}
