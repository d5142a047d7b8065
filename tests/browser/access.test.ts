import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { kindOf, knownTypes } from "#surveys/questions/index.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findViolations } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { everyType, pageNames } from "../support/every-type/index.ts";
import { openEveryType } from "../support/every-type/sheet.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let sheet: { leadId: string; invitationId: string };
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  sheet = await openEveryType(database.db);
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function open(name: string, width = 1280): Promise<Page> {
  const { page, context } = await browser.openVisitor(app.origin, { width, height: 900 });
  await signIn(context, app, sheet.leadId);
  await show(page, name);
  return page;
}

async function show(page: Page, name: string): Promise<void> {
  await page.goto(paths.fill(sheet.invitationId, name));
  await page.locator(".sd-page").waitFor();
}

/** Types that people cannot meet as questions of their own. */
const NO_QUESTIONS = ["empty"];

test("the questionnaire of these tests has every type we serve", () => {
  const text = JSON.stringify(everyType);
  const missing = knownTypes.filter((type) => !text.includes(`"type":"${type}"`));
  expect(missing.filter((type) => !NO_QUESTIONS.includes(type))).toEqual([]);
  expect(kindOf("radiogroup").types).toContain("radiogroup");
});

describe("what is missing is said", { timeout: 120_000 }, () => {
  test.each([
    ["auswahl", 2],
    ["werte", 1],
    ["texte", 2],
    ["tabellen", 3],
    ["weiteres", 1],
  ])("on the page %s, announced and tied to the fields", async (name, least) => {
    const page = await open(name);
    await page.locator(".form-foot .button--primary").click();
    const errors = page.locator(".sd-page [role=alert]:not(:empty)");
    await errors.first().waitFor();
    expect(await errors.count()).toBeGreaterThanOrEqual(least);
    const untied = await errors.evaluateAll((boxes) =>
      boxes
        .filter((box) => {
          const tied = `[aria-errormessage~='${box.id}'], [aria-describedby~='${box.id}']`;
          return !document.querySelector(tied);
        })
        .map((box) => box.id),
    );
    expect(untied).toEqual([]);
    // The focus goes to the first answer that is missing, and it is known to be wrong.
    const wrong = () => page.evaluate(() => document.activeElement?.closest("[aria-invalid=true]") !== null);
    await expect.poll(wrong).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });
});

test("tables have heads of rows and columns, on a small screen too", { timeout: 120_000 }, async () => {
  for (const width of [1280, 390]) {
    const page = await open("tabellen", width);
    const matrix = page.getByRole("table", { name: "Wie oft haben Sie mit diesen Stellen zu tun?" });
    expect(await matrix.getByRole("rowheader").allTextContents()).toEqual([
      "Jugendamt und Jugendhilfe im Strafverfahren",
      "Polizei und Staatsschutz",
    ]);
    expect(
      await matrix.locator("thead th").evaluateAll((heads) => heads.map((head) => head.getAttribute("scope"))),
    ).toEqual(["col", "col", "col"]);
    if (width === 1280) {
      expect(await matrix.getByRole("columnheader").allTextContents()).toEqual([
        "nie",
        "etwa einmal im Monat",
        "jede Woche",
      ]);
    }
  }
});

describe("small screens and pointers", { timeout: 240_000 }, () => {
  test.each([1280, 390])("everything that can be pressed is at least 24 px wide and high, at %i px", async (width) => {
    const page = await open("auswahl", width);
    const small: string[] = [];
    for (const name of pageNames) {
      await show(page, name);
      small.push(...(await page.evaluate(smallTargets)).map((target) => `${name}: ${target}`));
    }
    expect(small).toEqual([]);
  });

  test("at 400 % (320 px wide) nothing scrolls sideways", async () => {
    const page = await open("auswahl", 320);
    for (const name of pageNames) {
      await show(page, name);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, wider]).toEqual([name, 0]);
    }
  });
});

/** Buttons, fields and labels of the form below 24 px; words inside a sentence may be smaller. */
function smallTargets(): string[] {
  const found = document.querySelectorAll<HTMLElement>(
    "main :is(button, input:not([type=hidden]), select, textarea, [role=button], [tabindex='0'])",
  );
  return [...found]
    .filter((element) => element.tabIndex >= 0 && !element.closest("[aria-hidden=true]"))
    .map((element) => {
      const target = element.matches("[type=radio], [type=checkbox]") ? (element.closest("label") ?? element) : element;
      return { target, box: target.getBoundingClientRect() };
    })
    .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(
      ({ target, box }) => `${target.className || target.tagName} ${Math.round(box.width)}×${Math.round(box.height)}`,
    );
}

describe("settings of the system", { timeout: 120_000 }, () => {
  test("forced colours: what is chosen looks different from what is not", async () => {
    const page = await open("auswahl");
    await page.emulateMedia({ forcedColors: "active" });
    await page.getByText("Eingetragener Verein").click();
    await page.getByText("Gruppenarbeit").click();
    await page.getByText("teilweise").click();
    await page.getByText("Werkstatt", { exact: true }).last().click();
    await page.mouse.move(0, 0);
    const pairs: [string, string, string][] = [
      ["radio", ".sd-radio--checked .sd-item__decorator", ".sd-radio:not(.sd-radio--checked) .sd-item__decorator"],
      [
        "checkbox",
        ".sd-checkbox--checked .sd-item__decorator",
        ".sd-checkbox:not(.sd-checkbox--checked) .sd-item__decorator",
      ],
      [
        "button",
        ".sv-button-group__item--selected .sv-button-group__item-decorator",
        ".sv-button-group__item:not(.sv-button-group__item--selected) .sv-button-group__item-decorator",
      ],
      [
        "picture",
        ".sd-imagepicker__item--checked .sd-imagepicker__image-container",
        ".sd-imagepicker__item:not(.sd-imagepicker__item--checked) .sd-imagepicker__image-container",
      ],
      ["page", ".page-list__item[aria-current]", ".page-list__item:not([aria-current])"],
    ];
    for (const [what, chosen, other] of pairs) {
      const [a, b] = [await look(page, chosen), await look(page, other)];
      expect([what, a !== b]).toEqual([what, true]);
    }
    await show(page, "werte");
    await page.getByText("3", { exact: true }).first().click();
    await page.mouse.move(0, 0);
    expect(await look(page, ".sd-rating__item--selected")).not.toBe(
      await look(page, ".sd-rating__item:not(.sd-rating__item--selected)"),
    );
  });

  test("reduced motion: nothing moves when an answer is put in order", async () => {
    const { page, context } = await browser.openVisitor(app.origin);
    await signIn(context, app, sheet.leadId);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await show(page, "werte");
    await page.getByRole("button", { name: /^Nach unten: Zu wenig Zeit/ }).click();
    const longest = await page.evaluate(() =>
      Math.max(0, ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0))),
    );
    expect(longest).toBeLessThanOrEqual(1);
  });
});

/** What forced colours leave of a look: colours and lines of the element as painted. */
function look(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { backgroundColor, color, borderTopColor, borderTopWidth, outlineStyle, outlineColor, fontWeight } =
        getComputedStyle(element);
      return [backgroundColor, color, borderTopColor, borderTopWidth, outlineStyle, outlineColor, fontWeight].join(" ");
    });
}
