/** What a fault tells besides its code. */
type Detail = Record<string, string | number>;

/** Faults of a questionnaire's file, by the code of the reading or the lint: what it is, and what to do. */
export const definitionFaults = {
  texts: {
    // The file as a whole.
    "too-large": "Die Datei ist größer als 1 MB. Verkleinern Sie Bilder, oder teilen Sie den Fragebogen auf.",
    "invalid-json":
      "Die Datei ist kein lesbares JSON. Meist fehlt ein Komma, eine Klammer oder ein Anführungszeichen, oder es steht eines zu viel.",
    "not-an-object":
      "Die Datei enthält keinen Fragebogen. Erwartet wird das SurveyJS-JSON, das mit „{“ beginnt und „pages“ oder „elements“ enthält.",
    "too-deep": (d: Detail) =>
      `Hier ist zu tief verschachtelt: erlaubt sind ${d.limit} Ebenen. Ziehen Sie Gruppen auf.`,
    "too-many-values": (d: Detail) => `Die Datei enthält mehr als ${d.limit} Werte. Teilen Sie den Fragebogen auf.`,
    "text-too-long": (d: Detail) => `Dieser Text hat mehr als ${d.limit} Zeichen. Kürzen Sie ihn.`,
    "forbidden-key": "Dieser Name ist nicht erlaubt. Benennen Sie die Eigenschaft um.",
    "forbidden-name": (d: Detail) => `Der Name „${d.name}“ ist nicht erlaubt. Benennen Sie die Frage oder Zeile um.`,
    "nul-character": "Hier steht ein unsichtbares Nullzeichen (U+0000). Löschen Sie es.",
    "broken-unicode": "Hier steht ein halbes Schriftzeichen. Löschen Sie es und geben Sie den Text neu ein.",
    "not-json": "Diese Zahl ist zu groß. Geben Sie eine kleinere an.",
    "null-element": "Hier steht „null“ statt einer Angabe. Löschen Sie den Eintrag.",
    "not-an-element": "Hier wird eine Frage oder Gruppe erwartet. Prüfen Sie „type“, oder löschen Sie den Eintrag.",
    "name-too-long": (d: Detail) => `Dieser Name hat mehr als ${d.limit} Zeichen. Kürzen Sie ihn.`,
    "too-many-pages": (d: Detail) => `Es sind ${d.length} Seiten, erlaubt sind ${d.limit}.`,
    "too-many-elements": (d: Detail) => `Es sind ${d.length} Fragen und Gruppen, erlaubt sind ${d.limit}.`,
    "too-many-choices": (d: Detail) => `Es sind ${d.length} Antwortmöglichkeiten, erlaubt sind ${d.limit}.`,
    "too-many-rows": (d: Detail) => `Es sind ${d.length} Zeilen, erlaubt sind ${d.limit}.`,
    "too-many-columns": (d: Detail) => `Es sind ${d.length} Spalten, erlaubt sind ${d.limit}.`,
    "too-many-items": (d: Detail) => `Das ergäbe mehr als ${d.limit} Merkmale. Verkleinern Sie die Tabelle.`,
    "count-too-large": (d: Detail) => `Diese Anzahl ist zu groß: erlaubt sind höchstens ${d.limit}.`,
    "choices-range": (d: Detail) =>
      `„choicesMin“ bis „choicesMax“ ergäbe mehr als ${d.limit} Antwortmöglichkeiten. Fragen Sie hier besser nach einer Zahl.`,
    "expression-too-long": (d: Detail) => `Diese Bedingung hat mehr als ${d.limit} Zeichen. Vereinfachen Sie sie.`,
    "check-timeout": "Die Prüfung hat zu lange gedauert. Vereinfachen Sie Bedingungen und Tabellen.",
    "check-out-of-memory": "Der Fragebogen ist zu groß für die Prüfung. Verkleinern Sie Tabellen und Auswahllisten.",
    "check-failed": "Der Fragebogen ließ sich nicht prüfen. Vereinfachen Sie ihn, oder versuchen Sie es noch einmal.",
    "check-busy": "Gerade wird zu viel geprüft. Bitte versuchen Sie es in einer Minute noch einmal.",

    // What keeps it from being published.
    "cannot-be-built": (d: Detail) => `Die Umfrage-Software kann den Fragebogen nicht aufbauen (${d.message}).`,
    "duplicate-name": (d: Detail) =>
      `Den Namen „${d.name}“ hat schon eine andere Frage. Geben Sie einer von beiden einen eigenen Namen.`,
    "duplicate-choice": (d: Detail) =>
      `Der Wert „${d.code}“ kommt bei den Antwortmöglichkeiten mehrmals vor. Jeder Wert darf nur einmal stehen.`,
    "missing-name": (d: Detail) => `Diese Frage (Art „${d.type}“) hat keinen Namen. Ergänzen Sie „name“.`,
    "required-without-rows":
      "Diese Pflichttabelle hat keine Zeilen und ließe sich nie beantworten. Ergänzen Sie „rows“.",
    "no-choices": "Diese Frage hat keine Antwortmöglichkeiten. Ergänzen Sie „choices“.",
    "choices-by-url":
      "Die Antwortmöglichkeiten sollen von einer Adresse geladen werden. Das ist nicht erlaubt: Schreiben Sie sie in den Fragebogen.",
    "invalid-expression": (d: Detail) =>
      `Diese Bedingung ist nicht lesbar: ${d.expression} – Prüfen Sie Klammern und Anführungszeichen.`,
    "unknown-function": (d: Detail) =>
      `Die Funktion „${d.function}“ gibt es nicht; die Bedingung wäre immer falsch. Prüfen Sie die Schreibweise.`,
    "unsupported-pattern": (d: Detail) =>
      `Das Suchmuster ${d.pattern} wird nicht unterstützt. Verzichten Sie auf Rückbezüge und Vorausschau.`,
    "dangerous-pattern": (d: Detail) =>
      `Das Suchmuster ${d.pattern} könnte den Browser anhalten, weil es Wiederholungen wiederholt. Vereinfachen Sie es.`,
    "unsafe-html": (d: Detail) => `Der Text enthält unsicheres HTML (${d.parts}). Entfernen Sie diese Teile.`,
    "consent-unusable":
      "Diese Frage soll die Zustimmung zur Nennung des Namens sein (nameConsent). Das kann nur eine Frage mit Ja oder Nein, die nicht in einer Gruppe oder Tabelle steht.",
    "coverage-unusable":
      "Diese Frage soll sagen, wie weit ein Bedarf gedeckt ist (coverageOf). Dazu muss sie eine Matrix sein und eine andere Matrix mit denselben Zeilen nennen, die nach der Wichtigkeit fragt.",
    "coverage-scales":
      "Wichtigkeit und Deckung (coverageOf) brauchen dieselben Zahlen als Antworten, zum Beispiel beide 1 bis 5. Sonst lässt sich keine Lücke rechnen. Was nicht zählt, bekommt „missing“.",
    "ties-unusable":
      "Diese Frage soll sagen, wer mit wem in Kontakt steht (ties). „contact“ und „wish“ gehören an je eine Frage mit der Projektliste (roster), „closest“ an eine Auswahl aus „contact“ (choicesFromQuestion), „frequency“ und „kind“ an je eine Auswahl in einer wiederholten Gruppe mit „keyName“. Ohne „contact“ gibt es keine Verbindungen.",
    "interfaces-unusable":
      "Der Fragebogen sagt, welche Fragen nach Schnittstellen fragen (interfaces). Dazu braucht es eine Matrix für den Kontakt und eine Tabelle mit denselben Zeilen und den Spalten für Form, Qualität, Verlässlichkeit und Vertrauen, alle mit geordneten Antworten.",
    "consent-twice": (d: Detail) =>
      `Die Zustimmung zur Nennung des Namens (nameConsent) steht schon bei „${d.first}“. Es darf nur eine geben.`,
    "unsafe-address": "Diese Adresse führt ein Programm aus. Entfernen Sie sie.",

    // What is to be read.
    "survey-core": (d: Detail) => `Die Umfrage-Software meldet: ${d.message}`,
    "unknown-name": (d: Detail) =>
      `Die Bedingung nennt „${d.name}“, das es im Fragebogen nicht gibt. Prüfen Sie die Schreibweise.`,
    "unknown-type": (d: Detail) => `Die Frageart „${d.type}“ ist hier unbekannt; die Frage wird nicht gezeigt.`,
    "missing-type": "Dieser Eintrag hat keine Frageart und wird nicht gezeigt. Ergänzen Sie „type“.",
    "uploads-off":
      "Dateien können hier nicht hochgeladen werden. Die Frage bleibt leer und darf keine Pflichtfrage sein.",
    "external-address":
      "Dieses Bild liegt auf einem fremden Server und wird nicht geladen. Betten Sie es als Daten ein, oder lassen Sie es weg.",
    "consent-without-names":
      "Diese Frage ist die Zustimmung zur Nennung des Namens (nameConsent), aber der Fragebogen ist nicht für namentliche Erhebungen gemacht. In anderen bewirkt sie nichts.",
    "ties-without-consent":
      "Diese Frage fragt nach Kontakten (ties), aber keine Frage ist die Zustimmung zur Nennung des Namens (nameConsent). Ohne Zustimmung wird keine Verbindung gezeigt.",
    "ignored-on-server": "Diese Einstellung wirkt nur auf die Anzeige; geprüft wird trotzdem jede Antwort.",
    "missing-title": "Diese Frage hat keinen Fragetext; gezeigt wird ihr Name. Ergänzen Sie „title“.",
    "no-english": "Der Fragebogen hat keine englischen Texte. Englisch Lesende sehen den deutschen Wortlaut.",
    "missing-english": "Hier fehlt der englische Text; gezeigt wird der deutsche.",
  } as Record<string, string | ((d: Detail) => string)>,
  other: (code: string) => `Hier stimmt etwas nicht (${code}).`,
  /** where a file cannot be read as JSON */
  at: (line: string, column: string) => `Zeile ${line}, Spalte ${column}`,
  near: (excerpt: string) => `in der Nähe von ${excerpt}`,
  end: "am Ende: Die Datei bricht mitten im Text ab.",
  whole: "Ganzer Fragebogen",
  page: (n: string, title: string) => `Seite ${n} „${title}“`,
  question: (title: string) => `Frage „${title}“`,
  errors: (n: string) => (n === "1" ? "1 Fehler" : `${n} Fehler`),
  warnings: (n: string) => (n === "1" ? "1 Hinweis" : `${n} Hinweise`),
  errorsText: "Das verhindert die Veröffentlichung.",
  warningsText: "Das ist erlaubt. Prüfen Sie, ob es so gemeint ist.",
  more: (n: string) => `und ${n} weitere Stellen`,
  none: "Die Prüfung hat keine Fehler gefunden.",
};
