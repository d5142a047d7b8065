import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What stands between clients and servers: passes bytes on, until it is told not to. */
export type FaultProxy = {
  url: string;
  port: number;
  /** where new connections go, in turn; one that refuses is passed over */
  route: (...ports: number[]) => void;
  /** the network is gone: connections under way are cut, new ones refused */
  sever: () => void;
  heal: () => void;
  /** the next `count` answers never arrive: the connection is cut when the server begins to speak */
  swallow: (count: number) => void;
  /** how many answers were swallowed so far */
  swallowed: () => number;
  close: () => Promise<void>;
};

export async function startProxy(...ports: number[]): Promise<FaultProxy> {
  let targets = ports;
  let turn = 0;
  let severed = false;
  let toSwallow = 0;
  let swallowed = 0;
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => {});
    client.on("close", () => sockets.delete(client));
    if (severed) return void client.destroy();
    // What arrives before the other side stands waits in the socket.
    client.pause();
    reach(client, targets.length);
  });

  /** Tries one server after the other, so that a dead one costs its clients nothing new. */
  function reach(client: Socket, tries: number): void {
    const target = targets[turn++ % targets.length];
    if (tries === 0 || target === undefined) return void client.destroy();
    const upstream = connect(target, "127.0.0.1");
    let connected = false;
    upstream.on("connect", () => {
      connected = true;
      join(client, upstream);
    });
    upstream.on("error", () => (connected ? client.destroy() : reach(client, tries - 1)));
  }

  function join(client: Socket, upstream: Socket): void {
    if (client.destroyed) return void upstream.destroy();
    sockets.add(upstream);
    upstream.on("close", () => {
      sockets.delete(upstream);
      client.destroy();
    });
    client.on("close", () => upstream.destroy());
    client.pipe(upstream);
    upstream.on("data", (chunk) => {
      if (toSwallow > 0) {
        toSwallow -= 1;
        swallowed += 1;
        upstream.destroy();
      } else if (!client.write(chunk)) {
        upstream.pause();
        client.once("drain", () => upstream.resume());
      }
    });
    client.resume();
  }

  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => sockets.forEach((socket) => void socket.destroy());
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    route: (...next) => {
      targets = next;
    },
    sever: () => {
      severed = true;
      cut();
    },
    heal: () => {
      severed = false;
    },
    swallow: (count) => {
      toSwallow = count;
    },
    swallowed: () => swallowed,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}
