import { everywhere } from "./everywhere.ts";
import { filling } from "./filling.ts";
import { preparing } from "./preparing.ts";
import { reading } from "./reading.ts";

/** Every text on screen in German, by area. Values with figures are functions. Each area stands in one of the parts. */
export const de = { ...everywhere, ...filling, ...reading, ...preparing };
