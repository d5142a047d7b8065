export const overview = {
  title: "Überblick",
  subtitle: "Was die letzten Erhebungen sagen. Jeder Satz führt zu seinem Beleg.",
  evidence: "Beleg",
  empty: {
    title: "Noch ist nichts ausgewertet.",
    text: "Sobald die Koordination eine Erhebung geschlossen und ausgewertet hat, steht hier, was sie sagt.",
  },
  needs: {
    title: "Was die Projekte brauchen",
    sentence: (need: string, important: string, covered: string) =>
      `Am weitesten klaffen Bedarf und Angebot bei ${need} auseinander: ${important} halten das für wichtig, ${covered} sehen es gedeckt.`,
    base: (important: string, covered: string) =>
      `${important} gültige Antworten zur Wichtigkeit, ${covered} zur Deckung.`,
    place: {
      same: (wave: string) => `Auf Platz 1 stand es auch ${wave}.`,
      other: (wave: string, place: string) => `${wave} stand es auf Platz ${place}.`,
    },
    movement: {
      better: (wave: string) => `Es ist besser gedeckt als ${wave}.`,
      worse: (wave: string) => `Es ist schlechter gedeckt als ${wave}.`,
      same: (wave: string) => `Die Deckung ist etwa wie ${wave}: Der Unterschied kann Zufall sein.`,
    },
    caption: "Die fünf dringendsten Bedarfe nach gewichteter Lücke",
    gap: "Lücke",
    key: { covered: "gedeckt", middle: "teils", lacking: "wenig oder nicht gedeckt" },
    shares: (lacking: string, covered: string) => `${lacking} nicht gedeckt · ${covered} gedeckt`,
    moved: {
      better: (wave: string) => `besser gedeckt als ${wave}`,
      worse: (wave: string) => `schlechter gedeckt als ${wave}`,
      same: (wave: string) => `etwa wie ${wave}`,
    },
    all: "Alle Bedarfe ansehen",
  },
  interfaces: {
    title: "Wo die Zusammenarbeit hakt",
    none: "Für keinen Bereich sind alle Zahlen zu zeigen.",
    all: "Alle Schnittstellen ansehen",
  },
  changes: {
    title: "Was sich am meisten geändert hat",
    none: "Seit den Erhebungen davor hat sich nichts geändert, was sich vergleichen lässt.",
  },
  goals: { title: "Ziele 2028", all: "Alle Ziele mit ihrem Verlauf ansehen" },
  returns: {
    title: "Rücklauf",
    line: (title: string, wave: string) => `${title} ${wave}`,
    before: (wave: string, share: string) => `${wave}: ${share}`,
    first: "Erste Erhebung dieser Reihe.",
  },
  rules: {
    title: "Wie entstehen diese Sätze?",
    points: [
      "Alle Zahlen stammen aus Auswertungsständen. Gezählt wird die jeweils letzte abgeschlossene Erhebung.",
      "Bedarfe sind nach der gewichteten Lücke geordnet: (Wichtigkeit − Deckung) × Wichtigkeit, aus den Mitteln (Borich 1980).",
      "Schnittstellen sind nach dem Mittel ihrer fünf Anteile geordnet. Genannt ist die Zahl, in der ein Bereich am weitesten unter dem Mittel aller Bereiche liegt.",
      "„Wichtig“ und „gedeckt“ sind die Stufen über der Mitte der Skala, „wenig oder nicht gedeckt“ die darunter.",
      "Von einem Unterschied zwischen zwei Erhebungen ist nur die Rede, wenn er durch Zufall selten so groß wäre (Rangsummentest, unter 5 %). Sonst steht da, dass er Zufall sein kann.",
    ],
  },
};
