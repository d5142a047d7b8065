import MailComposer from "nodemailer/lib/mail-composer";
import { html, type Letter, plainText } from "./letter.ts";

/** A finished mail: what is written to the server, and what the demo shows. */
export type Parcel = { messageId: string; to: string; subject: string; text: string; message: Buffer };

/** Makes the message. Its headers say that no person wrote it, so that nothing answers it by itself. */
export async function composeMail(
  letter: Letter,
  way: { from: string; to: string; messageId: string },
): Promise<Parcel> {
  const text = plainText(letter);
  const composer = new MailComposer({
    from: way.from,
    to: way.to,
    subject: letter.subject,
    text,
    html: html(letter),
    messageId: way.messageId,
    date: new Date(),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": letter.locale,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = await composer.compile().build();
  return { messageId: way.messageId, to: way.to, subject: letter.subject, text, message };
}
