/** How an item was asked before and how it is asked now. */
export const wordings = {
  scales: {
    choice: "eine Antwort",
    multiple: "mehrere Antworten",
    ordinal: "geordnete Stufen",
    number: "Zahl",
    date: "Datum",
    rank: "Rangfolge",
    text: "freier Text",
    file: "Datei",
  },
  parts: { title: "Frage", label: "Merkmal", code: "Antwort" },
  before: "bisher",
  after: "jetzt",
  noText: "(kein Text)",
  scale: (before: string, after: string) => `Skala: bisher „${before}“, jetzt „${after}“.`,
  repeatedNow: "Wird jetzt je Eintrag gefragt.",
  repeatedNoLonger: "Wird nicht mehr je Eintrag gefragt.",
  codes: {
    added: (list: string) => `Neue Antwortmöglichkeiten: ${list}.`,
    removed: (list: string) => `Entfallene Antwortmöglichkeiten: ${list}.`,
    number: (list: string) => `Andere Zahlenwerte: ${list}.`,
    missing: (list: string) => `Zählen jetzt anders als fehlende Werte: ${list}.`,
  },
  order: "Die Antwortmöglichkeiten stehen in anderer Reihenfolge.",
  more: (n: string) => `und ${n} weitere`,
};
