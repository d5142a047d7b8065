import type { account as de } from "../de/account.ts";
import { wait } from "./sign-in.ts";

export const account: typeof de = {
  title: "Your account",
  subtitle: "Your details, where you are signed in, and everything that is kept about you.",
  done: {
    profil: "Your details are saved.",
    adresse: "Look into the new mailbox. If the address is still free, a message with a link arrives there shortly.",
    verworfen: "The new address is dropped. The present one stays.",
    bestaetigt: "Your new address is in use. You have been signed out everywhere else.",
    sitzung: "That session has ended.",
    sitzungen: "You have been signed out everywhere else.",
  },
  profile: {
    title: "Name and language",
    name: "Name",
    nameHint: "This is how your team sees you when you fill in together.",
    locale: "Language",
    localeHint: "For the pages and for messages to you.",
    locales: { de: "Deutsch", en: "English" },
    submit: "Save details",
    errors: { name: "Please enter a name of at most 200 characters." },
  },
  address: {
    title: "E-mail address",
    current: "In use at present",
    bounced: "Messages to this address come back. Please enter another one.",
    waiting: (address: string, time: string) => `${address} is not confirmed yet. The link works until ${time}.`,
    drop: "Drop the new address",
    field: "New e-mail address",
    hint: "We send a link there. The new address is used only once you have opened it.",
    submit: "Send the link",
    errors: {
      missing: "Please enter the new e-mail address.",
      invalid: "This is not a complete e-mail address. Example: name@organisation.org",
      same: "This is your address already.",
    },
    tooMany: {
      title: "Too many e-mails have been asked for just now.",
      advice: (seconds: number) => `Please try again in ${wait(seconds)}.`,
    },
  },
  confirm: {
    title: "New e-mail address",
    ready: (address: string) => `From now on you sign in with ${address}, and messages go there.`,
    effect: "You are signed out everywhere else. The previous address gets a message that it is no longer used.",
    submit: "Use the new address",
    signIn: {
      title: "Please sign in first",
      text: "Only somebody who is signed in can confirm a new address. Sign in in this browser with the present address, then open the link once more.",
    },
    otherAccount: {
      title: "This link belongs to another account",
      text: "Sign out, and sign in with the account whose address you wanted to change. Then open the link once more.",
    },
    over: {
      title: "This link is no longer valid",
      text: "A link works once, for 60 minutes. You can ask for a new one in your account.",
    },
    toSignIn: "To the sign-in page",
    toAccount: "To your account",
  },
  parts: {
    title: "Where you take part",
    none: "Your account belongs to no project at present. Please ask the coordination if this is wrong.",
    roles: {
      coordination: "Coordination of the network",
      steering: "Steering group",
      analyst: "Analysis of free text",
      lead: "Project lead",
      member: "Team member",
    },
    team: "See the team",
  },
  sessions: {
    title: "Where you are signed in",
    text: "A session ends after 8 hours without use, and after 7 days at most. If you do not know one, end it.",
    begun: (date: string, time: string) => `Signed in on ${date}, ${time}`,
    used: (date: string, time: string) => `last used on ${date}, ${time}`,
    current: "this device",
    end: "End",
    endOf: (begun: string) => `End: ${begun}`,
    endOthers: "End all others",
    only: "You are signed in here only.",
  },
  data: {
    title: "Your data as a file",
    text: "Everything that is kept about you: account, parts, sessions, messages to you, your questions to the coordination, what you did, and how often you edited which response. Answers belong to the project and are not in it.",
    download: "Download as JSON",
    about:
      "Everything that Praxisspiegel keeps about you. Answers belong to the project and are not in it. Times in UTC.",
  },
};
