import type { MiddlewareHandler } from "hono";
import { turnRemindersOff } from "../domain/mail/unsubscribe.server.ts";
import type { App } from "./context.ts";

/**
 * Mail programs switch reminders off by themselves (RFC 8058): their servers post the header's own words, without a
 * cookie and from no page, so no origin can be asked for. The link's token is all that counts. Whatever comes from a
 * browser goes on to the origin check.
 */
export function oneClick(app: App): MiddlewareHandler<object, "/:token"> {
  return async (c, next) => {
    const fromPage = c.req.header("Origin") !== undefined || c.req.header("Sec-Fetch-Site") !== undefined;
    if (c.req.method !== "POST" || fromPage) return next();
    const form = await c.req.raw
      .clone()
      .formData()
      .catch(() => undefined);
    if (form?.get("List-Unsubscribe") !== "One-Click") return next();
    const known = await turnRemindersOff({ db: app.db, secret: app.env.secret ?? "" }, c.req.param("token"));
    return c.body(null, known ? 204 : 404);
  };
}
