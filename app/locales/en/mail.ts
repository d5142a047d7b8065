import type { mail as de } from "../de/mail.ts";

export const mail: typeof de = {
  greeting: "Hello,",
  noReply: "This message was sent automatically. Nobody reads replies to it.",
  signIn: {
    subject: "Your access",
    intro: (minutes: number) =>
      `the link below signs you in to Praxisspiegel. It works once, for ${minutes} minutes. Open it in the browser in which you asked for it.`,
    link: "Sign in",
    codeIntro: "Does the link open in another browser? Then type this code where you asked for it:",
    notAsked:
      "Did you not ask for this? Then there is nothing to do: without this message nobody can sign in with your address. Do not pass the code on.",
  },
  receipt: {
    subject: "Your response has arrived",
    intro: "thank you. Your response has reached us completely.",
    number: "Receipt number",
    round: "Survey",
    date: "Submitted on",
    link: "View the receipt",
    noAnswers: "Your answers are not in this message. You can read them after signing in.",
  },
};
