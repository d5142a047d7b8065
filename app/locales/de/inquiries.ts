/** "Frage zur Erhebung": what respondents ask the coordination, and what it answers. */
export const inquiries = {
  link: "Frage zur Erhebung",
  newTab: "(öffnet einen neuen Tab)",
  /** beside the link, where something was asked already */
  standing: (asked: number, answered: number) =>
    `${asked === 1 ? "1 Frage gestellt" : `${asked} Fragen gestellt`}, ${answered === asked ? (asked === 1 ? "beantwortet" : "alle beantwortet") : `${answered} beantwortet`}`,
  page: {
    title: "Frage zur Erhebung",
    intro: "Etwas ist unklar oder klappt nicht? Fragen Sie die Koordination.",
    back: "Zurück zum Fragebogen",
    about: "Ihre Frage bezieht sich auf",
    onPage: (page: string) => `Seite „${page}“`,
    aboutNone: "Ohne Bezug auf diese Frage schreiben",
    text: "Ihre Frage",
    hint: (most: string) =>
      `Höchstens ${most} Zeichen. Schreiben Sie bitte keine Namen von Klientinnen und Klienten und nichts, woran man sie erkennt.`,
    whoReads: {
      project:
        "Ihre Frage geht mit Ihrem Namen und dem Namen Ihres Projekts an die Koordination, auch per Mail. Ihre Antworten gehen nicht mit. Ihr Team liest Frage und Antwort auf dieser Seite.",
      person:
        "Ihre Frage geht an die Koordination, auch per Mail; kennt sie Ihren Namen, steht er dabei. Ihre Antworten gehen nicht mit.",
      nobody:
        "Ihre Frage geht an die Koordination, auch per Mail. Wer Sie sind, erfährt sie nicht, wenn Sie es nicht selbst schreiben. Ihre Antworten gehen nicht mit.",
    },
    anonymous: {
      title: "Diese Erhebung ist anonym.",
      project:
        "Nennen Sie Ihr Projekt, weiß die Koordination, dass Sie gefragt haben. Was Sie im Fragebogen antworten, erfährt sie auch dann nicht.",
      person:
        "Nennen Sie sich, weiß die Koordination, dass Sie gefragt haben. Was Sie im Fragebogen antworten, erfährt sie auch dann nicht.",
    },
    unnamed: { project: "Unser Projekt und mich nicht nennen", person: "Mich nicht nennen" },
    unnamedHint: "Die Antwort steht dann nur unter einer Adresse, die wir Ihnen nach dem Senden zeigen.",
    submit: "Frage senden",
    errors: {
      missing: "Bitte schreiben Sie Ihre Frage.",
      tooLong: (most: string) => `Das ist zu lang: höchstens ${most} Zeichen.`,
    },
    tooMany: {
      title: "Sie haben schon mehrere Fragen gesendet.",
      advice: (seconds: number) => `${minutes(seconds)} können Sie die nächste senden. Ihr Text bleibt hier stehen.`,
    },
    reopen:
      "Die Erhebung wurde geschlossen, bevor unsere Änderungen angekommen sind. Bitte öffnen Sie unseren Antwortbogen noch einmal.",
  },
  sent: {
    title: "Ihre Frage ist bei der Koordination.",
    answered: "Die Koordination hat geantwortet.",
    where: {
      mail: "Die Antwort kommt per Mail zu Ihnen und steht dann auf dieser Seite.",
      page: "Die Antwort steht auf dieser Seite, sobald es sie gibt. Kommen Sie mit Ihrem Link wieder hierher.",
      address:
        "Die Antwort steht nur unter dieser Adresse. Wir kennen Sie nicht und können sie Ihnen nicht schicken: Heben Sie die Adresse auf.",
    },
    address: "Adresse Ihrer Frage",
    another: "Noch eine Frage stellen",
  },
  own: {
    title: "Ihre Fragen",
    earlier: "Frühere Fragen",
    asked: (date: string, name: string | null) => (name ? `${date}, ${name}` : date),
    answer: "Antwort der Koordination",
    answered: (date: string) => `Antwort der Koordination vom ${date}`,
    waiting: "Noch keine Antwort.",
    settled: "Erledigt, ohne Antwort auf dieser Seite.",
    erased: "Diese Frage wurde gelöscht.",
  },
  desk: {
    title: "Fragen aus den Projekten",
    titleByLink: "Fragen zur Erhebung",
    open: (n: number, count: string) => (n === 1 ? "1 offene Frage" : `${count} offene Fragen`),
    none: "Keine Frage ist offen.",
    unnamed: "ohne Namen gefragt",
    guest: "über einen Link, ohne Namen",
    asked: (date: string, time: string) => `${date}, ${time}`,
    about: "Zur Frage",
    answer: "Ihre Antwort",
    hint: {
      mail: (most: string) =>
        `Höchstens ${most} Zeichen. Sie geht per Mail hinaus und steht auf der Seite des Projekts.`,
      person: (most: string) =>
        `Höchstens ${most} Zeichen. Sie steht auf der Seite der Person; ist ihre Adresse bekannt, geht sie auch per Mail hinaus.`,
      unnamed: (most: string) =>
        `Höchstens ${most} Zeichen. Nur wer gefragt hat, kann sie lesen; eine Mail geht nicht hinaus.`,
    },
    submit: "Antwort senden",
    settle: "Ohne Antwort erledigt",
    to: (name: string) => ` (${name})`,
    done: { beantwortet: "Die Antwort ist gesendet.", erledigt: "Die Frage ist erledigt." },
    errors: {
      missing: "Bitte schreiben Sie eine Antwort.",
      tooLong: (most: string) => `Das ist zu lang: höchstens ${most} Zeichen.`,
    },
    taken: "Diese Frage ist inzwischen beantwortet. Ihr Text wurde nicht gesendet:",
    closed: (n: number, count: string) => (n === 1 ? "1 erledigte Frage" : `${count} erledigte Fragen`),
    answered: (date: string, name: string | null) => (name ? `Antwort vom ${date}, ${name}` : `Antwort vom ${date}`),
    settled: (date: string) => `ohne Antwort erledigt am ${date}`,
    capped: (n: string) => `Gezeigt werden ${n} Fragen.`,
  },
};

function minutes(seconds: number): string {
  const n = Math.ceil(seconds / 60);
  return n <= 1 ? "In einer Minute" : `In ${n} Minuten`;
}
