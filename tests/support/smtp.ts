import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/**
 * What the server does with the next message: take it, put it off, refuse it at once or at the recipient, say nothing,
 * or hang up before or after the whole message has come.
 */
export type Behaviour =
  | "take"
  | "451"
  | "550"
  | "550-recipient"
  | "silent"
  | "drop-before"
  | "drop-after"
  | "drop-at-once";

export type TestSmtp = {
  url: string;
  /** every message that arrived whole, taken or not */
  arrived: { messageId: string; to: string; text: string }[];
  /** the next behaviours in order; when none is left, messages are taken */
  next: Behaviour[];
  close: () => Promise<void>;
};

/** A real SMTP server on a free port. */
export async function openSmtp(): Promise<TestSmtp> {
  const arrived: TestSmtp["arrived"] = [];
  const next: Behaviour[] = [];
  const current = new Map<string, Behaviour>();
  const refusal = (code: number) => Object.assign(new Error("refused someone@example.org"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onConnect(session, done) {
      const behaviour = next.shift() ?? "take";
      current.set(session.id, behaviour);
      if (behaviour === "drop-at-once") return done(refusal(421));
      done();
    },
    onRcptTo(_address, session, done) {
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
        const messageId = /^message-id: *(.+)$/im.exec(text)?.[1]?.trim() ?? "";
        const to = session.envelope.rcptTo[0]?.address ?? "";
        if (behaviour !== "drop-before") arrived.push({ messageId, to, text });
        if (behaviour === "451") return done(refusal(451));
        if (behaviour === "550") return done(refusal(550));
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
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
