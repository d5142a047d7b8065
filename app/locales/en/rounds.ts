import type { rounds as de } from "../de/rounds.ts";

export const rounds: typeof de = {
  states: {
    draft: "draft",
    open: "open",
    closed: "closed",
    released: "evaluated",
    archived: "archived",
    cancelled: "cancelled",
  },
  fictional: "fictional sample",
  privacy: { named: "named", confidential: "confidential", anonymous: "anonymous" },
  reason: "Reason",
  list: {
    title: "Surveys",
    emptyTitle: "There is no survey yet.",
  },
  round: {
    version: (n: string) => `Version ${n}`,
    openUntil: (date: string) => `open until ${date}`,
    overdue: (date: string) => `deadline passed on ${date}`,
    closedOn: (date: string) => `closed on ${date}`,
    steps: "State of the survey",
    close: "Close survey",
    closeTitle: "Close this survey now?",
    closeText: (submitted: string, begun: string) =>
      `Submitted: ${submitted}. Still in progress: ${begun}; these response sheets do not count. After closing nobody can answer any more. This cannot be undone.`,
    closeConfirm: "Yes, close the survey",
    cancel: "Cancel",
    release: "Make the release",
    releaseTitle: "The survey is closed.",
    releaseText:
      "The release summarises the submitted response sheets as figures and is then frozen. The steering group can read it at once.",
    releaseQuestion: "Make the release now?",
    releaseTexts: (n: number, count: string) =>
      `The coding of ${n === 1 ? "1 question with free text is" : `${count} questions with free text is`} not finished. Afterwards it cannot be done any more: the release will only say how many answered.`,
    releaseFrozen: (n) =>
      `${n} submitted response sheets become figures. They are frozen for ever and cannot be changed any more. The steering group can read them at once.`,
    releaseMails: (n, count) =>
      n === 0
        ? "No message goes out."
        : n === 1
          ? "1 message with thanks and the way to the results goes out."
          : `${count} messages with thanks and the way to the results go out.`,
    releaseConfirm: "Yes, make the release",
    noRelease: "This survey cannot have results.",
    obstacles: {
      responses: (n, count, minimum) =>
        `${n === 1 ? "1 response sheet was submitted" : `${count} response sheets were submitted`}. Results are made from ${minimum}, so that nobody can be recognised.`,
      organisations: (n, count, minimum) =>
        `The response sheets come from ${n === 1 ? "1 organisation" : `${count} organisations`}. Results are made from ${minimum} organisations, so that nobody can be recognised.`,
      dominated:
        "One or two organisations submitted so many of the response sheets that their answers could be recognised in the figures.",
    },
    read: "Read the results",
    readTitle: (n: string, date: string) => `Release ${n} of ${date}`,
  },
};
