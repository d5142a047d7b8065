export const microdata = {
  title: "Einzeldaten",
  subtitle: "Antwortbögen abgeschlossener Erhebungen unter Pseudonym, für die statistische Auswertung.",
  link: "Einzeldaten für die Auswertung",
  emptyTitle: "Noch ist keine Erhebung abgeschlossen.",
  empty: "Sobald eine Erhebung beendet ist, zu der es Antworten gibt, steht sie hier.",
  choose: "Auswählen",
  facts: (n: string, date: string) => `${n} Antwortbögen · beendet am ${date}`,
  what: "Was Sie bekommen",
  points: [
    "Ein Archiv mit einer breiten und einer langen CSV-Datei und mit Befehlen, die sie in SPSS, R und Python einlesen.",
  ],
  /** `named`: there is a choice of names */
  more: {
    plain: [
      "Jeder Antwortbogen hat ein Pseudonym, das nur für diese Erhebung gilt.",
      "Nicht enthalten sind Namen, Merkmale der Projekte, Zeiten und freie Texte.",
    ],
    named: [
      "Jeder Antwortbogen hat ein Pseudonym, das nur für diese Erhebung gilt, mit Namen nur für das eine Archiv.",
      "Nicht enthalten sind Merkmale der Projekte, Zeiten und freie Texte, und Namen nur, wenn Sie sie unten wählen.",
    ],
  },
  seen: "Die beteiligten Projekte sehen, wer wann und wozu Einzeldaten abgerufen hat.",
  reason: "Wozu brauchen Sie die Daten?",
  reasonHint: (least: string, most: string) => `${least} bis ${most} Zeichen. Die Projekte lesen diesen Satz.`,
  reasonErrors: {
    short: (least: string) => `Bitte begründen Sie den Abruf mit mindestens ${least} Zeichen.`,
    long: (most: string) => `Die Begründung hat mehr als ${most} Zeichen. Bitte kürzen Sie sie.`,
  },
  withdrawn: (n: string) =>
    n === "1"
      ? "Seit Ihrem letzten Abruf mit Namen hat 1 Projekt widerrufen."
      : `Seit Ihrem letzten Abruf mit Namen haben ${n} Projekte widerrufen.`,
  withdrawnText:
    "Bitte löschen Sie die früheren Dateien mit Namen, und rufen Sie sie neu ab, wenn Sie sie noch brauchen. Die neuen enthalten diese Namen nicht.",
  withNames: "Mit Namen",
  withNamesHint:
    "Projekt und Träger stehen dann bei den Bögen, deren Projekte zugestimmt und das nicht widerrufen haben. Widerruft ein Projekt später, müssen Sie seinen Namen überall löschen.",
  open: "Abruf festhalten und Datei bereitstellen",
  fresh: {
    title: "Bitte bestätigen Sie zuerst, dass Sie es sind.",
    text: (minutes: string) =>
      `Einzeldaten gibt es nur in den ersten ${minutes} Minuten nach einer Anmeldung. Sie bekommen einen neuen Code an Ihre E-Mail-Adresse.`,
    ask: "Code anfordern",
    typed: "Ihre Begründung bisher:",
  },
  ready: {
    title: "Die Datei steht bereit.",
    text: (minutes: string) =>
      `Sie können sie ${minutes} Minuten lang herunterladen. Bitte löschen Sie sie, sobald Sie fertig sind.`,
    withNames:
      "Das Archiv enthält Namen. Wer bis zum Herunterladen widerruft, steht nicht mehr darin; wer später widerruft, dessen Namen müssen Sie löschen.",
    download: "Archiv herunterladen",
    over: "Die Zeit zum Herunterladen ist vorbei. Bitte begründen Sie einen neuen Abruf.",
  },
  insights: {
    title: "Einsichten",
    text: "Wer Antwortbögen Ihres Projekts für die Auswertung abgerufen hat. Freie Texte waren nie dabei, Namen nur, wo es dabeisteht.",
    none: "Bisher hat niemand Antwortbögen Ihres Projekts einzeln abgerufen.",
    withNames: "Mit den Namen der Projekte, die zugestimmt und das nicht widerrufen haben.",
    entry: (name: string, date: string, by: string) => `${name} · ${date}, von ${by}`,
  },
};
