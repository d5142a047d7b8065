import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import { randomFor } from "#db/seed/random.ts";
import type { AppProcess } from "../app-process.ts";
import { prepareBrowser, signInBrowser } from "../browser.ts";
import { check } from "../checker.ts";
import { createHistory } from "../history.ts";
import { readKept } from "../kept.ts";
import { createLoad } from "../load.ts";
import { prepareOtherBuild } from "../other-build.ts";
import { createPerson } from "../person.ts";
import { longDefinition, randomEdit } from "../questionnaire.ts";
import { type Check, checksOf, type Row } from "../row.ts";
import type { Stage, Team } from "../stage.ts";
import { pause } from "../wire.ts";

const EDITS = 300;
const IN_BROWSER = 20;

/** The session ends while a queue drains, and the server is replaced by another build: the queue waits and goes on. */
export const expiryAndDeployment: Row = {
  name: "expiry-and-deployment",
  title: "the session expires, and a deployment happens, while edits drain",
  run: async (stage, { seed }) => {
    const [history, load] = [createHistory(), createLoad()];
    const other = await prepareOtherBuild();
    const [team] = (await stage.openTeams({ teams: 1, people: 1, sheets: 1 })) as [Team];
    const sheet = team.sheets[0]?.invitationId as string;
    const { accountId, cookie } = team.people[0] as Team["people"][number];
    const way = { url: stage.front.url, origin: stage.origin };
    const person = createPerson({ way, cookie, sheet, history, load });
    const random = randomFor(seed, "expiry");
    const typeALot = () => {
      for (let count = 0; count < EDITS; count += 1) {
        const { path, value } = randomEdit(random, person.replica.entries());
        person.edit(path, value);
      }
    };
    let next: AppProcess | undefined;
    try {
      typeALot();
      const first = person.drain();
      await until(() => load.acknowledged > 0);
      await expire(stage, accountId);
      const ended = await first;
      const kept = person.replica.waiting();
      person.signIn(await stage.signIn(accountId));
      await person.drain();

      typeALot();
      const before = load.acknowledged;
      const second = person.drain();
      await until(() => load.acknowledged > before);
      next = await deploy(stage, other.root);
      await second;
      const checks: Check[] = [
        { what: `signed out in the middle: ${ended}, ${kept} edits kept`, holds: ended === "signed-out" && kept > 0 },
        { what: `all ${2 * EDITS} edits acknowledged`, holds: load.acknowledged === 2 * EDITS },
        ...(await inBrowser(stage, next)),
      ];
      return { load, checks: [...checksOf(check(history.events, await readKept(stage.adminUrl, [sheet]))), ...checks] };
    } finally {
      if (!stage.app.alive()) await stage.app.start();
      stage.front.route(stage.app.port);
      await next?.kill();
      await other.remove();
    }
  },
};

/** The new server starts, the old one ends as a deployment ends it, and the proxy leads to the new one. */
async function deploy(stage: Stage, root?: string): Promise<AppProcess> {
  const next = await stage.anotherApp(root);
  await next.start();
  stage.front.route(next.port);
  await stage.app.kill("SIGTERM");
  return next;
}

async function expire(stage: Stage, accountId: string): Promise<void> {
  await stage.db
    .updateTable("session")
    .set({ seen_at: new Date(0), created_at: new Date(0) })
    .where("account_id", "=", accountId)
    .execute();
}

/** The same with a page: typed without a network, signed out meanwhile; then the old build comes back under the page. */
async function inBrowser(stage: Stage, running: AppProcess): Promise<Check[]> {
  const browser = await prepareBrowser();
  try {
    const [team] = (await stage.openTeams({ teams: 1, people: 1, sheets: 1, definition: longDefinition() })) as [Team];
    const sheet = team.sheets[0]?.invitationId as string;
    const { accountId, cookie } = team.people[0] as Team["people"][number];
    const { context, page } = await browser.open(stage.origin, cookie);
    const saved = async () =>
      (await readKept(stage.adminUrl, [sheet])).fields.filter(({ path, value }) => path === `feld_${value}`).length;
    const allSaved = (count: number) => until(async () => (await saved()) === count).catch(() => {});

    await page.goto(paths.fill(sheet));
    await page.locator("[data-name='feld_1'] input").waitFor();
    stage.front.sever();
    await typeNumbers(page, 1, IN_BROWSER);
    await expire(stage, accountId);
    stage.front.heal();
    await page
      .getByText(/abgemeldet/)
      .first()
      .waitFor();
    const signedOut = await saved();
    await signInBrowser(context, stage.origin, await stage.signIn(accountId));
    await allSaved(IN_BROWSER);
    const afterExpiry = await saved();

    stage.front.sever();
    await typeNumbers(page, IN_BROWSER + 1, 2 * IN_BROWSER);
    await stage.app.start();
    stage.front.route(stage.app.port);
    await running.kill("SIGTERM");
    stage.front.heal();
    await allSaved(2 * IN_BROWSER);
    const afterDeployment = await saved();
    await context.close();
    return [
      { what: `in the browser, signed out: ${signedOut} of ${IN_BROWSER} saved`, holds: signedOut === 0 },
      { what: `signed in again: ${afterExpiry} of ${IN_BROWSER}`, holds: afterExpiry === IN_BROWSER },
      {
        what: `after another build: ${afterDeployment} of ${2 * IN_BROWSER}`,
        holds: afterDeployment === 2 * IN_BROWSER,
      },
    ];
  } finally {
    stage.front.heal();
    await browser.remove();
  }
}

/** Answers each question of the long questionnaire with its own number. */
export async function typeNumbers(page: Page, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    const input = page.locator(`[data-name='feld_${number}'] input`);
    await input.fill(String(number));
    await input.blur();
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error("waited for a minute");
    await pause(20);
  }
}
