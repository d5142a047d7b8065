import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { closeInquiry, insertInquiry, listCoordination } from "#db/queries/inquiries.server.ts";
import { listInvitations } from "#db/queries/invitations.server.ts";
import type { LoadedMail } from "#db/seed/load-mail.server.ts";
import { type HeldMails, sendMails } from "./send-mails.server.ts";

type Seeding = {
  /** people who ask, with the project they ask for; the first is the demo's lead */
  askers: readonly { accountId: string; projectId: string }[];
  /** who answers */
  actorId: string;
  today: Date;
  held: HeldMails | undefined;
};

type Sampled = {
  asker: number;
  daysAgo: number;
  question: string | null;
  text: string;
  /** days ago and text of the answer; `null`: settled without one */
  closed?: { daysAgo: number; answer: string | null };
};

const DAY_MS = 86_400_000;

const SAMPLES: readonly Sampled[] = [
  {
    asker: 0,
    daysAgo: 6,
    question: "team_superv",
    text: "Zählt bei der Supervision auch die kollegiale Beratung mit, die wir ohne Leitung von außen machen?",
    closed: {
      daysAgo: 5,
      answer:
        "Nein, gemeint ist nur Supervision mit einer Leitung von außen. Kollegiale Beratung lassen Sie bitte weg.",
    },
  },
  {
    asker: 0,
    daysAgo: 1,
    question: null,
    text: "Eine Kollegin ist bis zur Frist im Urlaub, ihr Teil fehlt uns noch. Können wir drei Tage länger haben?",
  },
  {
    asker: 1,
    daysAgo: 2,
    question: "fb_themen",
    text: "Unter „Sonstiges“ fehlt uns Platz: Dürfen wir mehrere Themen in das eine Feld schreiben?",
  },
  {
    asker: 2,
    daysAgo: 8,
    question: null,
    text: "Der Link in der Einladung ging bei uns nicht auf. Bitte rufen Sie uns kurz zurück.",
    closed: { daysAgo: 7, answer: null },
  },
];

/** What was asked about the open round so far: open and answered, with the mails about it. */
export async function seedInquiries(tx: Tx, { askers, actorId, today, held }: Seeding): Promise<void> {
  const invitations = await listInvitations(
    tx,
    askers.map(({ projectId }) => projectId),
  );
  const ago = (days: number) => new Date(today.getTime() - days * DAY_MS);
  // Read in the folder: what waits for the demo's coordination, and what its lead was answered.
  const reader = await findDemoAccount(tx, "coordination");
  const filingFor = (accountId: string | undefined) =>
    held && { ...held, isFiled: (mail: LoadedMail) => mail.accountId === accountId };
  for (const sample of SAMPLES) {
    const asker = askers[sample.asker];
    const invitation = invitations.find((one) => one.project_id === asker?.projectId && one.round_state === "open");
    if (!asker || !invitation) continue;
    const inquiryId = randomUUID();
    const { round_id: roundId, invitation_id: invitationId } = invitation;
    const { question, text } = sample;
    const askedAt = ago(sample.daysAgo);
    const kept = { inquiryId, roundId, invitationId, authorId: asker.accountId, question, text, askedAt };
    await insertInquiry(tx, kept);
    const event = { object: "inquiry", objectId: inquiryId, detail: { roundId } };
    await insertAudit(tx, { actorId: asker.accountId, verb: "inquiry.ask", ...event, at: askedAt });
    const about = { roundId, subjectIds: { inquiryId }, state: "sent" as const };
    const asking = (await listCoordination(tx)).map((accountId): LoadedMail => {
      const key = `inquiry:${inquiryId}:${accountId}`;
      return { ...about, mailId: randomUUID(), key, kind: "inquiry", accountId, invitationId: null, at: askedAt };
    });
    await sendMails(tx, asking, filingFor(sample.closed ? undefined : reader));
    if (!sample.closed) continue;
    const { answer } = sample.closed;
    const at = ago(sample.closed.daysAgo);
    await closeInquiry(tx, inquiryId, { by: actorId, at, ...(answer === null ? {} : { answer }) });
    await insertAudit(tx, { actorId, verb: answer === null ? "inquiry.settle" : "inquiry.answer", ...event, at });
    if (answer === null) continue;
    const answering = { ...about, accountId: asker.accountId, invitationId, kind: "inquiry-answer" as const, at };
    await sendMails(
      tx,
      [{ ...answering, mailId: randomUUID(), key: `inquiry-answer:${inquiryId}` }],
      filingFor(asker.accountId),
    );
  }
}
