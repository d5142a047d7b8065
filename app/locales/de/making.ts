/** Making a release: how far it is, why there is none, and figures while a round is open. */
export const making = {
  running: {
    final: "Die Erhebung wird ausgewertet.",
    interim: "Ein Zwischenstand wird ausgewertet.",
    correction: "Eine Korrektur wird ausgewertet.",
  },
  step: (n: string, of: string, what: string) => `Schritt ${n} von ${of}: ${what}`,
  stages: {
    waiting: "Die Auswertung beginnt gleich.",
    grouping: "Gruppen werden gebildet.",
    counting: "Antworten werden gezählt.",
    checking: "Jede Angabe wird nach der Regel geprüft.",
    writing: "Der Stand wird gespeichert.",
  },
  share: (done: string, total: string, share: string) => `${done} von ${total} Angaben sind geprüft (${share}).`,
  leave: "Sie können die Seite verlassen. Der fertige Stand steht danach hier und unter „Auswertungen“.",
  reload: "Stand neu laden",
  done: "Der Auswertungsstand ist fertig.",
  failed: {
    final: "Es ist kein Auswertungsstand entstanden.",
    interim: "Es ist kein Zwischenstand entstanden.",
    correction: "Es ist keine Korrektur entstanden.",
  },
  correction: {
    title: "Auswertung korrigieren",
    notice: (n: number, count: string) =>
      n === 0
        ? "Zahlen werden inzwischen anders berechnet als in dieser Auswertung."
        : `Seit dieser Auswertung ${n === 1 ? "wurde 1 Antwortbogen" : `wurden ${count} Antwortbögen`} gelöscht.`,
    link: "Korrektur erzeugen",
    text: "Eine Korrektur zählt neu, was von dieser Erhebung noch gespeichert ist: nur Gesamtwerte, zum Schutz gerundet. Die bisherige Auswertung bleibt lesbar und verweist auf die Korrektur.",
    frozen: "Auch die Korrektur wird für immer eingefroren. Die Steuerungsgruppe kann sie sofort lesen.",
    reasonHint: "Steht auf der Korrektur und ist für alle lesbar. Bitte keine Namen und keine Antworten.",
    submit: "Korrektur erzeugen",
  },
  closed: "Die Erhebung wurde vorher geschlossen. Erzeugen Sie jetzt ihren Auswertungsstand.",
  unexpected: (time: string) =>
    `Beim Auswerten gab es um ${time} Uhr einen Fehler. Gespeichert ist davon nichts, auch nichts Halbes. Versuchen Sie es noch einmal. Geschieht es wieder, nennen Sie der technischen Betreuung diese Zeit.`,
  interim: {
    title: "Zwischenstand",
    text: (most: string) =>
      `Ein Zwischenstand zeigt, was bis jetzt eingereicht ist: nur Gesamtwerte, zum Schutz gerundet. Je Erhebung sind ${most} möglich.`,
    make: "Zwischenstand erzeugen",
    question: "Zwischenstand jetzt erzeugen?",
    frozen:
      "Gezählt wird, was in diesem Augenblick eingereicht ist. Die Zahlen werden für immer eingefroren. Die Steuerungsgruppe kann sie sofort lesen. Es geht keine Nachricht hinaus.",
    confirm: "Ja, Zwischenstand erzeugen",
    read: (n: string, date: string) => `Zwischenstand ${n} vom ${date} lesen`,
    used: "Mehr Zwischenstände sind bei dieser Erhebung nicht möglich. Die nächsten Zahlen gibt es nach dem Schließen.",
    first: {
      responses: (n: number, count: string, minimum: string) =>
        `Noch nicht möglich: ${n === 1 ? "1 Antwortbogen ist eingereicht" : `${count} Antwortbögen sind eingereicht`}. Nötig sind ${minimum}, damit niemand erkennbar ist.`,
      organisations: (n: number, count: string, minimum: string) =>
        `Noch nicht möglich: Die Antwortbögen kommen von ${n === 1 ? "1 Träger" : `${count} Trägern`}. Nötig sind ${minimum} Träger, damit niemand erkennbar ist.`,
      dominated:
        "Noch nicht möglich: Ein oder zwei Träger haben so viele der Antwortbögen eingereicht, dass ihre Antworten erkennbar wären.",
    },
    next: {
      responses: (n: number, count: string, minimum: string) =>
        `Noch nicht möglich: ${n === 1 ? "1 Antwortbogen ist" : `${count} Antwortbögen sind`} seit dem letzten Zwischenstand neu oder geändert. Nötig sind ${minimum}, damit niemand erkennbar ist.`,
      organisations: (n: number, count: string, minimum: string) =>
        `Noch nicht möglich: Was seit dem letzten Zwischenstand neu oder geändert ist, kommt von ${n === 1 ? "1 Träger" : `${count} Trägern`}. Nötig sind ${minimum} Träger, damit niemand erkennbar ist.`,
      dominated:
        "Noch nicht möglich: Was seit dem letzten Zwischenstand neu oder geändert ist, kommt zu sehr von ein oder zwei Trägern. Ihre Antworten wären erkennbar.",
    },
  },
};
