import type { Texts } from "../index.ts";
import { everywhere } from "./everywhere.ts";
import { filling } from "./filling.ts";
import { preparing } from "./preparing.ts";
import { reading } from "./reading.ts";

export const en: Texts = { ...everywhere, ...filling, ...reading, ...preparing };
