import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

/** A wave as it is laid out: ids, and who is in contact. */
export type Wave = { nodes: readonly { id: string }[]; ties: readonly { from: string; to: string }[] };
/** Where a node lies, in a square from 0 to 1. */
export type Place = { id: string; x: number; y: number };

const TICKS = 160;
/** How often it says how far it is, in ticks. */
const TELL_EVERY = 10;
/** px of d3-force, in which its forces have their usual strengths */
const SPREAD = 400;

/**
 * Lays out waves one after the other, the oldest first, and gives the places of the last. Nodes begin where they lay a wave
 * before, new ones at a place that follows from their id; chance is seeded: the same waves give the same map, and a project
 * stays about where it was. `tell` hears shares of the work from 0 to 1.
 */
export function layOut(waves: readonly Wave[], tell: (share: number) => void = () => {}): Place[] {
  let places = new Map<string, { x: number; y: number }>();
  for (const [nr, wave] of waves.entries()) {
    places = layOutWave(wave, places, (share) => tell((nr + share) / waves.length));
  }
  const last = waves.at(-1)?.nodes ?? [];
  return stretched(last.map(({ id }) => ({ id, ...(places.get(id) ?? { x: 0, y: 0 }) })));
}

type Body = { id: string; x: number; y: number };

function layOutWave(
  { nodes, ties }: Wave,
  before: ReadonlyMap<string, { x: number; y: number }>,
  tell: (share: number) => void,
) {
  const bodies = nodes.map(({ id }): Body => ({ id, ...(before.get(id) ?? beginningOf(id)) }));
  const anchors = bodies.map(({ id, x, y }) => (before.has(id) ? { x, y } : null));
  const links = linksOf(nodes, ties);
  const degrees = nodes.map(() => 0);
  for (const { source, target } of links) {
    for (const at of [source, target]) degrees[at] = (degrees[at] ?? 0) + 1;
  }
  // Who was there before is held back a little, who has no contact from drifting off: else the others had less room.
  const pull = (at: number) => (degrees[at] ? (anchors[at] ? 0.12 : 0.05) : 0.3);
  const simulation = forceSimulation(bodies)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .force("link", forceLink(links).distance(60))
    .force(
      "charge",
      forceManyBody()
        .theta(1.2)
        .strength((_, at) => -60 - 4 * (degrees[at] ?? 0)),
    )
    .force("collide", forceCollide(14))
    .force(
      "x",
      forceX<Body>((_, at) => anchors[at]?.x ?? 0).strength((_, at) => pull(at)),
    )
    .force(
      "y",
      forceY<Body>((_, at) => anchors[at]?.y ?? 0).strength((_, at) => pull(at)),
    );
  for (let done = 0; done < TICKS; done += TELL_EVERY) {
    simulation.tick(TELL_EVERY);
    tell((done + TELL_EVERY) / TICKS);
  }
  return new Map(bodies.map(({ id, x, y }) => [id, { x, y }]));
}

/** Each pair that is in contact once, by the places of the two. */
function linksOf(nodes: Wave["nodes"], ties: Wave["ties"]): { source: number; target: number }[] {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const links = ties.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined || a === b ? [] : { source: Math.min(a, b), target: Math.max(a, b) };
  });
  return [...new Map(links.map((link) => [link.source * nodes.length + link.target, link])).values()];
}

/** A place on a disc that follows from the id alone (FNV-1a, twice with different beginnings). */
function beginningOf(id: string): { x: number; y: number } {
  const [turn, far] = [0x811c9dc5, 0x2f0b4c47].map((seed) => {
    let hash = seed;
    for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    // The last letters would else hardly move the first bits.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
  }) as [number, number];
  const radius = SPREAD * Math.sqrt(far);
  return { x: radius * Math.cos(2 * Math.PI * turn), y: radius * Math.sin(2 * Math.PI * turn) };
}

/** The same picture in the square from 0 to 1, each way stretched as far as it goes; what has no extent lies in the middle. */
function stretched(places: readonly Place[]): Place[] {
  const span = (pick: (place: Place) => number) => {
    const values = places.map(pick);
    const low = Math.min(...values);
    const size = Math.max(...values) - low;
    return (value: number) => (size > 1e-9 ? (value - low) / size : 0.5);
  };
  const [across, down] = [span(({ x }) => x), span(({ y }) => y)];
  return places.map(({ id, x, y }) => ({ id, x: across(x), y: down(y) }));
}
