export const rounds = {
  states: {
    draft: "Entwurf",
    open: "offen",
    closed: "geschlossen",
    released: "ausgewertet",
    archived: "archiviert",
    cancelled: "abgebrochen",
  },
  fictional: "fiktives Beispiel",
  privacy: { named: "namentlich", confidential: "vertraulich", anonymous: "anonym" },
  reason: "Grund",
  list: {
    title: "Erhebungen",
    emptyTitle: "Noch gibt es keine Erhebung.",
  },
  round: {
    version: (n: string) => `Fassung ${n}`,
    openUntil: (date: string) => `offen bis ${date}`,
    overdue: (date: string) => `Frist abgelaufen am ${date}`,
    closedOn: (date: string) => `geschlossen am ${date}`,
    steps: "Stand der Erhebung",
    close: "Erhebung schließen",
    closeTitle: "Diese Erhebung jetzt schließen?",
    closeText: (submitted: string, begun: string) =>
      `Eingereicht: ${submitted}. Noch in Arbeit: ${begun}; diese Antwortbögen zählen nicht. Nach dem Schließen kann niemand mehr antworten. Das lässt sich nicht rückgängig machen.`,
    closeConfirm: "Ja, Erhebung schließen",
    cancel: "Abbrechen",
    release: "Auswertungsstand erzeugen",
    releaseTitle: "Die Erhebung ist geschlossen.",
    releaseText:
      "Der Auswertungsstand fasst die eingereichten Antwortbögen zu Zahlen zusammen und wird dann eingefroren. Die Steuerungsgruppe kann ihn sofort lesen.",
    releaseQuestion: "Auswertungsstand jetzt erzeugen?",
    releaseTexts: (n: number, count: string) =>
      `${n === 1 ? "1 Frage mit freiem Text ist" : `${count} Fragen mit freiem Text sind`} noch nicht fertig codiert. Danach geht es nicht mehr: Der Auswertungsstand sagt dann nur, wie viele geantwortet haben.`,
    releaseFrozen: (n: string) =>
      `Aus ${n} eingereichten Antwortbögen werden Zahlen. Sie werden für immer eingefroren und lassen sich nicht mehr ändern. Die Steuerungsgruppe kann sie sofort lesen.`,
    releaseMails: (n: number, count: string) =>
      n === 0
        ? "Es geht keine Nachricht hinaus."
        : n === 1
          ? "1 Nachricht mit Dank und dem Weg zu den Ergebnissen geht hinaus."
          : `${count} Nachrichten mit Dank und dem Weg zu den Ergebnissen gehen hinaus.`,
    releaseConfirm: "Ja, Auswertungsstand erzeugen",
    noRelease: "Diese Erhebung kann nicht ausgewertet werden.",
    obstacles: {
      responses: (n: number, count: string, minimum: string) =>
        `${n === 1 ? "Eingereicht ist 1 Antwortbogen" : `Eingereicht sind ${count} Antwortbögen`}. Ausgewertet wird ab ${minimum}, damit niemand erkennbar ist.`,
      organisations: (n: number, count: string, minimum: string) =>
        `Die Antwortbögen kommen von ${n === 1 ? "1 Träger" : `${count} Trägern`}. Ausgewertet wird ab ${minimum} Trägern, damit niemand erkennbar ist.`,
      dominated:
        "Ein oder zwei Träger haben so viele der Antwortbögen eingereicht, dass ihre Antworten aus den Zahlen erkennbar wären.",
    },
    read: "Auswertung lesen",
    readTitle: (n: string, date: string) => `Auswertungsstand ${n} vom ${date}`,
  },
};
