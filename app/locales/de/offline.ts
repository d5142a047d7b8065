/** What a device keeps for times without a network, and how it is cleared again. */
export const offline = {
  title: "Keine Verbindung",
  text: "Diese Seite ist gerade nicht erreichbar. Fragebögen, die auf diesem Gerät liegen, können Sie weiter ausfüllen. Ihre Änderungen werden gesendet, sobald die Verbindung wieder da ist.",
  noPage: "Diese Seite ist gerade nicht erreichbar.",
  backTitle: "Die Verbindung ist wieder da",
  back: "Sie können dort weitermachen, wo Sie waren.",
  backButton: "Weiter",
  again: "Noch einmal versuchen",
  noScript: "Ohne Verbindung braucht diese Seite JavaScript. Bitte versuchen Sie es später noch einmal.",
  list: {
    title: "Ihre Fragebögen auf diesem Gerät",
    loading: "Die Fragebögen werden gesucht …",
    emptyTitle: "Auf diesem Gerät liegt kein Fragebogen.",
    empty:
      "Einen Fragebogen, den Sie hier einmal mit Verbindung geöffnet haben, finden Sie danach auch ohne Verbindung.",
    emptyOff: "Auf diesem Gerät wird nichts behalten. So haben Sie es gewählt.",
    missingTitle: "Dieser Fragebogen liegt nicht auf diesem Gerät.",
    missing: "Sie können ihn wieder öffnen, sobald die Verbindung da ist.",
    until: (date: string) => `bis ${date}`,
    waiting: (n: number) => (n === 1 ? "1 Änderung wartet" : `${n} Änderungen warten`),
    nothingWaits: "alles gesendet",
    fill: "Ausfüllen",
    toList: "Alle Fragebögen auf diesem Gerät",
  },
  sheet: {
    loading: "Der Fragebogen wird geöffnet …",
    online: "Die Verbindung ist wieder da. Alle Änderungen sind gesendet.",
    toPage: "Mit Verbindung weitermachen",
    foot: "Antworten prüfen und einreichen können Sie mit Verbindung.",
  },
  keep: {
    on: "Auf diesem Gerät werden offene Fragebögen und noch nicht gesendete Änderungen behalten, bis Sie sich abmelden. Was 30 Tage lang niemand öffnet, wird entfernt.",
    onByLink:
      "Auf diesem Gerät werden dieser Fragebogen und noch nicht gesendete Änderungen behalten, bis Sie auf „Auf diesem Gerät beenden“ klicken. Ist alles gesendet und öffnet den Fragebogen 12 Stunden lang niemand, wird er entfernt.",
    off: "Auf diesem Gerät wird nichts behalten. Ohne Verbindung gehen nicht gesendete Änderungen verloren, wenn Sie die Seite schließen.",
    turnOff: "Auf diesem Gerät nichts behalten",
    turnOn: "Auf diesem Gerät wieder behalten",
    label: "Auf diesem Gerät",
    cleared: "Auf diesem Gerät ist nichts mehr gespeichert.",
  },
  leave: {
    unsent: (n: number) =>
      n === 1 ? "1 Änderung ist noch nicht gesendet." : `${n} Änderungen sind noch nicht gesendet.`,
    signOut: "Beim Abmelden wird alles gelöscht, was auf diesem Gerät liegt.",
    forget: (n: number) =>
      `Wird auf diesem Gerät nichts behalten, ${n === 1 ? "geht sie" : "gehen sie"} verloren. Ein geöffneter Fragebogen zeigt danach, was schon gesendet war.`,
    others: ({ own, others }: { own: number; others: number }): string => {
      if (own > 0)
        return "Darunter sind Änderungen einer anderen Person. Nur diese Person kann sie senden, wenn sie hier wieder ihren Fragebogen öffnet.";
      return others === 1
        ? "Sie stammt von einer anderen Person. Nur diese kann sie senden, wenn sie hier wieder ihren Fragebogen öffnet."
        : "Sie stammen von einer anderen Person. Nur diese kann sie senden, wenn sie hier wieder ihren Fragebogen öffnet.";
    },
    send: "Erst senden",
    sending: "Sendet …",
    notSent: "Das Senden ist nicht gelungen. Die Änderungen liegen noch auf diesem Gerät.",
    discardAndSignOut: "Abmelden und verwerfen",
    discardAndForget: "Verwerfen und nichts behalten",
    cancel: "Abbrechen",
    offlineTitle: "Zum Abmelden fehlt die Verbindung.",
    offline:
      "Bis dahin können Sie löschen, was auf diesem Gerät liegt. Melden Sie sich dann noch ab, sobald die Verbindung wieder da ist.",
    clear: "Auf diesem Gerät alles löschen",
    clearUnsent: "Verwerfen und auf diesem Gerät alles löschen",
  },
};
