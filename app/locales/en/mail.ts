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
  confirmAddress: {
    subject: "Please confirm your address",
    intro: (minutes: number) =>
      `this address was given as a new mail address. The link below confirms it. It works once, for ${minutes} minutes.`,
    link: "Confirm the address",
    notAsked: "Did you not ask for this? Then there is nothing to do: nothing changes without your confirmation.",
  },
  changedAddress: {
    subject: "Your address was changed",
    intro: "a new mail address was confirmed for your access. We no longer write to this one.",
    notYou: "Was that not you? Then please get in touch with the coordination at once.",
  },
  exchange: {
    subject: "A request for an exchange",
    intro: "Another project would like to talk to you. Who that is and how to answer you can read after signing in.",
    link: "Read the request",
    stop: "You get this message because your project has an entry under “What we seek, what we offer”. Without an entry nobody asks you any more.",
  },
  reopened: {
    subject: "Your response is open again",
    intro:
      "the coordination has opened your response again. The reason stands on the page below. Please go through it and submit it again.",
    link: "To the response",
    counts: "Until you submit again, what you submitted last counts.",
  },
  mention: {
    subject: "Somebody mentions you",
    intro:
      "somebody in the consortium has mentioned you in a note on a release. What it says you can read after signing in.",
    link: "To the note",
    answer: "You can answer on the page itself.",
  },
  templates: {
    invitation: {
      subject: "A questionnaire for you",
      body: `Hello {name},

we would like to ask for your answers.

Survey: {erhebung}
Project: {projekt}
Deadline: {frist}

{link}

{schutz}

You would rather not take part? You can say so there as well. Then we will not remind you.`,
    },
    reminder: {
      subject: "Reminder: a questionnaire for you",
      body: `Hello {name},

we do not have your answers yet.

Survey: {erhebung}
Project: {projekt}
Deadline: {frist}
Time left: {restzeit}

{link}

Have you just submitted? Then there is nothing to do. You would rather not take part? You can say so there as well.`,
    },
    receipt: {
      subject: "Your response has arrived",
      body: `Hello {name},

thank you. Your response has reached us completely.

Receipt number: {belegnummer}
Survey: {erhebung}
Submitted on: {datum}

{link}

Your answers are not in this message.`,
    },
    results: {
      subject: "The evaluation is ready",
      body: `Hello {name},

thank you for taking the time. The survey has been evaluated; the steering group is now reading the summary figures.

Survey: {erhebung}
Participation: {beteiligung}

{link}`,
    },
    assignment: {
      subject: "Please give your answer",
      body: `Hello {name},

{von} asks you for an answer in the questionnaire you share.

Question: {frage}
Survey: {erhebung}
Project: {projekt}
Deadline: {frist}

{link}

The link leads to this very question. There you can also write back or assign the question to somebody else.`,
    },
    welcome: {
      subject: "Your access is ready",
      body: `Hello {name},

you now have access to Praxisspiegel. You need no password: enter this mail address on the page, and a link to sign in will arrive.

{link}`,
    },
    inquiry: {
      subject: "A question for you",
      body: `Hello {name},

somebody asks the coordination.

Survey: {erhebung}
From: {projekt}
About the question: {frage}

{anfrage}

Please answer there, not by replying to this message:

{link}`,
    },
    "inquiry-answer": {
      subject: "An answer for you",
      body: `Hello {name},

the coordination has answered your question.

Survey: {erhebung}
About the question: {frage}

You asked:
{anfrage}

The answer:
{antwort}

{link}`,
    },
  },
  links: {
    invitation: "To the questionnaire",
    reminder: "To the questionnaire",
    receipt: "View the receipt",
    results: "Read your own answers",
    mirror: "Compare your own answers with the network",
    release: "View the evaluation",
    assignment: "To the question",
    welcome: "To the sign-in page",
    inquiry: "Read and answer the question",
    "inquiry-answer": "To your question",
  },
  unsubscribe: "No more reminders of this survey",
  timeLeft: (days: number) => (days < 1 ? "less than a day" : days === 1 ? "one day" : `${days} days`),
  turnout: (submitted: string, invited: string | null) =>
    invited === null ? `${submitted} answers` : `${submitted} of ${invited} invited`,
  sample: {
    name: "Mira Sample",
    von: "Julia Example",
    frage: "What do you miss most in working together?",
    erhebung: "Needs and challenges 2026",
    projekt: "Sample project",
    frist: "Saturday, 12 December 2026, 18:00",
    restzeit: "7 days",
    schutz: "Who sees our answers?\n– The steering group sees summary figures only.",
    belegnummer: "PS-7K4M-2QX9",
    datum: "5 December 2026, 10:12",
    beteiligung: "96 of 120 invited",
    anfrage: "Do freelancers count here as well?",
    antwort: "Yes, please count them.",
    url: "https://praxisspiegel.example/here-is-the-link",
    unsubscribeUrl: "https://praxisspiegel.example/here-they-are-switched-off",
  },
};
