import { ONE_THEME } from "../support/axe.ts";
import { testPages } from "../support/look.ts";

testPages(0, ONE_THEME, 600_000);
