import type { exchange as de } from "../de/exchange.ts";

export const exchange: typeof de = {
  title: "What we seek, what we offer",
  subtitle: "Projects say themselves with what they look for support, and what they offer to others.",
  whoSees: {
    title: "Who sees this?",
    lines: [
      "Your entry is seen by all projects that have an entry themselves, and by the steering group.",
      "Nothing of it comes from your questionnaires. Only what your project lead has entered stands here.",
      "Your project lead can withdraw the entry at any time. It is then no longer seen at once.",
      "Nobody is shown earlier versions. They are erased after 180 days, and so is the entry of a project that leaves.",
    ],
  },
  topics: {
    gespraech: "Conducting conversations",
    psyche: "Mental illness",
    phaenomene: "Developments in the phenomena",
    online: "Work in the digital space",
    umfeld: "Work with families and social environment",
    haft: "Work in the context of prison",
    jugendhilfe: "Cooperation with child and youth welfare",
    therapie: "Cooperation with practices and clinics",
    sprachen: "Counselling in several languages",
    gender: "Gender-sensitive work",
    recht: "Legal basics",
    schutz: "Safety of staff",
    beratung: "Peer case consultation",
    evaluation: "Evaluation of one's own work",
    hospitation: "Work shadowing",
    finanzierung: "Applications and funding",
  },
  seeks: "We seek",
  offers: "We offer",
  nothing: "nothing said",
  project: "Project",
  show: "Show",
  outside: {
    title: "Your project is not active at present.",
    text: "Only projects that take part in the network see entries.",
  },
  own: {
    title: "Our entry",
    none: "Your project has no entry yet.",
    count: (n: number, count: string) =>
      n === 0
        ? "No project has an entry yet."
        : n === 1
          ? "One other project already has an entry."
          : `${count} other projects already have an entry.`,
    reciprocal: "Once you have an entry yourselves, you see the entries of the others and who fits you.",
    byLead: "Your project lead makes the entry.",
    make: "Make an entry",
    change: "Change the entry",
    since: (date: string, by: string | null) => (by ? `As of ${date}, by ${by}` : `As of ${date}`),
  },
  proposals: {
    title: "This could fit",
    count: (n: number, count: string) => (n === 1 ? "One project fits you." : `${count} projects fit you.`),
    none: "No other project fits your entry yet.",
    rule: "Projects with which it fits both ways come first, then those with more topics in common, then the same phenomenon, then the same region.",
    gives: (topics: string) => `Offers what you seek: ${topics}.`,
    takes: (topics: string) => `Seeks what you offer: ${topics}.`,
    both: "fits both ways",
    samePhenomenon: "same phenomenon",
    sameRegion: "same region",
  },
  all: {
    title: "All entries",
    topic: "Topic",
    anyTopic: "all topics",
    none: "No project has entered anything on this topic yet.",
    empty: "No project has an entry yet.",
    count: (n: number, count: string) => (n === 1 ? "One entry" : `${count} entries`),
  },
  ask: {
    button: "Ask for an exchange",
    about: (project: string) => `Ask for an exchange: ${project}`,
    hint: "The lead of the other project gets a message. They read your name, your project and your mail address here and get in touch. Nothing more is passed on.",
    asked: "asked",
  },
  contacts: {
    title: "Requests",
    received: (project: string, date: string) => `${project} would like to talk to you (${date}).`,
    reach: (name: string) => `Get in touch with ${name}:`,
    gone: "The person is no longer here.",
    byLead: "Your project lead reads whom to contact.",
    sent: (project: string, date: string) => `You have asked ${project} (${date}).`,
  },
  form: {
    title: "Our entry: what we seek, what we offer",
    back: "What we seek, what we offer",
    intro: "Choose topics. A short text can describe them more closely.",
    seeks: "What does your project look for?",
    seeksText: "More closely, what you look for",
    offers: "What does your project offer to others?",
    offersText: "More closely, what you offer",
    optional: "(optional)",
    textHint: (chars: string) => `At most ${chars} characters. Please name no persons, no clients and no cases.`,
    missing: "Please choose at least one topic that you seek or offer.",
    tooLong: (chars: string) => `Please shorten the text to ${chars} characters.`,
    publish: "Show the entry",
    update: "Show the change",
    withdraw: "Withdraw the entry",
    clash: {
      title: "Somebody else has changed this entry meanwhile.",
      changed: (who: string, when: string) =>
        `${who} saved what stands here on ${when}. What you typed is still in the form. Compare, then save once more.`,
      withdrawn: (who: string, when: string) =>
        `${who} withdrew the entry on ${when}. What you typed is still in the form. If you save once more, the entry can be seen again.`,
      somebody: "Somebody",
    },
  },
  done: {
    gezeigt: "Your entry can be seen.",
    zurueckgezogen: "Your entry is withdrawn and can no longer be seen.",
    angefragt: "The lead of the other project has been told. They see your name and your mail address.",
    "schon-angefragt": "Your project asked there within the last 30 days. No second message is sent.",
    "niemand-da": "At present nobody leads this project whom we could write to. It was not asked.",
    weg: "The entry of this project can no longer be seen. It was not asked.",
    "selbst-weg":
      "The entry of your project can no longer be seen. Without an entry of your own you cannot ask anybody.",
  },
};
