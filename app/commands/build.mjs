import { build } from "./run.mjs";

process.exitCode = build() ? 0 : 1;
