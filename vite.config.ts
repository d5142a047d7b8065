import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { surveyParts } from "./app/bundle/survey-plugin.ts";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [surveyParts(), remix(remixOptions)],
  build: { target: "es2022", sourcemap: false },
  // SurveyJS announces itself as CommonJS to Node; bundled, the server build has one copy of it.
  ssr: { noExternal: ["survey-core", "survey-react-ui", "recharts"] },
});
