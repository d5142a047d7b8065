import type { Migration } from "kysely/migration";
import * as people from "./2026-11-23-01-people.ts";
import * as rounds from "./2026-11-23-02-rounds.ts";
import * as responses from "./2026-11-23-03-responses.ts";
import * as releases from "./2026-11-23-04-releases.ts";
import * as mail from "./2026-11-23-05-mail.ts";
import * as keepClosed from "./2026-11-23-06-keep-closed.ts";
import * as members from "./2026-11-23-07-members.ts";
import * as drafts from "./2026-11-23-08-drafts.ts";
import * as audienceOfRounds from "./2026-11-23-09-audience.ts";
import * as anonymous from "./2026-11-23-10-anonymous.ts";
import * as letters from "./2026-11-23-11-letters.ts";
import * as releasePeople from "./2026-11-23-12-release-people.ts";
import * as together from "./2026-11-28-13-together.ts";
import * as inquiries from "./2026-11-28-14-inquiries.ts";
import * as signOff from "./2026-11-28-15-sign-off.ts";
import * as talk from "./2026-11-28-16-talk.ts";
import * as disclosure from "./2026-11-28-17-disclosure.ts";
import * as coding from "./2026-11-28-18-coding.ts";
import * as insights from "./2026-11-28-19-insights.ts";
import * as retention from "./2026-11-29-22-retention.ts";
import * as releaseRuns from "./2026-11-29-23-release-runs.ts";
import * as releaseQuotes from "./2026-11-29-24-release-quotes.ts";
import * as corrections from "./2026-11-29-25-corrections.ts";
import * as naming from "./2026-11-29-26-naming.ts";
import * as insightNames from "./2026-11-29-27-insight-names.ts";
import * as measures from "./2026-11-29-28-measures.ts";
import * as goals from "./2026-11-29-30-goals.ts";
import * as releaseTies from "./2026-11-29-31-release-ties.ts";
import * as exchange from "./2026-11-29-32-exchange.ts";
import * as discussion from "./2026-11-29-33-discussion.ts";
import * as toldTies from "./2026-11-29-35-told-ties.ts";
import * as tieKinds from "./2026-11-29-36-tie-kinds.ts";
import * as shownTiesOnce from "./2026-11-29-37-shown-ties-once.ts";

/** Every migration, in the order they run. Never edit one that has landed; add the next. */
export const migrations: Record<string, Migration> = {
  "2026-11-23-01-people": people,
  "2026-11-23-02-rounds": rounds,
  "2026-11-23-03-responses": responses,
  "2026-11-23-04-releases": releases,
  "2026-11-23-05-mail": mail,
  "2026-11-23-06-keep-closed": keepClosed,
  "2026-11-23-07-members": members,
  "2026-11-23-08-drafts": drafts,
  "2026-11-23-09-audience": audienceOfRounds,
  "2026-11-23-10-anonymous": anonymous,
  "2026-11-23-11-letters": letters,
  "2026-11-23-12-release-people": releasePeople,
  "2026-11-28-13-together": together,
  "2026-11-28-14-inquiries": inquiries,
  "2026-11-28-15-sign-off": signOff,
  "2026-11-28-16-talk": talk,
  "2026-11-28-17-disclosure": disclosure,
  "2026-11-28-18-coding": coding,
  "2026-11-28-19-insights": insights,
  "2026-11-29-22-retention": retention,
  "2026-11-29-23-release-runs": releaseRuns,
  "2026-11-29-24-release-quotes": releaseQuotes,
  "2026-11-29-25-corrections": corrections,
  "2026-11-29-26-naming": naming,
  "2026-11-29-27-insight-names": insightNames,
  "2026-11-29-28-measures": measures,
  "2026-11-29-30-goals": goals,
  "2026-11-29-31-release-ties": releaseTies,
  "2026-11-29-32-exchange": exchange,
  "2026-11-29-33-discussion": discussion,
  "2026-11-29-35-told-ties": toldTies,
  "2026-11-29-36-tie-kinds": tieKinds,
  "2026-11-29-37-shown-ties-once": shownTiesOnce,
};
