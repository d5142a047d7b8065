import type { Topic } from "./topics.ts";

/** What one project says, with what tells whether another one is near to it. */
export type Profile = {
  projectId: string;
  project: string;
  organisation: string;
  /** main phenomenon and region of today; null where nobody has said */
  phenomenon: string | null;
  region: string | null;
  seeks: Topic[];
  seeksText: string;
  offers: Topic[];
  offersText: string;
};

/** Another project with what it offers that this one looks for, and the reverse. */
export type Proposal = {
  profile: Profile;
  gives: Topic[];
  takes: Topic[];
  /** it goes both ways */
  isMutual: boolean;
  samePhenomenon: boolean;
  sameRegion: boolean;
};

/**
 * Whom a project might talk to: everybody who offers what it looks for, or looks for what it offers. First those with whom it
 * goes both ways, then those with more topics in common, then the same phenomenon, then the same region, then by name.
 */
export function proposalsFor(own: Profile, all: readonly Profile[]): Proposal[] {
  return all
    .filter(({ projectId }) => projectId !== own.projectId)
    .map((profile) => ({
      profile,
      gives: own.seeks.filter((topic) => profile.offers.includes(topic)),
      takes: own.offers.filter((topic) => profile.seeks.includes(topic)),
    }))
    .map(({ profile, gives, takes }) => ({
      ...{ profile, gives, takes, isMutual: gives.length > 0 && takes.length > 0 },
      samePhenomenon: own.phenomenon !== null && own.phenomenon === profile.phenomenon,
      sameRegion: own.region !== null && own.region === profile.region,
    }))
    .filter(({ gives, takes }) => gives.length + takes.length > 0)
    .sort(byFit);
}

function byFit(a: Proposal, b: Proposal): number {
  return (
    Number(b.isMutual) - Number(a.isMutual) ||
    b.gives.length + b.takes.length - a.gives.length - a.takes.length ||
    Number(b.samePhenomenon) - Number(a.samePhenomenon) ||
    Number(b.sameRegion) - Number(a.sameRegion) ||
    a.profile.project.localeCompare(b.profile.project, "de")
  );
}
