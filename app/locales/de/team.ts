import { wait } from "./sign-in.ts";

export const team = {
  list: { title: "Ihre Projekte", open: "Team und Angaben" },
  back: "Ihre Projekte",
  since: (organisation: string, from: string) => `${organisation} · im Netzwerk seit ${from}`,
  until: (organisation: string, from: string, until: string) =>
    `${organisation} · im Netzwerk von ${from} bis ${until}`,
  done: {
    hinzugefuegt:
      "Erledigt. Wer neu im Team ist, bekommt eine Nachricht. Steht die Person nicht in der Liste, hilft die Koordination.",
    entfernt: "Die Person gehört nicht mehr zum Team.",
    leitung: "Das Projekt hat jetzt eine weitere Leitung.",
    uebergeben: "Die Leitung ist übergeben. Sie bleiben Teammitglied.",
    abgegeben: "Sie leiten das Projekt nicht mehr. Sie bleiben Teammitglied.",
    angaben: "Die Angaben sind gespeichert.",
    beantragt: "Ihr Antrag liegt jetzt bei der Koordination.",
    zurueckgezogen: "Der Antrag ist zurückgezogen.",
  } as Record<string, string>,
  people: {
    title: "Team",
    text: "Alle hier sehen und bearbeiten die Antwortbögen des Projekts. Einreichen kann nur die Leitung.",
    readOnly: "Wer dazugehört, entscheidet die Projektleitung.",
    self: "Sie",
    closed: "Konto geschlossen",
    bounced: "Nachrichten kommen zurück",
    roles: { lead: "Leitung", member: "Teammitglied" },
    remove: "Entfernen",
    lead: "Leitung geben",
    stepDown: "Leitung abgeben",
    of: (step: string, name: string) => `${step}: ${name}`,
    onlyLead: "Sie leiten das Projekt allein. Möchten Sie wechseln, geben Sie die Leitung zuerst weiter.",
  },
  add: {
    title: "Person hinzufügen",
    name: "Name",
    address: "E-Mail-Adresse",
    hint: "Die Person bekommt eine Nachricht mit dem Weg zur Anmeldung.",
    submit: "Zum Team hinzufügen",
    errors: {
      name: "Bitte geben Sie einen Namen mit höchstens 200 Zeichen ein.",
      missing: "Bitte geben Sie die E-Mail-Adresse ein.",
      invalid: "Das ist keine vollständige E-Mail-Adresse. Beispiel: name@traeger.de",
      inTeam: "Diese Person gehört schon zum Team.",
    },
    tooMany: {
      title: "Gerade wurden zu viele Personen hinzugefügt.",
      advice: (seconds: number) => `Bitte versuchen Sie es in ${wait(seconds)} noch einmal.`,
    },
  },
  data: {
    title: "Angaben zum Projekt",
    none: "keine Angabe",
    own: "Phänomene und Arbeitsorte ändern",
    ask: "Andere Angaben beantragen",
    whoSees:
      "Nach Region, Ansatz und Größe wird ausgewertet. Deshalb stimmt die Koordination solchen Änderungen zu. Laufende und frühere Erhebungen bleiben, wie sie sind.",
    more: "Stand im Verbund und Namen ändert die Koordination.",
  },
  request: {
    openTitle: "Ein Antrag wartet auf die Koordination",
    asked: (name: string, date: string) => `Beantragt von ${name} am ${date}`,
    from: (date: string) => `gültig ab ${date}`,
    change: (attribute: string, values: string) => `${attribute}: ${values}`,
    note: "Ihre Begründung",
    withdraw: "Antrag zurückziehen",
    decidedTitle: "Frühere Anträge",
    states: { accepted: "angenommen", refused: "abgelehnt" } as Record<string, string>,
    decided: (state: string, date: string) => `Am ${date} ${state}`,
    reason: (text: string) => `Begründung der Koordination: ${text}`,
  },
  own: {
    title: "Phänomene und Arbeitsorte",
    intro: "Diese Angaben gelten ab heute. Die Koordination muss nicht zustimmen.",
    main: (label: string) => `Ihr Schwerpunkt ${label} gehört immer dazu.`,
    submit: "Angaben speichern",
  },
  ask: {
    title: "Andere Angaben beantragen",
    intro: "Ändern Sie, was nicht mehr stimmt. Alles andere lassen Sie, wie es ist. Die Koordination entscheidet.",
    none: "keine Angabe",
    from: "Gültig ab",
    fromHint: "Erhebungen, die vor diesem Tag geöffnet wurden, bleiben davon unberührt.",
    note: "Begründung",
    noteHint: "Zum Beispiel: „Seit Januar sind wir sechs Personen.“ Nur die Koordination liest das.",
    optional: "(freiwillig)",
    submit: "Änderung beantragen",
    errors: {
      nothing: "Bitte ändern Sie mindestens eine Angabe.",
      "no-day": "Bitte geben Sie einen Tag ein, zum Beispiel 01.03.2027.",
      "before-project": "An diesem Tag gehörte das Projekt noch nicht zum Netzwerk.",
      "too-far": "Bitte wählen Sie einen Tag in den nächsten zwölf Monaten.",
      "note-long": "Bitte kürzen Sie die Begründung auf 2.000 Zeichen.",
    },
  },
  remove: {
    title: (name: string) => `${name} aus dem Team entfernen?`,
    text: "Die Person sieht die Antwortbögen des Projekts nicht mehr, auch nicht frühere. Was sie eingetragen hat, bleibt erhalten. Ihr Konto bleibt bestehen.",
    self: "Sie sehen die Antwortbögen des Projekts dann nicht mehr. Ihr Konto bleibt bestehen.",
    submit: "Aus dem Team entfernen",
  },
  lead: {
    title: (name: string) => `Leitung an ${name} geben`,
    share: "Gemeinsam leiten",
    shareText: (name: string) =>
      `${name} darf dann dasselbe wie Sie: einreichen, Personen hinzufügen, Angaben ändern. Sie leiten weiter mit.`,
    shareSubmit: (name: string) => `${name} zur Leitung machen`,
    handOver: "Leitung übergeben",
    handOverText: (name: string) =>
      `${name} leitet das Projekt. Sie bleiben Teammitglied: Sie füllen weiter mit aus, reichen aber nicht mehr ein und ändern das Team nicht mehr. Nur die neue Leitung kann das zurücknehmen.`,
    handOverSubmit: (name: string) => `Leitung an ${name} übergeben`,
  },
  stepDown: {
    title: "Leitung abgeben?",
    text: (names: string) =>
      `Es leitet dann: ${names}. Sie bleiben Teammitglied: Sie füllen weiter mit aus, reichen aber nicht mehr ein und ändern das Team nicht mehr.`,
    submit: "Leitung abgeben",
  },
};
