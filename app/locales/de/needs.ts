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
    title: { projects: "Was Projekte am dringendsten brauchen", people: "Was am dringendsten gebraucht wird" },
    sentence: (names: string) => `Am größten ist die gewichtete Lücke bei ${names}.`,
    chart: "Alle Bedarfe nach Wichtigkeit und Deckung. Alle Werte stehen in der Liste darunter.",
    chartAlone:
      "Alle Bedarfe nach Wichtigkeit und Deckung. Die dringendsten stehen daneben mit Namen, alle Werte auf der Seite „Bedarfe“.",
    read: "Links oben steht, was wichtig und wenig gedeckt ist. Die Nummern sind die Ränge nach der gewichteten Lücke. Die gestrichelten Linien sind die Mittel aller Bedarfe. Kreise, die einander verdecken würden, stehen nebeneinander.",
    caption: "Bedarfe nach gewichteter Lücke, die größte zuerst",
    withheld: {
      projects: (needs: string) => `Nicht in der Liste, weil zu wenige Projekte geantwortet haben: ${needs}.`,
      people: (needs: string) => `Nicht in der Liste, weil zu wenige Personen geantwortet haben: ${needs}.`,
    },
    unscaled: (needs: string) =>
      `Nicht in der Liste, weil Wichtigkeit und Deckung hier nicht dieselben Zahlen als Stufen haben: ${needs}.`,
    unscaledAll: "Wichtigkeit und Deckung haben hier nicht dieselben Zahlen als Stufen. Daraus folgt keine Lücke.",
  },
  groups: {
    title: (breakdown: string) => `Gewichtete Lücke nach ${breakdown}`,
    caption: (breakdown: string) => `Gewichtete Lücke jedes Bedarfs nach ${breakdown}`,
    note: "Je größer die Zahl, desto dringender. Die Reihenfolge ist die der Gesamtliste. Zahlen von Gruppen sind aus geschützten Zahlen berechnet; kleine Unterschiede sagen nichts.",
    everybody: "alle",
    withheld: {
      projects: "Ein Strich heißt: zu wenige Projekte für diese Aufschlüsselung.",
      people: "Ein Strich heißt: zu wenige Personen für diese Aufschlüsselung.",
    },
    ruleLink: "Siehe Regel",
  },
  reach: {
    projects: "Reichweite: so viele Projekte sagen, dass davon wenig oder nichts gedeckt ist.",
    people: "Reichweite: so viele Personen sagen, dass davon wenig oder nichts gedeckt ist.",
  },
  method: (low: string, high: string) =>
    `Gewichtete Lücke: (Wichtigkeit − Deckung) × Wichtigkeit, aus den Mitteln aller gültigen Antworten (Borich 1980). Beide Skalen gehen von ${low} bis ${high}. Nachbarn in der Liste können den Platz tauschen, sobald weitere Antworten kommen.`,
};
