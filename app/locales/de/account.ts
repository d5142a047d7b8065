import { wait } from "./sign-in.ts";

export const account = {
  title: "Ihr Konto",
  subtitle: "Ihre Angaben, Ihre Anmeldungen und alles, was über Sie gespeichert ist.",
  done: {
    profil: "Ihre Angaben sind gespeichert.",
    adresse:
      "Sehen Sie in das neue Postfach. Ist die Adresse noch frei, kommt dort gleich eine Nachricht mit einem Link an.",
    verworfen: "Die neue Adresse ist verworfen. Es bleibt bei der bisherigen.",
    bestaetigt: "Ihre neue Adresse gilt. Alle anderen Anmeldungen sind beendet.",
    sitzung: "Die Anmeldung ist beendet.",
    sitzungen: "Alle anderen Anmeldungen sind beendet.",
  } as Record<string, string>,
  profile: {
    title: "Name und Sprache",
    name: "Name",
    nameHint: "So sieht Sie Ihr Team, wenn Sie gemeinsam ausfüllen.",
    locale: "Sprache",
    localeHint: "Für die Seiten und für Nachrichten an Sie.",
    locales: { de: "Deutsch", en: "English" },
    submit: "Angaben speichern",
    errors: { name: "Bitte geben Sie einen Namen mit höchstens 200 Zeichen ein." },
  },
  address: {
    title: "E-Mail-Adresse",
    current: "Zurzeit gilt",
    bounced: "Nachrichten an diese Adresse kommen zurück. Bitte tragen Sie eine andere ein.",
    waiting: (address: string, time: string) => `${address} ist noch nicht bestätigt. Der Link gilt bis ${time} Uhr.`,
    drop: "Neue Adresse verwerfen",
    field: "Neue E-Mail-Adresse",
    hint: "Dorthin schicken wir einen Link. Erst wenn Sie ihn öffnen, gilt die neue Adresse.",
    submit: "Link schicken",
    errors: {
      missing: "Bitte geben Sie die neue E-Mail-Adresse ein.",
      invalid: "Das ist keine vollständige E-Mail-Adresse. Beispiel: name@traeger.de",
      same: "Das ist schon Ihre Adresse.",
    },
    tooMany: {
      title: "Gerade wurden zu viele E-Mails angefordert.",
      advice: (seconds: number) => `Bitte versuchen Sie es in ${wait(seconds)} noch einmal.`,
    },
  },
  confirm: {
    title: "Neue E-Mail-Adresse",
    ready: (address: string) => `Ab jetzt melden Sie sich mit ${address} an, und Nachrichten gehen dorthin.`,
    effect: "Alle anderen Anmeldungen enden. An die bisherige Adresse geht eine Nachricht, dass sie nicht mehr gilt.",
    submit: "Neue Adresse übernehmen",
    signIn: {
      title: "Bitte melden Sie sich zuerst an",
      text: "Eine neue Adresse kann nur bestätigen, wer angemeldet ist. Melden Sie sich in diesem Browser mit der bisherigen Adresse an und öffnen Sie den Link dann noch einmal.",
    },
    otherAccount: {
      title: "Dieser Link gehört zu einem anderen Konto",
      text: "Melden Sie sich ab und mit dem Konto wieder an, für das Sie die Adresse ändern wollten. Öffnen Sie den Link dann noch einmal.",
    },
    over: {
      title: "Dieser Link gilt nicht mehr",
      text: "Ein Link gilt 60 Minuten und nur einmal. In Ihrem Konto können Sie einen neuen anfordern.",
    },
    toSignIn: "Zur Anmeldung",
    toAccount: "Zu Ihrem Konto",
  },
  parts: {
    title: "Wo Sie mitarbeiten",
    none: "Ihr Konto gehört zurzeit zu keinem Projekt. Wenden Sie sich an die Koordination, wenn das nicht stimmt.",
    roles: {
      coordination: "Koordination des Netzwerks",
      steering: "Steuerungsgruppe",
      analyst: "Auswertung von Freitexten",
      lead: "Projektleitung",
      member: "Teammitglied",
    },
    team: "Team ansehen",
  },
  sessions: {
    title: "Wo Sie angemeldet sind",
    text: "Eine Anmeldung endet nach 8 Stunden ohne Nutzung, spätestens nach 7 Tagen. Kennen Sie eine nicht, beenden Sie sie.",
    begun: (date: string, time: string) => `Angemeldet am ${date}, ${time} Uhr`,
    used: (date: string, time: string) => `zuletzt genutzt am ${date}, ${time} Uhr`,
    current: "dieses Gerät",
    end: "Beenden",
    endOf: (begun: string) => `Beenden: ${begun}`,
    endOthers: "Alle anderen beenden",
    only: "Sie sind nur hier angemeldet.",
  },
  data: {
    title: "Ihre Daten als Datei",
    text: "Alles, was über Sie gespeichert ist: Konto, Mitarbeit, Anmeldungen, Nachrichten an Sie, Ihre Fragen an die Koordination, Ihre Handlungen und wie oft Sie welchen Antwortbogen bearbeitet haben. Antworten gehören dem Projekt und stehen nicht darin.",
    download: "Als JSON herunterladen",
    about:
      "Alles, was Praxisspiegel über Sie speichert. Antworten gehören dem Projekt und stehen nicht darin. Zeiten in UTC.",
  },
};
