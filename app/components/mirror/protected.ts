import { createContext } from "react";

/** True where the totals of the release are protected: every figure beside an own answer is near the truth, and no more. */
export const ProtectedContext = createContext(false);
