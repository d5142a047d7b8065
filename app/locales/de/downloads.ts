/** What a release may be taken away as, and the words that every file and the print view have in common. */
export const downloads = {
  title: "Herunterladen",
  lead: "Jede Datei enthält dieselben Zahlen wie diese Seite, mit allen Aufschlüsselungen. Einzelne Antwortbögen sind in keiner.",
  jump: "Herunterladen",
  get: (name: string) => `${name} herunterladen`,
  formats: {
    xlsx: {
      name: "Arbeitsmappe für Excel",
      kind: "Excel-Datei (.xlsx)",
      purpose: "Zum Lesen, Filtern und Weiterrechnen. Ein Blatt je Frage, dazu Übersicht und Codebuch.",
    },
    csv: {
      name: "Tabelle für Excel",
      kind: "CSV mit Semikolon und Komma (.csv)",
      purpose: "Alle Zahlen mit allen Beschriftungen in einer Tabelle. Öffnet sich in deutschem Excel ohne Einlesen.",
    },
    analyse: {
      name: "Tabelle für Statistikprogramme",
      kind: "CSV mit Komma und Punkt (.csv)",
      purpose: "Für R, Python oder SPSS. Codes statt Beschriftungen; was sie bedeuten, steht im Codebuch.",
    },
    codebuch: {
      name: "Codebuch",
      kind: "CSV mit Komma und Punkt (.csv)",
      purpose:
        "Wortlaut aller Fragen, alle Codes, Gruppen und Spalten, die Regel. Gehört zur Tabelle für Statistikprogramme.",
    },
    zip: {
      name: "Alles in einem Archiv",
      kind: "ZIP-Archiv (.zip)",
      purpose: "Zum Aufbewahren und Weitergeben: alle Dateien, der Fragebogen und Angaben zum Auswertungsstand.",
    },
  },
  exactness: {
    exact: "Alle Zahlen sind genau so, wie sie gezählt wurden.",
    protectedCounts: (multiple: string) =>
      `In Aufschlüsselungen ist jede Anzahl zum Schutz leicht verändert und auf ein Vielfaches von ${multiple} gerundet. Anteile und Mittelwerte folgen daraus. Teile ergeben deshalb nicht immer genau die Gesamtzahl.`,
    totalsExact: "Gesamtzahlen sind genau.",
    totalsToo: "Das gilt auch für Gesamtzahlen.",
  },
  method: {
    points: [
      "Grundlage (n) sind die gültigen Antworten auf genau diese Frage. Wer nicht geantwortet hat, „weiß nicht“ oder „keine Angabe“ gewählt hat, steht daneben und zählt nicht mit.",
      "Anteile sind Anzahl durch Grundlage. Bei Fragen mit mehreren Antworten ergeben sie zusammen mehr als 100 Prozent.",
      "Mittelwerte geordneter Skalen setzen gleiche Abstände zwischen den Stufen voraus.",
      "Viertel und Median von Zahlen sind linear interpoliert (Typ 7 nach Hyndman und Fan 1996).",
      "Was die Regel nicht zulässt, fehlt: eine Aufschlüsselung, oder eine Frage ganz.",
    ],
    version: (n: string) => `Berechnet nach Methode ${n}.`,
  },
  readme: {
    files: "Dateien",
    instrument: "Die Fragen dieser Erhebung mit Wortlaut und Codes, für Programme.",
    metadata: "Angaben zum Auswertungsstand, zur Regel und zu den Gruppen, für Programme.",
    rule: "Was gezeigt wird",
    source:
      "Alle Dateien sind aus dem eingefrorenen Auswertungsstand geschrieben. Einzelne Antwortbögen sind in keiner.",
    method: "Wie gerechnet wird",
    conventions: "Schreibweisen",
    conventionPoints: [
      "Alle Dateien sind in UTF-8 geschrieben. Die Tabelle für Excel beginnt mit einer Kennung dafür (BOM).",
      "Ein Apostroph vor einem Text, der mit = + - @ beginnt, hält Tabellenprogramme davon ab, ihn als Formel auszuführen. Er gehört nicht zum Text.",
      "Leere Zellen bedeuten: nicht ausgewiesen. Die Zahl 0 bedeutet: niemand.",
    ],
    checksum: "Prüfsumme des Auswertungsstands (SHA-256)",
  },
};
