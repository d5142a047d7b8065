import { z } from "zod";
import { limits } from "#surveys/limits.ts";
import { decodeText } from "../domain/members/import/decode.ts";

/** Fields by which a questionnaire's file comes: chosen, or pasted as text. */
export const definitionFields = { file: z.instanceof(File).optional(), text: z.string().default("") };

export type SentDefinition = { text: string; error?: "fileMissing" | "fileTooLarge" | "fileEncoding" };

/** The text that was sent: the file if one was chosen. It comes back even where something is wrong with it. */
export async function readDefinitionForm(form: { file?: File; text: string }): Promise<SentDefinition> {
  const { file, text } = form;
  if (!file || file.size === 0) return text.trim() === "" ? { text, error: "fileMissing" } : { text };
  if (file.size > limits.bytes) return { text, error: "fileTooLarge" };
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  // JSON is UTF-8 by its own rules: letters of another encoding would be guessed.
  return decoded.encoding === "windows-1252" ? { text, error: "fileEncoding" } : { text: decoded.text };
}
