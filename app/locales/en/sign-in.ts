import type { signIn as de } from "../de/sign-in.ts";

const minutes = (seconds: number) => Math.max(1, Math.ceil(seconds / 60));
/** How long to wait, as it stands behind "in". */
export const wait = (seconds: number) => {
  if (minutes(seconds) > 50) return "about an hour";
  return minutes(seconds) === 1 ? "a minute" : `${minutes(seconds)} minutes`;
};

export const signIn: typeof de = {
  ask: {
    title: "Sign in",
    intro: "You will get an e-mail with a link and a code. You do not need a password.",
    address: "Your e-mail address",
    addressHint: "The address under which your team or the coordination has entered you.",
    submit: "Ask for a link",
    whoSees: "This page tells nobody whether an address has an account.",
    errors: {
      missing: "Please enter your e-mail address.",
      invalid: "This is not a complete e-mail address. Example: name@organisation.org",
    },
    tooMany: {
      title: "Too many e-mails have been asked for just now.",
      advice: (seconds: number) =>
        `Please try again in ${wait(seconds)}. Has an e-mail arrived already? Its link works until 15 minutes after it was sent.`,
    },
  },
  code: {
    title: "Look into your mailbox",
    intro: "If this address has an account, an e-mail is on its way. Its link and code are valid for 15 minutes.",
    steps: "Open the link in this browser. Or type the code from the e-mail here.",
    label: "Code from the e-mail",
    hint: "8 digits. Spaces do no harm.",
    submit: "Sign in with the code",
    again: "Nothing has arrived? Look into your spam folder.",
    againLink: "Ask for another e-mail",
    demoMail: "To the e-mails of the demo",
    demoNote: "The demo sends nothing. Your e-mail stands on a page of its own.",
    errors: {
      missing: "Please enter the code from the e-mail.",
      digits: "The code has 8 digits.",
      wrong: "This code is wrong or no longer valid. Please check the newest e-mail.",
    },
    tooMany: {
      title: "Those were too many wrong codes.",
      advice: (seconds: number) => `Codes are accepted again in ${wait(seconds)}. The link in the e-mail still works.`,
    },
  },
  link: {
    title: "Sign in",
    ready: "Your link is valid. The button signs you in, in this browser.",
    submit: "Sign in now",
    whoSees: "You stay signed in until 8 hours without use, and for 7 days at most.",
    elsewhere: {
      title: "This link belongs to another browser",
      intro: "For your protection the link works only in the browser in which you asked for it.",
      steps: [
        "Go back to the browser in which you entered your address.",
        "There is a field for the code.",
        "Type the eight digits from the e-mail there.",
      ],
      again: "Is that browser closed by now? Then ask for a new link here.",
    },
    over: {
      title: "This link is no longer valid",
      intro: "A link works once, for 15 minutes. You may have a newer one already.",
    },
    again: "Ask for a new link",
  },
  demoMail: {
    title: "E-mails of the demo",
    intro: "The demo sends nothing. What it would send stands here, the newest first.",
    empty: "No e-mail yet",
    emptyText: "Ask for a link or submit a response. After a few seconds the e-mail stands here.",
    ask: "To the sign-in page",
    reload: "Reload",
    to: "To",
    at: "Written",
  },
};
