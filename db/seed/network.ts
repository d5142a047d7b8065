import * as mix from "./data/mix.ts";
import { organisationNames, projectNames } from "./data/names.ts";
import { partners } from "./data/partners.ts";
import { numbered, slugOf } from "./naming.ts";
import { samplePeople } from "./people.ts";
import { chance, pick, type Random, randomFor, sample, shuffle, weighted, whole } from "./random.ts";
import type {
  Ansatz,
  Land,
  Phaenomen,
  Region5,
  Reichweite,
  SampleNetwork,
  SampleOrganisation,
  SampleProject,
  Setting,
  Traeger,
  Vzae,
} from "./sample.ts";

/**
 * The fictional network: five partner organisations by name, 45 sample organisations, 120 sample projects with exactly
 * the mix of data/mix.ts, and their teams. Pure: the same seed gives the same network, in the same order.
 */
export function sampleNetwork(seed: number): SampleNetwork {
  const consortium = partners.map(
    (partner, i): SampleOrganisation => ({ id: numbered("org", i + 1, 2), consortium: true, ...partner }),
  );
  const fictional = sampleOrganisations(seed, consortium.length);
  const projects = sampleProjects(seed, fictional);
  return {
    organisations: [...consortium, ...fictional],
    projects,
    people: samplePeople(seed, consortium, projects),
  };
}

function sampleOrganisations(seed: number, offset: number): SampleOrganisation[] {
  const shuffled = shuffle(randomFor(seed, "organisations"), expand(mix.traegerMix));
  // The sizes fall: public bodies stand last, because one of them has one project at one place.
  const forms = [...shuffled.filter((form) => !isPublic(form)), ...shuffled.filter(isPublic)];
  const used = new Map<Traeger, number>();
  return forms.map((traeger, i) => {
    const turn = used.get(traeger) ?? 0;
    used.set(traeger, turn + 1);
    const name = `Beispielträger ${organisationNames[traeger][turn]!}`;
    return { id: numbered("org", offset + i + 1, 2), name, slug: slugOf(name), consortium: false, traeger };
  });
}

function sampleProjects(seed: number, organisations: SampleOrganisation[]): SampleProject[] {
  const places = placesOf(seed, organisations);
  const drafts = places.map((place, i) => ({ ...place, id: numbered("proj", i + 1, 3) }));
  const east = drafts.filter(({ land }) => regionOf(land) === "mitteost");
  const elsewhere = drafts.filter(({ land }) => regionOf(land) !== "mitteost");
  const dealt = <K extends string>(
    what: string,
    to: typeof drafts,
    counts: Record<K, number>,
    affinity?: Affinity<K>,
  ) => deal(randomFor(seed, what), to, counts, affinity);

  const haupt = new Map([
    ...dealt("phaenomen mitteost", east, mix.phaenomenMix.mitteost),
    ...dealt("phaenomen sonst", elsewhere, mix.phaenomenMix.sonst),
  ]);
  // Work on religiously based extremism reaches the surroundings more often than other work does.
  const ansatz = dealt("ansatz", drafts, mix.ansatzMix, (id, code) =>
    haupt.get(id) === "ri" && code === "umfeld" ? 2.5 : 1,
  );
  const vzae = dealt("vzae", drafts, mix.vzaeMix);
  const restlauf = dealt("restlauf", drafts, mix.restlaufMix);
  const reichweite = dealt("reichweite", drafts, mix.reichweiteMix, (id, code) => reach(vzae.get(id)!, code));
  const status = dealt("status", drafts, mix.statusMix);
  const names = shuffle(randomFor(seed, "project names"), projectNames);

  return drafts.map(({ id, organisation, land }, i) => {
    const random = randomFor(seed, id);
    return {
      id,
      organisation: organisation.id,
      name: `Beispielprojekt ${names[i]!}`,
      slug: slugOf(names[i]!),
      attributes: {
        land,
        region5: regionOf(land),
        reichweite: reichweite.get(id)!,
        ph: phenomena(random, haupt.get(id)!),
        ph_haupt: haupt.get(id)!,
        ansatz: ansatz.get(id)!,
        setting: settings(random, ansatz.get(id)!),
        traeger: organisation.traeger,
        vzae: vzae.get(id)!,
        restlauf: restlauf.get(id)!,
        status: status.get(id)!,
      },
      active_from: `2025-${String(whole(random, 2, 8)).padStart(2, "0")}-01`,
    };
  });
}

/**
 * One place per project. An organisation has up to half of its projects in its home Land and the others nearby, but never
 * more than two in five of a Land: otherwise one organisation would be that Land's answer.
 */
function placesOf(
  seed: number,
  organisations: SampleOrganisation[],
): { organisation: SampleOrganisation; land: Land }[] {
  const random = randomFor(seed, "places");
  const left = { ...mix.landMix };
  const places = organisations.flatMap((organisation, i) => {
    const size = mix.organisationSizes[i]!;
    const here = new Map<Land, number>();
    const free = (land: Land) =>
      left[land] > 0 && (here.get(land) ?? 0) < Math.max(1, Math.floor(mix.landMix[land] * 0.4));
    const home = weighted(random, left);
    return Array.from({ length: size }, (_, n) => {
      const near = mix.regions[regionOf(home)].filter(free);
      const anywhere = (Object.keys(left) as Land[]).filter(free);
      const stay = free(home) && n < Math.max(2, Math.ceil(size / 2));
      const land = stay ? home : pick(random, near.length > 0 ? near : anywhere);
      left[land] -= 1;
      here.set(land, (here.get(land) ?? 0) + 1);
      return { organisation, land };
    });
  });
  return shuffle(random, places);
}

function phenomena(random: Random, haupt: Phaenomen): Phaenomen[] {
  const extra = haupt === "ueber" ? whole(random, 2, 4) : chance(random, 0.35) ? whole(random, 1, 2) : 0;
  const others = (Object.keys(mix.nebenphaenomene) as (keyof typeof mix.nebenphaenomene)[]).filter(
    (code) => code !== haupt,
  );
  const chosen = new Set<Phaenomen>([haupt, ...sample(random, others, extra, (code) => mix.nebenphaenomene[code])]);
  return (Object.keys(mix.phaenomenMix.sonst) as Phaenomen[]).filter((code) => chosen.has(code));
}

function settings(random: Random, ansatz: Ansatz): Setting[] {
  const all = Object.keys(mix.settingShares) as Setting[];
  const chosen = all.filter((setting) => chance(random, mix.settingShares[setting]));
  return chosen.length > 0 ? chosen : [ansatz === "fachkraefte" ? "jugendhilfe" : "beratungsstelle"];
}

/** Large projects reach further. */
function reach(vzae: Vzae, reichweite: Reichweite): number {
  const large = vzae === "5_u10" || vzae === "ab10";
  if (reichweite === "bund") return vzae === "ab10" ? 6 : large ? 2 : 0.5;
  return reichweite === "lokal" && large ? 0.5 : 1;
}

type Affinity<K> = (id: string, code: K) => number;

/** Deals codes to projects in exactly the given counts; `affinity` makes a code likelier for some of them. */
function deal<K extends string>(
  random: Random,
  to: { id: string }[],
  counts: Record<K, number>,
  affinity?: Affinity<K>,
) {
  const left = { ...counts };
  return new Map(
    shuffle(random, to).map(({ id }): [string, K] => {
      const weights = { ...left };
      for (const code of Object.keys(left) as K[]) weights[code] = left[code] * (affinity?.(id, code) ?? 1);
      const code = weighted(random, weights);
      left[code] -= 1;
      return [id, code];
    }),
  );
}

function isPublic(traeger: Traeger): boolean {
  return traeger === "kommune" || traeger === "staat" || traeger === "hochschule";
}

/** Every key as often as its count says. */
function expand<K extends string>(counts: Record<K, number>): K[] {
  return (Object.keys(counts) as K[]).flatMap((code) => Array.from({ length: counts[code] }, () => code));
}

/** The region of a Land. */
function regionOf(land: Land): Region5 {
  return (Object.keys(mix.regions) as Region5[]).find((region) => mix.regions[region].includes(land))!;
}
