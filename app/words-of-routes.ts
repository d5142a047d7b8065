import type { Part } from "./locales/index.ts";

/**
 * Whose words which routes bring along into the browser, by the beginnings of their files under `app/routes/`; all that fit
 * count. What `everywhere` says needs no line. A page that lacks a part shows its words too, only later, and is drawn anew where it
 * is the first one: `words-of-routes.test.ts` names such pages.
 */
export const WORDS_OF_ROUTES: Record<string, readonly Part[]> = {
  account: ["filling"],
  coding: ["preparing"],
  "coding/quotes": ["filling"],
  exchange: ["filling"],
  goals: ["reading"],
  legal: ["preparing"],
  links: ["filling"],
  mail: ["preparing"],
  measures: ["reading"],
  members: ["preparing"],
  microdata: ["reading"],
  mirror: ["filling", "reading"],
  offline: ["filling"],
  overview: ["reading"],
  questionnaires: ["preparing"],
  "questionnaires/draft-preview": ["filling"],
  "questionnaires/version-preview": ["filling"],
  releases: ["reading"],
  responses: ["filling"],
  rounds: ["preparing", "filling"],
  "sign-in/ask": ["filling"],
  team: ["filling"],
  "team/team": ["reading"],
};
