import { z } from "zod";
import type { Part } from "../domain/roles.ts";

/** Roles that a form offers; the domain asks once more what the person may give. */
export const GRANTABLE = ["member", "lead", "steering", "coordination"] as const;

export const partFields = { role: z.enum(GRANTABLE), projectId: z.union([z.literal(""), z.uuid()]).default("") };

/** The part that a form names; undefined where a project's role names no project. */
export function partOf({ role, projectId }: { role: (typeof GRANTABLE)[number]; projectId: string }): Part | undefined {
  if (role === "coordination" || role === "steering") return { role, projectId: null };
  return projectId ? { role, projectId } : undefined;
}
