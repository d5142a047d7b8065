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

/** For those who fill in: teams of projects and guests by link. */
export const filling = {
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
