import type { making as de } from "../de/making.ts";

export const making: typeof de = {
  running: {
    final: "The results of this survey are being made.",
    interim: "An interim release is being made.",
    correction: "A correction is being worked out.",
  },
  step: (n, of, what) => `Step ${n} of ${of}: ${what}`,
  stages: {
    waiting: "This will begin in a moment.",
    grouping: "Groups are being formed.",
    counting: "Answers are being counted.",
    checking: "Every item is being checked against the rule.",
    writing: "The release is being saved.",
  },
  share: (done, total, share) => `${done} of ${total} items have been checked (${share}).`,
  leave: "You may leave this page. The release will then stand here and under “Results”.",
  reload: "Reload this page",
  done: "The release is ready.",
  failed: {
    final: "No release was made.",
    interim: "No interim release was made.",
    correction: "No correction was made.",
  },
  closed: "The survey was closed before that. You can make its release now.",
  unexpected: (time) =>
    `Something went wrong at ${time}. Nothing of it was saved, not even a part. Please try again. If it happens again, tell your technical support this time.`,
  correction: {
    title: "Correct the release",
    notice: (n: number, count: string) =>
      n === 0
        ? "Figures are calculated in another way by now than in this release."
        : `Since this release ${n === 1 ? "1 response was" : `${count} responses were`} erased.`,
    link: "Make a correction",
    text: "A correction counts anew what is still stored of this survey: totals only, rounded for protection. The release so far can still be read and points to the correction.",
    frozen: "The correction, too, is frozen for good. The steering group can read it at once.",
    reasonHint: "It stands on the correction, and everybody can read it. Please no names and no answers.",
    submit: "Make the correction",
  },
  interim: {
    title: "Interim release",
    text: (most) =>
      `An interim release shows what has been submitted so far: totals only, rounded for protection. Each survey may have ${most}.`,
    make: "Make an interim release",
    question: "Make an interim release now?",
    frozen:
      "What has been submitted at this moment is counted. The figures are frozen for ever. The steering group can read them at once. No message goes out.",
    confirm: "Yes, make the interim release",
    read: (n, date) => `Read interim release ${n} of ${date}`,
    used: "This survey may have no more interim releases. The next figures come after it is closed.",
    first: {
      responses: (n, count, minimum) =>
        `Not yet possible: ${n === 1 ? "1 response sheet was submitted" : `${count} response sheets were submitted`}. It takes ${minimum}, so that nobody can be recognised.`,
      organisations: (n, count, minimum) =>
        `Not yet possible: the response sheets come from ${n === 1 ? "1 organisation" : `${count} organisations`}. It takes ${minimum} organisations, so that nobody can be recognised.`,
      dominated:
        "Not yet possible: one or two organisations submitted so many of the response sheets that their answers could be recognised.",
    },
    next: {
      responses: (n, count, minimum) =>
        `Not yet possible: ${n === 1 ? "1 response sheet is" : `${count} response sheets are`} new or changed since the last interim release. It takes ${minimum}, so that nobody can be recognised.`,
      organisations: (n, count, minimum) =>
        `Not yet possible: what is new or changed since the last interim release comes from ${n === 1 ? "1 organisation" : `${count} organisations`}. It takes ${minimum} organisations, so that nobody can be recognised.`,
      dominated:
        "Not yet possible: what is new or changed since the last interim release comes too much from one or two organisations. Their answers could be recognised.",
    },
  },
};
