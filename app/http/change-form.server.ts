import { z } from "zod";
import type { Fault } from "../domain/problem.ts";
import type { DeadlineTyped } from "../domain/rounds/read-change.server.ts";
import { readWallClock } from "../domain/rounds/wall-clock.ts";
import { parseForm } from "./form.server.ts";
import { clockFaults } from "./round-form.server.ts";

const text = z.string().max(2000).default("");
const confirmed = z.literal("yes").optional();

export async function readDeadlineForm(
  request: Request,
): Promise<{ typed: DeadlineTyped; closesAt: Date | undefined; faults: Fault[]; confirmed: boolean }> {
  const { confirmed: yes, ...typed } = await parseForm(
    request,
    z.strictObject({ endDay: text, endTime: text, confirmed }),
  );
  const read = readWallClock(typed.endDay, typed.endTime);
  const closesAt = read instanceof Date ? read : undefined;
  return { typed, closesAt, faults: clockFaults(read, "end"), confirmed: yes === "yes" };
}

/** Days ticked one by one, or confirmed all together: "14 3". */
export async function readRemindersForm(request: Request): Promise<{ days: number[]; confirmed: boolean }> {
  const schema = z.strictObject({ reminders: z.array(z.string().max(10)).max(100), days: text, confirmed });
  const form = await parseForm(request, schema, ["reminders"]);
  const days = form.confirmed ? form.days.split(" ").filter(Boolean) : form.reminders;
  return { days: days.map(Number).sort((a, b) => b - a), confirmed: form.confirmed === "yes" };
}

export async function readAmendmentForm(request: Request): Promise<{ versionId: string; confirmed: boolean }> {
  const form = await parseForm(request, z.strictObject({ versionId: text, confirmed }));
  return { versionId: z.uuid().safeParse(form.versionId).data ?? "", confirmed: form.confirmed === "yes" };
}

export async function readReasonForm(request: Request): Promise<{ reason: string; confirmed: boolean }> {
  const form = await parseForm(request, z.strictObject({ reason: text, confirmed }));
  return { reason: form.reason, confirmed: form.confirmed === "yes" };
}

/** A form that only says yes. */
export async function readConfirmForm(request: Request): Promise<boolean> {
  return (await parseForm(request, z.strictObject({ confirmed }))).confirmed === "yes";
}
