import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Parcel } from "./compose.server.ts";
import type { Send } from "./smtp.server.ts";

const SHOWN = 30;

/** A mail in the folder, as the demo's page shows it. */
export type FiledMail = { name: string; to: string; subject: string; at: string; text: string };

const folderOf = (dataDir: string) => path.join(dataDir, "mail");

/** Without an SMTP server every mail becomes two files: `.eml` for a mail program, `.json` to be shown. */
export function fileSender(dataDir: string): Send {
  return async (_, load) => {
    try {
      const parcel = await load();
      if (!parcel) return "withdrawn";
      await fileMail(folderOf(dataDir), parcel);
      return "sent";
    } catch {
      return "again";
    }
  };
}

/** The newest mails first. */
export async function listFiledMails(dataDir: string): Promise<FiledMail[]> {
  const folder = folderOf(dataDir);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  const newest = names.sort().reverse().slice(0, SHOWN);
  return Promise.all(
    newest.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as FiledMail),
  );
}

async function fileMail(folder: string, parcel: Parcel): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = parcel.at.toISOString();
  const id = /^<([a-z0-9.-]+)@/.exec(parcel.messageId)?.[1] ?? "mail";
  const name = `${at.replaceAll(/[:.]/g, "-")}-${id}`;
  const shown: FiledMail = { name, to: parcel.to, subject: parcel.subject, at, text: parcel.text };
  await writeWhole(path.join(folder, `${name}.eml`), parcel.message);
  await writeWhole(path.join(folder, `${name}.json`), JSON.stringify(shown, null, 2));
}

/** Written aside and renamed, so that nobody reads half a mail. The mails hold sign-in links: only the owner may read. */
async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
