import { type ChildProcess, spawn } from "node:child_process";

const PROGRAM = `require("node:http").createServer((request, response) => response.end("hello"))
  .listen(0, "127.0.0.1", function () { console.log(this.address().port); });`;

/** The least that Node can do for a request, in a process of its own. */
export async function startHello(): Promise<{ url: string; stop: () => void }> {
  const child: ChildProcess = spawn(process.execPath, ["-e", PROGRAM], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve) =>
    child.stdout?.once("data", (chunk) => resolve(String(chunk).trim())),
  );
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
