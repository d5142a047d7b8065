export const releases = {
  /** Who took part; of open links nobody knows out of how many. */
  participation: {
    projects: (n: string, of: string) => `${n} von ${of} Projekten`,
    people: (n: string, of: string) => `${n} von ${of} Personen`,
    answers: (n: string) => `${n} Antworten`,
  },
  list: {
    title: "Auswertungen",
    subtitle: "Zusammengefasste Zahlen abgeschlossener Erhebungen.",
    emptyTitle: "Noch ist nichts ausgewertet.",
    empty: "Sobald die Koordination eine Erhebung geschlossen und ausgewertet hat, steht sie hier.",
    numbered: (n: string) => `Auswertungsstand ${n}`,
    madeOn: (date: string) => `vom ${date}`,
    share: (participation: string, share: string) => `${participation} (${share})`,
    read: "Auswertung lesen",
  },
  report: {
    release: (n: string, date: string) => `Auswertungsstand ${n} vom ${date}`,
    version: (n: string) => `Fassung ${n}`,
    closedOn: (date: string) => `geschlossen am ${date}`,
    rule: (minimum: string, organisations: string) =>
      `Gezeigt werden nur Gruppen ab ${minimum} Projekten von mindestens ${organisations} Trägern. Kein Träger stellt mehr als die Hälfte.`,
    ruleStrict: (remaining: string) => ` Auch ohne zwei beliebige Träger bleiben mindestens ${remaining} Projekte.`,
    ruleByNumber: (minimum: string) =>
      `Gezeigt werden nur Zahlen, hinter denen mindestens ${minimum} Antworten stehen.`,
    ruleLink: "Wie die Regel schützt",
    breakdown: "Aufschlüsseln nach",
    breakdownNone: "nicht aufschlüsseln",
    breakdownShow: "Anzeigen",
    breakdownNoneOffered: "Für eine Aufschlüsselung haben zu wenige Projekte geantwortet.",
    breakdownNever: {
      people: "Antworten von Personen, die über einen Link teilnehmen, werden nicht aufgeschlüsselt.",
      projects: "Anonyme Antworten werden nicht aufgeschlüsselt.",
    },
    groups: (name: string) => `Gruppen: ${name}`,
    group: (label: string, n: string) => `${label} (${n})`,
    total: "Gesamtzahlen. Sie können sie nach einem Merkmal aufschlüsseln.",
    contents: "Fragen dieser Auswertung",
    hidden: (labels: string) => `Zu wenige gültige Antworten, um Zahlen zu zeigen: ${labels}.`,
    hiddenAll: "Zu wenige gültige Antworten, um Zahlen zu zeigen.",
    emptyTitle: "Dieser Fragebogen hat keine auswertbaren Fragen.",
    fictional: "Beispieldaten: Alle Antworten sind erfunden.",
  },
  rule: {
    title: "Wie die Regel schützt",
    subtitle: "Auswertungen zeigen Gruppen, nie einzelne Projekte.",
    what: "Die Regel",
    points: (minimum: string, organisations: string) => [
      `Grundlage jeder Auswertung einer Frage sind mindestens ${minimum} Projekte von mindestens ${organisations} Trägern. Das gilt für jede Gruppe.`,
      "Kein Träger stellt mehr als die Hälfte dieser Projekte.",
      "Personen, die über einen Link teilnehmen, und anonyme Antworten gehören zu keinem Träger. Bei ihnen zählt allein die Zahl.",
      "Gezählt werden nur gültige Antworten auf genau diese Frage.",
      "Ist eine Gruppe zu klein, wird sie mit anderen zusammengelegt: Länder innerhalb ihrer Region, alles andere unter „Übrige“.",
      "Reicht eine Gruppe bei einer Frage nicht aus, entfällt die Aufschlüsselung dieser Frage ganz. Sonst ließe sich die Gruppe aus der Gesamtzahl ausrechnen.",
      "Es gibt immer nur eine Aufschlüsselung auf einmal. Fragen werden nicht miteinander gekreuzt.",
      "Mittelwerte und Viertel von Zahlenangaben gibt es erst ab 20 Antworten.",
      "Freie Texte werden gezählt, aber nicht gezeigt.",
    ],
    strict: (minimum: string, remaining: string) =>
      `Manche Erhebungen sind strenger: mindestens ${minimum} Projekte, und auch ohne zwei beliebige Träger bleiben mindestens ${remaining}.`,
    example: "Ein Beispiel",
    exampleLead: "60 Projekte beantworten eine Frage. Aufgeschlüsselt wird nach Region:",
    exampleHeads: { region: "Region", projects: "Projekte", organisations: "Träger", shown: "Gezeigt?" },
    exampleRows: [
      { region: "Westen", projects: "24", organisations: "11", shown: "ja" },
      { region: "Norden", projects: "21", organisations: "9", shown: "ja" },
      { region: "Süden", projects: "11", organisations: "6", shown: "ja" },
      { region: "Nordosten", projects: "4", organisations: "3", shown: "nein: weniger als 6 Projekte" },
    ],
    exampleEnd:
      "Der Nordosten ist zu klein. Er wird mit der kleinsten anderen Gruppe zusammengelegt: „Übrige (Nordosten und Süden)“ mit 15 Projekten. Geben bei einer Frage nur 5 der 21 Projekte im Norden eine gültige Antwort, zeigt diese Frage nur die Gesamtzahl.",
    where: "Wo die Regel gilt",
    whereText:
      "Sie gilt, wenn ein Auswertungsstand entsteht. Danach ist er eingefroren. Auswertungen und Downloads lesen nur diese Zahlen und haben keinen Zugriff auf Antwortbögen. Das stellt die Datenbank sicher.",
  },
};
