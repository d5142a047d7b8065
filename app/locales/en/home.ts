import type { home as de } from "../de/home.ts";

export const home: typeof de = {
  title: "Home",
  subtitle: (day) => `What is due today, ${day}.`,
  nothing: "Nothing is due today.",
  nothingText: "As soon as a survey ends, a project asks for something or a yes is missing, it appears here.",
  groups: { rounds: "Surveys", members: "Members", questionnaires: "Questionnaires" },
  endsIn: (round, days) =>
    days === 0 ? `${round} ends today.` : days === 1 ? `${round} ends tomorrow.` : `${round} ends in ${days} days.`,
  overdue: (round) => `The deadline of ${round} has passed.`,
  returned: (submitted, invited) => `${submitted} of ${invited} have submitted.`,
  submitted: (submitted) => `${submitted} have submitted.`,
  inquiries: (n, count, round) =>
    n === 1
      ? `1 question about ${round} waits for an answer.`
      : `${count} questions about ${round} wait for an answer.`,
  toRelease: (round) => `${round} is closed and not evaluated yet.`,
  draft: (round) => `${round} is being prepared.`,
  draftOpens: (date) => `The opening is planned for ${date}.`,
  draftWithoutDay: "No day has been set for the opening.",
  requests: (n, count) =>
    n === 1
      ? "1 project asks for a change of its attributes."
      : `${count} projects ask for a change of their attributes.`,
  bounced: (n, count) => (n === 1 ? "1 address takes no mail." : `${count} addresses take no mail.`),
  secondYes: (name) => `The questionnaire “${name}” waits for your yes.`,
  ownProposal: (name) => `Your proposal for the questionnaire “${name}” waits for the yes of a second person.`,
  open: {
    round: "Go to the survey",
    inquiries: "Read the questions",
    setup: "Go on setting up",
    requests: "Read the requests",
    members: "Go to the members",
    questionnaire: "Go to the questionnaire",
  },
};
