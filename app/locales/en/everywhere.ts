import type { everywhere as de } from "../de/everywhere.ts";
import { attributes } from "./attributes.ts";
import { home } from "./home.ts";
import { layout } from "./layout.ts";
import { offline } from "./offline.ts";
import { problems } from "./problems.ts";
import { rounds } from "./rounds.ts";
import { signIn } from "./sign-in.ts";
import { wordings } from "./wordings.ts";

export const everywhere: typeof de = {
  attributes,
  home,
  layout,
  offline,
  problems,
  rounds,
  signIn,
  wordings,
};
