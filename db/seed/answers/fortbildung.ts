import { chance, normal, pick, type Random, randomFor, sample, shuffle, weighted } from "../random.ts";
import * as tables from "./fortbildung-tables.ts";
import { blend, cut, latentCentre } from "./latent.ts";
import { answered, blank, missingCode, type SampleAnswer, step } from "./scene.ts";
import { asideOf, remark } from "./texts.ts";

type Phase = tables.Phase;

/** A participant: what does not change between the sheets. */
type Participant = {
  /** the source of an address that belongs to this person */
  draw: (...address: string[]) => Random;
  code: string[] | undefined;
  role: keyof typeof tables.roles;
  years: keyof typeof tables.years;
};

/**
 * What the participants of a training submit at one of its three times, in the order of arrival: SurveyJS answers to
 * `fortbildung`, complete and valid for version 1. They are joined by the self-made code alone, which some leave out and
 * some give with a slip. Pure: the same arguments give the same answers.
 */
export function sampleTraining(seed: number, training: string, phase: Phase): SampleAnswer[] {
  const numbers = Array.from({ length: tables.participants }, (_, i) => i);
  const present = sample(randomFor(seed, "fortbildung", training, phase), numbers, tables.filledIn[phase]);
  return shuffle(randomFor(seed, "fortbildung", training, phase, "arrival"), present).map((number) =>
    answerOf(participant(seed, training, number), phase),
  );
}

function participant(seed: number, training: string, number: number): Participant {
  const draw = (...address: string[]) => randomFor(seed, "fortbildung", training, number, ...address);
  const random = draw("person");
  const letter = (from: string) => pick(random, [...from]);
  const { mother, fatherEnd, birthplace, school } = tables.initials;
  const code = [letter(mother), letter(fatherEnd), letter(birthplace), letter("0123456789")];
  code.push(weighted(random, tables.siblings), letter(school));
  return {
    draw,
    code: chance(random, tables.givesCode) ? code : undefined,
    role: weighted(random, tables.roles),
    years: weighted(random, tables.years),
  };
}

function answerOf(person: Participant, phase: Phase): SampleAnswer {
  const before = phase === "vor";
  const later = phase === "monate3";
  const background = { rolle: person.role, jahre: person.years };
  return answered({
    phase,
    ...codeOf(person, phase),
    ...(later || chance(person.draw(phase, "background"), 0.08) ? {} : background),
    ko: abilities(person, phase, before ? 0 : tables.gain - (later ? tables.loss : 0)),
    ...(later ? {} : knowledge(person, phase)),
    ...(phase === "nach" ? reaction(person) : {}),
    ...(later ? practice(person) : {}),
  });
}

/** The code, given anew each time: with slips in one or two places for some. */
function codeOf(person: Participant, phase: Phase): SampleAnswer {
  if (!person.code) return {};
  const random = person.draw(phase, "code");
  const faults = phase === "vor" ? 0 : chance(random, tables.slips.two) ? 2 : chance(random, tables.slips.one) ? 1 : 0;
  const wrong = new Set(sample(random, [0, 1, 2, 3, 4, 5], faults));
  return Object.fromEntries(person.code.map((sign, i) => [`code_${i + 1}`, wrong.has(i) ? "X" : sign]));
}

/** Ability of a person: lasting over the times, higher with years in the field. */
function ability(person: Participant, phase: string, key: string): number {
  const lasting = blend([[0.6, normal(person.draw("ability"))]], normal(person.draw("ability", key)));
  return blend([[0.8, lasting]], normal(person.draw("ability", key, phase)));
}

function abilities(person: Participant, phase: string, shift: number) {
  return rows(person, `ko/${phase}`, tables.abilities, (key, mean) =>
    code(mean + shift + tables.experience[person.years] * 0.8, 0.9, ability(person, phase, key)),
  );
}

function knowledge(person: Participant, phase: "vor" | "nach"): SampleAnswer {
  const given = Object.entries(tables.knowledge).map(([key, { right, before, after, wrong }]) => {
    const random = person.draw("knowledge", key);
    // Who knew it before knows it afterwards: one number stands for how much a person knows.
    const place = random();
    const answer = place < (phase === "vor" ? before : after) ? right : weighted(random, wrong);
    const unsure = answer !== right && chance(person.draw(phase, key), tables.unknown[phase] / (1 - before));
    return [key, chance(person.draw(phase, key, "blank"), blank) ? undefined : unsure ? "wn" : answer];
  });
  return Object.fromEntries(given);
}

function reaction(person: Participant): SampleAnswer {
  const pleased = normal(person.draw("pleased"));
  const judged = (mean: number, key: string) =>
    code(mean, 0.8, blend([[0.6, pleased]], normal(person.draw("reaction", key))));
  const single = (mean: number, key: string) =>
    chance(person.draw("reaction", key, "blank"), blank) ? undefined : judged(mean, key);
  return {
    ko_damals: abilities(person, "damals", tables.lookingBack),
    re: rows(person, "re", tables.reaction, (key, mean) => judged(mean, key)),
    re_gesamt: single(tables.overall, "re_gesamt"),
    tr_absicht: single(tables.intention, "tr_absicht"),
    lob: open(person, "lob"),
    aendern: open(person, "aendern"),
  };
}

function practice(person: Participant): SampleAnswer {
  const random = person.draw("practice");
  const count = chance(random, 0.4) ? 2 : 1;
  const codes = Object.keys(tables.barriers) as (keyof typeof tables.barriers)[];
  const chosen = new Set(sample(random, codes, count, (key) => tables.barriers[key]));
  const other = chance(random, 0.06) ? asideOf(random, "anwendung") : undefined;
  const listed = codes.filter((key) => chosen.has(key));
  const hindered = chance(random, tables.noBarrier)
    ? { tr_hemm: ["keine"] }
    : other
      ? { tr_hemm: [...listed, "other"], "tr_hemm-Comment": other }
      : { tr_hemm: listed };
  return {
    tr_anwend: code(tables.applied, 0.9, normal(person.draw("applied"))),
    ...hindered,
    er_team: rows(person, "er_team", tables.inTeam, (key, above) => {
      const z = normal(person.draw("team", key));
      return missingCode(person.draw("team", key, "missing"), { wn: tables.teamUnknown }) ?? inTeamCode(z, above);
    }),
  };
}

function inTeamCode(z: number, above: readonly number[]): string {
  return tables.inTeamCodes[step(z, above)]!;
}

/** A matrix in which each row may be left blank. */
function rows<T>(
  person: Participant,
  question: string,
  of: Readonly<Record<string, T>>,
  value: (key: string, row: T) => number | string,
): Record<string, number | string> | undefined {
  const given = Object.entries(of).flatMap(([key, row]): [string, number | string][] =>
    chance(person.draw(question, key, "blank"), blank) ? [] : [[key, value(key, row)]],
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function code(mean: number, sd: number, z: number): number {
  return cut(latentCentre(mean, sd) + sd * z);
}

function open(person: Participant, question: "lob" | "aendern"): string | undefined {
  const random = person.draw(question);
  return chance(random, tables.openText) ? remark(random, question) : undefined;
}
