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
    read: "Read the results",
    readTitle: (n: string, date: string) => `Release ${n} of ${date}`,
  },
};
