import type { signOff as de } from "../de/sign-off.ts";

export const signOff: typeof de = {
  progress: {
    title: "How far the response is",
    of: (answered, asked) => (answered === asked ? "all answered" : `${answered} of ${asked} answered`),
  },
  changes: {
    sentence: (changed, compared, wave) =>
      changed === 0
        ? `Nothing has changed since ${wave}. ${compared} details that stayed the same were compared.`
        : `${changed === 1 ? "1 detail has" : `${changed} details have`} changed since ${wave}, out of ${compared} that can be compared.`,
    only: "Show changes only",
    all: "Show everything",
    filter: "What is shown",
    wave: (wave) => `${wave}:`,
  },
  review: {
    lock: "After that the response is locked. While the survey runs, the project lead can open it again to correct it.",
    lockGuest: "After that the response is locked. While the survey runs, you can open it again to correct it.",
    submit: "Sign off and submit",
    submitSigned: "Submit",
    submitAgain: "Sign off and submit again",
    submitAgainGuest: "Submit again",
  },
  signing: {
    title: "Sign-off",
    one: "By submitting it, the project lead signs the response off.",
    two: "Two people have to sign off. One of them is the project lead, who also submits.",
    requireTwo: "Two people have to sign off",
    requireOne: "One sign-off is enough",
    alone: "There is nobody else in your team who could sign off.",
    given: (name, date) => `${name} signed off on ${date}`,
    valid: "valid",
    stale: "no longer valid: something was changed afterwards",
    none: "Nobody has signed off yet.",
    sign: "I have reviewed it and sign off",
    hint: "Your sign-off holds for exactly this state. If somebody changes anything afterwards, it lapses.",
    signedWaiting: "You have signed off. The sign-off of a second person is still missing.",
    signedLead: "You have signed off. The project lead can submit now.",
    secondMissing: "No second person has signed off this state yet. So the response was not submitted.",
    complete: "The response can be signed off as soon as no answer is missing.",
  },
  state: {
    reopenedTitle: "This response is being corrected.",
    counts: (date) => `Until you submit it again, the version of ${date} counts.`,
    withdrawnTitle: "This response was withdrawn.",
    withdrawn: "Nothing of it counts. The answers are a draft again; you can change them and submit anew.",
    withdrawnClosed: "Nothing of it counts.",
    steps: {
      "taken-back": (date, by) =>
        by ? `${by} opened it on ${date} to correct it.` : `Opened on ${date} to be corrected.`,
      withdrawn: (date, by) => (by ? `${by} withdrew it on ${date}.` : `Withdrawn on ${date}.`),
      reopened: (date, by) =>
        by ? `${by} opened it again on ${date} for the coordination.` : `The coordination opened it again on ${date}.`,
    },
    reason: (reason) => `Reason: ${reason}`,
    goOn: "Continue correcting",
    review: "Review and submit again",
  },
  list: { goOn: "Continue correcting", anew: "View and submit anew" },
  versions: {
    title: "Versions",
    number: (n) => `Version ${n}`,
    heads: { version: "Version", submitted: "Submitted", by: "By", receipt: "Receipt", fate: "State", read: "Read" },
    fates: { counts: "counts", replaced: "replaced", withdrawn: "withdrawn" },
    read: "Answers",
    readOf: (n) => `Read the answers of version ${n}`,
    receiptOf: (receipt, n) => `Receipt ${receipt} of version ${n}`,
    history: "What happened since",
    notCounting: {
      counts: "",
      replaced: "This version no longer counts. A later one has replaced it.",
      withdrawn: "This version does not count. It was withdrawn.",
    },
    latest: "To the version that counts",
    nobody: "–",
  },
  change: {
    link: "Change or withdraw",
    title: "Change a submitted response",
    subtitle: "This is possible while the survey runs.",
    correct: "Correct it",
    correctText: (date) =>
      `The response is opened again. Until you submit it again, the version of ${date} counts. After that the new version counts, with a receipt of its own.`,
    correctButton: "Open it to correct",
    openAlready: "The response is already open to be corrected.",
    withdraw: "Withdraw it",
    withdrawText: "Then nothing of it counts any more. Your answers stay as a draft.",
    withdrawButton: "Withdraw …",
    confirmTitle: "Withdraw this response?",
    confirmText:
      "After that nothing of it counts, not even when the survey ends. Your answers stay as a draft, and all submitted versions can still be read. Until the survey ends you can submit anew.",
    confirm: "Yes, withdraw it",
    keep: "No, leave it submitted",
  },
  naming: {
    title: "Your project’s name",
    given: "Your project has consented to appearing by name.",
    givenAgain: (date, by) => (by ? `${by} consented again on ${date}.` : `Consent was given again on ${date}.`),
    withdrawn: (date, by) => (by ? `${by} withdrew the consent on ${date}.` : `The consent was withdrawn on ${date}.`),
    withdrawnText:
      "Since then the name appears in nothing new. Whoever has data with names already must delete it there. Your answers still count, without the name. This holds also if the response is submitted again.",
    withdrawText:
      "The consent can be withdrawn at any time, also after the end of the survey. From then on the name appears in nothing new. Your answers still count, without the name.",
    leadOnly: "The project’s lead can do this.",
    withdraw: "Withdraw consent",
    give: "Consent again",
    chip: "name withdrawn",
  },
  erase: {
    action: "Erase",
    actionOf: (name: string) => `Erase the response of ${name}`,
    chip: "erased",
    title: "Erase a response",
    text: (date: string) =>
      `What was submitted on ${date} will be erased: all answers with their history, the sign-offs and the team's notes. This cannot be undone.`,
    stays:
      "Releases that exist stay as they are. The history of the survey says that this response was erased, by whom and why.",
    already: (date: string) => `This response was erased on ${date}.`,
    reasonHint: "It stands in the history of the survey. Please no answers and no names.",
    submit: "Erase for good",
  },
  reopen: {
    action: "Open again",
    actionOf: (name) => `Open again: the response of ${name}`,
    chip: "being corrected",
    title: "Open a response again",
    text: (date) => `After that it can be corrected and submitted again. Until then the version of ${date} counts.`,
    mail: "The project's lead gets a mail without the reason.",
    mailPerson: "The person gets a mail without the reason, if their address is known.",
    already: "This response is open again already.",
    reasonHint: "The team and the coordination read it. No names and no answers, please.",
    submit: "Open again and let them know",
  },
};
