import { provide } from "#texts";
import { preparing } from "./de/preparing.ts";

provide("de", "preparing", preparing);
