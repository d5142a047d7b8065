import type { inquiries as de } from "../de/inquiries.ts";

/** "Question about this survey": what respondents ask the coordination, and what it answers. */
export const inquiries: typeof de = {
  link: "Question about this survey",
  newTab: "(opens a new tab)",
  standing: (asked: number, answered: number) =>
    `${asked === 1 ? "1 question asked" : `${asked} questions asked`}, ${answered === asked ? (asked === 1 ? "answered" : "all answered") : `${answered} answered`}`,
  page: {
    title: "Question about this survey",
    intro: "Is something unclear, or does it not work? Ask the coordination.",
    back: "Back to the questionnaire",
    about: "Your question is about",
    onPage: (page: string) => `page “${page}”`,
    aboutNone: "Write without naming this question",
    text: "Your question",
    hint: (most: string) =>
      `At most ${most} characters. Please write no names of clients and nothing by which they can be recognised.`,
    whoReads: {
      project:
        "Your question goes to the coordination with your name and the name of your project, by mail too. Your answers do not go with it. Your team reads question and answer on this page.",
      person:
        "Your question goes to the coordination, by mail too; if it knows your name, the name goes with it. Your answers do not.",
      nobody:
        "Your question goes to the coordination, by mail too. It does not learn who you are unless you write it yourself. Your answers do not go with it.",
    },
    anonymous: {
      title: "This survey is anonymous.",
      project:
        "If you name your project, the coordination knows that you asked. It still does not learn what you answer in the questionnaire.",
      person:
        "If you say who you are, the coordination knows that you asked. It still does not learn what you answer in the questionnaire.",
    },
    unnamed: { project: "Name neither our project nor me", person: "Do not name me" },
    unnamedHint: "The answer is then found only at an address that we show you after sending.",
    submit: "Send question",
    errors: {
      missing: "Please write your question.",
      tooLong: (most: string) => `This is too long: at most ${most} characters.`,
    },
    tooMany: {
      title: "You have already sent several questions.",
      advice: (seconds: number) => `You can send the next one ${minutes(seconds)}. Your text stays here.`,
    },
    reopen: "The survey was closed before our changes arrived. Please open our questionnaire once more.",
  },
  sent: {
    title: "Your question is with the coordination.",
    answered: "The coordination has answered.",
    where: {
      mail: "The answer comes to you by mail and is then on this page.",
      page: "The answer will be on this page as soon as there is one. Come back here with your link.",
      address:
        "The answer will be at this address only. We do not know you and cannot send it to you: keep the address.",
    },
    address: "Address of your question",
    another: "Ask another question",
  },
  own: {
    title: "Your questions",
    earlier: "Earlier questions",
    asked: (date: string, name: string | null) => (name ? `${date}, ${name}` : date),
    answer: "Answer of the coordination",
    answered: (date: string) => `Answer of the coordination of ${date}`,
    waiting: "No answer yet.",
    settled: "Settled, without an answer on this page.",
    erased: "This question was deleted.",
  },
  desk: {
    title: "Questions from the projects",
    titleByLink: "Questions about this survey",
    open: (n: number, count: string) => (n === 1 ? "1 open question" : `${count} open questions`),
    none: "No question is open.",
    unnamed: "asked without a name",
    guest: "by a link, without a name",
    asked: (date: string, time: string) => `${date}, ${time}`,
    about: "About the question",
    answer: "Your answer",
    hint: {
      mail: (most: string) => `At most ${most} characters. It is sent by mail and stands on the project’s page.`,
      person: (most: string) =>
        `At most ${most} characters. It stands on the person’s page; where their address is known, it is sent by mail too.`,
      unnamed: (most: string) => `At most ${most} characters. Only whoever asked can read it; no mail is sent.`,
    },
    submit: "Send answer",
    settle: "Settled without an answer",
    to: (name: string) => ` (${name})`,
    done: { beantwortet: "The answer is sent.", erledigt: "The question is settled." },
    errors: {
      missing: "Please write an answer.",
      tooLong: (most: string) => `This is too long: at most ${most} characters.`,
    },
    taken: "This question has been answered meanwhile. Your text was not sent:",
    closed: (n: number, count: string) => (n === 1 ? "1 settled question" : `${count} settled questions`),
    answered: (date: string, name: string | null) => (name ? `Answered on ${date}, ${name}` : `Answered on ${date}`),
    settled: (date: string) => `settled without an answer on ${date}`,
    capped: (n: string) => `${n} questions are shown.`,
  },
};

function minutes(seconds: number): string {
  const n = Math.ceil(seconds / 60);
  return n <= 1 ? "in a minute" : `in ${n} minutes`;
}
