import type { whoSees as de } from "../de/who-sees.ts";

type Rule = Parameters<typeof de.lines.confidential.project>[0];

const strictly = ({ withoutTwo }: Rule) =>
  withoutTwo === null
    ? []
    : [
        `This survey is strictly protected: even without the two largest organisations at least ${withoutTwo} projects must remain.`,
      ];

const freeText = "Free text is never released by itself.";

export const whoSees: typeof de = {
  title: { project: "Who sees our answers?", person: "Who sees my answers?" },
  lines: {
    confidential: {
      project: (rule) => [
        "Your project team sees and edits this response.",
        `The steering group sees summary figures only: from ${rule.minimum} projects of at least ${rule.organisations} organisations.`,
        ...strictly(rule),
        freeText,
        "The coordination sees whether you have submitted, but not what you answered.",
      ],
      person: (rule) => [
        `The steering group sees summary figures only: from ${rule.minimum} people upwards.`,
        freeText,
        "The coordination sees whether you have submitted, but not what you answered.",
      ],
    },
    named: {
      project: (_rule) => [
        "This survey is named: your project's name is shown with the details you consent to.",
        "Everything else appears as summary figures only.",
        "Whether your project may be named is the first question.",
      ],
      person: (_rule) => [
        "This survey is named: your name is shown with the details you consent to.",
        "Everything else appears as summary figures only.",
      ],
    },
    anonymous: {
      project: (rule) => sealed(`from ${rule.minimum} responses upwards`),
      person: (rule) => sealed(`from ${rule.minimum} people upwards`),
    },
  },
};

function sealed(from: string): string[] {
  return [
    "This survey is anonymous: answers and invitation are kept apart and cannot be joined after closing.",
    "Until closing, responses lie sealed. They are then opened in random order, and only if at least 10 have come.",
    "Until then, and in backups even later, the technical operators could bring the two together.",
    `Only summary figures are shown: ${from}.`,
    freeText,
  ];
}
