import PostalMime, { type Attachment, type Email } from "postal-mime";

/**
 * What came back: `hard`: the address takes no mail · `soft`: not now, or not this mail; the server may still be trying ·
 * `other`: no report at all, for example "I am on holiday".
 */
export type Verdict = "hard" | "soft" | "other";

export type Returned = {
  verdict: Verdict;
  /** for example "5.1.1", as in RFC 3463 */
  status: string | undefined;
  /** the mail's id in the address that it came back to */
  mailId: string | undefined;
  /** Message-IDs of what was sent, in angle brackets */
  messageIds: string[];
};

const MAIL_ID = /\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i;
const ADDRESSED = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"];
const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|microsoftexchange\w*)@/i;

/** Reads one message of the mailbox to which undeliverable mail comes back. `bytes` may be cut off at the end. */
export async function readReport(bytes: Buffer): Promise<Returned> {
  const email = await PostalMime.parse(withoutFromLine(bytes), { maxNestingDepth: 20 }).catch(() => undefined);
  if (!email) return { verdict: "other", status: undefined, mailId: undefined, messageIds: [] };
  const parts = email.attachments.filter((part) => part.mimeType === "message/delivery-status");
  const judged = parts.length > 0 ? judgeStatus(parts.map(textOf).join("\n\n")) : judgeText(email);
  return { ...judged, mailId: mailIdOf(email), messageIds: messageIdsOf(email) };
}

/** The worst of the recipients' fates. Groups of fields are parted by empty lines (RFC 3464). */
function judgeStatus(text: string): Pick<Returned, "verdict" | "status"> {
  const fates = text.split(/\r?\n\r?\n/).flatMap((group) => {
    const status = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(group)?.[1];
    const action = /^action:\s*([a-z]+)/im.exec(group)?.[1]?.toLowerCase() ?? "failed";
    return status
      ? [{ status, verdict: action === "failed" && status.startsWith("5") ? "hard" : "soft" } as const]
      : [];
  });
  return fates.find((fate) => fate.verdict === "hard") ?? fates[0] ?? { verdict: "other", status: undefined };
}

/** Old servers write reports for people only. An answering machine is none, whatever numbers it mentions. */
function judgeText(email: Email): Pick<Returned, "verdict" | "status"> {
  const header = (key: string) => email.headers.find((one) => one.key === key)?.value ?? "";
  const returned = header("return-path").trim() === "<>" || DAEMON.test(email.from?.address ?? "");
  if (!returned || /auto-(replied|generated \(vacation\))/i.test(header("auto-submitted"))) {
    return { verdict: "other", status: undefined };
  }
  const text = email.text ?? "";
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? undefined;
  if (status) return { verdict: status.startsWith("5") ? "hard" : "soft", status };
  if (/\b55[0-4]\b|permanent (fatal )?error/i.test(text)) return { verdict: "hard", status: undefined };
  return { verdict: "soft", status: undefined };
}

function mailIdOf(email: Email): string | undefined {
  const addresses = email.headers.filter(({ key }) => ADDRESSED.includes(key)).map(({ value }) => value);
  return addresses.map((address) => MAIL_ID.exec(address)?.[1]?.toLowerCase()).find(Boolean);
}

function messageIdsOf(email: Email): string[] {
  const returned = email.attachments.filter(({ mimeType }) =>
    /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType),
  );
  const named = returned.map((part) => /^message-id:\s*(<[^<>\s]+>)/im.exec(textOf(part))?.[1]);
  const quoted = /^message-id:\s*(<[^<>\s]+>)/im.exec(email.text ?? "")?.[1];
  const answered = `${email.inReplyTo ?? ""} ${email.references ?? ""}`.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set([...named, quoted, ...answered].filter((id): id is string => Boolean(id)))];
}

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : Buffer.from(new Uint8Array(content)).toString("latin1");
}

/** The line that begins a message in an mbox file is none of its headers. */
function withoutFromLine(bytes: Buffer): Buffer {
  const end = bytes.indexOf("\n");
  return bytes.subarray(0, 5).toString("latin1") === "From " && end >= 0 ? bytes.subarray(end + 1) : bytes;
}
