import { Readable } from "node:stream";
import addressparser from "nodemailer/lib/addressparser";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Parcel } from "./compose.server.ts";

/**
 * `sent`: the server took it · `again`: it certainly did not, but may later · `refused`: it never will ·
 * `uncertain`: the connection ended between the message and the server's word on it · `withdrawn`: there was no
 * message any more when the server was ready for it.
 */
export type Outcome = "sent" | "again" | "refused" | "uncertain" | "withdrawn";

/** To whom, and where to a server returns what it cannot deliver. */
export type Envelope = { to: string; returnPath?: string };

/**
 * Hands a mail over. Never throws. `load` is called once the server is ready for the message and not before: whoever
 * dies earlier leaves a mail of which is known that it never left. It gives undefined when the mail must not go.
 */
export type Send = (envelope: Envelope, load: () => Promise<Parcel | undefined>) => Promise<Outcome>;

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
  return (envelope, load) =>
    new Promise((resolve) => {
      const connection = new SMTPConnection({
        ...options,
        connectionTimeout: times.connectMs,
        greetingTimeout: times.connectMs,
        socketTimeout: times.silenceMs,
        dnsTimeout: times.connectMs,
      });
      const progress = { left: false, over: false };
      const end = (outcome: Outcome) => {
        progress.over = true;
        clearTimeout(deadline);
        if (outcome === "sent") connection.quit();
        else connection.close();
        resolve(outcome);
      };
      const fail = (error: unknown) => end(judge(error, progress.left));
      const deadline = setTimeout(() => fail(undefined), times.totalMs);
      connection.on("error", fail);
      const deliver = () => {
        const message = streamOf(load, progress, () => end("withdrawn"));
        const way = { from: envelope.returnPath ?? sender, to: [envelope.to] };
        connection.send(way, message, (error) => (error ? fail(error) : end("sent")));
      };
      connection.connect((error) => {
        if (error) return fail(error);
        const { user, pass } = options.auth ?? {};
        if (!user || !connection.allowsAuth) return deliver();
        connection.login({ user, credentials: { user, pass } }, (refused) => (refused ? fail(refused) : deliver()));
      });
    });
}

/** The message, asked for when the server wants it. Closing the connection before its last line makes it none. */
function streamOf(
  load: () => Promise<Parcel | undefined>,
  progress: { left: boolean; over: boolean },
  withdraw: () => void,
): Readable {
  let asked = false;
  return new Readable({
    read() {
      if (asked) return;
      asked = true;
      load().then(
        (parcel) => {
          if (progress.over) return;
          if (!parcel) return withdraw();
          progress.left = true;
          this.push(parcel.message);
          this.push(null);
        },
        (error) => this.destroy(error),
      );
    },
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
