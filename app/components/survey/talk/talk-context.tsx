import { createContext, type ReactNode, useContext, useState } from "react";
import type { SurveyState } from "../use-survey.ts";
import type { TalkData } from "./use-talk.ts";

/** What of the talk is open: a note being written at a place, or the history of a question. */
export type Panel = { kind: "notes"; place: string; note?: "reason" } | { kind: "history"; question: string };

type Around = TalkData & {
  survey: SurveyState;
  panel: Panel | null;
  open: (panel: Panel) => void;
  close: () => void;
  /** what was typed and not sent, by place: closing a panel loses nothing */
  drafts: Map<string, Draft>;
};

export type Draft = { noteId: string; text: string; kind: "comment" | "reason" };

const Context = createContext<Around | undefined>(undefined);

export function TalkProvider({ survey, data, children }: { survey: SurveyState; data: TalkData; children: ReactNode }) {
  // Another page has other questions; what was typed at this one is kept.
  const [opened, setOpened] = useState<{ page: string; panel: Panel }>();
  const page = survey.current;
  const panel = opened?.page === page ? opened.panel : null;
  const [drafts] = useState(() => new Map<string, Draft>());
  const around = {
    ...data,
    ...{ survey, panel, drafts },
    open: (panel: Panel) => setOpened({ page, panel }),
    close: () => setOpened(undefined),
  };
  return <Context.Provider value={around}>{children}</Context.Provider>;
}

/** Undefined where there is no team: for people by link. */
export function useTalkAround(): Around | undefined {
  return useContext(Context);
}

export function useTalkHere(): Around {
  const around = useContext(Context);
  if (!around) throw new Error("outside of TalkProvider");
  return around;
}
