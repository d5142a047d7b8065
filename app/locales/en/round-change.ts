import type { roundChange as de } from "../de/round-change.ts";

const daysOf = (days: string) => (days === "1" ? "1 day" : `${days} days`);

export const roundChange: typeof de = {
  title: (round) => `Change ${round}`,
  short: "Change",
  more: "Change more, history",
  nothing: "Nothing of this survey can be changed any more.",
  choose: "What would you like to do?",
  back: "Choose another change",
  toRound: "To the survey",
  actions: {
    frist: "Extend the deadline",
    erinnerungen: "Change the reminders",
    wortlaut: "Correct the wording",
    schliessen: "Close early",
    abbrechen: "Cancel the survey",
    beenden: "End without results",
    archivieren: "Archive",
  },
  hints: {
    frist: (deadline) => `So far until ${deadline}.`,
    erinnerungen: (days) => (days ? `So far ${daysOf(days)} before the deadline.` : "So far none."),
    wortlaut: (n) => `Version ${n} is in use. Structure and options stay as they are.`,
    schliessen: "Nobody can answer after that.",
    abbrechen: "The survey ends without results.",
    beenden: "There will be no release. The survey is put away.",
    archivieren: "The survey has its results and is put away.",
  },
  extend: {
    check: "Next",
    title: "Extend the deadline?",
    text: (from, to) => `So far until ${from}. Now until ${to}.`,
    follows: (days) =>
      days
        ? `Reminders (${daysOf(days)} before the deadline) follow the new deadline. No message goes out now.`
        : "No message goes out now.",
    confirm: "Yes, extend the deadline",
  },
  reminders: {
    check: "Next",
    title: "Change the reminders?",
    text: (days) =>
      days
        ? `Reminders go out ${daysOf(days)} before the deadline, only to those who have not submitted yet.`
        : "No reminders go out by themselves any more.",
    past: "Days that are over are not made up for.",
    confirm: "Yes, change the reminders",
  },
  amend: {
    legend: "Corrected version",
    option: (n, date) => `Version ${n} of ${date}`,
    none: "There is no correction of this version. Make one under “Questionnaires”: a second person has to approve it.",
    check: "See the differences",
    title: (n) => `Put version ${n} in place?`,
    text: "All items stay comparable. Responses that were begun are kept and show the new wording.",
    confirm: "Yes, correct the wording",
  },
  close: {
    title: "Close this survey now?",
    text: (submitted, begun) =>
      `Submitted: ${submitted}. Still in progress: ${begun}; these do not count. Nobody can answer after that. This cannot be undone.`,
    sealed: (n) =>
      `So far ${n} responses lie sealed. At closing they are opened if there are at least 10; otherwise they stay sealed for ever. This cannot be undone.`,
    confirm: "Yes, close the survey",
  },
  cancel: {
    reason: "Reason",
    reasonHint: "Stands in the history of the survey. No names, please.",
    check: "Next",
    title: "Cancel this survey?",
    text: "It ends without results, and nobody is reminded any more. Teams can read what they wrote. This cannot be undone.",
    erased: (n: string) =>
      `It ends without results, and nobody is reminded any more. Because it is anonymous, the answers that came in (${n} so far) are erased without anybody reading them. This cannot be undone.`,
    confirm: "Yes, cancel the survey",
    keep: "No, let it run on",
  },
  end: {
    title: "End this survey without results?",
    text: "It will never have results and then stands among the archived ones. Teams can read what they wrote. No message goes out. This cannot be undone.",
    confirm: "Yes, end without results",
  },
  archive: {
    title: "Archive this survey?",
    text: "Its results can still be read. The survey then stands among the archived ones.",
    confirm: "Yes, archive it",
  },
  history: {
    title: "History",
    empty: "Nothing has been noted yet.",
    byItself: "by itself",
    somebody: "former account",
    line: (date, time, who) => `${date}, ${time} · ${who}`,
    verbs: {
      "round.draft": "Draft made",
      "round.change": "Draft changed",
      "round.plan": "Beginning planned",
      "round.unplan": "Plan taken back",
      "round.open": "Opened",
      "round.invite": "People added",
      "round.uninvite": "Person taken out",
      "round.extend": "Deadline extended",
      "round.reminders": "Reminders changed",
      "round.remind": "Reminded",
      "response.reopen": "Response opened again",
      "response.erase": "Response erased",
      "name.withdraw": "Consent to being named withdrawn",
      "name.give": "Consent to being named given again",
      "round.call-list": "Call list downloaded",
      "round.amend": "Wording corrected",
      "round.close": "Closed",
      "round.cancel": "Cancelled",
      "round.end": "Ended without results",
      "round.archive": "Archived",
      "round.erase-drafts": "Erased at the end of its retention",
      "release.make": "Results frozen",
      "release.interim": "Interim release made",
      "release.correct": "Correction made",
    },
    other: (verb) => `Other (${verb})`,
    opened: (n) => (n === "1" ? "1 project invited" : `${n} projects invited`),
    extended: (from, to) => `from ${from} to ${to}`,
    reminderDays: (days) => (days ? `${daysOf(days)} before the deadline` : "none any more"),
    reminded: (n) => (n === "1" ? "1 message" : `${n} messages`),
    amended: (from, to) => `version ${to} in place of version ${from}`,
    deadline: "when the deadline had passed",
    sealed: (moved, sealed) => `${moved} responses opened, ${sealed} stay sealed`,
    erased: (drafts, notes) =>
      `${drafts === "1" ? "1 response that was never submitted" : `${drafts} responses that were never submitted`}, ${notes === "1" ? "1 note" : `${notes} notes`}`,
    notOpened: (why) => `The survey could not be opened: ${why}`,
    reason: (reason) => `Reason: ${reason}`,
  },
};
