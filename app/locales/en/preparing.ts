import type { preparing as de } from "../de/preparing.ts";
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

export const preparing: typeof de = {
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
