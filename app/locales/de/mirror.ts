export const mirror = {
  list: {
    title: "Ihr Spiegel",
    subtitle: "Ihre eigenen Antworten neben den Zahlen des Netzwerks.",
    released: "Ausgewertete Erhebungen",
    waiting: "Noch nicht ausgewertet",
    read: "In den Spiegel sehen",
    stand: (stand: string, participation: string) => `${stand} · ${participation}`,
    states: {
      silent: "Ihr Projekt hat nichts eingereicht. Ohne eigene Antworten gibt es keinen Spiegel.",
      anonymous: "Diese Erhebung war anonym. Niemand weiß, welche Antworten Ihre sind.",
    },
    open: (date: string) => `Sie haben eingereicht. Die Erhebung läuft bis ${date}; danach wird sie ausgewertet.`,
    closed: (date: string) => `Die Erhebung endete am ${date}. Der Spiegel folgt mit der Auswertung.`,
    emptyTitle: "Noch gibt es nichts zu sehen.",
    empty:
      "Sobald Ihr Projekt einen Fragebogen eingereicht hat und die Erhebung ausgewertet ist, stehen Ihre Antworten hier neben den Zahlen des Netzwerks.",
    toInvitations: "Zu Ihren Erhebungen",
  },
  /** on the page of what was submitted */
  link: "Mit dem Netzwerk vergleichen",
  title: "Ihr Spiegel",
  trail: "Spiegel",
  whoSees:
    "Diese Seite sieht nur Ihr Projektteam. Die Zahlen des Netzwerks sind dieselben, die die Steuerungsgruppe liest. Ihr Projekt ist darin mitgezählt.",
  newer: "Sie haben nach diesem Auswertungsstand noch einmal eingereicht.",
  newerText: "Neben den Zahlen stehen Ihre neuen Antworten. Mitgezählt sind die früheren.",
  contents: "Abschnitte dieses Fragebogens",
  sections: {
    none: "Keine gezählte Antwort.",
    all: "Alle Abschnitte",
    whole: "Alles auf einer Seite, zum Drucken",
    steps: "Weitere Abschnitte",
    at: (place: number, of: number) => `Abschnitt ${place} von ${of}`,
    previous: (title: string) => `Zurück: ${title}`,
    next: (title: string) => `Weiter: ${title}`,
  },
  print: "Drucken",
  submitted: "Ihre Antworten im Ganzen",
  glance: {
    title: "Auf einen Blick",
    common: (common: string, n: number, compared: string) =>
      `Bei ${common} von ${compared} ${n === 1 ? "Frage" : "Fragen"} geben Sie die häufigste Antwort des Netzwerks.`,
    none: "Zu keiner Frage lässt sich Ihre Antwort mit dem Netzwerk vergleichen.",
    changed: (changed: string, compared: string, wave: string) =>
      `Gegenüber ${wave} haben Sie ${changed} von ${compared} vergleichbaren Antworten geändert.`,
    rare: "Wo wenige antworten wie Sie",
    rareNone: "Nirgends: Jede Ihrer Antworten gibt mindestens ein Viertel der Projekte.",
    shared: "Wo viele antworten wie Sie",
    sharedNone: "Nirgends gibt die Hälfte der Projekte Ihre Antwort.",
    you: (answer: string) => `Sie: ${answer}.`,
    rule: "Gezählt sind Fragen mit einer Antwort je Projekt. „Wenige“ heißt: höchstens ein Viertel der gültigen Antworten. „Viele“ heißt: mindestens die Hälfte.",
    /** in rounds that ask for consent to being named */
    ruleNamed: "Die Frage, ob Ihr Projekt genannt werden darf, zählt nicht mit.",
  },
  noOutcomes: "Zu dieser Erhebung hat die Steuerungsgruppe noch nichts beschlossen.",
  allOutcomes: "Alles, was beschlossen wurde",
  compare: {
    label: "Auch zeigen: Ihre Gruppe nach",
    none: "nur alle Projekte",
    show: "Anzeigen",
    group: (group: string, breakdown: string) =>
      `Ihre Gruppe: ${group} (${breakdown}). Zahlen von Gruppen sind geschützt; kleine Unterschiede sagen nichts.`,
    total: "Gezeigt sind alle Projekte. Dazu können Sie eine Gruppe wählen, zu der Ihr Projekt gehört.",
    never: "Dieser Auswertungsstand hat keine Gruppen, zu denen Ihr Projekt gehört.",
  },
  you: "Sie",
  yours: "Ihre Antwort",
  everybody: "Alle",
  answer: "Antwort",
  unanswered: "keine Antwort",
  same: (n: number, count: string, of: string) =>
    n === 1 ? `1 von ${of} Projekten antwortet so.` : `${count} von ${of} Projekten antworten so.`,
  sameNobody: (of: string) => `Nach den geschützten Zahlen antwortet keines von ${of} Projekten so.`,
  sameMissing: (n: number, count: string) =>
    n === 1
      ? "1 Projekt antwortet so. Das zählt nicht zu den gültigen Antworten."
      : `${count} Projekte antworten so. Das zählt nicht zu den gültigen Antworten.`,
  /** of totals that are protected */
  about: (figure: string) => `etwa ${figure}`,
  sameAbout: (count: string, of: string) => `Etwa ${count} von ${of} Projekten antworten so.`,
  sameMissingAbout: (count: string) =>
    `Etwa ${count} Projekte antworten so. Das zählt nicht zu den gültigen Antworten.`,
  sameInGroup: (n: number, count: string, of: string) =>
    n === 0
      ? `In Ihrer Gruppe sind es so wenige, dass die geschützte Zahl 0 ist (von ${of}).`
      : `In Ihrer Gruppe etwa ${count} von ${of}.`,
  networkUnanswered: (of: string) => `Im Netzwerk liegen ${of} gültige Antworten vor.`,
  last: {
    same: (wave: string) => `${wave} ebenso`,
    other: (wave: string, answer: string) => `${wave}: ${answer}`,
  },
  network: (sentence: string) => `Netzwerk: ${sentence}`,
  entries: "Gezählt sind Einträge, nicht Projekte.",
  ownOnly: "Freie Texte sieht außer Ihrem Team niemand neben Ihrem Namen. Hier steht nur Ihr eigener.",
  namesOnly: "Namen werden nicht verglichen. Hier steht nur, wen Sie genannt haben.",
  hidden: "Zu wenige gültige Antworten, um Zahlen zu zeigen.",
  withheld: "Für Ihre Gruppe zu wenige Projekte für diese Aufschlüsselung.",
  withheldSome: "Bei einzelnen Zeilen sind es in Ihrer Gruppe zu wenige Projekte für diese Aufschlüsselung.",
  rule: "Siehe Regel",
  unreleased: "Diese Frage wird nicht ausgewertet.",
  share: (n: string, of: string, share: string) => `${n} von ${of} (${share})`,
  place: {
    own: "Ihr Platz",
    mean: "Mittlerer Platz",
    ranked: "Genannt von",
    notRanked: "–",
  },
  tableOf: (title: string) => `Alle Zahlen zu: ${title}`,
  barsOf: (title: string) => `Ihre Antwort und das Netzwerk: ${title}`,
};
