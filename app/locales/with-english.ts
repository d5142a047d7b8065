import { provideEnglish } from "#english";
import { en } from "./en/index.ts";

// Browsers load the English texts only for pages that show them: this is what such a page imports.
provideEnglish(en);
