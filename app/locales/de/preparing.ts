import { calendar } from "./calendar.ts";
import { coding } from "./coding.ts";
import { definitionFaults } from "./definition-faults.ts";
import { desk } from "./desk.ts";
import { legal } from "./legal.ts";
import { mail } from "./mail.ts";
import { making } from "./making.ts";
import { memberImport } from "./member-import.ts";
import { members } from "./members.ts";
import { messages } from "./messages.ts";
import { questionnaires } from "./questionnaires.ts";
import { roundChange } from "./round-change.ts";
import { roundSetup } from "./round-setup.ts";

/** For those who prepare: members, questionnaires, rounds, letters, coding; and what is seldom read. */
export const preparing = {
  calendar,
  coding,
  definitionFaults,
  desk,
  legal,
  mail,
  making,
  memberImport,
  members,
  messages,
  questionnaires,
  roundChange,
  roundSetup,
};
