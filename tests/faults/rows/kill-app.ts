import { chance, randomFor, whole } from "#db/seed/random.ts";
import { check } from "../checker.ts";
import { startCrowd } from "../crowd.ts";
import { createHistory } from "../history.ts";
import { countOpenTransactions, readKept } from "../kept.ts";
import { createLoad, noteTime } from "../load.ts";
import { checkAnswers, checkAtLeast, checksOf, checkTime, type Row, sayProgress } from "../row.ts";
import { pause } from "../wire.ts";

const DRAINED = "drained after the restart";

/** SIGKILL at random points while fifty people save and submit, now and then once more while it starts. */
export const killApp: Row = {
  name: "kill-app",
  title: "kill -9 of the app under fifty people who save and submit",
  run: async (stage, { appKills, seed, full }) => {
    const random = randomFor(seed, "kill-app");
    const [history, load] = [createHistory(), createLoad()];
    const crowd = await startCrowd(stage, { people: 50, sheets: full ? 60 : 12, seed, history, load });
    await stage.withAdmin(async (admin) => {
      for (let count = 0; count < appKills; count += 1) {
        await pause(whole(random, 50, 900));
        // Frozen at a random point, so that what the other connection counts is what the kill hits.
        stage.app.freeze();
        await pause(10);
        const open = await countOpenTransactions(admin);
        await stage.app.kill();
        load.kills += 1;
        if (open > 0) load.killsInTransaction += 1;
        if (chance(random, 0.1)) {
          stage.app.launch();
          await pause(whole(random, 50, 1500));
          await stage.app.kill();
          load.killsWhileStarting += 1;
        }
        await stage.app.start();
        const up = performance.now();
        await crowd.settled();
        noteTime(load, DRAINED, performance.now() - up);
        sayProgress(count + 1, appKills);
      }
    });
    await crowd.stop();
    const findings = check(history.events, await readKept(stage.adminUrl, crowd.sheets));
    return {
      load,
      checks: [
        ...checksOf(findings),
        checkAnswers(load, /^(connection|503 unavailable|409 (already-submitted|edit-clash|open-clashes))$/),
        checkTime(load, DRAINED, 10_000),
        checkAtLeast("acknowledged", load.acknowledged, full ? 5000 : 500),
        checkAtLeast("kills inside an open transaction", load.killsInTransaction, full ? 10 : 1),
        checkAtLeast("submitted", load.submitted, 5),
      ],
    };
  },
};
