import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { provision } from "#db/provision.server.ts";
import { readAddress } from "../domain/sign-in/address.ts";
import { CONSORTIUM_ROLES, type ConsortiumRole, createAccount } from "../domain/sign-in/create-account.server.ts";
import { type Env, readEnv } from "../http/env.server.ts";
import { LOCALES, type Locale } from "../locales/index.ts";
import { paths } from "../paths.ts";

const USAGE = `Usage: npm run account:create -- --role ROLE ADDRESS [--name "NAME"] [--locale de|en]
  ROLE: ${CONSORTIUM_ROLES.join(", ")}`;

type Wanted = { address: string; name: string; role: ConsortiumRole; locale: Locale };

/** Makes the first account of a new installation. An address that has an account already gets the role. */
async function main(): Promise<void> {
  const wanted = readArguments();
  // Without DATABASE_URL the account goes into the embedded server, as the demo uses it.
  const env = readEnv(process.env.DATABASE_URL ? process.env : { ...process.env, DEMO: "1" });
  const { ownerUrl, appUrl, close } = await openServer(env);
  try {
    await migrate(ownerUrl);
    const db = openDatabase(appUrl, { name: "praxisspiegel-command", max: 1 });
    try {
      report(await createAccount(db, wanted), wanted, env);
    } finally {
      await db.destroy();
    }
  } finally {
    await close();
  }
}

function readArguments(): Wanted {
  const options = { role: { type: "string" }, name: { type: "string" }, locale: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const role = CONSORTIUM_ROLES.find((known) => known === values.role);
  if (!role) return stop(`${values.role ? `There is no role "${values.role}".` : "The role is missing."}\n${USAGE}`);
  const locale = LOCALES.find((known) => known === (values.locale ?? "de"));
  if (!locale) return stop(`There is no language "${values.locale}".\n${USAGE}`);
  if (positionals.length !== 1) return stop(`Name exactly one address.\n${USAGE}`);
  const address = readAddress(positionals[0] ?? "");
  if (!address) return stop(`"${positionals[0]}" is not a mail address.`);
  const name = (values.name ?? address.slice(0, address.indexOf("@"))).trim();
  return name ? { address, name, role, locale } : stop("The name is empty.");
}

/** An embedded server that serves a running app stays; one that was started for this command is stopped again. */
async function openServer(env: Env): Promise<{ ownerUrl: string; appUrl: string; close: () => Promise<void> }> {
  if (env.database) return { ownerUrl: env.database.owner, appUrl: env.database.app, close: async () => {} };
  const folder = path.join(env.dataDir, "postgres");
  const inUse = existsSync(path.join(folder, "data", "postmaster.pid"));
  const server = await startEmbedded(folder);
  const urls = await provision(server.adminUrl, "praxisspiegel");
  return { ownerUrl: urls.owner, appUrl: urls.app, close: inUse ? async () => {} : server.stop };
}

function report(created: Awaited<ReturnType<typeof createAccount>>, wanted: Wanted, env: Env): void {
  const { address, role } = wanted;
  if (created.account === "closed") throw new Error(`${address} has an account that is closed. Nothing was changed.`);
  const where = env.database
    ? `database ${new URL(env.database.app).pathname.slice(1)}`
    : `embedded database in ${env.dataDir}`;
  if (created.account === "made") console.log(`Made an account for ${address} with the role ${role} (${where}).`);
  else if (created.role === "given")
    console.log(`${address} has an account already; it now has the role ${role}, too (${where}).`);
  else console.log(`${address} has an account with the role ${role} already; nothing was changed (${where}).`);
  console.log(`Next: start the app, open ${env.origin}${paths.signIn()} and enter this address.`);
  if (!env.smtpUrl) console.log(`Without SMTP_URL no mail is sent: you find it in ${path.join(env.dataDir, "mail")}.`);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

await main().catch((error: Error) => stop(error.message));
