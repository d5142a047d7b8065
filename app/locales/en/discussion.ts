import type { discussion as de } from "../de/discussion.ts";

export const discussion: typeof de = {
  title: "Notes",
  intro: "Here coordination, steering group and analysts discuss what the figures mean. Projects do not see this.",
  open: (n: number, count: string) => (n === 1 ? "1 open note" : `${count} open notes`),
  note: "Add a note",
  aboutThis: (figure) => ` on: ${figure}`,
  none: "Nobody has noted anything yet.",
  noneHere: "Nobody has noted anything about this item yet.",
  all: "Show all notes",
  whole: "About the whole release",
  settled: (name: string, at: string) => `Settled by ${name}, ${at}`,
  byline: (name: string, at: string) => `${name}, ${at}`,
  changed: "changed",
  before: (until: string) => `Until ${until} it said:`,
  earlier: "Earlier wordings",
  withdrawn: "This note was taken back.",
  mentions: (names: string) => `To: ${names}`,
  filter: { label: "Item", show: "Show", all: "all items", whole: (question) => `Whole question: ${question}` },
  write: {
    title: "New note",
    about: "What is it about?",
    text: "Your note",
    hint: (chars) => `At most ${chars} characters. Please do not guess which project answered what.`,
    mention: "Mention colleagues (@)",
    mentionHint: (people) =>
      `At most ${people} people. Whoever is mentioned gets a mail. It does not say what you write.`,
    send: "Save note",
  },
  answer: { open: "Answer", text: "Your answer", send: "Save answer" },
  change: {
    open: "Change",
    text: "New wording",
    hint: (chars) => `At most ${chars} characters.`,
    send: "Save change",
  },
  takeBack: {
    open: "Take back",
    text: "This note and its earlier wordings are erased. That cannot be undone.",
    confirm: "Yes, take it back",
  },
  settle: "Mark as settled",
  reopen: "Open again",
  of: (name: string) => ` (note by ${name})`,
  faults: {
    empty: () => "Please write something.",
    "too-long": (limit) => `Please shorten to at most ${limit} characters.`,
    "too-many": (limit) => `Please choose at most ${limit} people.`,
    gone: () => "One of the people reads no notes any more. Please check whom you chose, and save once more.",
    "different-body": () =>
      "Something else was saved from this form already. If you save once more, this becomes a note of its own.",
  },
};
