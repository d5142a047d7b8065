import { attributes } from "./attributes.ts";
import { home } from "./home.ts";
import { layout } from "./layout.ts";
import { offline } from "./offline.ts";
import { problems } from "./problems.ts";
import { rounds } from "./rounds.ts";
import { signIn } from "./sign-in.ts";
import { wordings } from "./wordings.ts";

/** What every page can say: the frame, problems, places that both who fills and who reads comes to. */
export const everywhere = {
  attributes,
  home,
  layout,
  offline,
  problems,
  rounds,
  signIn,
  wordings,
};
