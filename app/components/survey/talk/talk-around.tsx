import { type ReactNode, useMemo } from "react";
import type { SurveyState } from "../use-survey.ts";
import { TalkProvider } from "./talk-context.tsx";
import { listenTo } from "./talk-live.ts";
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
  const listen = useMemo(() => listenTo(invitationId), [invitationId]);
  const data = useTalk(invitationId, listen);
  return (
    <TalkProvider survey={survey} data={data}>
      {children}
      <TalkNews />
    </TalkProvider>
  );
}
