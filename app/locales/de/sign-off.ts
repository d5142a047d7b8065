/** Reviewing, signing off, and what happens after a response was submitted. */
export const signOff = {
  progress: {
    title: "Wie weit der Bogen ist",
    of: (answered: number, asked: number) =>
      answered === asked ? "alles beantwortet" : `${answered} von ${asked} beantwortet`,
  },
  changes: {
    sentence: (changed: number, compared: number, wave: string) =>
      changed === 0
        ? `Seit ${wave} hat sich nichts geändert. Verglichen sind ${compared} Angaben, die gleich geblieben sind.`
        : `Seit ${wave} ${changed === 1 ? "hat sich 1 Angabe" : `haben sich ${changed} Angaben`} geändert, von ${compared}, die sich vergleichen lassen.`,
    only: "Nur Änderungen zeigen",
    all: "Alles zeigen",
    filter: "Was angezeigt wird",
    wave: (wave: string) => `${wave}:`,
  },
  review: {
    lock: "Danach ist der Bogen gesperrt. Solange die Erhebung läuft, kann ihn die Projektleitung zum Korrigieren wieder öffnen.",
    lockGuest:
      "Danach ist der Bogen gesperrt. Solange die Erhebung läuft, können Sie ihn zum Korrigieren wieder öffnen.",
    submit: "Freigeben und einreichen",
    submitSigned: "Einreichen",
    submitAgain: "Freigeben und erneut einreichen",
    submitAgainGuest: "Erneut einreichen",
  },
  signing: {
    title: "Freigabe",
    one: "Mit dem Einreichen gibt die Projektleitung den Bogen frei.",
    two: "Zwei Personen müssen freigeben. Eine davon ist die Projektleitung, sie reicht auch ein.",
    requireTwo: "Zwei Personen müssen freigeben",
    requireOne: "Eine Freigabe genügt",
    alone: "In Ihrem Team ist sonst niemand, der freigeben kann.",
    given: (name: string, date: string) => `${name} hat am ${date} freigegeben`,
    valid: "gilt",
    stale: "gilt nicht mehr: Danach wurde etwas geändert",
    none: "Noch hat niemand freigegeben.",
    sign: "Ich habe geprüft und gebe frei",
    hint: "Ihre Freigabe gilt für genau diesen Stand. Ändert danach jemand etwas, ist sie hinfällig.",
    signedWaiting: "Sie haben freigegeben. Es fehlt noch die Freigabe einer zweiten Person.",
    signedLead: "Sie haben freigegeben. Einreichen kann jetzt die Projektleitung.",
    secondMissing: "Noch hat keine zweite Person diesen Stand freigegeben. Deshalb ist der Bogen nicht eingereicht.",
    complete: "Freigeben lässt sich der Bogen, sobald keine Antwort mehr fehlt.",
  },
  state: {
    reopenedTitle: "Dieser Bogen wird gerade korrigiert.",
    counts: (date: string) => `Bis Sie erneut einreichen, zählt die Fassung vom ${date}.`,
    withdrawnTitle: "Dieser Bogen ist zurückgezogen.",
    withdrawn: "Nichts davon zählt. Die Antworten sind wieder ein Entwurf, Sie können sie ändern und neu einreichen.",
    withdrawnClosed: "Nichts davon zählt.",
    steps: {
      "taken-back": (date: string, by: string | null) =>
        by ? `${by} hat ihn am ${date} zum Korrigieren geöffnet.` : `Am ${date} zum Korrigieren geöffnet.`,
      withdrawn: (date: string, by: string | null) =>
        by ? `${by} hat ihn am ${date} zurückgezogen.` : `Am ${date} zurückgezogen.`,
      reopened: (date: string, by: string | null) =>
        by
          ? `${by} hat ihn am ${date} für die Koordination wieder geöffnet.`
          : `Die Koordination hat ihn am ${date} wieder geöffnet.`,
    },
    reason: (reason: string) => `Grund: ${reason}`,
    goOn: "Weiter korrigieren",
    review: "Prüfen und erneut einreichen",
  },
  list: { goOn: "Weiter korrigieren", anew: "Ansehen und neu einreichen" },
  versions: {
    title: "Fassungen",
    number: (n: number) => `Fassung ${n}`,
    heads: { version: "Fassung", submitted: "Eingereicht", by: "Von", receipt: "Beleg", fate: "Stand", read: "Lesen" },
    fates: { counts: "zählt", replaced: "ersetzt", withdrawn: "zurückgezogen" },
    read: "Antworten",
    readOf: (n: number) => `Antworten der Fassung ${n} lesen`,
    receiptOf: (receipt: string, n: number) => `Beleg ${receipt} der Fassung ${n}`,
    history: "Was seitdem geschah",
    notCounting: {
      counts: "",
      replaced: "Diese Fassung zählt nicht mehr. Eine spätere hat sie ersetzt.",
      withdrawn: "Diese Fassung zählt nicht. Sie ist zurückgezogen.",
    },
    latest: "Zur Fassung, die zählt",
    nobody: "–",
  },
  change: {
    link: "Ändern oder zurückziehen",
    title: "Eingereichten Bogen ändern",
    subtitle: "Das geht, solange die Erhebung läuft.",
    correct: "Korrigieren",
    correctText: (date: string) =>
      `Der Bogen wird wieder geöffnet. Bis Sie erneut einreichen, zählt die Fassung vom ${date}. Danach zählt die neue Fassung, mit einem eigenen Beleg.`,
    correctButton: "Zum Korrigieren öffnen",
    openAlready: "Der Bogen ist schon zum Korrigieren geöffnet.",
    withdraw: "Zurückziehen",
    withdrawText: "Dann zählt nichts mehr davon. Ihre Antworten bleiben als Entwurf erhalten.",
    withdrawButton: "Zurückziehen …",
    confirmTitle: "Diesen Bogen zurückziehen?",
    confirmText:
      "Danach zählt nichts mehr von ihm, auch nicht, wenn die Erhebung endet. Ihre Antworten bleiben als Entwurf erhalten, und alle eingereichten Fassungen bleiben lesbar. Bis zum Ende der Erhebung können Sie neu einreichen.",
    confirm: "Ja, zurückziehen",
    keep: "Nein, eingereicht lassen",
  },
  naming: {
    title: "Name Ihres Projekts",
    given: "Ihr Projekt hat zugestimmt, mit Namen zu erscheinen.",
    givenAgain: (date: string, by: string | null) =>
      by ? `${by} hat am ${date} wieder zugestimmt.` : `Am ${date} wurde wieder zugestimmt.`,
    withdrawn: (date: string, by: string | null) =>
      by ? `${by} hat die Zustimmung am ${date} widerrufen.` : `Die Zustimmung wurde am ${date} widerrufen.`,
    withdrawnText:
      "Seitdem erscheint der Name in nichts Neuem mehr. Wer schon Daten mit Namen hat, muss ihn daraus löschen. Ihre Antworten zählen weiter, ohne Namen. Das gilt auch, wenn der Bogen noch einmal eingereicht wird.",
    withdrawText:
      "Die Zustimmung lässt sich jederzeit widerrufen, auch nach dem Ende der Erhebung. Von da an erscheint der Name in nichts Neuem mehr. Ihre Antworten zählen weiter, ohne Namen.",
    leadOnly: "Das kann die Projektleitung tun.",
    withdraw: "Zustimmung widerrufen",
    give: "Wieder zustimmen",
    chip: "Name widerrufen",
  },
  erase: {
    action: "Löschen",
    actionOf: (name: string) => `Antwortbogen von ${name} löschen`,
    chip: "gelöscht",
    title: "Antwortbogen löschen",
    text: (date: string) =>
      `Gelöscht wird der Bogen, der am ${date} eingereicht wurde: alle Antworten mit ihrem Verlauf, die Freigaben und die Notizen des Teams. Das lässt sich nicht rückgängig machen.`,
    stays:
      "Auswertungen, die es schon gibt, bleiben unverändert. Im Verlauf der Erhebung steht, dass dieser Bogen gelöscht wurde, von wem und warum.",
    already: (date: string) => `Dieser Bogen wurde am ${date} gelöscht.`,
    reasonHint: "Steht im Verlauf der Erhebung. Bitte keine Antworten und keine Namen.",
    submit: "Endgültig löschen",
  },
  reopen: {
    action: "Wieder öffnen",
    actionOf: (name: string) => `Antwortbogen von ${name} wieder öffnen`,
    chip: "wird korrigiert",
    title: "Antwortbogen wieder öffnen",
    text: (date: string) =>
      `Danach kann der Bogen korrigiert und erneut eingereicht werden. Bis dahin zählt die Fassung vom ${date}.`,
    mail: "Die Leitung des Projekts bekommt eine E-Mail ohne den Grund.",
    mailPerson: "Die Person bekommt eine E-Mail ohne den Grund, wenn ihre Adresse bekannt ist.",
    already: "Dieser Bogen ist schon wieder geöffnet.",
    reasonHint: "Ihn lesen das Team und die Koordination. Bitte keine Namen und keine Antworten.",
    submit: "Wieder öffnen und Bescheid geben",
  },
};
