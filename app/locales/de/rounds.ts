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
    read: "Auswertung lesen",
    readTitle: (n: string, date: string) => `Auswertungsstand ${n} vom ${date}`,
  },
};
