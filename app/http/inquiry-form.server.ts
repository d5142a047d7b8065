import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { answerInquiry, settleInquiry } from "../domain/inquiries/answer.server.ts";
import { ANSWER_SIGNS, INQUIRY_SIGNS } from "../domain/inquiries/limits.ts";
import { Problem } from "../domain/problem.ts";
import type { App } from "./context.ts";
import { parseForm } from "./form.server.ts";
import { later, secondsToWait } from "./respond.server.ts";

/** Longer than any limit, so that what is too long comes back to be shortened. */
const typedText = z.string().max(50_000).default("");

const askSchema = z.strictObject({
  inquiryId: z.uuid(),
  text: typedText,
  question: z.string().max(300).default(""),
  unnamed: z.literal("yes").optional(),
});

export type AskFault = "missing" | "tooLong";
/** What comes back to somebody whose inquiry was not taken: what they typed, and why. */
export type RefusedInquiry = { typed: string; unnamed: boolean; fault?: AskFault; wait?: number };

/** An inquiry as it was typed; `fault` where it cannot be asked like this. */
export async function readInquiryForm(request: Request) {
  const form = await parseForm(request, askSchema);
  const text = tidy(form.text);
  const fault = faultOf(text, INQUIRY_SIGNS);
  const asked = { inquiryId: form.inquiryId, text, question: form.question || null, unnamed: form.unnamed === "yes" };
  const typed = { typed: form.text, unnamed: asked.unnamed };
  return { asked, typed, refused: fault ? data<RefusedInquiry>({ ...typed, fault }, 422) : undefined };
}

/** The form once more, with the time to wait. Anything but too-many-requests is thrown on. */
export function refuseInquiry(problem: unknown, typed: RefusedInquiry) {
  const wait = secondsToWait(problem);
  return data<RefusedInquiry>({ ...typed, wait }, later(wait));
}

/** What the desk's forms send beside their intent. */
export const inquiryFields = { inquiryId: z.uuid().optional(), answer: typedText };

type Closing = { intent: "answer" | "settle"; inquiryId?: string | undefined; answer: string };

/** Answers or settles what was asked, and goes back to the page as it was looked at; a refusal keeps what was typed. */
export async function closeInquiry(
  request: Request,
  { db, jobs }: App,
  asked: { roundId: string; actorId: string; now: Date },
  { intent, inquiryId, answer: typed }: Closing,
) {
  if (!inquiryId) throw new Problem("invalid-request");
  const refuse = (fault: AskFault | "taken", status: number) =>
    data({ inquiry: { inquiryId, typed, fault } }, { status });
  if (intent === "settle") {
    await settleInquiry(db, { ...asked, inquiryId });
    return redirect(backTo(request, "erledigt"));
  }
  const answer = tidy(typed);
  const fault = faultOf(answer, ANSWER_SIGNS);
  if (fault) return refuse(fault, 422);
  try {
    await answerInquiry({ db, jobs }, { ...asked, inquiryId, answer });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "changed-since") throw error;
    return refuse("taken", error.status);
  }
  return redirect(backTo(request, "beantwortet"));
}

function backTo(request: Request, done: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("fertig", done);
  return `${pathname}?${searchParams}#fragen`;
}

/** As it is kept: line ends of one kind, no spaces at the edges. */
function tidy(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

function faultOf(text: string, most: number): AskFault | undefined {
  if (text === "") return "missing";
  return text.length > most ? "tooLong" : undefined;
}
