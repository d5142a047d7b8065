import MailComposer from "nodemailer/lib/mail-composer";
import { html, type Letter, plainText } from "./letter.ts";

/** A finished mail: what is written to the server, and what the demo shows. */
export type Parcel = { messageId: string; to: string; subject: string; text: string; at: Date; message: Buffer };

export type Way = {
  from: string;
  to: string;
  messageId: string;
  at: Date;
  /** where mail programs switch reminders off without a question */
  unsubscribeUrl?: string | undefined;
};

/** Makes the message. Its headers say that no person wrote it, so that nothing answers it by itself. */
export async function composeMail(letter: Letter, way: Way): Promise<Parcel> {
  const text = plainText(letter);
  const composer = new MailComposer({
    from: way.from,
    to: way.to,
    subject: letter.subject,
    text,
    html: html(letter),
    messageId: way.messageId,
    date: way.at,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": letter.locale,
      ...(way.unsubscribeUrl ? unsubscribeHeaders(way.unsubscribeUrl) : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = await composer.compile().build();
  return { messageId: way.messageId, to: way.to, subject: letter.subject, text, at: way.at, message };
}

/** RFC 2369 and RFC 8058. One click goes over TLS only; the address is never broken into lines. */
function unsubscribeHeaders(url: string): Record<string, string | { prepared: boolean; value: string }> {
  const link = { "List-Unsubscribe": { prepared: true, value: `<${url}>` } };
  return url.startsWith("https:") ? { ...link, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : link;
}
