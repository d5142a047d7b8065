import { chance, sample, weighted, whole } from "../random.ts";
import type { SampleNetwork } from "../sample.ts";
import { blend, panelRandom } from "./latent.ts";
import * as tables from "./netzwerk-tables.ts";
import { answered, blank, drawFor, level, matrix, type SampleAnswer, type Scene, step, trait } from "./scene.ts";
import { hubsOf, pairOf, sampleTies } from "./ties.ts";

/** How the projects of a network answer `netzwerk` in a wave; projects are named by their sample ids. */
export function netzwerkAnswers(network: SampleNetwork, wave: number, seed: number): (scene: Scene) => SampleAnswer {
  const { named, pairs } = sampleTies(network, wave, seed);
  const before = wave === 0 ? pairs : sampleTies(network, 0, seed).pairs;
  const hubs = new Set(hubsOf(network, seed));
  return (scene) => {
    const { id } = scene.project;
    if (chance(panelRandom(seed, wave, id, "nw_ok"), tables.refusal)) return { nw_ok: false };
    const contacts = named.get(id)!;
    const nw_top = closest(scene, contacts);
    const ties = nw_top?.flatMap((other) => {
      if (!chance(drawFor(scene, "nw_tie", other), tables.described)) return [];
      return [tie(scene, other, hubs.has(other), before.has(pairOf(id, other)))];
    });
    return answered({
      nw_ok: true,
      nw_kontakt: contacts.length > 0 ? contacts : ["keine"],
      nw_wunsch: wished(scene, contacts),
      nw_top,
      nw_tie: ties && ties.length > 0 ? ties : undefined,
    });
  };
}

/** How close a tie is to the one that describes it: standard normal. */
function closeness(scene: Scene, other: string): number {
  return trait(scene, "closeness", other);
}

function closest(scene: Scene, contacts: string[]): string[] | undefined {
  if (contacts.length === 0 || chance(drawFor(scene, "nw_top"), blank)) return undefined;
  const count = Math.min(10, Math.max(Math.min(3, contacts.length), Math.round(contacts.length * tables.close)));
  const chosen = new Set([...contacts].sort((a, b) => closeness(scene, b) - closeness(scene, a)).slice(0, count));
  return contacts.filter((other) => chosen.has(other));
}

function tie(scene: Scene, other: string, hub: boolean, existed: boolean): SampleAnswer {
  const near = closeness(scene, other);
  const random = drawFor(scene, "nw_tie", other, "kind");
  const kind = Object.entries(tables.kinds).filter(([, share]) => chance(random, share));
  const judged = (question: string, key: string, mean: number) =>
    level(
      scene,
      { mean },
      tables.spread,
      blend([[tables.closeness, near]], trait(scene, question, key, other)),
      trait(scene, "ties"),
    );
  const { wn, ka } = tables.missing;
  // Missing codes are drawn for each tie anew: the question's address carries the other project.
  return answered({
    projekt: other,
    freq: chance(random, blank)
      ? undefined
      : 1 + step(blend([[tables.closeness, near]], trait(scene, "freq", other)), tables.frequencyAbove),
    kind: kind.length > 0 ? kind.map(([code]) => code) : ["information"],
    nw_vertrauen: matrix(scene, `nw_vertrauen/${other}`, tables.trust, { wn, ka }, (key, { mean }) =>
      judged("nw_vertrauen", key, mean),
    ),
    nw_wert: matrix(scene, `nw_wert/${other}`, tables.value, { wn }, (key, row) =>
      judged("nw_wert", key, row.mean + (hub ? row.hub : 0)),
    ),
    nw_anlass: chance(random, blank)
      ? undefined
      : weighted(
          panelRandom(scene.seed, scene.wave, scene.project.id, "nw_anlass", other),
          existed ? tables.origin.before : tables.origin.since,
        ),
  });
}

/** Whom they would like to know: rather projects of the same phenomenon. */
function wished(scene: Scene, contacts: string[]): string[] | undefined {
  const random = drawFor(scene, "nw_wunsch");
  if (chance(random, 0.25)) return undefined;
  if (chance(random, tables.wish.nobody)) return ["keine"];
  const { project, network } = scene;
  const strangers = network.projects.filter(({ id }) => id !== project.id && !contacts.includes(id));
  const chosen = sample(random, strangers, whole(random, 1, tables.wish.most), ({ attributes }) =>
    attributes.ph_haupt === project.attributes.ph_haupt ? tables.odds.phenomenon : 1,
  );
  return strangers.filter((stranger) => chosen.includes(stranger)).map(({ id }) => id);
}
