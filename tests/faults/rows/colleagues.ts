import { chance, pick, type Random, randomFor, whole } from "#db/seed/random.ts";
import { check } from "../checker.ts";
import { createHistory } from "../history.ts";
import { readKept } from "../kept.ts";
import { createLoad, noteTime } from "../load.ts";
import { createPerson, type Person } from "../person.ts";
import { type FaultProxy, startProxy } from "../proxy.ts";
import { randomEdit } from "../questionnaire.ts";
import { type Check, checkAnswers, checkAtLeast, checksOf, checkTime, type Row } from "../row.ts";
import { pause } from "../wire.ts";

const CLIENTS = 8;
const EDITS_EACH = 12;
const CONVERGED = "converged after the partition healed";
const GIVE_UP_MS = 60_000;

type Client = { person: Person; proxy: FaultProxy; random: Random; draining: Promise<unknown> | undefined };

/**
 * Eight browsers at one questionnaire, two of them tabs of the same person. Again and again some of them lose the network
 * while all go on typing; when it is back, nobody types until everybody sees the same.
 */
export const colleagues: Row = {
  name: "colleagues",
  title: `${CLIENTS} colleagues at one questionnaire, with partitions`,
  run: async (stage, { seed, edits }) => {
    const random = randomFor(seed, "colleagues");
    const [history, load] = [createHistory(), createLoad()];
    const [team] = await stage.openTeams({ teams: 1, people: CLIENTS - 1, sheets: 1 });
    const sheet = team?.sheets[0]?.invitationId as string;
    const clients: Client[] = [];
    for (let index = 0; index < CLIENTS; index += 1) {
      const proxy = await startProxy(stage.app.port);
      const cookie = team?.people[index % (CLIENTS - 1)]?.cookie as string;
      const way = { url: proxy.url, origin: stage.origin };
      const person = createPerson({ way, cookie, sheet, history, load });
      clients.push({ person, proxy, random: randomFor(seed, "colleague", index), draining: undefined });
    }
    const checks: Check[] = [];
    try {
      for (let made = 0; made < edits; made += CLIENTS * EDITS_EACH) {
        const away = clients.filter(() => chance(random, 0.4));
        const partition = pause(whole(random, 0, 150)).then(() => away.forEach(({ proxy }) => void proxy.sever()));
        await Promise.all([partition, ...clients.map((client) => type(client))]);
        for (const { proxy } of away) proxy.heal();
        const healed = performance.now();
        if (!(await converge(clients))) {
          checks.push({ what: `everybody sees the same within ${GIVE_UP_MS / 1000} s`, holds: false });
          break;
        }
        noteTime(load, CONVERGED, performance.now() - healed);
      }
      const kept = await readKept(stage.adminUrl, [sheet]);
      const open = kept.operations.filter(({ rev, settledBy }) => rev === null && settledBy === null);
      const shown = clients.map(({ person }) => new Set(person.replica.clashes().map(({ opId }) => opId)));
      checks.push({
        what: `every open clash (${open.length}) is shown to everybody, beside the value that stands`,
        holds: shown.every((seen) => seen.size === open.length && open.every(({ opId }) => seen.has(opId))),
      });
      return {
        load,
        checks: [
          ...checksOf(check(history.events, kept)),
          ...checks,
          checkAnswers(load, /^(connection|503 unavailable)$/),
          checkTime(load, CONVERGED, 2000),
          checkAtLeast("random edits acknowledged", load.acknowledged, edits),
          checkAtLeast("clashes", load.clashes, edits / 50),
        ],
      };
    } finally {
      for (const { proxy } of clients) await proxy.close();
    }
  },
};

/** Types some edits; what waits is sent meanwhile, or tried. Now and then somebody decides a clash. */
async function type(client: Client): Promise<void> {
  const { person, random } = client;
  for (let count = 0; count < EDITS_EACH; count += 1) {
    const clashes = person.replica.clashes();
    const edit = randomEdit(random, person.replica.entries());
    const settled = clashes.length > 0 && chance(random, 0.3) ? pick(random, clashes) : undefined;
    // One takes what the other wrote, or writes something new at the same place.
    if (settled) person.edit(settled.path, settled.value);
    else person.edit(edit.path, edit.value);
    keepDraining(client);
    if (chance(random, 0.2)) await person.refresh();
    await pause(whole(random, 0, 30));
  }
}

function keepDraining(client: Client): void {
  client.draining ??= client.person.drain().finally(() => {
    client.draining = undefined;
  });
}

/** Everybody sends what waits and asks what is new, until all see the same. */
async function converge(clients: Client[]): Promise<boolean> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (performance.now() < deadline) {
    await Promise.all(
      clients.map(async (client) => {
        await client.draining;
        await client.person.drain();
      }),
    );
    await Promise.all(clients.map(({ person }) => person.refresh()));
    if (new Set(clients.map(({ person }) => person.replica.sight())).size === 1) return true;
    await pause(20);
  }
  return false;
}
