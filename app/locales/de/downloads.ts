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
  print: {
    name: "Bericht auf Papier oder als PDF",
    kind: "Seite zum Drucken; der Browser speichert sie auch als PDF",
    purpose: "Alle Fragen mit Diagramm und Tabelle, mit Titelblatt, Regel und Fragebogen im Anhang.",
    open: "Druckansicht",
    title: "Druckansicht",
    button: "Drucken oder als PDF speichern",
    drawing: "Die Diagramme werden gezeichnet.",
    back: "Zurück zur Auswertung",
    notClosed: "lief noch",
    kicker: "Auswertung",
    heads: {
      release: "Auswertungsstand",
      madeAt: "Stand vom",
      closedAt: "Erhebung geschlossen am",
      version: "Fassung des Fragebogens",
      participation: "Beteiligung",
      breakdown: "Aufgeschlüsselt nach",
      checksum: "Prüfsumme",
    },
    noBreakdown: "nicht aufgeschlüsselt",
    reading: "Was gezeigt wird und wie gerechnet wurde",
    rule: "Die Regel",
    method: "Die Rechenweise",
    contents: "Inhalt",
    results: "Ergebnisse",
    appendix: "Anhang: der Fragebogen",
    appendixLead:
      "Wortlaut der ausgewerteten Fragen mit allen Antwortmöglichkeiten, wie sie im Auswertungsstand stehen.",
    asked: "Teilfragen",
    answers: "Antwortmöglichkeiten",
    bands: "Ausgewertet in Klassen",
    topics: "Themen, denen die Texte zugeordnet wurden",
    notCounted: "zählt nicht mit",
    scales: {
      choice: "Eine Antwort.",
      multiple: "Mehrere Antworten.",
      ordinal: "Eine Antwort auf einer Skala.",
      number: "Eine Zahl.",
      date: "Ein Datum.",
      rank: "Eine Rangfolge.",
      text: "Freier Text.",
      file: "Eine Datei.",
    },
  },
  exactness: {
    exact: "Alle Zahlen sind genau so, wie sie gezählt wurden.",
    protectedCounts: (multiple: string) =>
      `In Aufschlüsselungen ist jede Anzahl zum Schutz leicht verändert und auf ein Vielfaches von ${multiple} gerundet. Anteile und Mittelwerte folgen daraus. Teile ergeben deshalb nicht immer genau die Gesamtzahl.`,
    totalsExact: "Gesamtzahlen sind genau.",
    totalsToo: "Das gilt auch für Gesamtzahlen.",
  },
  /** Why totals have a range, or none. One sentence for each way in which answers may be missing. */
  uncertainty: {
    part: "Unsicherheit, weil nicht alle geantwortet haben: Neben Gesamtanteilen steht der Bereich, in dem der Anteil mit 95 Prozent Sicherheit läge, hätten alle geantwortet. Das gilt, wenn die Übrigen ähnlich antworten würden.",
    unknown:
      "Unsicherheit, weil nicht alle geantwortet haben: Neben Gesamtanteilen steht der Bereich, in dem der Anteil mit 95 Prozent Sicherheit läge, hätten alle geantwortet. Wie viele das wären, weiß niemand; der Bereich ist deshalb weit.",
    census: "Alle Eingeladenen haben geantwortet. Es gibt keine Unsicherheit durch fehlende Antworten.",
    protectedTotals:
      "Wie unsicher Anteile sind, weil nicht alle geantwortet haben, steht nicht dabei: Auch die Gesamtzahlen sind zum Schutz verändert.",
    groups: "In Aufschlüsselungen steht kein Bereich, weil ihre Zahlen zum Schutz verändert sind.",
  },
  method: {
    points: [
      "Grundlage (n) sind die gültigen Antworten auf genau diese Frage. Wer nicht geantwortet hat, „weiß nicht“ oder „keine Angabe“ gewählt hat, steht daneben und zählt nicht mit.",
      "Anteile sind Anzahl durch Grundlage. Bei Fragen mit mehreren Antworten ergeben sie zusammen mehr als 100 Prozent.",
      "Mittelwerte geordneter Skalen setzen gleiche Abstände zwischen den Stufen voraus.",
      "Das obere Ende einer Skala sind ihre zwei oberen Antworten, bei weniger als vier Stufen die oberste.",
      "Der Saldo ist der Anteil des oberen Endes weniger den des unteren (je zwei Antworten; bei Skalen von 0 bis 10: 9 und 10 weniger 0 bis 6). Es gibt ihn nur, wo ein Ende günstig ist.",
      "Bereiche der Unsicherheit sind Intervalle nach Wilson (1927) mit Korrektur für endliche Gesamtheiten (Cochran 1977). Sie reichen nach außen bis zum nächsten Anteil, der bei so vielen Befragten vorkommen kann. Ist deren Zahl geschätzt, wird sie aufgerundet. Einträge wiederholter Gruppen haben keine.",
      "Viertel und Median von Zahlen sind linear interpoliert (Typ 7 nach Hyndman und Fan 1996).",
      "Freie Texte haben zwei Personen unabhängig voneinander Themen zugeordnet; ein Text kann mehrere haben. Seltene Themen stehen unter „Sonstiges“. Zitate sind gekürzt, von einer zweiten Person freigegeben und zufällig geordnet.",
      "Was die Regel nicht zulässt, fehlt: eine Aufschlüsselung, oder eine Frage ganz.",
    ],
    version: (n: string) => `Berechnet nach Methode ${n}.`,
  },
  readme: {
    files: "Dateien",
    instrument: "Die Fragen dieser Erhebung mit Wortlaut und Codes, für Programme.",
    metadata: "Angaben zum Auswertungsstand, zur Regel und zu den Gruppen, für Programme.",
    quotes: "Freigegebene Zitate aus freien Texten, in zufälliger Reihenfolge, für Programme.",
    rule: "Was gezeigt wird",
    source:
      "Alle Dateien sind aus dem eingefrorenen Auswertungsstand geschrieben. Einzelne Antwortbögen sind in keiner.",
    method: "Wie gerechnet wird",
    conventions: "Schreibweisen",
    conventionPoints: [
      "Alle Dateien sind in UTF-8 geschrieben. Die Tabelle für Excel beginnt mit einer Kennung dafür (BOM).",
      "Ein Apostroph vor einem Text, der mit = + - @ beginnt, hält Tabellenprogramme davon ab, ihn als Formel auszuführen. In der Tabelle für Excel steht er auch vor Texten wie 2026/1, die Excel sonst für ein Datum hält. Er gehört nicht zum Text.",
      "In der Tabelle für Statistikprogramme steht 2026/1, wie es ist. Excel macht daraus ein Datum. Nehmen Sie für Excel die Arbeitsmappe oder die Tabelle für Excel.",
      "Leere Zellen bedeuten: nicht ausgewiesen. Die Zahl 0 bedeutet: niemand.",
    ],
    checksum: "Prüfsumme des Auswertungsstands (SHA-256)",
  },
};
