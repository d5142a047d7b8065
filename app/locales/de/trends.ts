import type { Quiet } from "../../domain/trends/compare-waves.ts";

export const trends = {
  title: "Verlauf",
  contents: "Fragen im Verlauf",
  most: {
    title: (wave: string) => `Was sich seit ${wave} am meisten verändert hat`,
    up: "Gestiegen",
    down: "Gesunken",
    none: "Nichts",
    chanceOnly: "Keine Veränderung ist größer, als der Zufall sie erklären kann.",
    quiet: {
      unchanged: "Kein Anteil hat sich seit der Vorwelle verändert.",
      untested:
        "Diese Zahlen werden nicht getestet: Sie sind zum Schutz verändert, oder sie zählen Einträge. Ob sich etwas verändert hat, lässt sich deshalb nicht sagen.",
      few: "In einer der beiden Wellen gab es zu wenige Antworten, um Anteile zu vergleichen.",
      incomparable: "Zwischen diesen Wellen lässt sich kein Anteil vergleichen.",
    } satisfies Record<Quiet, string> as Record<Quiet, string>,
    rule: (least: string) =>
      `Verglichen sind Anteile, in Prozentpunkten: bei Skalen das obere Ende, sonst jede Antwort. In beiden Wellen gab es mindestens ${least} gültige Antworten, und der Unterschied ist getestet. Zuerst steht, was kaum Zufall ist, dann das Übrige, jeweils die größte Veränderung zuerst.`,
  },
  points: (n: number, points: string) => (n === 1 ? `${points} Prozentpunkt` : `${points} Prozentpunkte`),
  meaning: { better: "günstiger", worse: "ungünstiger" },
  test: {
    "below-1": "kaum Zufall (p\u00a0<\u00a00,01)",
    "below-5": "wahrscheinlich kein Zufall (p\u00a0<\u00a00,05)",
    unremarkable: "unauffällig: kann Zufall sein",
    none: "ohne Test",
  },
  words: { "below-1": "< 0,01", "below-5": "< 0,05", unremarkable: "unauffällig", none: "–" },
  sentence: {
    top: (name: string, share: string, labels: string, of: string, wave: string, before: string, ofBefore: string) =>
      `${name}${share} antworten ${labels} (${of}). In der Welle ${wave} waren es ${before} (${ofBefore}).`,
    share: (name: string, share: string, of: string, wave: string, before: string, ofBefore: string) =>
      `${name}${share} (${of}). In der Welle ${wave} waren es ${before} (${ofBefore}).`,
    place: (name: string, place: string, n: string, wave: string, before: string, nBefore: string) =>
      `${name}mittlerer Rang ${place} (${n} Nennungen). In der Welle ${wave} war er ${before} (${nBefore} Nennungen).`,
    mean: (name: string, mean: string, base: string, wave: string, before: string, baseBefore: string) =>
      `${name}im Mittel ${mean} (${base} gültige Antworten). In der Welle ${wave} waren es ${before} (${baseBefore}).`,
    risen: "Am stärksten gestiegen:",
    fallen: "Am stärksten gesunken:",
    rose: "Gestiegen:",
    fell: "Gesunken:",
    quiet: {
      unchanged: "Hier hat sich seit der Vorwelle nichts nennenswert verändert.",
      untested: "Diese Zahlen werden nicht getestet. Ob sich etwas verändert hat, lässt sich deshalb nicht sagen.",
      few: "In einer der beiden Wellen gab es zu wenige Antworten für einen Vergleich.",
      incomparable: "Die Vorwelle lässt sich hier nicht vergleichen.",
    } satisfies Record<Quiet, string> as Record<Quiet, string>,
  },
  waves: {
    title: "Verglichene Wellen",
    caption: "Die Wellen dieses Verlaufs, die älteste zuerst",
    heads: { wave: "Welle", closed: "geschlossen am", part: "geantwortet", version: "Fassung" },
    note: "Gezählt ist in jeder Welle, wer geantwortet hat. Das sind nicht immer dieselben Projekte.",
  },
  panel: {
    /** Everything in it is rounded. */
    said: (n: string, before: string, after: string) =>
      `Bei den etwa ${n} Projekten, die beide Male geantwortet haben: erst etwa ${before}, jetzt etwa ${after}.`,
    head: "nur wer beide Male geantwortet hat",
    cell: (before: string, after: string, n: string) => `erst etwa ${before}, jetzt etwa ${after} (n etwa ${n})`,
    withheldCell: "zu wenige",
    withheld: "Zu wenige Projekte, um nur die zu zeigen, die beide Male geantwortet haben.",
    withheldSome: "Bei manchen sind es zu wenige Projekte, um nur die zu zeigen, die beide Male geantwortet haben.",
    some: (n: string, before: string, now: string) =>
      `Etwa ${n} Projekte haben in beiden Wellen geantwortet, ${before} und ${now}. Wo die Regel es zulässt, stehen ihre Zahlen daneben, zum Schutz gerundet.`,
    none: "Zahlen nur der Projekte, die in beiden Wellen geantwortet haben, gibt es hier nicht: Aus dem Unterschied ließe sich auf zu wenige Projekte schließen, oder der Auswertungsstand ist älter.",
    rule: "Siehe Regel",
  },
  base: (low: string, high: string) =>
    low === high
      ? `Grundlage: je Welle ${low} gültige Antworten`
      : `Grundlage: je Welle ${low} bis ${high} gültige Antworten`,
  baseEntries: (low: string, high: string) =>
    low === high
      ? `Grundlage: je Welle ${low} gültige Einträge`
      : `Grundlage: je Welle ${low} bis ${high} gültige Einträge`,
  measures: {
    top: (labels: string) => `Anteil ${labels}`,
    share: "Anteil",
    place: "mittlerer Rang",
    mean: "Mittelwert",
  },
  axis: {
    between: (low: string, high: string) => `Höhe der Linien: von ${low} bis ${high}.`,
    place: "Höhe der Linien: oben ist Rang 1. Gestiegen heißt: weiter vorn.",
  },
  key: {
    range: "Senkrechter Strich: Unsicherheit, weil nicht alle geantwortet haben.",
    reworded: "Raute: seit dieser Welle anders formuliert, aber vergleichbar.",
    recoded: "Doppelstrich: seit dieser Welle anders gefragt. Davor und danach sind nicht vergleichbar.",
    panel: "Gestrichelt, mit Quadraten: nur Projekte, die in den letzten beiden Wellen geantwortet haben, gerundet.",
    gap: "Ohne Linie: dazwischen nicht gefragt oder zu wenige Antworten.",
  },
  chart: (title: string) => `Verlauf: ${title} (alle Zahlen stehen auch in der Tabelle darunter)`,
  table: {
    toggle: "Als Tabelle",
    caption: (title: string) => `Verlauf zu: ${title}`,
    item: "Merkmal",
    answer: "Antwort",
    measure: "Kennzahl",
    change: (wave: string) => `seit ${wave}`,
    test: "Test (p)",
    of: (n: string, base: string) => `${n} von ${base}`,
    mentions: (n: string) => `${n} Nennungen`,
    answers: (n: string) => `n = ${n}`,
    recoded: "anders gefragt",
  },
  changes: {
    reworded: (n: string) => (n === "1" ? "1 Merkmal ist anders formuliert" : `${n} Merkmale sind anders formuliert`),
    rewordedIn: (wave: string) => `seit ${wave}:`,
    recoded: (item: string, wave: string) =>
      `${item} wird seit ${wave} anders gefragt. Die Linie ist dort unterbrochen.`,
    title: (wave: string) => `Was seit ${wave} neu ist und was fehlt`,
    added: (labels: string) => `Neu gefragt: ${labels}.`,
    dropped: (labels: string) => `Nicht mehr gefragt: ${labels}.`,
  },
  method: {
    title: "Wie verglichen wird",
    points: [
      "Jede Welle zeigt ihren eingefrorenen Auswertungsstand. Verglichen werden Gesamtzahlen.",
      "Ein Merkmal ist vergleichbar, wenn Skala und Antworten gleich geblieben sind. Wurde nur anders formuliert, steht dort eine Raute, und beide Fassungen sind zu lesen.",
      "Der Test sagt, wie oft ein so großer Unterschied entstünde, wenn sich nichts verändert hätte: seltener als einmal in 100 Fällen (< 0,01), seltener als fünfmal (< 0,05) oder öfter (unauffällig). Bei Anteilen ist es Fishers exakter Test, bei Mittelwerten und Rängen der Rangsummentest über alle Stufen.",
      "Beide Tests nehmen zwei unabhängige Stichproben an. Tatsächlich antworten viele Projekte in beiden Wellen, und meist ähnlich. Der Test ist deshalb vorsichtig: Er nennt eher zu wenige Unterschiede auffällig als zu viele.",
      "Ein Unterschied kann auch daher kommen, dass andere Projekte geantwortet haben. Unauffällig heißt nicht, dass sich nichts verändert hat.",
      "Daneben stehen, wo die Regel es zulässt, die Projekte, die in den letzten beiden Wellen gültig geantwortet haben: dieselben Projekte, beide Male. Ihre Zahlen sind zum Schutz gerundet und werden nicht getestet. Gezeigt werden sie nur, wenn auch die Projekte, die neu dazukamen, und die, die nicht mehr dabei sind, je für sich der Regel genügen.",
      "Zahlen, die zum Schutz gerundet sind, und Zahlen von Einträgen werden nicht getestet.",
    ],
    many: (tested: string, expected: string) =>
      `Hier sind es ${tested} Vergleiche. Auch wenn sich nirgends etwas verändert hätte, lägen davon im Mittel bis zu ${expected} unter 0,05.`,
  },
};
