import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { surveyParts } from "./app/bundle/survey-plugin.ts";
import { wordsOfRoutes } from "./app/bundle/words-plugin.ts";
import { WORDS_OF_ROUTES } from "./app/words-of-routes.ts";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [surveyParts(), wordsOfRoutes(WORDS_OF_ROUTES), remix(remixOptions)],
  build: { target: "es2022", sourcemap: false },
  // SurveyJS announces itself as CommonJS to Node; bundled, the server build has one copy of it.
  ssr: { noExternal: ["survey-core", "survey-react-ui", "recharts"] },
});
