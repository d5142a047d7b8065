import type { ColumnType, Generated } from "kysely";
import type { Text } from "#surveys/model.ts";

export type GoalTable = { goal_id: string /** in the order in which they were added */; position: Generated<number> };

/** A goal as it was from one change to the next; insert-only. */
export type GoalVersionTable = {
  goal_id: string;
  number: number;
  previous: ColumnType<number | null, never, never>;
  theme: "binding" | "exchange" | "cooperation" | "voice";
  title: Text;
  /** with `{wert}` where the figure belongs */
  sentence: Text;
  /** as `Formula` of the domain */
  formula: Record<string, unknown>;
  /** the words of what the formula asks for, as the newest version of the questionnaire had them then */
  measured: { questionnaire: Text; question: Text | null; rows: Text[]; codes: Text[] };
  direction: "at-least" | "at-most";
  target: number;
  /** ISO day */
  due: string;
  ended: Generated<boolean>;
  reason: string | null;
  at: Date;
  by: string | null;
};
