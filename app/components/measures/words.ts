import type { Measure } from "../../domain/measures/measure.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount, formatDate } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import type { FieldErrors } from "../layout/form-context.ts";
import type { StateTone } from "../layout/state-chip.tsx";

type Days = Pick<Measure, "startsOn" | "endsOn">;

/** When a measure takes place: "01.03.2027 bis 30.06.2027", or that nobody knows yet. */
export function daysInWords({ startsOn, endsOn }: Days, texts: Texts, locale: Locale): string {
  const t = texts.measures;
  const day = (value: string) => formatDate(value, locale, "short");
  if (startsOn && endsOn) return startsOn === endsOn ? day(startsOn) : t.days.span(day(startsOn), day(endsOn));
  if (startsOn) return t.days.from(day(startsOn));
  return endsOn ? t.days.until(day(endsOn)) : t.noDay;
}

/** How the dot beside a state looks. */
export const TONES: Record<Measure["state"], StateTone> = {
  proposed: "idle",
  decided: "started",
  running: "started",
  done: "done",
  dropped: "bad",
};

/** Messages by field, as forms want them. */
export function measureErrors(texts: Texts, locale: Locale, faults: readonly Fault[] | undefined): FieldErrors {
  const words = texts.measures.form.faults;
  return Object.fromEntries(
    (faults ?? []).map(({ code, path, detail }) => [
      path.slice(1),
      words[code]?.(formatCount(Number(detail?.limit ?? 0), locale)) ?? texts.problems.codes["invalid-measure"].title,
    ]),
  );
}
