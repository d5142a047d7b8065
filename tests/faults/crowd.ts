import { chance, type Random, randomFor, whole } from "#db/seed/random.ts";
import type { History } from "./history.ts";
import type { Load } from "./load.ts";
import { createPerson, type Person } from "./person.ts";
import { randomEdit } from "./questionnaire.ts";
import type { Stage, Team } from "./stage.ts";
import { pause } from "./wire.ts";

const PAUSE_MS = 60;
/** After so many edits of its lead a team submits, and goes on with its next questionnaire. */
const EDITS_BEFORE_SUBMISSION = 8;

/** Where a team is; while the lead submits, colleagues mostly wait, as people who talk to each other do. */
type Place = { at: number; submitting: boolean };

/** Many people who save all the time; teams of two share a questionnaire, submit it and go on with the next one. */
export type Crowd = {
  sheets: string[];
  /** resolves when all that was under way at the call is answered */
  settled: () => Promise<void>;
  /** everybody finishes what is under way, and stops; throws what stopped somebody before */
  stop: () => Promise<void>;
};

export async function startCrowd(
  stage: Stage,
  wanted: { people: number; sheets: number; seed: number; history: History; load: Load },
): Promise<Crowd> {
  const { history, load, seed } = wanted;
  const teams = await stage.openTeams({ teams: wanted.people / 2, people: 2, sheets: wanted.sheets });
  const way = { url: stage.front.url, origin: stage.origin };
  let stopping = false;
  const underWay = new Set<Promise<unknown>>();

  /** Notes what is being waited for, so that `settled` can wait for it too. */
  async function tracked<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  }

  async function take(team: Team, place: Place, index: number, random: Random): Promise<void> {
    const { cookie } = team.people[index] as Team["people"][number];
    let person: Person | undefined;
    let edits = 0;
    while (!stopping) {
      if (place.submitting && index > 0 && chance(random, 0.98)) {
        await pause(random() * PAUSE_MS);
        continue;
      }
      const sheet = team.sheets[place.at]?.invitationId as string;
      if (person?.sheet !== sheet) {
        person = createPerson({ way, cookie, sheet, history, load });
        await tracked(person.refresh());
        edits = 0;
      }
      for (let count = whole(random, 1, 3); count > 0; count -= 1) {
        const { path, value } = randomEdit(random, person.replica.entries());
        person.edit(path, value);
        edits += 1;
      }
      const here = place.at;
      const last = here === team.sheets.length - 1;
      const submits = index === 0 && !last && edits > EDITS_BEFORE_SUBMISSION;
      if (index === 0) place.submitting = submits;
      let end: string = await tracked(person.drain());
      // A page hears of its colleagues' edits at once; these people look now and then.
      if (chance(random, 0.2)) await tracked(person.refresh());
      if (submits && end === "drained") end = await tracked(person.submit());
      if (end === "undecided") {
        end = await tracked(person.decide());
        if (end === "drained") end = await tracked(person.submit());
      }
      if (["submitted", "closed"].includes(end) && !last) place.at = Math.max(place.at, here + 1);
      await pause(random() * PAUSE_MS);
    }
  }

  const running = teams.flatMap((team, number) => {
    const place = { at: 0, submitting: false };
    return team.people.map((_, index) => take(team, place, index, randomFor(seed, "crowd", number, index)));
  });
  // Who fails is heard of in `stop`; until then it must not end the process.
  for (const one of running) one.catch(() => {});
  return {
    sheets: teams.flatMap((team) => team.sheets.map(({ invitationId }) => invitationId)),
    settled: async () => void (await Promise.all([...underWay])),
    stop: async () => {
      stopping = true;
      await Promise.all(running);
    },
  };
}
