import { Form } from "@remix-run/react";
import type { Profile, Proposal } from "../../domain/exchange/propose.ts";
import { StateChip } from "../layout/state-chip.tsx";
import { useTexts } from "../texts.ts";
import { ProfileFacts, useTopics } from "./profile-facts.tsx";

type AskProps = {
  /** in whose name one may ask; null of those who only read */
  from: string | null;
  /** projects that were asked already */
  asked: readonly string[];
};

/** A project that fits, why it does, and the way to ask it. */
export function ProposalCard({ proposal, ...ask }: { proposal: Proposal } & AskProps) {
  const t = useTexts().exchange.proposals;
  const inWords = useTopics();
  const { profile, gives, takes, isMutual, samePhenomenon, sameRegion } = proposal;
  const marks = [
    ...(isMutual ? [t.both] : []),
    ...(samePhenomenon ? [t.samePhenomenon] : []),
    ...(sameRegion ? [t.sameRegion] : []),
  ];
  return (
    <li className="card exchange-card">
      <div>
        <h3>{profile.project}</h3>
        <p className="quiet">{[profile.organisation, ...marks].join(" · ")}</p>
        {gives.length > 0 ? <p>{t.gives(inWords(gives))}</p> : null}
        {gives.length > 0 && profile.offersText ? <p className="exchange-sides__text">{profile.offersText}</p> : null}
        {takes.length > 0 ? <p>{t.takes(inWords(takes))}</p> : null}
        {takes.length > 0 && profile.seeksText ? <p className="exchange-sides__text">{profile.seeksText}</p> : null}
      </div>
      <AskButton profile={profile} {...ask} />
    </li>
  );
}

/** All that a project says. */
export function ProfileCard({ profile, isOwn, ...ask }: { profile: Profile; isOwn: boolean } & AskProps) {
  const t = useTexts();
  const facts = [
    profile.organisation,
    profile.phenomenon ? t.attributes.codes.ph?.[profile.phenomenon] : undefined,
    profile.region ? t.attributes.codes.region5?.[profile.region] : undefined,
  ].filter(Boolean);
  return (
    <li className="card exchange-card">
      <div>
        <h3>{profile.project}</h3>
        <p className="quiet">{facts.join(" · ")}</p>
        <ProfileFacts {...profile} />
      </div>
      {isOwn ? null : <AskButton profile={profile} {...ask} />}
    </li>
  );
}

function AskButton({ profile: { projectId, project }, from, asked }: { profile: Profile } & AskProps) {
  const t = useTexts().exchange.ask;
  if (!from) return null;
  if (asked.includes(projectId)) return <StateChip tone="done">{t.asked}</StateChip>;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="from" value={from} />
      <button type="submit" className="button" name="to" value={projectId} aria-label={t.about(project)}>
        {t.button}
      </button>
    </Form>
  );
}
