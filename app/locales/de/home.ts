export const home = {
  title: "Start",
  subtitle: (day: string) => `Was heute ansteht, ${day}.`,
  nothing: "Heute steht nichts an.",
  nothingText: "Sobald eine Erhebung endet, ein Projekt um etwas bittet oder ein Ja fehlt, steht es hier.",
  groups: { rounds: "Erhebungen", members: "Mitglieder", questionnaires: "Fragebögen" },
  endsIn: (round: string, days: number) =>
    days === 0 ? `${round} endet heute.` : days === 1 ? `${round} endet morgen.` : `${round} endet in ${days} Tagen.`,
  overdue: (round: string) => `Die Frist von ${round} ist abgelaufen.`,
  returned: (submitted: string, invited: string) => `${submitted} von ${invited} haben eingereicht.`,
  submitted: (submitted: string) => `${submitted} haben eingereicht.`,
  inquiries: (n: number, count: string, round: string) =>
    n === 1 ? `1 Frage zu ${round} wartet auf Antwort.` : `${count} Fragen zu ${round} warten auf Antwort.`,
  toRelease: (round: string) => `${round} ist geschlossen und noch nicht ausgewertet.`,
  draft: (round: string) => `${round} wird vorbereitet.`,
  draftOpens: (date: string) => `Die Eröffnung ist für den ${date} vorgesehen.`,
  draftWithoutDay: "Für die Eröffnung ist noch kein Tag festgelegt.",
  requests: (n: number, count: string) =>
    n === 1
      ? "1 Projekt bittet um eine Änderung seiner Angaben."
      : `${count} Projekte bitten um eine Änderung ihrer Angaben.`,
  bounced: (n: number, count: string) =>
    n === 1 ? "1 Adresse nimmt keine Post an." : `${count} Adressen nehmen keine Post an.`,
  secondYes: (name: string) => `Der Fragebogen „${name}“ wartet auf Ihr Ja.`,
  ownProposal: (name: string) => `Ihr Vorschlag für den Fragebogen „${name}“ wartet auf das Ja einer zweiten Person.`,
  open: {
    round: "Zur Erhebung",
    inquiries: "Fragen lesen",
    setup: "Weiter einrichten",
    requests: "Anfragen lesen",
    members: "Zu den Mitgliedern",
    questionnaire: "Zum Fragebogen",
  },
};
