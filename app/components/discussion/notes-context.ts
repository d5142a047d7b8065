import { createContext } from "react";
import type { OpenNotes } from "../../domain/discussion/open-notes.server.ts";

/** What waits to be settled about the figures of a page; null where the reader may read no notes, or on paper. */
export const NotesContext = createContext<OpenNotes | null>(null);
