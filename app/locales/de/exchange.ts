/** Wir suchen, wir bieten. */
export const exchange = {
  title: "Wir suchen, wir bieten",
  subtitle: "Projekte sagen selbst, wobei sie Unterstützung suchen und was sie anderen anbieten.",
  whoSees: {
    title: "Wer sieht das?",
    lines: [
      "Ihren Eintrag sehen alle Projekte, die selbst einen Eintrag haben, und die Steuerungsgruppe.",
      "Nichts davon stammt aus Ihren Fragebögen. Es steht hier nur, was Ihre Projektleitung eingetragen hat.",
      "Ihre Projektleitung kann den Eintrag jederzeit zurückziehen. Er ist dann sofort nicht mehr zu sehen.",
      "Frühere Fassungen zeigt niemand. Sie werden nach 180 Tagen gelöscht, ebenso der Eintrag eines Projekts, das ausscheidet.",
    ],
  },
  topics: {
    gespraech: "Gesprächsführung",
    psyche: "Psychische Erkrankungen",
    phaenomene: "Entwicklungen in den Phänomenbereichen",
    online: "Arbeit im digitalen Raum",
    umfeld: "Arbeit mit dem sozialen Umfeld",
    haft: "Arbeit im Kontext von Haft",
    jugendhilfe: "Zusammenarbeit mit der Kinder- und Jugendhilfe",
    therapie: "Zusammenarbeit mit Praxen und Kliniken",
    sprachen: "Beratung in mehreren Sprachen",
    gender: "Gendersensible Arbeit",
    recht: "Rechtliche Grundlagen",
    schutz: "Sicherheit der Mitarbeitenden",
    beratung: "Kollegiale Fallberatung",
    evaluation: "Evaluation der eigenen Arbeit",
    hospitation: "Hospitation",
    finanzierung: "Anträge und Finanzierung",
  },
  seeks: "Wir suchen",
  offers: "Wir bieten",
  nothing: "nichts angegeben",
  project: "Projekt",
  show: "Anzeigen",
  outside: {
    title: "Ihr Projekt ist zurzeit nicht aktiv.",
    text: "Einträge sehen nur Projekte, die am Verbund teilnehmen.",
  },
  own: {
    title: "Unser Eintrag",
    none: "Ihr Projekt hat noch keinen Eintrag.",
    count: (n: number, count: string) =>
      n === 0
        ? "Noch hat kein Projekt einen Eintrag."
        : n === 1
          ? "Ein anderes Projekt hat schon einen Eintrag."
          : `${count} andere Projekte haben schon einen Eintrag.`,
    reciprocal: "Sobald Sie selbst einen Eintrag haben, sehen Sie die Einträge der anderen und wer zu Ihnen passt.",
    byLead: "Einen Eintrag macht Ihre Projektleitung.",
    make: "Eintrag anlegen",
    change: "Eintrag ändern",
    since: (date: string, by: string | null) => (by ? `Stand ${date}, von ${by}` : `Stand ${date}`),
  },
  proposals: {
    title: "Das könnte passen",
    count: (n: number, count: string) =>
      n === 1 ? "Ein Projekt passt zu Ihnen." : `${count} Projekte passen zu Ihnen.`,
    none: "Noch passt kein anderes Projekt zu Ihrem Eintrag.",
    rule: "Vorn stehen Projekte, mit denen es in beide Richtungen passt, dann die mit mehr gemeinsamen Themen, dann derselbe Phänomenbereich, dann dieselbe Region.",
    gives: (topics: string) => `Bietet, was Sie suchen: ${topics}.`,
    takes: (topics: string) => `Sucht, was Sie bieten: ${topics}.`,
    both: "passt in beide Richtungen",
    samePhenomenon: "derselbe Phänomenbereich",
    sameRegion: "dieselbe Region",
  },
  all: {
    title: "Alle Einträge",
    topic: "Thema",
    anyTopic: "alle Themen",
    none: "Zu diesem Thema hat noch kein Projekt etwas eingetragen.",
    empty: "Noch hat kein Projekt einen Eintrag.",
    count: (n: number, count: string) => (n === 1 ? "Ein Eintrag" : `${count} Einträge`),
  },
  ask: {
    button: "Austausch anfragen",
    about: (project: string) => `Austausch anfragen: ${project}`,
    hint: "Die Leitung des anderen Projekts bekommt eine Nachricht. Sie liest hier Ihren Namen, Ihr Projekt und Ihre Mailadresse und meldet sich bei Ihnen. Mehr wird nicht übermittelt.",
    asked: "angefragt",
  },
  contacts: {
    title: "Anfragen",
    received: (project: string, date: string) => `${project} möchte sich mit Ihnen austauschen (${date}).`,
    reach: (name: string) => `Melden Sie sich bei ${name}:`,
    gone: "Die Person ist nicht mehr dabei.",
    byLead: "Bei wem sie sich melden kann, liest Ihre Projektleitung.",
    sent: (project: string, date: string) => `Sie haben ${project} angefragt (${date}).`,
  },
  form: {
    title: "Unser Eintrag: Wir suchen, wir bieten",
    back: "Wir suchen, wir bieten",
    intro: "Wählen Sie Themen aus. Ein kurzer Text kann sie genauer beschreiben.",
    seeks: "Was sucht Ihr Projekt?",
    seeksText: "Genauer, was Sie suchen",
    offers: "Was bietet Ihr Projekt anderen an?",
    offersText: "Genauer, was Sie anbieten",
    optional: "(freiwillig)",
    textHint: (chars: string) =>
      `Höchstens ${chars} Zeichen. Bitte nennen Sie keine Personen, keine Klient*innen und keine Fälle.`,
    missing: "Bitte wählen Sie mindestens ein Thema, das Sie suchen oder anbieten.",
    tooLong: (chars: string) => `Bitte kürzen Sie den Text auf ${chars} Zeichen.`,
    publish: "Eintrag zeigen",
    update: "Änderung zeigen",
    withdraw: "Eintrag zurückziehen",
    clash: {
      title: "Inzwischen hat jemand anderes diesen Eintrag geändert.",
      changed: (who: string, when: string) =>
        `${who} hat am ${when} gespeichert, was hier steht. Ihre Eingaben stehen noch im Formular. Vergleichen Sie, und speichern Sie dann noch einmal.`,
      withdrawn: (who: string, when: string) =>
        `${who} hat den Eintrag am ${when} zurückgezogen. Ihre Eingaben stehen noch im Formular. Speichern Sie noch einmal, ist der Eintrag wieder zu sehen.`,
      somebody: "Jemand",
    },
  },
  done: {
    gezeigt: "Ihr Eintrag ist zu sehen.",
    zurueckgezogen: "Ihr Eintrag ist zurückgezogen und nicht mehr zu sehen.",
    angefragt: "Die Leitung des anderen Projekts ist benachrichtigt. Sie sieht Ihren Namen und Ihre Mailadresse.",
    "schon-angefragt":
      "Ihr Projekt hat dort in den letzten 30 Tagen schon angefragt. Eine zweite Nachricht geht nicht hinaus.",
    "niemand-da": "Dieses Projekt hat zurzeit keine Leitung, die wir anschreiben können. Es wurde nicht angefragt.",
    weg: "Der Eintrag dieses Projekts ist inzwischen nicht mehr zu sehen. Es wurde nicht angefragt.",
    "selbst-weg":
      "Der Eintrag Ihres Projekts ist inzwischen nicht mehr zu sehen. Ohne eigenen Eintrag können Sie niemanden anfragen.",
  },
};
