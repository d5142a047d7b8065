import type { Texts } from "../index.ts";
import { account } from "./account.ts";
import { attributes } from "./attributes.ts";
import { calendar } from "./calendar.ts";
import { coding } from "./coding.ts";
import { definitionFaults } from "./definition-faults.ts";
import { desk } from "./desk.ts";
import { discussion } from "./discussion.ts";
import { downloads } from "./downloads.ts";
import { exchange } from "./exchange.ts";
import { goals } from "./goals.ts";
import { home } from "./home.ts";
import { inquiries } from "./inquiries.ts";
import { interfaces } from "./interfaces.ts";
import { layout } from "./layout.ts";
import { legal } from "./legal.ts";
import { links } from "./links.ts";
import { mail } from "./mail.ts";
import { making } from "./making.ts";
import { measures } from "./measures.ts";
import { memberImport } from "./member-import.ts";
import { members } from "./members.ts";
import { messages } from "./messages.ts";
import { microdata } from "./microdata.ts";
import { mirror } from "./mirror.ts";
import { needs } from "./needs.ts";
import { network } from "./network.ts";
import { offline } from "./offline.ts";
import { overview } from "./overview.ts";
import { plain } from "./plain.ts";
import { presentation } from "./presentation.ts";
import { problems } from "./problems.ts";
import { questionnaires } from "./questionnaires.ts";
import { releases } from "./releases.ts";
import { responses } from "./responses.ts";
import { roundChange } from "./round-change.ts";
import { roundSetup } from "./round-setup.ts";
import { rounds } from "./rounds.ts";
import { signIn } from "./sign-in.ts";
import { signOff } from "./sign-off.ts";
import { talk } from "./talk.ts";
import { team } from "./team.ts";
import { trends } from "./trends.ts";
import { whoSees } from "./who-sees.ts";

export const en: Texts = {
  discussion,
  interfaces,
  team,
  account,
  attributes,
  calendar,
  coding,
  definitionFaults,
  desk,
  downloads,
  goals,
  exchange,
  home,
  inquiries,
  layout,
  legal,
  links,
  mail,
  messages,
  making,
  measures,
  memberImport,
  members,
  microdata,
  mirror,
  needs,
  network,
  offline,
  overview,
  plain,
  presentation,
  problems,
  questionnaires,
  releases,
  responses,
  roundChange,
  roundSetup,
  rounds,
  signIn,
  signOff,
  talk,
  trends,
  whoSees,
};
