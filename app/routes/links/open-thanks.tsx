import { titled } from "../../components/layout/titled.ts";
import { AnonymousThanks } from "../../components/responses/anonymous-thanks.tsx";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.links.thanks.title.replace(/\.$/, ""));

/** Thanks for an anonymous submission by an open link. It knows of nobody, so it is the same for everybody. */
export default AnonymousThanks;
