import type { ReactNode } from "react";
import type { Cover, RoundCover } from "../../domain/responses/open-sheet.server.ts";
import { formatDeadline } from "../../format.ts";
import { FictionalChip } from "../fictional-chip.tsx";
import { PageHead } from "../layout/page-head.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { WhoSees } from "../who-sees.tsx";

type CoverPageProps = {
  sheet: RoundCover & Partial<Pick<Cover, "project" | "kind">>;
  /** how it stands: submitted, closed, declined */
  state?: ReactNode;
  /** what follows below the buttons, e.g. declining */
  below?: ReactNode;
  /** buttons */
  children: ReactNode;
};

/** What somebody sees before the first question: what it is for, how long it takes, who sees the answers. */
export function CoverPage({ sheet, state, below, children }: CoverPageProps) {
  const { responses, links, whoSees } = useTexts();
  const locale = useLocale();
  const read = useReader();
  const byProject = sheet.kind === "project";
  const t = links.cover;
  const until = formatDeadline(sheet.closesAt, locale);
  const forWhom = sheet.project && (byProject ? sheet.project : t.forName(sheet.project));
  const due = sheet.open ? (byProject ? responses.start.due(until) : t.until(until)) : undefined;
  return (
    <>
      <PageHead
        title={`${read(sheet.title)} ${sheet.wave}`}
        subtitle={
          <>
            {[forWhom, due].filter(Boolean).join(" · ")} <FictionalChip fictional={sheet.fictional} />
          </>
        }
      />
      {state}
      <div className="prose">
        {sheet.purpose ? <p className="sentence">{read(sheet.purpose)}</p> : null}
        {sheet.open ? <Duration sheet={sheet} /> : null}
      </div>
      <section className="card prose">
        <h2>{whoSees.title[byProject ? "project" : "person"]}</h2>
        <WhoSees privacy={sheet.privacy} who={byProject ? "project" : "person"} rule={sheet.rule} />
      </section>
      {byProject && sheet.open ? <p>{responses.start.together}</p> : null}
      <div className="actions">{children}</div>
      {below}
    </>
  );
}

/** How long it takes, and what becomes of the answers when one stops in between. */
function Duration({ sheet: { minutes, privacy, kind } }: { sheet: CoverPageProps["sheet"] }) {
  const { responses, links } = useTexts();
  const t = links.cover;
  if (privacy === "anonymous") {
    return (
      <p>
        {minutes ? `${t.minutesHere(minutes)} ` : null}
        {t.here}
      </p>
    );
  }
  if (!minutes) return null;
  return <p>{kind === "project" ? responses.start.minutes(minutes) : t.minutes(minutes)}</p>;
}
