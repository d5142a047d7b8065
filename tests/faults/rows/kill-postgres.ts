import { randomFor, whole } from "#db/seed/random.ts";
import { check } from "../checker.ts";
import { startCrowd } from "../crowd.ts";
import { createHistory } from "../history.ts";
import { countOpenTransactions, readKept } from "../kept.ts";
import { createLoad, noteTime } from "../load.ts";
import { checkAnswers, checkAtLeast, checksOf, checkTime, type Row } from "../row.ts";
import { pause } from "../wire.ts";

const RECOVERED = "everybody saves again after the kill";

/** SIGKILL of all processes of PostgreSQL; the app stays up and must find its way back by itself. */
export const killPostgres: Row = {
  name: "kill-postgres",
  title: "kill -9 of PostgreSQL under the same load",
  run: async (stage, { postgresKills, seed, full }) => {
    const random = randomFor(seed, "kill-postgres");
    const [history, load] = [createHistory(), createLoad()];
    const crowd = await startCrowd(stage, { people: 50, sheets: full ? 30 : 10, seed: seed + 1, history, load });
    for (let count = 0; count < postgresKills; count += 1) {
      await stage.withAdmin(async (admin) => {
        await pause(whole(random, 1000, 2500));
        const open = await countOpenTransactions(admin);
        await stage.postgres.kill();
        load.kills += 1;
        if (open > 0) load.killsInTransaction += 1;
      });
      const killed = performance.now();
      await pause(whole(random, 0, 1500));
      await stage.postgres.start();
      await crowd.settled();
      noteTime(load, RECOVERED, performance.now() - killed);
    }
    await crowd.stop();
    const findings = check(history.events, await readKept(stage.adminUrl, crowd.sheets));
    return {
      load,
      checks: [
        ...checksOf(findings),
        checkAnswers(load, /^(connection|503 unavailable|409 (already-submitted|edit-clash|open-clashes))$/),
        checkTime(load, RECOVERED, 30_000),
        checkAtLeast("acknowledged", load.acknowledged, full ? 2000 : 300),
        checkAtLeast("refused with 503", load.answers.get("503 unavailable") ?? 0, 1),
        { what: "the app lived through it", holds: stage.app.alive() },
      ],
    };
  },
};
