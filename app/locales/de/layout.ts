export const layout = {
  brand: "Praxisspiegel",
  skipToContent: "Zum Inhalt springen",
  navLabel: "Hauptnavigation",
  footerLabel: "Rechtliches",
  demoNotice: "Fiktives Beispielnetzwerk: Alle Projekte und Antworten sind erfunden.",
  signOut: "Abmelden",
  signIn: "Anmelden",
  /** in place of the name where there is no room for it */
  account: "Konto",
  language: "Sprache",
  otherLanguage: "English",
  nav: {
    invitations: "Erhebungen",
    teams: "Team",
    rounds: "Erhebungen verwalten",
    questionnaires: "Fragebögen",
    members: "Mitglieder",
    messages: "Nachrichten",
    releases: "Auswertungen",
  },
  legal: { imprint: "Impressum", privacy: "Datenschutz", accessibility: "Barrierefreiheit" },
  form: {
    faults: "Was noch nicht stimmt",
    faultCount: (n: number) => `Bitte prüfen Sie ${n} Angaben.`,
    cancel: "Abbrechen",
  },
  pageTitle: (title: string) => `${title} – Praxisspiegel`,
};
