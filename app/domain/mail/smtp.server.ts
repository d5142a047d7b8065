import { Readable } from "node:stream";
import addressparser from "nodemailer/lib/addressparser";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Parcel } from "./compose.server.ts";

/**
 * `sent`: the server took it · `again`: it certainly did not, but may later · `refused`: it never will ·
 * `uncertain`: the connection ended between the message and the server's word on it.
 */
export type Outcome = "sent" | "again" | "refused" | "uncertain";

/** Hands a mail over. Never throws. */
export type Send = (parcel: Parcel) => Promise<Outcome>;

export type SmtpTimes = { connectMs: number; silenceMs: number; totalMs: number };

/** All of one attempt fits well into the time after which its job is given to somebody else. */
const TIMES: SmtpTimes = { connectMs: 10_000, silenceMs: 20_000, totalMs: 40_000 };

/**
 * Sends by SMTP, one connection per mail. Speaks to nodemailer's connection rather than to its transport, because only
 * there can be seen whether the message had left when something went wrong.
 */
export function smtpSender(smtpUrl: string, from: string, times: SmtpTimes = TIMES): Send {
  const options = parseConnectionUrl(smtpUrl);
  const sender = addressparser(from, { flatten: true })[0]?.address ?? "";
  return (parcel) =>
    new Promise((resolve) => {
      const connection = new SMTPConnection({
        ...options,
        connectionTimeout: times.connectMs,
        greetingTimeout: times.connectMs,
        socketTimeout: times.silenceMs,
        dnsTimeout: times.connectMs,
      });
      let left = false;
      const end = (outcome: Outcome) => {
        clearTimeout(deadline);
        if (outcome === "sent") connection.quit();
        else connection.close();
        resolve(outcome);
      };
      const fail = (error: unknown) => end(judge(error, left));
      const deadline = setTimeout(() => fail(undefined), times.totalMs);
      const message = new Readable({
        read() {
          left = true;
          this.push(parcel.message);
          this.push(null);
        },
      });
      connection.on("error", fail);
      const deliver = () => {
        connection.send({ from: sender, to: [parcel.to], size: parcel.message.length }, message, (error) => {
          if (error) return fail(error);
          end("sent");
        });
      };
      connection.connect((error) => {
        if (error) return fail(error);
        const { user, pass } = options.auth ?? {};
        if (!user || !connection.allowsAuth) return deliver();
        connection.login({ user, credentials: { user, pass } }, (refused) => (refused ? fail(refused) : deliver()));
      });
    });
}

/** A reply decides; without one it matters whether the message had left. */
function judge(error: unknown, left: boolean): Outcome {
  const reply = (error as { responseCode?: number } | undefined)?.responseCode;
  const command = (error as { command?: string } | undefined)?.command ?? "";
  // A refused login is the operator's to mend: it says nothing about the addressee.
  if (reply && reply >= 500 && /^(MAIL|RCPT|DATA)/.test(command)) return "refused";
  if (reply) return "again";
  return left ? "uncertain" : "again";
}
