import { randomFor, whole } from "#db/seed/random.ts";
import { ACROSS, editAcross } from "../across.ts";
import { check } from "../checker.ts";
import { startCrowd } from "../crowd.ts";
import { createHistory } from "../history.ts";
import { readKept } from "../kept.ts";
import { createLoad, noteTime } from "../load.ts";
import { checkAnswers, checkAtLeast, checksOf, checkTime, type Row } from "../row.ts";
import { pause } from "../wire.ts";

const KILLS = 4;
const ACROSS_MS = 1000;
const DRAINED = "drained after the kill of one of two";

/**
 * Two server processes on one database behind a proxy: edits made on one appear on the other; then one after the other is
 * killed under load and comes back.
 */
export const twoServers: Row = {
  name: "two-servers",
  title: "two server processes on one database: edits appear on both, one of them is killed",
  run: async (stage, { seed }) => {
    const random = randomFor(seed, "two-servers");
    const [history, load] = [createHistory(), createLoad()];
    const second = await stage.anotherApp();
    await second.start();
    const both = [stage.app, second] as const;
    const ports = both.map(({ port }) => port);
    stage.front.route(...ports);
    try {
      const across = await editAcross(stage, ports, { history, load, random });
      const crowd = await startCrowd(stage, { people: 20, sheets: 10, seed: seed + 2, history, load });
      for (let count = 0; count < KILLS; count += 1) {
        await pause(whole(random, 500, 2500));
        const victim = both[count % 2] as typeof second;
        await victim.kill();
        load.kills += 1;
        const killed = performance.now();
        // The other one serves alone meanwhile.
        await crowd.settled();
        noteTime(load, DRAINED, performance.now() - killed);
        await pause(whole(random, 200, 1000));
        await victim.start();
      }
      await crowd.stop();
      return {
        load,
        checks: [
          ...checksOf(check(history.events, await readKept(stage.adminUrl, [across.sheet, ...crowd.sheets]))),
          checkAnswers(load, /^(connection|503 unavailable|409 (already-submitted|edit-clash|open-clashes))$/),
          checkAtLeast(ACROSS, across.arrived, across.made),
          checkTime(load, ACROSS, ACROSS_MS),
          checkAtLeast("acknowledged", load.acknowledged, 200),
        ],
      };
    } finally {
      stage.front.route(stage.app.port);
      await second.kill();
    }
  },
};
