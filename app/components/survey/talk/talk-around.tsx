import type { ReactNode } from "react";
import type { SurveyState } from "../use-survey.ts";
import { TalkProvider } from "./talk-context.tsx";
import { TalkNews } from "./talk-news.tsx";
import { useTalk } from "./use-talk.ts";

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
  const data = useTalk(invitationId, survey.onTalk);
  return (
    <TalkProvider survey={survey} data={data}>
      {children}
      <TalkNews />
    </TalkProvider>
  );
}
