import type { Db } from "#db/client.server.ts";
import type { TestApp } from "../../support/app.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import type { Get } from "./dashboards.ts";

const TRIES = 5;

/** How somebody of the steering group asks for a page. */
export async function readerOf(app: TestApp, db: Db, name: string): Promise<Get> {
  const accountId = await insertAccount(db, { role: "steering" });
  await db.updateTable("account").set({ name }).where("account_id", "=", accountId).execute();
  return readerWith(app, await sessionCookie(app, accountId));
}

/** The same for whom a session is of. Throws where the page is refused. */
export function readerWith(app: TestApp, cookie: string): Get {
  return async (address) => {
    const ask = () => fetch(app.origin + address, { headers: { Cookie: cookie, Connection: "close" } });
    let response = await ask();
    // On a busy machine the server may ask to come again.
    for (let tries = 1; response.status === 503 && tries < TRIES; tries += 1) response = await ask();
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
}
