import { useState } from "react";
import type { Refused } from "./note-form.tsx";

/**
 * The id under which a form writes its note. It is there to be the key of the form, too: it stays whatever else happens on the
 * page, so that nothing typed is lost, and is a new one only when the own note is there, so that the form begins anew.
 *
 * @param newId one that no note has, for the next note
 * @param written ids of the notes that are there
 * @param refused the own step, where it was not taken: it may have come back under another id
 */
export function useFormId(newId: string, written: readonly string[], refused: Refused): string {
  const typed = refused?.step.step === "write" ? refused.step.noteId : undefined;
  const [id, setId] = useState(typed ?? newId);
  if (typed !== undefined && typed !== id) setId(typed);
  else if (typed === undefined && written.includes(id)) setId(newId);
  return id;
}
