const minutes = (seconds: number) => Math.max(1, Math.ceil(seconds / 60));
/** How long to wait, as it stands behind "in". */
export const wait = (seconds: number) => {
  if (minutes(seconds) > 50) return "etwa einer Stunde";
  return minutes(seconds) === 1 ? "einer Minute" : `${minutes(seconds)} Minuten`;
};

export const signIn = {
  ask: {
    title: "Anmelden",
    intro: "Sie bekommen eine E-Mail mit einem Link und einem Code. Ein Passwort brauchen Sie nicht.",
    address: "Ihre E-Mail-Adresse",
    addressHint: "Die Adresse, unter der Ihr Team oder die Koordination Sie eingetragen hat.",
    submit: "Link anfordern",
    whoSees: "Diese Seite verrät niemandem, ob es zu einer Adresse ein Konto gibt.",
    errors: {
      missing: "Bitte geben Sie Ihre E-Mail-Adresse ein.",
      invalid: "Das ist keine vollständige E-Mail-Adresse. Beispiel: name@traeger.de",
    },
    tooMany: {
      title: "Gerade wurden zu viele E-Mails angefordert.",
      advice: (seconds: number) =>
        `Bitte versuchen Sie es in ${wait(seconds)} noch einmal. Ist schon eine E-Mail angekommen? Dann gilt ihr Link noch bis 15 Minuten nach dem Versand.`,
    },
  },
  code: {
    title: "Sehen Sie in Ihr Postfach",
    intro:
      "Gibt es zu dieser Adresse ein Konto, dann ist eine E-Mail unterwegs. Link und Code darin gelten 15 Minuten.",
    steps: "Öffnen Sie den Link in diesem Browser. Oder tippen Sie den Code aus der E-Mail hier ein.",
    label: "Code aus der E-Mail",
    hint: "8 Ziffern. Leerzeichen stören nicht.",
    submit: "Mit Code anmelden",
    again: "Nichts angekommen? Sehen Sie im Spam-Ordner nach.",
    againLink: "Neue E-Mail anfordern",
    demoMail: "Zu den E-Mails der Demo",
    demoNote: "Die Demo verschickt nichts. Ihre E-Mail steht auf einer eigenen Seite.",
    errors: {
      missing: "Bitte geben Sie den Code aus der E-Mail ein.",
      digits: "Der Code hat 8 Ziffern.",
      wrong: "Dieser Code stimmt nicht oder gilt nicht mehr. Bitte prüfen Sie die neueste E-Mail.",
    },
    tooMany: {
      title: "Das waren zu viele falsche Codes.",
      advice: (seconds: number) =>
        `Codes werden erst in ${wait(seconds)} wieder angenommen. Der Link aus der E-Mail geht weiterhin.`,
    },
  },
  link: {
    title: "Anmelden",
    ready: "Ihr Link ist gültig. Mit dem Knopf melden Sie sich in diesem Browser an.",
    submit: "Jetzt anmelden",
    whoSees: "Die Anmeldung endet nach 8 Stunden ohne Nutzung, spätestens nach 7 Tagen.",
    elsewhere: {
      title: "Dieser Link gehört zu einem anderen Browser",
      intro: "Zu Ihrem Schutz geht der Link nur in dem Browser, in dem Sie ihn angefordert haben.",
      steps: [
        "Gehen Sie zurück in den Browser, in dem Sie Ihre Adresse eingegeben haben.",
        "Dort steht ein Feld für den Code.",
        "Tippen Sie den achtstelligen Code aus der E-Mail ein.",
      ],
      again: "Ist dieser Browser nicht mehr offen? Dann fordern Sie hier einen neuen Link an.",
    },
    over: {
      title: "Dieser Link gilt nicht mehr",
      intro: "Ein Link gilt 15 Minuten und nur einmal. Vielleicht haben Sie schon einen neueren bekommen.",
    },
    again: "Neuen Link anfordern",
  },
  demoMail: {
    title: "E-Mails der Demo",
    intro: "Die Demo verschickt nichts. Was sie verschicken würde, steht hier, das Neueste zuerst.",
    empty: "Noch keine E-Mail",
    emptyText:
      "Fordern Sie einen Link an oder reichen Sie einen Antwortbogen ein. Nach wenigen Sekunden steht die E-Mail hier.",
    ask: "Zur Anmeldung",
    reload: "Neu laden",
    to: "An",
    at: "Geschrieben",
  },
};
