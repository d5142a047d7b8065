import type { rounds as de } from "../de/rounds.ts";

export const rounds: typeof de = {
  states: {
    draft: "draft",
    open: "open",
    closed: "closed",
    released: "evaluated",
    archived: "archived",
    cancelled: "Cancelled",
  },
  privacy: { named: "named", confidential: "confidential", anonymous: "anonymous" },
  list: {
    title: "Surveys",
    subtitle: "What is running, what is closed and what has been evaluated.",
    table: "All surveys",
    emptyTitle: "There is no survey yet.",
    empty: "As soon as a survey is open, it appears here.",
    heads: {
      title: "Survey",
      wave: "Wave",
      state: "State",
      deadline: "Deadline",
      invited: "invited",
      submitted: "submitted",
    },
  },
  round: {
    version: (n: string) => `Version ${n}`,
    openUntil: (date: string) => `open until ${date}`,
    overdue: (date: string) => `deadline passed on ${date}`,
    closedOn: (date: string) => `closed on ${date}`,
    steps: "State of the survey",
    figures: { invited: "invited", opened: "opened", begun: "in progress", submitted: "submitted" },
    participants: "Invited projects",
    heads: { project: "Project", organisation: "Organisation", land: "State", progress: "Progress", at: "last" },
    progress: { invited: "invited", opened: "opened", begun: "in progress", submitted: "submitted" },
    /** drafts of a round that is closed */
    unfinished: "not submitted",
    never: "–",
    note: "This page knows the progress only, never the answers.",
    anonymous: "This survey is anonymous. Who took part is not shown here either.",
    nobody: "Nobody is invited to this survey.",
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
