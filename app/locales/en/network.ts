import type { network as german } from "../de/network.ts";

export const network: typeof german = {
  title: "Network",
  sentence: (named) =>
    named === "1" ? "One project is shown here by name." : `${named} projects are shown here by name.`,
  sentenceContacts: (contacts, confirmed) =>
    contacts === "1"
      ? `There is one contact between them; ${confirmed === "1" ? "both sides name it" : "only one side names it"}.`
      : `There are ${contacts} contacts between them; both sides name ${confirmed} of these.`,
  sentenceApart: "They name no contacts with each other.",
  none: {
    title: "No project is shown at present",
    text: "No project has consented to stand here by name, or all have withdrawn. Without names we show neither map nor contacts.",
  },
  consent:
    "Names stand here only where the project has consented. A connection is shown only if both projects have consented. Whoever withdraws the consent is gone at once. Authorities and other bodies do not appear here: the question was about contacts between projects.",
  others: (n, of) => `${n} of the ${of} projects that were asked ${n === "1" ? "is" : "are"} not named here.`,
  othersNone: (of) =>
    of === "1" ? "The only project that was asked is shown." : `All ${of} projects that were asked are shown.`,
  notDrawn: (n) =>
    `We do not show ${n} mentions, because one of the projects has not consented. The figures below are without them too.`,
  chooser: {
    attribute: "Colour and shape by",
    view: "View",
    views: { karte: "Map", matrix: "Matrix" },
    show: "Show",
  },
  kinds: {
    label: "What contacts are about",
    all: "all contacts",
    closest: "closest for both",
    titled: (title, kind) => `${title}: ${kind}`,
    note: "Only contacts that a project counts among its closest were asked about. Further contacts of this kind may be missing. The figures above are of all contacts.",
    closestNote:
      "Shown are only contacts that both sides count among their closest. What only one side counts among them is in no release. The figures above are of all contacts.",
  },
  figures: {
    title: "The network in figures",
    contacts: "Contacts",
    contactsMeans: (mean) => `On average a project has ${mean} contacts. A contact counts if one side names it.`,
    contactsNone: "Between the projects that are shown here nobody names a contact.",
    density: "Density",
    densityMeans: (reports, confirmed) =>
      `So many of the possible contacts exist; both sides name ${confirmed}. On average those who answered name ${reports} of the other projects.`,
    reciprocity: "Confirmed",
    reciprocityMeans: (n, of) =>
      `Both sides name ${n} of ${of} contacts. Where only one side names it, a contact is often loose or one-sided.`,
    reciprocityNone: "There is no contact of which both sides answered.",
    parts: "Largest connected part",
    partsMeans: (parts) =>
      parts === "1"
        ? "So many projects reach each other, directly or through others. There is no second part."
        : `So many projects reach each other, directly or through others. All in all the network falls into ${parts} parts, not counting projects without contact.`,
    partsValue: (n, of) => `${n} of ${of}`,
    isolated: "Without contact",
    isolatedMeans: (n) =>
      n === "0"
        ? "Every project on the map has at least one contact there."
        : n === "1"
          ? "This project names nobody on the map and is not named from there. It may have contacts that are not shown here."
          : "These projects name nobody on the map and are not named from there. They may have contacts that are not shown here.",
    mixing: (attribute) => `Between groups (${attribute})`,
    mixingMeans: (coefficient) =>
      `So many contacts join projects of different groups. The value for “like to like” is ${coefficient}: 1 would mean among themselves only, 0 mixed as by chance.`,
    mixingMeansAlone: "So many contacts join projects of different groups.",
    mixingNone: "There is no contact of which the groups of both sides are known.",
    wishes: "Wishes for more cooperation",
    wishing: (n) => `${n} projects have named wishes.`,
    wishesMutual: (n) =>
      n === null
        ? "How many wishes are mutual is told only where enough projects stand behind it."
        : `${n} wishes are mutual.`,
    wishesKnown: (n) =>
      n === null
        ? "For how many there is contact already is told only where enough projects stand behind it."
        : `For ${n} wishes there is contact already.`,
    wishesNever: "We never show who wishes for whom.",
    change: (wave) => `Since ${wave}`,
    changeValue: (fresh, gone) => `${fresh} new, ${gone} ended`,
    changeMeans: (projects, before, now, kept) =>
      `Among the ${projects} projects that are shown and answered both times: ${before} ${before === "1" ? "contact" : "contacts"} before, ${now} now; ${kept} ${kept === "1" ? "continues" : "continue"}.`,
    changeOther: (wave) =>
      `We do not compare the contacts with those of ${wave}: the question about them was another one then.`,
  },
  between: {
    shown: "Bridges: on how many shortest ways between two others a project lies (Brandes 2001).",
    hidden: (share, least) =>
      `We do not show how often a project lies on the ways between others: the map has ${share} of the projects that were asked with an answer of their own, and this becomes reliable only from ${least}.`,
  },
  map: {
    title: "Who is in contact with whom",
    label: "Network map. Arrow keys take you from project to project. Everything stands in the tables too.",
    working: (percent) => `The map is being worked out: ${percent}`,
    failed: "The map could not be worked out. Everything stands in the tables.",
    read: "The larger the sign, the more contacts. Solid: both sides name the contact. Dashed: one side only. Hollow: the project did not answer the question about contacts. The place has no meaning of its own; those who share contacts lie close together.",
    pick: "Point at a project, or walk through the map with the arrow keys.",
    node: (name, contacts) => `${name}: ${contacts}`,
    contacts: (n) => (n === "0" ? "no contacts" : n === "1" ? "1 contact" : `${n} contacts`),
    silent: "Did not answer the question.",
    both: (names) => `Both name the contact: ${names}.`,
    names: (names) => `Names: ${names}.`,
    named: (names) => `Is named by: ${names}.`,
    unknown: "not stated",
    confirmed: "both sides",
    oneSided: "one side",
    closest: "closest for both",
    close: (names) => `Closest for both: ${names}.`,
  },
  matrix: {
    title: "Who names whom",
    region: "Matrix of contacts",
    caption: (attribute) =>
      `Rows name columns, ordered by ${attribute} and name. “=”: both name each other. “>”: only the row names the column. “<”: only the column names the row.`,
    closest: "“==”: both name each other and count the contact among their closest.",
    corner: "Project",
    large: (most) => `We show the matrix for up to ${most} projects. All contacts stand in the list.`,
  },
  projects: {
    title: "Projects and their contacts",
    caption: "Projects on the map, those with most contacts first",
    heads: {
      project: "Project",
      contacts: "Contacts",
      named: "named by others",
      names: "names others",
      confirmed: "confirmed",
      broker: "brokers",
      across: "of these between groups",
      between: "Bridges",
    },
    note: "Brokers: so many pairs of its own contacts have no contact with each other (Gould and Fernandez 1989). “Between groups” means that the two belong to different groups of the chosen attribute.",
    silent: (name) => `${name} (did not answer)`,
  },
  contacts: {
    title: "All contacts",
    some: "Contacts",
    caption: "Contacts between named projects, by name",
    heads: {
      a: "Project",
      b: "Project",
      by: "named by",
      first: "Frequency, says the first",
      second: "Frequency, says the second",
      about: "what it is about",
      closest: "closest for both",
    },
    both: "both",
    onlyFirst: "the first only",
    onlySecond: "the second only",
    yes: "yes",
  },
  files: {
    title: "Download as a table",
    projects: "Projects (CSV)",
    contacts: "Contacts (CSV)",
    note: "Files hold names. Whoever withdraws is missing in the next file: delete older ones, and do not pass them on.",
    names: { projects: "network-projects", contacts: "network-contacts" },
    heads: {
      from: "names",
      to: "is named",
      frequency: "Frequency",
      answered: "has answered",
      confirmed: "confirmed",
      kinds: "what it is about",
      closest: "closest for both",
    },
    yes: "yes",
    no: "no",
  },
};
