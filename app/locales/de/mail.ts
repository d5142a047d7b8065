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
  receipt: {
    subject: "Ihr Antwortbogen ist eingegangen",
    intro: "vielen Dank. Ihr Antwortbogen ist vollständig bei uns angekommen.",
    number: "Belegnummer",
    round: "Erhebung",
    date: "Eingereicht am",
    link: "Beleg ansehen",
    noAnswers: "Ihre Antworten stehen nicht in dieser Nachricht. Sie lesen sie nach der Anmeldung.",
  },
};
