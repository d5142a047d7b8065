import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/**
 * What the server does with the next message: take it, put it off, refuse it at once or at the recipient, say nothing
 * before or after the message, or hang up before or after the whole message has come.
 */
export type Behaviour =
  | "take"
  | "451"
  | "550"
  | "550-recipient"
  | "silent"
  | "silent-at-once"
  | "drop-before"
  | "drop-after"
  | "drop-at-once";

/** A message that arrived whole. `taken`: the server said 250 · `silenced`: it had the message and its word was not heard. */
export type Arrived = {
  messageId: string;
  to: string;
  from: string;
  text: string;
  fate: "taken" | "refused" | "silenced";
};

export type TestSmtp = {
  url: string;
  /** every message that arrived whole, taken or not */
  arrived: Arrived[];
  /** the next behaviours in order; when none is left, `otherwise` decides */
  next: Behaviour[];
  /** how often each behaviour was shown */
  shown: Map<Behaviour, number>;
  close: () => Promise<void>;
};

/** A real SMTP server on a free port. */
export async function openSmtp(otherwise: () => Behaviour = () => "take"): Promise<TestSmtp> {
  const arrived: TestSmtp["arrived"] = [];
  const next: Behaviour[] = [];
  const shown: TestSmtp["shown"] = new Map();
  const current = new Map<string, Behaviour>();
  const refusal = (code: number) => Object.assign(new Error("refused someone@example.org"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onConnect(session, done) {
      const behaviour = next.shift() ?? otherwise();
      current.set(session.id, behaviour);
      shown.set(behaviour, (shown.get(behaviour) ?? 0) + 1);
      if (behaviour === "drop-at-once") return done(refusal(421));
      done();
    },
    onRcptTo(_address, session, done) {
      if (current.get(session.id) === "silent-at-once") return;
      done(current.get(session.id) === "550-recipient" ? refusal(550) : undefined);
    },
    onData(stream, session, done) {
      const behaviour = current.get(session.id);
      const hangUp = () => sockets.get(session.remotePort)?.destroy();
      let text = "";
      stream.on("data", (part: Buffer) => {
        text += part;
        if (behaviour === "drop-before") hangUp();
      });
      stream.on("end", () => {
        if (behaviour === "drop-before") return;
        const messageId = /^message-id: *(.+)$/im.exec(text)?.[1]?.trim() ?? "";
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
        const refused = behaviour === "451" || behaviour === "550";
        const silenced = behaviour === "drop-after" || behaviour === "silent";
        arrived.push({ messageId, to, from, text, fate: refused ? "refused" : silenced ? "silenced" : "taken" });
        if (refused) return done(refusal(Number(behaviour)));
        if (behaviour === "drop-after") return hangUp();
        if (behaviour === "silent") return;
        done();
      });
    },
  });
  const sockets = new Map<number | undefined, Socket>();
  server.server.on("connection", (socket: Socket) => {
    sockets.set(socket.remotePort, socket);
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    next,
    shown,
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
