import { startVitest } from "vitest/node";
import { build } from "./run.mjs";

// Builds, starts the app on the fictional network, and takes pictures of its dashboards; with "all" of every page.
process.env.SCREENSHOTS = process.argv[2] === "all" ? "all" : "dashboards";
if (!build()) process.exit(1);
const vitest = await startVitest("test", ["tests/screenshots"], { run: true, watch: false });
const failed = vitest.state.getCountOfFailedTests() + vitest.state.getUnhandledErrors().length;
await vitest.close();
process.exit(failed === 0 ? 0 : 1);
