import { provide } from "#texts";
import { reading } from "./de/reading.ts";

provide("de", "reading", reading);
