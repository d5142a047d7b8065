import { provide } from "#texts";
import { filling } from "./de/filling.ts";

provide("de", "filling", filling);
