export const responses = {
  list: {
    title: "Ihre Erhebungen",
    subtitle: "Fragebögen des Netzwerks an Ihr Projekt.",
    emptyTitle: "Gerade ist nichts auszufüllen.",
    empty: "Sobald eine Erhebung für Ihr Projekt beginnt, steht sie hier.",
    open: "Offen",
    closed: "Abgeschlossen",
    dueBy: (date: string) => `bis ${date}`,
    states: {
      new: "noch nicht begonnen",
      begun: "begonnen",
      submitted: "eingereicht",
      missed: "nicht eingereicht",
    },
    fill: "Ausfüllen",
    continue: "Weiter ausfüllen",
    read: "Antworten lesen",
    look: "Ansehen",
  },
  start: {
    due: (date: string) => `Bitte bis ${date} einreichen.`,
    minutes: (n: number) =>
      `Etwa ${n} Minuten. Sie können jederzeit unterbrechen; alles Eingegebene bleibt gespeichert.`,
    whoSees: "Wer sieht unsere Antworten?",
    privacy: {
      confidential: [
        "Ihr Projektteam sieht und bearbeitet diesen Antwortbogen.",
        "Die Steuerungsgruppe sieht nur zusammengefasste Zahlen: ab 6 Projekten von mindestens 3 Trägern.",
        "Freie Texte werden nie von selbst veröffentlicht.",
        "Die Koordination sieht, ob Sie eingereicht haben, aber nicht, was Sie geantwortet haben.",
      ],
      named: [
        "Diese Erhebung ist namentlich: Der Name Ihres Projekts wird mit den Angaben gezeigt, denen Sie zustimmen.",
        "Alle übrigen Angaben erscheinen nur als zusammengefasste Zahlen.",
        "Ob Ihr Projekt genannt werden darf, fragen wir gleich zu Beginn.",
      ],
      anonymous: [
        "Diese Erhebung ist anonym: Antworten und Einladung lassen sich nicht verbinden.",
        "Gezeigt werden nur zusammengefasste Zahlen ab 6 Personen.",
        "Freie Texte werden nie von selbst veröffentlicht.",
      ],
    },
    together: "Füllen Sie den Bogen gern gemeinsam aus. Für die Teamsitzung gibt es ihn leer zum Ausdrucken.",
    blank: "Leeren Fragebogen drucken",
    begin: "Ausfüllen beginnen",
    resume: "Weiter ausfüllen",
    closedTitle: "Die Erhebung ist geschlossen.",
    closed: "Änderungen sind nicht mehr möglich. Was Sie eingegeben haben, können Sie noch lesen.",
    submitted: "Dieser Antwortbogen ist eingereicht.",
  },
  fill: {
    yourSheet: "Ihr Antwortbogen",
    pagesLabel: "Seiten des Fragebogens",
    page: (n: number, of: number) => `Seite ${n} von ${of}`,
    answered: (n: number, of: number) => `${n} von ${of} Fragen beantwortet`,
    minutesLeft: (n: number) => (n === 1 ? "noch etwa 1 Minute" : `noch etwa ${n} Minuten`),
    marks: { done: "fertig", begun: "begonnen", open: "offen" },
    back: "Zurück",
    next: (title: string) => `Weiter: ${title}`,
    review: "Antworten prüfen",
    whoSees: "Wer sieht unsere Antworten?",
    loading: "Der Fragebogen wird geladen …",
    failed: "Der Fragebogen konnte nicht geladen werden. Bitte laden Sie die Seite neu.",
    noScript:
      "Zum Ausfüllen braucht dieser Browser JavaScript. Sie können den leeren Fragebogen ausdrucken und Ihre Antworten später eingeben.",
    errors: (n: number) =>
      n === 1
        ? "Eine Antwort auf dieser Seite fehlt noch oder passt nicht."
        : `${n} Antworten auf dieser Seite fehlen noch oder passen nicht.`,
    save: {
      idle: "Änderungen werden gespeichert, sobald Sie etwas eingeben.",
      saving: "Speichert …",
      saved: (time: string) => `Alle Änderungen gespeichert · ${time}`,
      offline: (n: number) =>
        n === 1 ? "Keine Verbindung – 1 Änderung wartet" : `Keine Verbindung – ${n} Änderungen warten`,
      refused: "Eine Antwort passt nicht zur Frage und ist noch nicht gespeichert.",
      signedOut: "Sie sind abgemeldet. Ihre letzten Änderungen warten.",
      signInAgain: "Wieder anmelden",
      closedTitle: "Die Erhebung ist geschlossen.",
      submittedTitle: "Dieser Antwortbogen ist eingereicht.",
      closed: "Diese Änderungen wurden nicht mehr gespeichert. Sie können sie hier kopieren:",
    },
    access: {
      required: "(Pflichtfrage)",
      rankChosen:
        "Antippen wählt aus und wieder ab. Zum Ordnen ziehen Sie eine Zeile an ihren Platz. Mit der Tastatur: Leertaste wählt aus, Pfeiltasten ordnen.",
      rankAll: "Zum Ordnen ziehen Sie eine Zeile an ihren Platz. Mit der Tastatur: Pfeiltasten ordnen.",
    },
    clash: {
      title: "Zwei Fassungen",
      text: (name: string, time: string) => `${name} hat diese Antwort um ${time} ebenfalls geändert:`,
      yours: "Ihre Fassung:",
      someone: "Eine andere Person",
      question: "Frage",
      mine: "Meine behalten",
      theirs: "Andere nehmen",
      empty: "(leer)",
    },
  },
  review: {
    title: "Antworten prüfen",
    subtitle: "So sieht Ihr Antwortbogen jetzt aus. Nach dem Einreichen ist er gesperrt.",
    problems: (n: number) =>
      n === 1 ? "Eine Antwort fehlt noch oder passt nicht" : `${n} Antworten fehlen noch oder passen nicht`,
    problemsHint: "Öffnen Sie die Frage, ergänzen Sie die Antwort und kommen Sie dann wieder hierher.",
    hidden:
      "Einige Antworten gehören zu Fragen, die für Sie nicht mehr gestellt werden. Sie bleiben gespeichert, zählen aber nicht.",
    leadOnly: "Einreichen kann die Projektleitung. Sagen Sie ihr Bescheid, wenn der Bogen fertig ist.",
    submit: "Verbindlich einreichen",
    back: "Zurück zum Fragebogen",
    changed: "Seit Ihrer Prüfung hat jemand etwas geändert. Bitte prüfen Sie den Bogen noch einmal.",
  },
  receipt: {
    title: "Vielen Dank. Ihr Antwortbogen ist eingegangen.",
    number: "Belegnummer",
    round: "Erhebung",
    project: "Projekt",
    submittedAt: "Eingereicht am",
    submittedBy: "Eingereicht von",
    checksum: "Prüfsumme",
    checksumHint:
      "Bewahren Sie Nummer und Prüfsumme auf: Mit ihnen lässt sich später zeigen, dass die Antworten unverändert sind.",
    mail: "Der Beleg geht Ihnen auch per E-Mail zu, ohne Ihre Antworten.",
    next: "Wie es weitergeht: Nach dem Ende der Erhebung wertet die Koordination alle Bögen zusammen aus. Was davon wer sieht, steht auf der ersten Seite der Erhebung.",
    read: "Antworten lesen",
    print: "Drucken",
  },
  submitted: {
    title: "Ihre Antworten",
    subtitle: (receipt: string, date: string) => `Beleg ${receipt}, eingereicht am ${date}`,
  },
  blank: {
    title: "Fragebogen zum Ausdrucken",
    hint: "Für die Besprechung im Team. Eingereicht wird online.",
    print: "Drucken",
    several: "Mehrere Antworten sind möglich.",
    rank: "Bitte in eine Reihenfolge bringen: 1 ist am wichtigsten.",
  },
  sheet: { unanswered: "keine Antwort" },
  /** problems at one answer, by the code of the check */
  faults: {
    required: "Bitte beantworten Sie diese Frage.",
    "other-empty": "Bitte schreiben Sie dazu, was Sie mit „Sonstiges“ meinen.",
    "text-too-long": "Dieser Text ist zu lang.",
    "unknown-question": "Diese Frage gibt es im Fragebogen nicht mehr.",
    other: "Diese Antwort passt nicht zur Frage. Bitte wählen Sie noch einmal.",
  },
};
