import { paths } from "#app/paths.ts";
import { prepareBrowser } from "../browser.ts";
import { readKept } from "../kept.ts";
import { createLoad, noteTime } from "../load.ts";
import { longDefinition } from "../questionnaire.ts";
import type { Row } from "../row.ts";
import type { Team } from "../stage.ts";
import { pause } from "../wire.ts";
import { typeNumbers } from "./expiry-and-deployment.ts";

const EDITS = 100;
const GIVE_UP_MS = 60_000;

/** A hundred edits without a network, the browser dies, somebody opens it again: every edit arrives. */
export const offlineKilled: Row = {
  name: "offline-killed",
  title: `offline for ${EDITS} edits, browser killed, opened again`,
  run: async (stage) => {
    const load = createLoad();
    const browser = await prepareBrowser();
    try {
      const [team] = (await stage.openTeams({ teams: 1, people: 1, sheets: 1, definition: longDefinition() })) as [
        Team,
      ];
      const sheet = team.sheets[0]?.invitationId as string;
      const cookie = team.people[0]?.cookie as string;
      const before = await browser.open(stage.origin, cookie);
      await before.page.goto(paths.fill(sheet));
      await before.page.locator("[data-name='feld_1'] input").waitFor();
      stage.front.sever();
      await typeNumbers(before.page, 1, EDITS);
      await before.page.getByText(`${EDITS} Änderungen warten`).first().waitFor();
      await browser.kill();
      const early = (await readKept(stage.adminUrl, [sheet])).fields.length;

      stage.front.heal();
      const after = await browser.open(stage.origin, cookie);
      const opened = performance.now();
      await after.page.goto(paths.fill(sheet));
      const arrived = async () =>
        (await readKept(stage.adminUrl, [sheet])).fields.filter(({ path, value }) => path === `feld_${value}`).length;
      while ((await arrived()) < EDITS && performance.now() - opened < GIVE_UP_MS) await pause(100);
      noteTime(load, "drained after the browser was opened again", performance.now() - opened);
      const kept = await readKept(stage.adminUrl, [sheet]);
      load.acknowledged = kept.operations.length;
      const count = await arrived();
      const shown = await after.page.locator(`[data-name='feld_${EDITS}'] input`).inputValue();
      await after.context.close();
      return {
        load,
        checks: [
          { what: `nothing had arrived before: ${early}`, holds: early === 0 },
          { what: `${count} of ${EDITS} arrived`, holds: count === EDITS },
          {
            what: `each of them once: ${kept.operations.length} operations, all of revision 1`,
            holds: kept.operations.length === EDITS && kept.fields.every(({ rev }) => rev === 1),
          },
          { what: "the page shows them", holds: shown === String(EDITS) },
        ],
      };
    } finally {
      stage.front.heal();
      await browser.remove();
    }
  },
};
