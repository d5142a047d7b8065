export const calendar = {
  title: "Kalender",
  subtitle: (year: string) => `Alle Erhebungen des Jahres ${year} und was sie von den Projekten verlangen.`,
  trail: "Erhebungen",
  year: "Jahr",
  before: (year: string) => `Jahr ${year}`,
  after: (year: string) => `Jahr ${year}`,
  timeline: "Erhebungen im Jahreslauf",
  empty: "In diesem Jahr gibt es keine Erhebung.",
  today: "heute",
  span: (from: string, to: string) => `${from} bis ${to}`,
  spanCancelled: (from: string) => `sollte am ${from} öffnen, abgebrochen`,
  table: "Als Liste",
  caption: (year: string) => `Erhebungen ${year}`,
  heads: {
    title: "Erhebung",
    state: "Stand",
    opens: "öffnet",
    closes: "endet",
    invited: "eingeladen",
    minutes: "Minuten",
  },
  over: "beendet",
  planned: "geplant",
  minutes: (n: string) => `${n} Minuten`,
  unknownMinutes: "ohne Angabe",
  burden: {
    title: "Belastung der Projekte",
    intro:
      "Minuten im Jahr, die ein Projekt zum Ausfüllen braucht: die Dauer aller Erhebungen, zu denen es eingeladen ist. Geplante Erhebungen zählen getrennt mit.",
    limit: "Höchstens so viele Minuten im Jahr",
    show: "Anzeigen",
    limitFault: "Bitte geben Sie eine ganze Zahl von 1 bis 2.000 ein.",
    fine: (limit: string) => `Kein Projekt liegt über ${limit} Minuten im Jahr.`,
    over: (n: number, count: string, limit: string) =>
      n === 1
        ? `1 Projekt liegt über ${limit} Minuten im Jahr.`
        : `${count} Projekte liegen über ${limit} Minuten im Jahr.`,
    overPlanned: (n: number, count: string) =>
      n === 1 ? "Bei 1 davon erst durch geplante Erhebungen." : `Bei ${count} davon erst durch geplante Erhebungen.`,
    unknown: (titles: string) => `Ohne Angabe der Dauer und deshalb nicht mitgezählt: ${titles}.`,
    distribution: "Verteilung",
    distributionHeads: { minutes: "Minuten im Jahr", projects: "Projekte" },
    none: "keine",
    range: (from: string, to: string) => `${from} bis ${to}`,
    above: (limit: string) => `über ${limit}`,
    list: (limit: string) => `Projekte über ${limit} Minuten`,
    heads: { project: "Projekt", organisation: "Träger", asked: "eingeladen", planned: "geplant", total: "zusammen" },
    middle: (minutes: string, most: string) =>
      `Die Hälfte der Projekte braucht höchstens ${minutes} Minuten, keines mehr als ${most}.`,
    noProjects: "In diesem Jahr gibt es noch kein aktives Projekt.",
  },
};
