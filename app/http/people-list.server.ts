import { z } from "zod";
import { decodeText, kindOf } from "../domain/members/import/decode.ts";

/** What the form of the list sends: pasted text, or a file that goes first. */
export const peopleFields = {
  people: z.string().max(1_000_000).default(""),
  file: z.instanceof(File).or(z.literal("")).optional(),
};

/** The list as text, or what is wrong with it as a whole. */
export async function readPeopleList({ people, file }: { people: string; file?: File | "" | undefined }): Promise<{
  text: string;
  fault?: "empty" | "file";
}> {
  const uploaded = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
  if (uploaded && kindOf(uploaded) !== "text") return { text: people, fault: "file" };
  const text = uploaded ? decodeText(uploaded).text.replace(/^sep=.\r?\n/i, "") : people;
  return text.trim() === "" ? { text, fault: "empty" } : { text };
}
