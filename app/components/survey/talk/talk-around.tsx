import type { ReactNode } from "react";
import type { SurveyState } from "../use-survey.ts";
import { TalkProvider } from "./talk-context.tsx";
import { TalkNews } from "./talk-news.tsx";
import { type Listen, useTalk } from "./use-talk.ts";

type AroundProps = {
  survey: SurveyState /** null for people by link, who work alone */;
  invitationId: string | null;
  children: ReactNode;
};

/** Brings what the team says beside its answers to the page. */
export function TalkAround({ survey, invitationId, children }: AroundProps) {
  if (invitationId === null) return children;
  return (
    <WithTeam survey={survey} invitationId={invitationId}>
      {children}
    </WithTeam>
  );
}

function WithTeam({ survey, invitationId, children }: AroundProps & { invitationId: string }) {
  const data = useTalk(invitationId, listen);
  return (
    <TalkProvider survey={survey} data={data}>
      {children}
      <TalkNews />
    </TalkProvider>
  );
}

const EVERY_MS = 10_000;

const listen: Listen = (tell) => {
  const timer = setInterval(() => document.visibilityState === "visible" && tell(), EVERY_MS);
  return () => clearInterval(timer);
};
