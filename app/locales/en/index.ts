import type { Texts } from "../index.ts";
import { attributes } from "./attributes.ts";
import { layout } from "./layout.ts";
import { legal } from "./legal.ts";
import { mail } from "./mail.ts";
import { problems } from "./problems.ts";
import { releases } from "./releases.ts";
import { responses } from "./responses.ts";
import { rounds } from "./rounds.ts";
import { signIn } from "./sign-in.ts";

export const en: Texts = { attributes, layout, legal, mail, problems, releases, responses, rounds, signIn };
