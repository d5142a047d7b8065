import type { LoaderFunctionArgs } from "@remix-run/node";
import { titled } from "../components/layout/titled.ts";
import { OfflinePage } from "../components/offline/offline-page.tsx";
import { Problem } from "../domain/problem.ts";
import { answering } from "../http/respond.server.ts";
import { LOCALES } from "../locales/index.ts";
import type { Handle } from "../root.tsx";
import "../styles/survey.css";

/** A frame of its own: nobody is named, and no link loads what is not there. */
export const handle: Handle = { bare: true };
export const meta = titled((t) => t.offline.title);

/** The page that a device keeps for times without a network. It is the same for everybody and asks for nothing. */
export async function loader({ params }: LoaderFunctionArgs) {
  return answering(async () => {
    if (!LOCALES.some((locale) => locale === params.locale)) throw new Problem("not-found");
    return null;
  });
}

export default OfflinePage;
