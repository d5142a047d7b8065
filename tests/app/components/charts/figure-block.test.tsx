import { readFileSync } from "node:fs";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FigureBlock } from "#app/components/charts/figure-block.tsx";
import type { Breakdown, ReportItem } from "#app/domain/figures.ts";
import type { Scale } from "#surveys/model.ts";
import { block, figures, item, posts, psych, REGION, ranking, superv, themes } from "./sample.ts";

function render(items: ReportItem[], breakdown: Breakdown | null = null, locale: "de" | "en" = "de"): string {
  return renderToString(
    <FigureBlock block={block(...items)} breakdown={breakdown} locale={locale} ruleHref="/regel" />,
  );
}

const text = (html: string) =>
  html
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("what the server sends", () => {
  const samples: Record<Scale, ReportItem> = {
    ordinal: superv,
    choice: { ...themes, scale: "choice" },
    multiple: themes,
    number: posts,
    rank: ranking,
    date: item("date", { figures: [figures("all", { base: 7 })] }),
    text: item("text", { figures: [figures("all", { base: 7 })] }),
    file: item("file", { figures: [figures("all", { base: 7 })] }),
  };

  test.each(Object.entries(samples))("%s: question, base, sentence and table, in both languages", (_, sample) => {
    for (const breakdown of [null, REGION]) {
      const html = render([sample], breakdown);
      expect(html).toContain("<h3");
      expect(html).toContain("Die Frage?");
      expect(text(html)).toMatch(/Grundlage: \d+ gültige Antworten/);
      expect(html).toContain('class="sentence');
      expect(html).toContain("<caption>");
      expect(text(render([sample], breakdown, "en"))).toMatch(/Base: \d+ valid answers/);
    }
  });

  test("a chart's place is kept empty at its final height", () => {
    const html = render([superv, psych]);
    expect(html).toMatch(/class="chart__box" style="--chart-wide:84px;--chart-narrow:\d+px"/);
    expect(html).not.toContain("<svg");
  });

  test("missing values are told apart", () => {
    expect(text(render([superv]))).toContain("5 × weiß nicht, 2 × keine Angabe, 3 ohne Antwort");
  });

  test("a matrix with a breakdown is a table of cells, withheld ones in words", () => {
    const html = render([superv, psych], REGION);
    expect(html).toMatch(/heat__cell--div-5">4,2</);
    expect(html).toContain(">zu wenige<");
    expect(text(html)).toContain("Zu wenige Projekte, um sie zu zeigen: Ausland.");
  });

  test("what nobody ranked in a group is told from what may not be shown", () => {
    const nord = figures("nord", { base: 10, ranks: { geld: [10] } });
    const html = render([item("rank", { ...ranking, figures: [...ranking.figures, nord] })], REGION);
    expect(html).toContain(">niemand<");
    expect(html).not.toContain(">zu wenige<");
  });

  test("repeated items count entries, and say from how many responses", () => {
    const [total] = themes.figures;
    const html = text(
      render([item("multiple", { ...themes, figures: [{ ...total!, respondents: 18, unanswered: 4 }] })]),
    );
    expect(html).toContain("Grundlage: 50 gültige Einträge aus 18 Antwortbögen");
    expect(html).toContain("4 Antwortbögen ohne Eintrag");
    expect(html).toContain("Gezählt sind Einträge, nicht Antwortbögen.");
    expect(html).toContain("gültige Einträge");
    expect(html).not.toContain("gültige Antworten");
  });

  test("rows of opposite meaning are told apart, and every chart and table has a name of its own", () => {
    const strain = { ...superv, polarity: "high-bad" as const };
    const html = render([strain, { ...strain, key: "q/b" }, psych, { ...psych, key: "q/d", label: superv.label }]);
    expect(text(html)).toContain("„völlig“ ist hier ungünstig");
    expect(text(html)).toContain("„völlig“ ist hier günstig");
    expect(html.indexOf("var(--div-5)")).toBeLessThan(html.indexOf("var(--div-1)"));
    const names = [...html.matchAll(/aria-label="([^"]+)"/g)].map((found) => found[1]);
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(4);
  });

  test("a withheld item says so, links the rule and shows the total only", () => {
    const html = render([psych], REGION);
    expect(text(html)).toContain("Zu wenige Projekte für diese Aufschlüsselung. Gezeigt wird nur die Gesamtzahl.");
    expect(html).toContain('href="/regel"');
    expect(text(html)).not.toContain("Nord");
  });

  test("nothing answered: no chart", () => {
    const html = render([item("choice", { figures: [figures("all", { base: 0 })] })]);
    expect(html).not.toContain("chart__box");
    expect(text(html)).toContain("Noch keine gültigen Antworten.");
  });
});

test("the code of the charts is fetched only when one is drawn", () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const walk = (url: URL) => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const source = readFileSync(url, "utf8").replace(/import type [^;]+;/g, "");
    for (const [, from] of source.matchAll(/(?:import|export)\s[^;()]*?from\s+"([^"]+)"/g)) {
      if (from!.startsWith(".")) walk(new URL(from!, url));
      else packages.add(from!);
    }
  };
  walk(new URL("../../../../app/components/charts/figure-block.tsx", import.meta.url));
  expect(seen.size).toBeGreaterThan(10);
  expect([...packages]).not.toContain("recharts");
});
