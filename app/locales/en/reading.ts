import type { reading as de } from "../de/reading.ts";
import { discussion } from "./discussion.ts";
import { downloads } from "./downloads.ts";
import { goals } from "./goals.ts";
import { interfaces } from "./interfaces.ts";
import { measures } from "./measures.ts";
import { microdata } from "./microdata.ts";
import { needs } from "./needs.ts";
import { network } from "./network.ts";
import { overview } from "./overview.ts";
import { presentation } from "./presentation.ts";
import { releases } from "./releases.ts";
import { trends } from "./trends.ts";

export const reading: typeof de = {
  discussion,
  downloads,
  goals,
  interfaces,
  measures,
  microdata,
  needs,
  network,
  overview,
  presentation,
  releases,
  trends,
};
