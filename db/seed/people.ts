import { familyNames, givenNames, inventedFamilyNames } from "./data/names.ts";
import { numbered, slugOf } from "./naming.ts";
import { pick, randomFor, shuffle, weighted, whole } from "./random.ts";
import type { SampleOrganisation, SamplePerson, SampleProject, Vzae } from "./sample.ts";

/** Coordination (2), a steering group from all partners (6), one analyst, and each project's team of one to five. */
export function samplePeople(
  seed: number,
  consortium: SampleOrganisation[],
  projects: SampleProject[],
): SamplePerson[] {
  const addresses = new Set<string>();
  const people: SamplePerson[] = [];
  const invented = shuffle(randomFor(seed, "consortium"), inventedFamilyNames);
  const add = (role: SamplePerson["role"], organisation: string, project: SampleProject | null, domain: string) => {
    const id = numbered("person", people.length + 1, 3);
    const random = randomFor(seed, id);
    for (;;) {
      const given = pick(random, givenNames[weighted(random, { female: 50, male: 44, neutral: 6 })]);
      const family = project ? pick(random, familyNames).replace("de-Vries", "de Vries") : invented[people.length]!;
      const email = `${slugOf(given)}.${slugOf(family)}@${domain}.example`;
      if (addresses.has(email)) continue;
      addresses.add(email);
      const name = `${given} ${family}`;
      people.push({
        id,
        name,
        given_name: given,
        family_name: family,
        email,
        role,
        organisation,
        project: project?.id ?? null,
      });
      return;
    }
  };

  const coordinator = consortium.at(-1)!;
  for (let i = 0; i < 2; i++) add("coordination", coordinator.id, null, coordinator.slug);
  for (const { id, slug } of [...consortium, coordinator]) add("steering", id, null, slug);
  add("analyst", coordinator.id, null, coordinator.slug);
  for (const project of projects) {
    const [low, high] = teamSizes[project.attributes.vzae];
    const size = whole(randomFor(seed, project.id, "team"), low, high);
    for (let i = 0; i < size; i++) add(i === 0 ? "lead" : "member", project.organisation, project, project.slug);
  }
  return people;
}

const teamSizes: Record<Vzae, [number, number]> = { u2: [1, 2], "2_u5": [2, 3], "5_u10": [3, 4], ab10: [4, 5] };
