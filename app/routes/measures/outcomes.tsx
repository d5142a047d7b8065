import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { StateChip } from "../../components/layout/state-chip.tsx";
import { titled } from "../../components/layout/titled.ts";
import { daysInWords, TONES } from "../../components/measures/words.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { type Outcome, readOutcomes } from "../../domain/measures/read-measures.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

export const meta = titled((t) => t.measures.outcomes.title);

/** For everybody in the network: what the steering group decided because of what projects said. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "outcome.read");
    return { outcomes: await readOutcomes(context.db) };
  });
}

export default function Outcomes() {
  const t = useTexts().measures.outcomes;
  const { outcomes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} />
      {outcomes.length === 0 ? (
        <EmptyState title={t.emptyTitle} text={t.empty} />
      ) : (
        <ul className="plain-list outcomes">
          {outcomes.map((outcome) => (
            <OutcomeCard key={outcome.measureId} outcome={outcome} />
          ))}
        </ul>
      )}
    </>
  );
}

function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  const read = useReader();
  const { title, kind, state, audience, result, evidence } = outcome;
  return (
    <li className="card stack--close">
      <div>
        <p className="board__kind">{t.kinds[kind]}</p>
        <h2>{title}</h2>
        <p className="quiet outcomes__facts">
          <StateChip tone={TONES[state]}>{t.states[state] ?? ""}</StateChip>
          <span>{daysInWords(outcome, texts, locale)}</span>
          {audience ? <span>{`${t.page.facts.audience}: ${audience}`}</span> : null}
        </p>
      </div>
      {evidence.length > 0 ? (
        <p>
          <strong>{t.outcomes.reason}</strong>{" "}
          {evidence.map(({ label, title: survey, wave }) => `${read(label)} (${read(survey)} ${wave})`).join("; ")}
        </p>
      ) : null}
      {result ? <p className="measure__text">{result}</p> : <p className="quiet">{t.outcomes.noResult}</p>}
    </li>
  );
}
