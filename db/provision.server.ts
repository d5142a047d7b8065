import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";

/** The three ways into one database: see `roles.sql` for what each may do. */
export type DatabaseUrls = { owner: string; app: string; report: string };

const ROLES = { owner: "praxisspiegel_owner", app: "praxisspiegel_app", report: "praxisspiegel_report" } as const;

/**
 * Makes roles and database on a server whose superuser we have: the embedded one and the servers of the tests.
 * Runs the operator's own `roles.sql` and `database.sql`, so that both ways are the same. Safe to call again.
 */
export async function provision(adminUrl: string, database: string): Promise<DatabaseUrls> {
  const passwords = derivedPasswords(adminUrl);
  await withClient(adminUrl, async (client) => {
    const existing = await client.query("select 1 from pg_roles where rolname = $1", [ROLES.owner]);
    if (existing.rowCount === 0) await client.query(await rolesScript(passwords));
    const known = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (known.rowCount === 0) await createDatabase(client, database);
  });
  return databaseUrls(adminUrl, database);
}

/** The URLs of a provisioned database, or of a clone of it. */
export function databaseUrls(adminUrl: string, database: string): DatabaseUrls {
  const passwords = derivedPasswords(adminUrl);
  const urlFor = (role: keyof typeof ROLES) => {
    const url = new URL(adminUrl);
    url.username = ROLES[role];
    url.password = passwords[role];
    url.pathname = `/${database}`;
    return url.href;
  };
  return { owner: urlFor("owner"), app: urlFor("app"), report: urlFor("report") };
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`create database ${name} encoding 'UTF8' template template0`);
  await client.query((await readScript("database.sql")).replaceAll(':"DBNAME"', name));
}

async function rolesScript(passwords: Record<keyof typeof ROLES, string>): Promise<string> {
  const script = await readScript("roles.sql");
  return script.replaceAll(/:'(owner|app|report)_password'/g, (_, role: keyof typeof ROLES) => `'${passwords[role]}'`);
}

function readScript(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), "utf8");
}

/** Derived from the superuser's password, so that nothing else has to be kept in step with the server. */
function derivedPasswords(adminUrl: string): Record<keyof typeof ROLES, string> {
  const secret = new URL(adminUrl).password;
  const derive = (role: string) => createHmac("sha256", secret).update(`praxisspiegel ${role}`).digest("hex");
  return { owner: derive("owner"), app: derive("app"), report: derive("report") };
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
