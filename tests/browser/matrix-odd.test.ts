import { MATRIX, PAIRS } from "../support/axe.ts";
import { testPages } from "../support/look.ts";

/** Runs only with AXE_MATRIX=pairs, or AXE_MATRIX=all for every combination: see vitest.config.ts. */
testPages(1, process.env.AXE_MATRIX === "all" ? MATRIX : PAIRS, 1_200_000);
