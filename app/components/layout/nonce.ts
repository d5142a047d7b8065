import { createContext } from "react";

/** The nonce of this page, read before React takes over the scripts that carry it. */
const pageNonce: string = typeof document === "undefined" ? "" : (document.querySelector("script")?.nonce ?? "");

/** On the server each response has its own. */
export const NonceContext = createContext(pageNonce);
