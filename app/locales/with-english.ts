import { provide } from "#texts";
import { everywhere } from "./en/everywhere.ts";
import { filling } from "./en/filling.ts";
import { preparing } from "./en/preparing.ts";

// For German pages that show English words from the start: what respondents will see, tried out by who prepares it.
provide("en", "everywhere", everywhere);
provide("en", "filling", filling);
provide("en", "preparing", preparing);
