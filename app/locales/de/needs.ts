export const needs = {
  title: "Bedarfe",
  base: (low: string, high: string) =>
    low === high ? `Basis: je Zeile ${low} gültige Antworten` : `Basis: je Zeile ${low} bis ${high} gültige Antworten`,
  part: (n: string, of: string) => `${n} von ${of}`,
  axes: {
    x: "Deckung im eigenen Projekt, Mittel",
    y: "Wichtigkeit, Mittel",
    xShort: "Deckung",
    yShort: "Wichtigkeit",
    corners: { topLeft: "wichtig, wenig gedeckt", topRight: "wichtig, gut gedeckt" },
  },
  heads: {
    need: "Bedarf",
    importance: "Wichtigkeit",
    coverage: "Deckung",
    score: "gewichtete Lücke",
    lacking: "Reichweite: wenig oder nicht gedeckt",
  },
  all: {
    title: "Was Projekte am dringendsten brauchen",
    sentence: (names: string) => `Am größten ist die gewichtete Lücke bei ${names}.`,
    chart: "Alle Bedarfe nach Wichtigkeit und Deckung. Alle Werte stehen in der Liste darunter.",
    read: "Links oben steht, was wichtig und wenig gedeckt ist. Die Nummern sind die Ränge der Liste. Die gestrichelten Linien sind die Mittel aller Bedarfe.",
    caption: "Bedarfe nach gewichteter Lücke, die größte zuerst",
  },
  groups: {
    title: (breakdown: string) => `Gewichtete Lücke nach ${breakdown}`,
    caption: (breakdown: string) => `Gewichtete Lücke jedes Bedarfs nach ${breakdown}`,
    note: "Je größer die Zahl, desto dringender. Die Reihenfolge ist die der Gesamtliste. Zahlen von Gruppen sind aus geschützten Zahlen berechnet; kleine Unterschiede sagen nichts.",
    everybody: "alle",
    withheld: "Ein Strich heißt: zu wenige Projekte für diese Aufschlüsselung.",
    ruleLink: "Siehe Regel",
  },
  reach: "Reichweite: so viele Projekte sagen, dass davon wenig oder nichts gedeckt ist.",
  method:
    "Gewichtete Lücke: (Wichtigkeit − Deckung) × Wichtigkeit, aus den Mitteln aller gültigen Antworten (Borich 1980). Beide Skalen gehen von 1 bis 5. Nachbarn in der Liste können den Platz tauschen, sobald weitere Projekte antworten.",
};
