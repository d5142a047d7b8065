/** Mails arrive where others may look over a shoulder: sender and subject never say what the work is about. */
export const mail = {
  greeting: "Guten Tag,",
  noReply: "Diese Nachricht wurde automatisch verschickt. Antworten darauf liest niemand.",
  signIn: {
    subject: "Ihr Zugang",
    intro: (minutes: number) =>
      `mit dem Link unten melden Sie sich bei Praxisspiegel an. Er gilt ${minutes} Minuten und einmal. Öffnen Sie ihn in dem Browser, in dem Sie ihn angefordert haben.`,
    link: "Anmelden",
    codeIntro:
      "Öffnet sich der Link in einem anderen Browser? Dann tippen Sie diesen Code dort ein, wo Sie ihn angefordert haben:",
    notAsked:
      "Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne diese Nachricht kann sich niemand mit Ihrer Adresse anmelden. Geben Sie den Code nicht weiter.",
  },
  confirmAddress: {
    subject: "Bitte bestätigen Sie Ihre Adresse",
    intro: (minutes: number) =>
      `diese Adresse wurde als neue Mailadresse angegeben. Mit dem Link unten bestätigen Sie sie. Er gilt ${minutes} Minuten und einmal.`,
    link: "Adresse bestätigen",
    notAsked: "Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne Bestätigung ändert sich nichts.",
  },
  changedAddress: {
    subject: "Ihre Adresse wurde geändert",
    intro: "für Ihren Zugang wurde eine neue Mailadresse bestätigt. An diese Adresse schreiben wir nicht mehr.",
    notYou: "Waren Sie das nicht? Dann wenden Sie sich bitte gleich an die Koordination.",
  },
  exchange: {
    subject: "Eine Anfrage zum Austausch",
    intro:
      "ein anderes Projekt möchte sich mit Ihnen austauschen. Wer das ist und wie Sie antworten, lesen Sie nach der Anmeldung.",
    link: "Anfrage lesen",
    stop: "Sie bekommen diese Nachricht, weil Ihr Projekt einen Eintrag unter „Wir suchen, wir bieten“ hat. Ohne Eintrag fragt Sie niemand mehr an.",
  },
  reopened: {
    subject: "Ihr Antwortbogen ist wieder offen",
    intro:
      "die Koordination hat Ihren Antwortbogen wieder geöffnet. Warum, steht auf der Seite unten. Bitte sehen Sie ihn durch und reichen Sie ihn erneut ein.",
    link: "Zum Antwortbogen",
    counts: "Bis Sie erneut einreichen, zählt, was Sie zuletzt eingereicht haben.",
  },
  mention: {
    subject: "Jemand spricht Sie an",
    intro:
      "jemand aus dem Verbund hat Sie in einer Anmerkung zu einer Auswertung angesprochen. Was dort steht, lesen Sie nach dem Anmelden.",
    link: "Zur Anmerkung",
    answer: "Antworten können Sie auf der Seite selbst.",
  },
  /** Editable by the coordination; what stands in braces is filled in when the mail is sent. */
  templates: {
    invitation: {
      subject: "Ein Fragebogen für Sie",
      body: `Guten Tag {name},

wir bitten Sie um Ihre Antworten.

Erhebung: {erhebung}
Projekt: {projekt}
Frist: {frist}

{link}

{schutz}

Sie möchten nicht teilnehmen? Auch das können Sie dort angeben. Dann erinnern wir Sie nicht.`,
    },
    reminder: {
      subject: "Erinnerung: ein Fragebogen für Sie",
      body: `Guten Tag {name},

Ihre Antworten fehlen uns noch.

Erhebung: {erhebung}
Projekt: {projekt}
Frist: {frist}
Noch Zeit: {restzeit}

{link}

Haben Sie gerade eingereicht? Dann brauchen Sie nichts zu tun. Sie möchten nicht teilnehmen? Auch das können Sie dort angeben.`,
    },
    receipt: {
      subject: "Ihr Antwortbogen ist eingegangen",
      body: `Guten Tag {name},

vielen Dank. Ihr Antwortbogen ist vollständig bei uns angekommen.

Belegnummer: {belegnummer}
Erhebung: {erhebung}
Eingereicht am: {datum}

{link}

Ihre Antworten stehen nicht in dieser Nachricht.`,
    },
    results: {
      subject: "Die Auswertung liegt vor",
      body: `Guten Tag {name},

vielen Dank, dass Sie sich die Zeit genommen haben. Die Erhebung ist ausgewertet; die Steuerungsgruppe liest jetzt die zusammengefassten Zahlen.

Erhebung: {erhebung}
Beteiligung: {beteiligung}

{link}`,
    },
    assignment: {
      subject: "Bitte um Ihre Antwort",
      body: `Guten Tag {name},

{von} bittet Sie um eine Antwort im gemeinsamen Fragebogen.

Frage: {frage}
Erhebung: {erhebung}
Projekt: {projekt}
Frist: {frist}

{link}

Der Link führt zu dieser Frage. Dort können Sie auch zurückschreiben oder jemand anderem die Frage zuweisen.`,
    },
    welcome: {
      subject: "Ihr Zugang ist eingerichtet",
      body: `Guten Tag {name},

für Sie wurde ein Zugang zu Praxisspiegel eingerichtet. Ein Kennwort brauchen Sie nicht: Geben Sie auf der Seite diese Mailadresse an, dann kommt ein Link zum Anmelden.

{link}`,
    },
    inquiry: {
      subject: "Eine Frage an Sie",
      body: `Guten Tag {name},

jemand fragt die Koordination.

Erhebung: {erhebung}
Von: {projekt}
Zur Frage: {frage}

{anfrage}

Bitte antworten Sie dort, nicht auf diese Nachricht:

{link}`,
    },
    "inquiry-answer": {
      subject: "Eine Antwort für Sie",
      body: `Guten Tag {name},

die Koordination hat Ihre Frage beantwortet.

Erhebung: {erhebung}
Zur Frage: {frage}

Sie haben gefragt:
{anfrage}

Die Antwort:
{antwort}

{link}`,
    },
  },
  links: {
    invitation: "Zum Fragebogen",
    reminder: "Zum Fragebogen",
    receipt: "Beleg ansehen",
    results: "Eigene Antworten nachlesen",
    mirror: "Eigene Antworten mit dem Netzwerk vergleichen",
    assignment: "Zur Frage",
    release: "Auswertung ansehen",
    welcome: "Zur Anmeldung",
    inquiry: "Frage lesen und beantworten",
    "inquiry-answer": "Zu Ihrer Frage",
  },
  unsubscribe: "Keine Erinnerungen mehr an diese Erhebung",
  timeLeft: (days: number) => (days < 1 ? "weniger als ein Tag" : days === 1 ? "ein Tag" : `${days} Tage`),
  turnout: (submitted: string, invited: string | null) =>
    invited === null ? `${submitted} Antworten` : `${submitted} von ${invited} Eingeladenen`,
  sample: {
    name: "Mira Beispiel",
    von: "Julia Beispiel",
    frage: "Was fehlt Ihnen in der Zusammenarbeit am meisten?",
    erhebung: "Bedarfe und Herausforderungen 2026",
    projekt: "Projekt Beispiel",
    frist: "Samstag, 12. Dezember 2026, 18 Uhr",
    restzeit: "7 Tage",
    schutz: "Wer sieht unsere Antworten?\n– Die Steuerungsgruppe sieht nur zusammengefasste Zahlen.",
    belegnummer: "PS-7K4M-2QX9",
    datum: "5. Dezember 2026, 10:12",
    beteiligung: "96 von 120 Eingeladenen",
    anfrage: "Zählen hier auch Honorarkräfte mit?",
    antwort: "Ja, bitte zählen Sie sie mit.",
    url: "https://praxisspiegel.example/hier-steht-der-link",
    unsubscribeUrl: "https://praxisspiegel.example/hier-wird-abbestellt",
  },
};
