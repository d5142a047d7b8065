import type { filling as de } from "../de/filling.ts";
import { account } from "./account.ts";
import { exchange } from "./exchange.ts";
import { inquiries } from "./inquiries.ts";
import { links } from "./links.ts";
import { mirror } from "./mirror.ts";
import { plain } from "./plain.ts";
import { responses } from "./responses.ts";
import { signOff } from "./sign-off.ts";
import { talk } from "./talk.ts";
import { team } from "./team.ts";
import { whoSees } from "./who-sees.ts";

export const filling: typeof de = {
  account,
  exchange,
  inquiries,
  links,
  mirror,
  plain,
  responses,
  signOff,
  talk,
  team,
  whoSees,
};
