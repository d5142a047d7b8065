export const layout = {
  brand: "Praxisspiegel",
  skipToContent: "Zum Inhalt springen",
  navLabel: "Hauptnavigation",
  footerLabel: "Rechtliches",
  demoNotice: "Fiktives Beispielnetzwerk: Alle Projekte und Antworten sind erfunden.",
  signOut: "Abmelden",
  signIn: "Anmelden",
  language: "Sprache",
  otherLanguage: "English",
  nav: {
    invitations: "Erhebungen",
    rounds: "Erhebungen verwalten",
    releases: "Auswertungen",
  },
  legal: { imprint: "Impressum", privacy: "Datenschutz", accessibility: "Barrierefreiheit" },
  pageTitle: (title: string) => `${title} – Praxisspiegel`,
};
