import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** Tests that need neither a database nor a browser: they start at once. */
const PURE = [
  "tests/architecture.test.ts",
  "tests/attack/*.test.ts",
  "tests/surveys/**/*.test.{ts,tsx}",
  "tests/faults/**/*.test.ts",
  "tests/app/{bundle,components}/**/*.test.{ts,tsx}",
  "tests/app/domain/{disclosure,export,interfaces,needs,network,overview,statistics,trends}/**/*.test.{ts,tsx}",
  "tests/app/domain/{roles,coding/kappa,coding/rare-codes,microdata/{microdata,writers},release/bands,report/derived,goals/judge}.test.ts",
  "tests/app/domain/mirror/own-group.test.ts",
  "tests/app/locales/**/*.test.{ts,tsx}",
];

/** The look of every page in every language, scheme and width takes long: it is a step of its own in `.ci/run`. */
const MATRIX = process.env.AXE_MATRIX ? [] : ["tests/browser/matrix-*.test.ts"];

/** Pictures are taken where somebody asks for them: see `npm run screenshots`. */
const PICTURES = process.env.SCREENSHOTS ? [] : ["tests/screenshots/**"];

const shared = {
  environment: "node" as const,
  env: { TZ: "Europe/Berlin" },
  // Long enough to tell done from hung.
  expect: { poll: { timeout: 15_000 } },
  // The bundled app is loaded as Node loads it, not transformed again.
  server: { deps: { external: [/\/build\/server\//] } },
};

export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    // With one worker the browser, the server and the database wait for each other most of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { ...shared, name: "pure", include: PURE, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          ...shared,
          name: "server",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...PURE, ...MATRIX, ...PICTURES],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
