import { attributes } from "./attributes.ts";
import { layout } from "./layout.ts";
import { legal } from "./legal.ts";
import { mail } from "./mail.ts";
import { problems } from "./problems.ts";
import { releases } from "./releases.ts";
import { responses } from "./responses.ts";
import { rounds } from "./rounds.ts";
import { signIn } from "./sign-in.ts";

/** Every text on screen in German, by area. Values with figures are functions. */
export const de = { attributes, layout, legal, mail, problems, releases, responses, rounds, signIn };
