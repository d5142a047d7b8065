import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { forgetFailed, isOutdated, nameOf } from "./prepared-statements.server.ts";
import type { Database } from "./schema.ts";

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** How long a request waits for a connection before the caller answers 503 (pg waits for ever by default). */
const POOL_WAIT_MS = 2000;
/** How long a connection is kept while nobody asks, since it knows the statements that were prepared; and when it is seen to. */
const [KEPT_MS, ALIVE_MS] = [600_000, 30_000];

const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
    if (oid === pg.types.builtins.DATE) return String;
    return pg.types.getTypeParser(oid, format as "text");
  }) as typeof pg.types.getTypeParser,
};

type Callback = (error: Error | null, result: unknown) => void;

/**
 * Answers with a promise that the driver's own query does not know of. Its own promise and query hold each other, and what
 * does so leaves V8's young generation (24.21) with all its rows, to be collected seldom: 60 MB per 100,000 rows.
 */
class Client extends pg.Client {
  /** One signature for the many of `pg`, whose answers differ. */
  override query(...args: unknown[]): never {
    const ask = super.query.bind(this) as (...args: unknown[]) => never;
    const [config, values] = args;
    const isSubmittable = typeof (config as { submit?: unknown } | null)?.submit === "function";
    if (isSubmittable || args.some((one) => typeof one === "function")) return ask(...args);
    return new Promise((resolve, reject) => ask(config, values, settling(resolve, reject))) as never;
  }
}

/** Statements that come again are prepared. */
class PreparingClient extends Client {
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const name = typeof text === "string" && Array.isArray(values) ? nameOf(text, values) : undefined;
    if (!name) return super.query(...args);
    const answered = super.query({ name, text }, values) as Promise<unknown>;
    answered.then(
      () => undefined,
      (error) => forgetFailed(error, text as string, name),
    );
    return answered as never;
  }
}

/** Apart from where the query is made, so that it holds nothing of it. */
const settling =
  (resolve: (result: unknown) => void, reject: (error: Error) => void): Callback =>
  (error, result) =>
    error ? reject(error) : resolve(result);

/**
 * Opens a pool for one role. The caller ends it with `db.destroy()`. `lasting`: the same questions are asked for as long as the
 * app runs, so that statements are prepared, and connections are kept while nobody asks.
 */
export function openDatabase(url: string, options: { name: string; max: number; lasting?: boolean }): Db {
  const { lasting = false } = options;
  const pool = new pg.Pool({
    Client: lasting ? PreparingClient : Client,
    ...(lasting ? { idleTimeoutMillis: KEPT_MS, keepAlive: true, keepAliveInitialDelayMillis: ALIVE_MS } : {}),
    connectionString: url,
    application_name: options.name,
    max: options.max,
    connectionTimeoutMillis: POOL_WAIT_MS,
    types,
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  // The same for one that is cut while it is in use: its query fails, and that is all that has to be known.
  pool.on("connect", (client) => client.on("error", () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Runs `work` in the caller's transaction, or in one of its own: of what is committed at each statement, or of one
 * `snapshot` from its first statement on.
 */
export function transact<T>(
  db: Db | Tx,
  work: (tx: Tx) => Promise<T>,
  reading: "committed" | "snapshot" = "committed",
): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  const isolation = reading === "snapshot" ? "repeatable read" : "read committed";
  return db.transaction().setIsolationLevel(isolation).execute(work);
}

/** A value for a jsonb column: pg would turn an array into a PostgreSQL array. */
export function jsonb<T>(value: T) {
  return sql<T>`cast(${JSON.stringify(value)} as jsonb)`;
}

/**
 * True where PostgreSQL is away, has no connection for us, undid our transaction in favour of another one (deadlock,
 * serialisation), or was migrated under our feet: worth a 503 and another try, not a bug.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isOutdated(error)) return true;
  const code = (error as { code?: string }).code ?? "";
  if (/^(08|53|57P|57014|40P01|40001)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code))
    return true;
  return /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(error.message);
}

/** The name of the unique constraint that a statement ran into: somebody else was faster. Undefined for other errors. */
export function brokenUniqueness(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return error instanceof Error && code === "23505" ? (constraint ?? "") : undefined;
}

/** The version the server reports, for /healthz, or an error when it does not answer. */
export async function serverVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
  return rows[0]?.version ?? "";
}

/** Settings without which "Gespeichert" would be a lie. Named in the error so that the operator can mend them. */
export async function assertDurable(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`.execute(
    db,
  );
  const weak = rows.filter((row) => row.setting === "off");
  if (weak.length)
    throw new Error(`PostgreSQL must not lose acknowledged rows; switch on: ${weak.map((w) => w.name).join(", ")}`);
}
