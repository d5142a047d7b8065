import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Contrast of every pair of tokens that is read upon one another, by WCAG 2.2 (1.4.3 and 1.4.11), in both themes. */

const css = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
const read = (source: string) =>
  Object.fromEntries([...source.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
const light = read(lightCss);
const themes: Record<string, Record<string, string>> = { light, dark: { ...light, ...read(darkCss) } };

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright! + 0.05) / (dark! + 0.05);
}

const steps = [1, 2, 3, 4, 5];
const text: [string, string][] = [
  ...["paper", "paper-2", "card"].flatMap((ground): [string, string][] =>
    ["ink", "ink-2", "accent", "accent-strong", "warn", "danger", "good"].map((ink) => [ink, ground]),
  ),
  ...["accent-soft", "warn-soft", "danger-soft", "good-soft"].map((ground): [string, string] => ["ink", ground]),
  ["ink-2", "warn-soft"],
  ["accent", "accent-soft"],
  ["accent", "warn-soft"],
  ["accent-strong", "warn-soft"],
  ["warn", "warn-soft"],
  ["danger", "danger-soft"],
  ["good", "good-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ...["div", "seq"].flatMap((scale) =>
    steps.map((step): [string, string] => [`on-${scale}-${step}`, `${scale}-${step}`]),
  ),
  ...[1, 2, 3, 4, 5, 6].map((person): [string, string] => ["on-person", `person-${person}`]),
];
const shapes: [string, string][] = [
  ...["card", "paper"].flatMap((ground): [string, string][] =>
    ["line-strong", "accent", "state-done", "state-bad"].map((shape) => [shape, ground]),
  ),
  ["bar", "bar-track"],
  ["bar", "card"],
  ["last-time", "card"],
];

describe.each(Object.keys(themes))("%s theme", (name) => {
  const theme = themes[name]!;
  const of = (token: string) => {
    const value = theme[token];
    if (!value) throw new Error(`no token ${token}`);
    return value;
  };

  test.each(text)("%s on %s is read (4.5:1)", (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("%s on %s is seen (3:1)", (shape, ground) => {
    expect(contrast(of(shape), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
