import path from "node:path";
import { z } from "zod";

const urlOf = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}:`)), {
    message: `must begin with ${protocols.join(": or ")}:`,
  });

const postgresUrl = urlOf("postgres", "postgresql");

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** where browsers reach us; every change must come from here */
  ORIGIN: urlOf("http", "https").optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_REPORT_URL: postgresUrl.optional(),
  /** keys the hashes of codes and limits; at least 32 characters */
  APP_SECRET: z.string().min(32).optional(),
  SMTP_URL: urlOf("smtp", "smtps").optional(),
  MAIL_FROM: z.string().optional(),
  /** where mail that cannot be delivered comes back to; each mail gets `name+<id>@…` as its return path */
  MAIL_BOUNCE_ADDRESS: z.email().optional(),
  /** mbox file into which the mail server of that address writes */
  MAIL_BOUNCE_MBOX: z.string().optional(),
  DATA_DIR: z.string().default(".data"),
  /** texts of Impressum, Datenschutz and Barrierefreiheit as <page>.<locale>.md */
  LEGAL_DIR: z.string().optional(),
  /** how many addresses the nearest proxies put into X-Forwarded-For; 0 = none */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DEMO: z.enum(["0", "1"]).default("0"),
});

export type Env = {
  production: boolean;
  demo: boolean;
  port: number;
  host: string;
  origin: string;
  database: { app: string; owner: string; report: string } | undefined;
  secret: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  bounceAddress: string | undefined;
  bounceMbox: string | undefined;
  dataDir: string;
  legalDir: string | undefined;
  trustedProxies: number;
};

/**
 * Reads the environment once. A server of one's own (DATABASE_URL) needs all secrets: without them this throws an
 * error that names each one. Without DATABASE_URL the embedded server is used and secrets come from `.data`.
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) throw new Error(`The environment is not usable:\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const demo = env.DEMO === "1";
  if (demo && env.DATABASE_URL) throw new Error("The demo brings its own database: unset DATABASE_URL, or DEMO.");
  if (!demo) assertComplete(env);
  return {
    production: env.NODE_ENV === "production",
    demo,
    port: env.PORT,
    host: env.HOST,
    origin: new URL(env.ORIGIN ?? `http://localhost:${env.PORT}`).origin,
    database: env.DATABASE_URL
      ? { app: env.DATABASE_URL, owner: env.DATABASE_OWNER_URL ?? "", report: env.DATABASE_REPORT_URL ?? "" }
      : undefined,
    secret: env.APP_SECRET,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? "Praxisspiegel <praxisspiegel@localhost>",
    bounceAddress: env.MAIL_BOUNCE_ADDRESS,
    bounceMbox: env.MAIL_BOUNCE_MBOX && path.resolve(env.MAIL_BOUNCE_MBOX),
    dataDir: path.resolve(env.DATA_DIR),
    legalDir: env.LEGAL_DIR,
    trustedProxies: env.TRUSTED_PROXIES,
  };
}

const NEEDED = ["ORIGIN", "DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_REPORT_URL", "APP_SECRET"] as const;

function assertComplete(env: z.infer<typeof schema>): void {
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length)
    throw new Error(`Set these in the environment: ${missing.join(", ")}. See README.md, "In production".`);
}
