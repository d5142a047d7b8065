const daysOf = (days: string) => (days === "1" ? "1 Tag" : `${days} Tage`);

/** What can be done with a round that was opened, and its history. */
export const roundChange = {
  title: (round: string) => `${round} ändern`,
  short: "Ändern",
  more: "Mehr ändern, Verlauf",
  nothing: "An dieser Erhebung lässt sich nichts mehr ändern.",
  choose: "Was möchten Sie tun?",
  back: "Andere Änderung wählen",
  toRound: "Zur Erhebung",
  actions: {
    frist: "Frist verlängern",
    erinnerungen: "Erinnerungen ändern",
    wortlaut: "Wortlaut berichtigen",
    schliessen: "Vorzeitig schließen",
    abbrechen: "Erhebung abbrechen",
    beenden: "Ohne Auswertung beenden",
    archivieren: "Archivieren",
  },
  hints: {
    frist: (deadline: string) => `Bisher bis ${deadline}.`,
    erinnerungen: (days: string) => (days ? `Bisher ${daysOf(days)} vor der Frist.` : "Bisher keine."),
    wortlaut: (n: string) => `Jetzt gilt Fassung ${n}. Struktur und Antwortmöglichkeiten bleiben, wie sie sind.`,
    schliessen: "Danach kann niemand mehr antworten.",
    abbrechen: "Die Erhebung endet ohne Auswertung.",
    beenden: "Es entsteht kein Auswertungsstand. Die Erhebung wird abgelegt.",
    archivieren: "Die Erhebung ist ausgewertet und wird abgelegt.",
  },
  extend: {
    check: "Weiter",
    title: "Frist verlängern?",
    text: (from: string, to: string) => `Bisher bis ${from}. Neu bis ${to}.`,
    follows: (days: string) =>
      days
        ? `Die Erinnerungen (${daysOf(days)} vor der Frist) richten sich nach der neuen Frist. Es geht jetzt keine Nachricht hinaus.`
        : "Es geht jetzt keine Nachricht hinaus.",
    confirm: "Ja, Frist verlängern",
  },
  reminders: {
    check: "Weiter",
    title: "Erinnerungen ändern?",
    text: (days: string) =>
      days
        ? `Erinnert wird ${daysOf(days)} vor der Frist, und nur, wer noch nicht eingereicht hat.`
        : "Es wird nicht mehr von selbst erinnert.",
    past: "Tage, die schon vorbei sind, werden nicht nachgeholt.",
    confirm: "Ja, Erinnerungen ändern",
  },
  amend: {
    legend: "Berichtigte Fassung",
    option: (n: string, date: string) => `Fassung ${n} vom ${date}`,
    none: "Zu dieser Fassung gibt es keine Berichtigung. Legen Sie unter „Fragebögen“ eine an: Eine zweite Person muss sie freigeben.",
    check: "Unterschiede ansehen",
    title: (n: string) => `Fassung ${n} einsetzen?`,
    text: "Alle Merkmale bleiben vergleichbar. Angefangene Antwortbögen bleiben erhalten und zeigen den neuen Wortlaut.",
    confirm: "Ja, Wortlaut berichtigen",
  },
  close: {
    title: "Diese Erhebung jetzt schließen?",
    text: (submitted: string, begun: string) =>
      `Eingereicht: ${submitted}. Noch in Arbeit: ${begun}; diese Antwortbögen zählen nicht. Danach kann niemand mehr antworten. Das lässt sich nicht rückgängig machen.`,
    sealed: (n: string) =>
      `Bisher liegen ${n} Antwortbögen versiegelt. Beim Schließen werden sie geöffnet, wenn es mindestens 10 sind; sonst bleiben sie für immer versiegelt. Das lässt sich nicht rückgängig machen.`,
    confirm: "Ja, Erhebung schließen",
  },
  cancel: {
    reason: "Grund",
    reasonHint: "Steht im Verlauf der Erhebung. Bitte keine Namen.",
    check: "Weiter",
    title: "Diese Erhebung abbrechen?",
    text: "Sie endet ohne Auswertung, niemand wird mehr erinnert. Die Teams können lesen, was sie geschrieben haben. Das lässt sich nicht rückgängig machen.",
    erased: (n: string) =>
      `Sie endet ohne Auswertung, niemand wird mehr erinnert. Weil sie anonym ist, werden die eingegangenen Antworten gelöscht (bisher ${n}), ohne dass jemand sie liest. Das lässt sich nicht rückgängig machen.`,
    confirm: "Ja, Erhebung abbrechen",
    keep: "Nein, weiterlaufen lassen",
  },
  end: {
    title: "Diese Erhebung ohne Auswertung beenden?",
    text: "Sie wird nie ausgewertet und steht dann bei den archivierten. Die Teams können lesen, was sie geschrieben haben. Es geht keine Nachricht hinaus. Das lässt sich nicht rückgängig machen.",
    confirm: "Ja, ohne Auswertung beenden",
  },
  archive: {
    title: "Diese Erhebung archivieren?",
    text: "Ihre Auswertung bleibt lesbar. Die Erhebung steht dann bei den archivierten.",
    confirm: "Ja, archivieren",
  },
  history: {
    title: "Verlauf",
    empty: "Noch ist nichts festgehalten.",
    byItself: "von selbst",
    somebody: "ehemaliges Konto",
    line: (date: string, time: string, who: string) => `${date}, ${time} Uhr · ${who}`,
    verbs: {
      "round.draft": "Entwurf angelegt",
      "round.change": "Entwurf bearbeitet",
      "round.plan": "Beginn eingeplant",
      "round.unplan": "Planung zurückgenommen",
      "round.open": "Geöffnet",
      "round.invite": "Personen aufgenommen",
      "round.uninvite": "Person herausgenommen",
      "round.extend": "Frist verlängert",
      "round.reminders": "Erinnerungen geändert",
      "round.remind": "Erinnert",
      "response.reopen": "Antwortbogen wieder geöffnet",
      "response.erase": "Antwortbogen gelöscht",
      "name.withdraw": "Zustimmung zur Nennung des Namens widerrufen",
      "name.give": "Zustimmung zur Nennung des Namens wieder gegeben",
      "round.call-list": "Anrufliste heruntergeladen",
      "round.amend": "Wortlaut berichtigt",
      "round.close": "Geschlossen",
      "round.cancel": "Abgebrochen",
      "round.end": "Ohne Auswertung beendet",
      "round.archive": "Archiviert",
      "round.erase-drafts": "Nach Ablauf der Aufbewahrung gelöscht",
      "release.make": "Auswertungsstand erzeugt",
      "release.interim": "Zwischenstand erzeugt",
      "release.correct": "Korrektur erzeugt",
    } as Record<string, string>,
    other: (verb: string) => `Anderes (${verb})`,
    opened: (n: string) => (n === "1" ? "1 Projekt eingeladen" : `${n} Projekte eingeladen`),
    extended: (from: string, to: string) => `von ${from} auf ${to}`,
    reminderDays: (days: string) => (days ? `${daysOf(days)} vor der Frist` : "keine mehr"),
    reminded: (n: string) => (n === "1" ? "1 Nachricht" : `${n} Nachrichten`),
    amended: (from: string, to: string) => `Fassung ${to} statt Fassung ${from}`,
    deadline: "mit Ablauf der Frist",
    sealed: (moved: string, sealed: string) => `${moved} Antwortbögen geöffnet, ${sealed} bleiben versiegelt`,
    erased: (drafts: string, notes: string) =>
      `${drafts === "1" ? "1 nicht eingereichter Antwortbogen" : `${drafts} nicht eingereichte Antwortbögen`}, ${notes === "1" ? "1 Notiz" : `${notes} Notizen`}`,
    notOpened: (why: string) => `Die Erhebung konnte nicht geöffnet werden: ${why}`,
    reason: (reason: string) => `Grund: ${reason}`,
  },
};
