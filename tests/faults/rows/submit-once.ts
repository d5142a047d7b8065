import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import { prepareBrowser } from "../browser.ts";
import { check } from "../checker.ts";
import { createHistory } from "../history.ts";
import { readKept } from "../kept.ts";
import { createLoad } from "../load.ts";
import { createPerson } from "../person.ts";
import { type Check, checksOf, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";
import { ask, RECEIPT, readReceipt } from "../wire.ts";

const PARALLEL = 20;

/** Twenty submissions at once: of one page that was sent twenty times, and of twenty pages; then people who click too often. */
export const submitOnce: Row = {
  name: "submit-once",
  title: `${PARALLEL} submissions at once, a double click, F5`,
  run: async (stage) => {
    const [history, load] = [createHistory(), createLoad()];
    const checks: Check[] = [];
    const [team] = await stage.openTeams({ teams: 1, people: 1, sheets: 2 });
    const [cookie, sheets] = [team?.people[0]?.cookie as string, team?.sheets.map((one) => one.invitationId) ?? []];
    const way = { url: stage.front.url, origin: stage.origin };
    for (const [index, sheet] of sheets.entries()) {
      const person = createPerson({ way, cookie, sheet, history, load });
      person.edit("zahl_1", 7);
      await person.drain();
      const same = randomUUID();
      const sent = Array.from({ length: PARALLEL }, async () => {
        const submissionId = index === 0 ? same : randomUUID();
        history.log({ kind: "submit", sheet, submissionId });
        const body = new URLSearchParams({ submissionId, seq: "1" }).toString();
        const answer = await ask(way, paths.review(sheet), { cookie, type: "application/x-www-form-urlencoded", body });
        const done = answer.kind === "final" && answer.location === paths.receipt(sheet);
        if (done) history.log({ kind: "submitted", submissionId });
        return done ? "receipt" : answer.kind === "final" ? answer.name : answer.why;
      });
      const answers = await Promise.all(sent);
      const receipts = answers.filter((one) => one === "receipt").length;
      const others = new Set(answers.filter((one) => one !== "receipt"));
      const wanted = index === 0 ? PARALLEL : 1;
      checks.push({
        what: `${index === 0 ? "one page" : "twenty pages"}: ${receipts} led to the receipt, ${[...others].join(", ")}`,
        // Who finds it submitted may also be led to it; nobody may read of a failure.
        holds: receipts >= wanted && [...others].every((one) => one === "409 already-submitted"),
      });
      checks.push(await onlyOne(stage, sheet, await readReceipt(way, sheet, cookie)));
    }
    checks.push(...(await inBrowser(stage, true)), ...(await inBrowser(stage, false)));
    const kept = await readKept(stage.adminUrl, sheets);
    return { load, checks: [...checksOf(check(history.events, kept)), ...checks] };
  },
};

/** A double click, the receipt loaded anew, back to the old page and sent once more; with scripts and without. */
async function inBrowser(stage: Stage, scripts: boolean): Promise<Check[]> {
  const browser = await prepareBrowser();
  try {
    const [team] = await stage.openTeams({ teams: 1, people: 1, sheets: 1 });
    const [sheet, cookie] = [team?.sheets[0]?.invitationId as string, team?.people[0]?.cookie as string];
    const { context, page } = await browser.open(stage.origin, cookie, { javaScriptEnabled: scripts });
    const button = page.getByRole("button", { name: "Freigeben und einreichen" });
    await page.goto(paths.review(sheet));
    await button.dblclick();
    await page.waitForURL(`**${paths.receipt(sheet)}`);
    const receipt = await receiptOn(page);
    await page.reload();
    const afterReload = await receiptOn(page);
    await page.goBack();
    // The old page may have gone stale by itself; if its button is still there, it is pressed.
    if (await button.isVisible()) await button.click();
    else await page.goto(paths.receipt(sheet));
    await page.waitForURL(`**${paths.receipt(sheet)}`);
    const afterBack = await receiptOn(page);
    await context.close();
    const how = scripts ? "double click" : "double click without JavaScript";
    return [
      { what: `${how}, F5, back and once more: ${receipt}`, holds: receipt === afterReload && receipt === afterBack },
      await onlyOne(stage, sheet, receipt),
    ];
  } finally {
    await browser.remove();
  }
}

async function receiptOn(page: Page): Promise<string | undefined> {
  await page.getByText(RECEIPT).first().waitFor();
  return RECEIPT.exec(await page.locator("main").innerText())?.[0];
}

/** One response, one submission, one receipt that is shown, one mail about it. */
async function onlyOne(stage: Stage, sheet: string, shown: string | undefined): Promise<Check> {
  const kept = await readKept(stage.adminUrl, [sheet]);
  const count = async (table: "response" | "mail") => {
    const { rows } = await stage.withAdmin((admin) =>
      admin.query(`select count(*)::int as count from ${table} where invitation_id = $1`, [sheet]),
    );
    return (rows[0] as { count: number }).count;
  };
  const [responses, mails] = [await count("response"), await count("mail")];
  const submissions = kept.submissions.length;
  return {
    what: `${responses} response, ${submissions} submission, ${mails} letter`,
    holds: responses === 1 && submissions === 1 && mails === 1 && shown === kept.submissions[0]?.receipt,
  };
}
