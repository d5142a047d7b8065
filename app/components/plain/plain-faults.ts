import type { PlainControl } from "#surveys/plain/control.ts";
import type { Fault } from "../../domain/problem.ts";
import type { Texts } from "../../locales/index.ts";

/** A control that can show what is wrong with it. */
type Place = { path: string; label: string; options: readonly { value: string; label: string }[] };

/** All places of a form at which an error is shown, groups before what is in them. */
export function placesOf(controls: readonly PlainControl[], around = ""): Place[] {
  return controls.flatMap((control): Place[] => {
    const label = [around, control.label].filter(Boolean).join(": ");
    const own: Place = { path: control.path, label, options: "options" in control ? control.options : [] };
    switch (control.control) {
      case "table":
        return [own, ...placesOf(control.rows, label), ...placesOf(control.beside ?? [])];
      case "records":
        return [own, ...control.records.flatMap((record) => placesOf(record.fields, record.label))];
      case "entries":
        return [own, ...control.entries.flatMap((entry) => placesOf(entry.fields, entry.label))];
      case "words":
      case "script":
        return [];
      default:
        return [own, ...placesOf(control.beside ?? [])];
    }
  });
}

/** The nearest place to a fault: the field itself, what it lies in, or the first of what lies in it. */
function nearest(places: readonly Place[], path: string): Place | undefined {
  const around = places.filter((place) => place.path === path || path.startsWith(`${place.path}/`));
  around.sort((a, b) => b.path.length - a.path.length);
  return around[0] ?? places.find((place) => place.path.startsWith(`${path}/`));
}

export type ShownFault = { path: string; label: string; message: string };

/** Faults in words, one per place. */
export function shownFaults(controls: readonly PlainControl[], faults: readonly Fault[], texts: Texts): ShownFault[] {
  const places = placesOf(controls);
  const shown = new Map<string, ShownFault>();
  for (const fault of faults) {
    const place = nearest(places, fault.path);
    if (!place || shown.has(place.path)) continue;
    shown.set(place.path, { path: place.path, label: place.label, message: messageOf(fault, place, texts) });
  }
  return [...shown.values()];
}

function messageOf({ code, detail }: Fault, { options }: Place, texts: Texts): string {
  const own = texts.plain.faults;
  const limit = Number(detail?.limit ?? 0);
  switch (code) {
    case "not-a-number":
    case "not-a-date":
    case "duplicate-pick":
    case "incomplete-ranking":
      return own[code];
    case "too-many-picks":
    case "text-too-long":
      return own[code](limit);
    case "exclusive-pick":
      return own[code](options.find(({ value }) => value === detail?.code)?.label ?? String(detail?.code ?? ""));
    default: {
      // The questionnaire may say it in its own words.
      const general: Record<string, string> = texts.responses.faults;
      return (typeof detail?.message === "string" && detail.message) || general[code] || texts.responses.faults.other;
    }
  }
}
