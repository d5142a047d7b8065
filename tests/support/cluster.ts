import pg from "pg";

/** One connection with the superuser's rights, closed again after `use`. */
export async function asSuperuser<T>(adminUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Clones a database that nobody is connected to. Rights on the database itself are not cloned: they are granted anew. */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<void> {
  await asSuperuser(adminUrl, async (client) => {
    await client.query(`create database ${name} template ${template} owner praxisspiegel_owner`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to praxisspiegel_app, praxisspiegel_report`);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asSuperuser(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
}

export async function listDatabases(adminUrl: string, prefix: string): Promise<string[]> {
  return asSuperuser(adminUrl, async (client) => {
    const { rows } = await client.query("select datname from pg_database where starts_with(datname, $1)", [prefix]);
    return rows.map((row: { datname: string }) => row.datname);
  });
}
