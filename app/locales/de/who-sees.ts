/** The numbers of rule 2 that these texts name. */
type Rule = { minimum: number; organisations: number; withoutTwo: number | null };

const strictly = ({ withoutTwo }: Rule) =>
  withoutTwo === null
    ? []
    : [
        `Diese Erhebung ist streng geschützt: Auch ohne die zwei größten Träger müssen mindestens ${withoutTwo} Projekte übrig bleiben.`,
      ];

const freeText = "Freie Texte werden nie von selbst veröffentlicht.";

/** Who sees what: the same words in the wizard, on the cover and in the invitation. */
export const whoSees = {
  title: { project: "Wer sieht unsere Antworten?", person: "Wer sieht meine Antworten?" },
  /** `project`: a project answers as a team; `person`: people by link */
  lines: {
    confidential: {
      project: (rule: Rule) => [
        "Ihr Projektteam sieht und bearbeitet diesen Antwortbogen.",
        `Die Steuerungsgruppe sieht nur zusammengefasste Zahlen: ab ${rule.minimum} Projekten von mindestens ${rule.organisations} Trägern.`,
        ...strictly(rule),
        freeText,
        "Die Koordination sieht, ob Sie eingereicht haben, aber nicht, was Sie geantwortet haben.",
      ],
      person: (rule: Rule) => [
        `Die Steuerungsgruppe sieht nur zusammengefasste Zahlen: ab ${rule.minimum} Personen.`,
        freeText,
        "Die Koordination sieht, ob Sie eingereicht haben, aber nicht, was Sie geantwortet haben.",
      ],
    },
    named: {
      project: (_rule: Rule) => [
        "Diese Erhebung ist namentlich: Der Name Ihres Projekts wird mit den Angaben gezeigt, denen Sie zustimmen.",
        "Alle übrigen Angaben erscheinen nur als zusammengefasste Zahlen.",
        "Ob Ihr Projekt genannt werden darf, fragen wir gleich zu Beginn.",
      ],
      person: (_rule: Rule) => [
        "Diese Erhebung ist namentlich: Ihr Name wird mit den Angaben gezeigt, denen Sie zustimmen.",
        "Alle übrigen Angaben erscheinen nur als zusammengefasste Zahlen.",
      ],
    },
    anonymous: {
      project: (rule: Rule) => sealed(`ab ${rule.minimum} Antwortbögen`),
      person: (rule: Rule) => sealed(`ab ${rule.minimum} Personen`),
    },
  },
};

function sealed(from: string): string[] {
  return [
    "Diese Erhebung ist anonym: Antworten und Einladung werden getrennt gespeichert und lassen sich nach dem Schließen nicht verbinden.",
    "Bis zum Schließen liegen die Bögen versiegelt. Dann werden sie in zufälliger Reihenfolge geöffnet, und nur, wenn mindestens 10 eingegangen sind.",
    "Bis dahin, und in Sicherungskopien auch danach, könnte der technische Betrieb beides zusammenbringen.",
    `Gezeigt werden nur zusammengefasste Zahlen: ${from}.`,
    freeText,
  ];
}
