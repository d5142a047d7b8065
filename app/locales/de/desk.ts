export const desk = {
  /** each invitation is in exactly one of these */
  states: {
    submitted: "eingereicht",
    begun: "in Arbeit",
    opened: "geöffnet",
    invited: "noch nicht geöffnet",
    bounced: "unzustellbar",
    declined: "nimmt nicht teil",
  },
  unreachable: "unzustellbar",
  /** what is called otherwise once a round is over */
  statesAfter: { begun: "angefangen, nicht eingereicht", invited: "nicht geöffnet" },
  returns: {
    title: "Rücklauf",
    of: (submitted: string, all: string) => `${submitted} von ${all} eingereicht`,
    filter: (n: string, state: string) => `${n} ${state}: in der Liste zeigen`,
    bouncedNote:
      "Unzustellbar heißt: Post kam zurück, oder das Projekt hat kein Konto, das Post bekommt. Adressen ändern Sie bei den Mitgliedern.",
  },
  anonymous: {
    title: "Rücklauf",
    used: (used: string, invited: string) => `${used} von ${invited} persönlichen Links genutzt`,
    usedOpen: (n: number, used: string) =>
      n === 1 ? "Offener Link 1 Mal genutzt" : `Offener Link ${used} Mal genutzt`,
    none: "Noch gibt es keinen Link.",
    declined: (n: string) => `nehmen nicht teil: ${n}`,
    bounced: (n: string) => `unzustellbar: ${n}`,
    note: "Diese Erhebung ist anonym. Wer teilgenommen hat und wann, zeigt auch diese Seite nicht.",
  },
  by: {
    title: "Rücklauf nach Merkmalen",
    choose: "Aufteilen nach",
    show: "Anzeigen",
    table: (attribute: string) => `Rücklauf nach: ${attribute}`,
    all: "eingeladen",
    none: "ohne Angabe",
    note: "Es gelten die Angaben vom Tag der Eröffnung.",
    several: "Ein Projekt mit mehreren Angaben zählt in jeder Zeile mit.",
  },
  curve: {
    title: "Rücklauf über die Zeit",
    chart: "Eingereichte Antwortbögen je Tag seit der Eröffnung",
    table: "Als Tabelle",
    caption: "Eingereichte Antwortbögen bis zum Ende des Tages",
    day: "Tag",
    dayAxis: "Tage seit der Eröffnung",
    so: (day: number, part: string) =>
      `${day === 0 ? "Am Tag der Eröffnung" : `Nach ${days(day)}`} ${part.split(" ")[0] === "1" ? "ist" : "sind"} ${part} eingereicht.`,
    part: (n: string, all: string | null) => (all === null ? n : `${n} von ${all}`),
    before: (wave: string, part: string) => `In der Welle ${wave} waren es zur gleichen Zeit ${part}.`,
    first: "Eine frühere Welle zum Vergleich gibt es nicht.",
    waveHead: (wave: string, all: string | null) => (all === null ? `Welle ${wave}` : `Welle ${wave} (von ${all})`),
  },
  people: {
    title: "Eingeladene Projekte",
    titleByLink: "Eingeladene Personen",
    shown: (shown: string, total: string) =>
      shown === total ? `${total} Einladungen` : `${shown} von ${total} Einladungen`,
    capped: (n: string) => `Gezeigt werden die ersten ${n}.`,
    heads: {
      choose: "Auswahl",
      name: "Projekt",
      person: "Person",
      organisation: "Träger",
      land: "Land",
      state: "Stand",
      at: "zuletzt",
      reminded: "erinnert",
    },
    openLink: "über offenen Link",
    never: "–",
    today: "heute",
    yesterday: "gestern",
    elsewhere: "(andere Erhebung)",
    choose: (name: string) => `${name} auswählen`,
    reason: (text: string) => `Grund: ${text}`,
    note: "Diese Seite kennt nur Stand und Tage, nie die Antworten.",
    nobody: "Zu dieser Erhebung ist niemand eingeladen.",
    noneShown: "Zu dieser Auswahl gibt es niemanden.",
    noneShownText: "Wählen Sie einen anderen Stand oder ein anderes Land.",
  },
  filter: {
    state: "Stand",
    allStates: "alle",
    waiting: "noch nicht eingereicht",
    missing: "nicht eingereicht",
    land: "Land",
    allLaender: "alle",
    sort: "Sortieren nach",
    sorts: { name: "Name", organisation: "Träger", land: "Land", state: "Stand", at: "letztem Lebenszeichen" },
    show: "Anzeigen",
    reset: "Alle zeigen",
  },
  remind: {
    jump: (n: number, count: string) => (n === 1 ? "1 Projekt erinnern" : `${count} Projekte erinnern`),
    jumpPeople: (n: number, count: string) => (n === 1 ? "1 Person erinnern" : `${count} Personen erinnern`),
    submit: "Ausgewählte erinnern",
    all: "Alle auswählen, die erinnert werden können",
    none: "Auswahl aufheben",
    hint: "Höchstens eine Erinnerung in 7 Tagen. Wer eingereicht hat, bekommt keine.",
    nothing: "Wählen Sie zuerst mindestens eine Zeile aus.",
    sent: (n: number, count: string) =>
      n === 0
        ? "Keine Erinnerung verschickt"
        : n === 1
          ? "1 Erinnerung verschickt"
          : `${count} Erinnerungen verschickt`,
    tooSoon: (count: string) => `${count} nicht: letzte Erinnerung vor weniger als 7 Tagen`,
    noneDue: "Die Ausgewählten haben inzwischen eingereicht, oder sie sind nicht erreichbar.",
  },
  callList: {
    link: "Anrufliste (CSV)",
    heads: ["Projekt", "Träger", "Land", "Leitung", "Adresse", "Stand", "Letztes Lebenszeichen", "Letzte Erinnerung"],
  },
  links: "Links und QR-Codes",
  facts: {
    cancelledOn: (date: string) => `abgebrochen am ${date}`,
    opensOn: (date: string) => `soll am ${date} öffnen`,
    strict: "streng",
  },
  step: {
    draftTitle: "Diese Erhebung wird vorbereitet.",
    draftText: "Es wurde noch niemand eingeladen.",
    draft: "Weiter einrichten",
    cancelledTitle: "Diese Erhebung wurde abgebrochen.",
    cancelledText: "Niemand kann mehr antworten. Ausgewertet wird nichts.",
    archivedTitle: "Diese Erhebung ist archiviert.",
    archivedText: "Sie bleibt lesbar und wird nicht mehr verändert.",
  },
  list: {
    subtitle: "Was vorbereitet wird, was läuft und was ausgewertet ist.",
    create: "Neue Erhebung",
    calendar: "Kalender",
    empty:
      "Eine Erhebung ist ein Fragebogen, der an Projekte oder Personen geht und an einem Tag endet. Legen Sie die erste an: Niemand bekommt Post, bevor Sie öffnen.",
    groups: {
      draft: "In Vorbereitung",
      open: "Laufend",
      closed: "Geschlossen, noch nicht ausgewertet",
      released: "Ausgewertet",
      archived: "Archiviert und abgebrochen",
    },
    until: (date: string) => `bis ${date}`,
    overdue: (date: string) => `Frist war am ${date}`,
    ended: (date: string) => `beendet am ${date}`,
    opens: (date: string) => `soll am ${date} öffnen`,
    cancelled: (date: string) => `abgebrochen am ${date}`,
    returns: (submitted: string, invited: string) => `${submitted} von ${invited} eingereicht`,
    used: (n: string) => `${n} eingereicht`,
    unknownReturns: (n: string) => `${n} Mal genutzt`,
  },
};

function days(n: number): string {
  return n === 1 ? "1 Tag" : `${n} Tagen`;
}
