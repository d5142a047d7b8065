import type { microdata as de } from "../de/microdata.ts";

export const microdata: typeof de = {
  title: "Single responses",
  subtitle: "Responses of finished surveys under a pseudonym, for statistical analysis.",
  link: "Single responses for analysis",
  emptyTitle: "No survey is finished yet.",
  empty: "As soon as a survey that has answers is over, it stands here.",
  choose: "Choose",
  facts: (n, date) => `${n} responses · ended on ${date}`,
  what: "What you get",
  points: ["An archive with a wide and a long CSV file, and commands that read them into SPSS, R and Python."],
  more: {
    plain: [
      "Each response has a pseudonym that holds for this survey only.",
      "Names, attributes of the projects, times and free texts are not included.",
    ],
    named: [
      "Each response has a pseudonym that holds for this survey only; with names, for the one archive only.",
      "Attributes of the projects, times and free texts are not included, and names only if you choose them below.",
    ],
  },
  seen: "The projects concerned see who fetched single responses, when and what for.",
  reason: "What do you need the data for?",
  reasonHint: (least, most) => `${least} to ${most} characters. The projects read this sentence.`,
  reasonErrors: {
    short: (least) => `Please give a reason of at least ${least} characters.`,
    long: (most) => `The reason has more than ${most} characters. Please shorten it.`,
  },
  withdrawn: (n) =>
    n === "1"
      ? "Since your last request with names, 1 project has withdrawn."
      : `Since your last request with names, ${n} projects have withdrawn.`,
  withdrawnText:
    "Please delete the earlier files with names, and request them anew if you still need them. The new ones do not contain these names.",
  withNames: "With names",
  withNamesHint:
    "Project and organisation then stand beside the responses of projects that have consented and not withdrawn that. If a project withdraws later, you must delete its name everywhere.",
  open: "Note the request and provide the file",
  fresh: {
    title: "Please confirm first that it is you.",
    text: (minutes) =>
      `Single responses are available only in the first ${minutes} minutes after signing in. You get a new code at your e-mail address.`,
    ask: "Ask for a code",
    typed: "Your reason so far:",
  },
  ready: {
    title: "The file is ready.",
    text: (minutes) => `You can download it for ${minutes} minutes. Please delete it as soon as you are done.`,
    withNames:
      "The archive contains names. Whoever withdraws before you download it is no longer in it; the names of those who withdraw later must be deleted by you.",
    download: "Download the archive",
    over: "The time for downloading is over. Please give a reason for a new request.",
  },
  insights: {
    title: "Looks at your answers",
    text: "Who fetched responses of your project for analysis. Free texts were never included, names only where it says so.",
    none: "So far nobody has fetched single responses of your project.",
    withNames: "With the names of the projects that have consented and not withdrawn that.",
    entry: (name, date, by) => `${name} · ${date}, by ${by}`,
  },
};
