import { configDefaults, defineConfig } from "vitest/config";

/** Tests that need neither a database nor a browser: they start at once. */
const PURE = [
  "tests/architecture.test.ts",
  "tests/attack/**/*.test.{ts,tsx}",
  "tests/surveys/**/*.test.{ts,tsx}",
  "tests/app/components/**/*.test.{ts,tsx}",
  "tests/app/domain/{disclosure,export}/**/*.test.{ts,tsx}",
  "tests/app/locales/**/*.test.{ts,tsx}",
];

const shared = {
  environment: "node" as const,
  env: { TZ: "Europe/Berlin" },
  // The bundled app is loaded as Node loads it, not transformed again.
  server: { deps: { external: [/\/build\/server\//] } },
};

export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    projects: [
      { extends: true, test: { ...shared, name: "pure", include: PURE, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          ...shared,
          name: "server",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...PURE],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
