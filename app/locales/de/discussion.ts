export const discussion = {
  title: "Anmerkungen",
  intro:
    "Hier besprechen Koordination, Steuerungsgruppe und Auswertung, was die Zahlen bedeuten. Projekte sehen das nicht.",
  open: (n: number, count: string) => (n === 1 ? "1 offene Anmerkung" : `${count} offene Anmerkungen`),
  /** at a figure: where a note on it is written */
  note: "Anmerken",
  /** of a link at a figure, for those who hear it alone */
  aboutThis: (figure: string) => ` zu: ${figure}`,
  none: "Noch hat niemand etwas angemerkt.",
  noneHere: "Zu diesem Merkmal hat noch niemand etwas angemerkt.",
  all: "Alle Anmerkungen zeigen",
  whole: "Zur ganzen Auswertung",
  settled: (name: string, at: string) => `Erledigt von ${name}, ${at}`,
  byline: (name: string, at: string) => `${name}, ${at}`,
  changed: "geändert",
  before: (until: string) => `Bis ${until} stand hier:`,
  earlier: "Frühere Fassungen",
  withdrawn: "Diese Anmerkung wurde zurückgenommen.",
  mentions: (names: string) => `An: ${names}`,
  filter: {
    label: "Merkmal",
    show: "Anzeigen",
    all: "alle Merkmale",
    whole: (question: string) => `Ganze Frage: ${question}`,
  },
  write: {
    title: "Neue Anmerkung",
    about: "Worum geht es?",
    text: "Ihre Anmerkung",
    hint: (chars: string) =>
      `Höchstens ${chars} Zeichen. Bitte keine Vermutungen darüber, welches Projekt was geantwortet hat.`,
    mention: "Kolleginnen und Kollegen ansprechen (@)",
    mentionHint: (people: string) =>
      `Höchstens ${people} Personen. Wer angesprochen wird, bekommt eine Mail. Darin steht nicht, was Sie schreiben.`,
    send: "Anmerkung speichern",
  },
  answer: { open: "Antworten", text: "Ihre Antwort", send: "Antwort speichern" },
  change: {
    open: "Ändern",
    text: "Neuer Wortlaut",
    hint: (chars: string) => `Höchstens ${chars} Zeichen.`,
    send: "Änderung speichern",
  },
  takeBack: {
    open: "Zurücknehmen",
    text: "Diese Anmerkung und ihre früheren Fassungen werden gelöscht. Das lässt sich nicht rückgängig machen.",
    confirm: "Ja, zurücknehmen",
  },
  settle: "Als erledigt markieren",
  reopen: "Wieder öffnen",
  of: (name: string) => ` (Anmerkung von ${name})`,
  faults: {
    empty: () => "Bitte schreiben Sie etwas.",
    "too-long": (limit) => `Bitte kürzen Sie auf höchstens ${limit} Zeichen.`,
    "too-many": (limit) => `Bitte wählen Sie höchstens ${limit} Personen.`,
    gone: () =>
      "Eine der Personen liest keine Anmerkungen mehr. Bitte prüfen Sie die Auswahl, und speichern Sie noch einmal.",
    "different-body": () =>
      "Aus diesem Formular wurde schon etwas anderes gespeichert. Speichern Sie noch einmal, wird dies eine eigene Anmerkung.",
  } as Record<string, (limit: string) => string>,
};
