import { ONE_THEME } from "../support/axe.ts";
import { testEveryPage } from "../support/look.ts";

testEveryPage(ONE_THEME, 300_000);
