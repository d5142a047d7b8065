import type { Db } from "#db/client.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Hub } from "../domain/live/hub.server.ts";
import type { Jobs } from "../domain/mail/enqueue.server.ts";
import type { ReadWorkbook } from "../domain/members/import/read-workbook.server.ts";
import type { Viewer } from "../domain/viewer.ts";
import type { Env } from "./env.server.ts";

/** What every loader and action works with. */
export type App = {
  env: Env;
  /** rows of the app: everything but release tables is read here */
  db: Db;
  /** release tables, under a role that can read nothing else */
  report: Db;
  checking: CheckingPool;
  /** reads Excel files in a worker, which is never bundled */
  readWorkbook: ReadWorkbook;
  /** the job queue: hand it to `enqueueMail` inside the transaction that causes the mail */
  jobs: Jobs;
  /** tells open streams what changed */
  live: Hub;
  /** who asks, found once for all loaders of a request; the app as a whole has none */
  visit?: Visit;
};

/**
 * Made anew for each request. Who is signed in is forgotten when a session starts or ends; `inline`: the scripts of a page
 * that is not drawn for this request alone, in place of the nonce; `loaded`: what the loaders of these routes say, where they
 * were asked before Remix was.
 */
export type Visit = {
  viewer?: Promise<Viewer | undefined>;
  inline?: readonly string[];
  loaded?: ReadonlyMap<string, unknown>;
};

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext extends App {
    /** of this response's Content-Security-Policy */
    nonce: string;
    visit: Visit;
    /** the asking network, shortened and keyed: for limits only, never stored as it came */
    clientKey: string;
  }
}
