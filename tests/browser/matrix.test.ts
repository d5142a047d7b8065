import { MATRIX } from "../support/axe.ts";
import { testEveryPage } from "../support/look.ts";

/** Runs only with AXE_MATRIX=1: see vitest.config.ts. */
testEveryPage(MATRIX, 1_200_000);
