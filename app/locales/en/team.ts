import type { team as de } from "../de/team.ts";
import { wait } from "./sign-in.ts";

export const team: typeof de = {
  list: { title: "Your projects", open: "Team and details" },
  back: "Your projects",
  since: (organisation: string, from: string) => `${organisation} · in the network since ${from}`,
  until: (organisation: string, from: string, until: string) =>
    `${organisation} · in the network from ${from} to ${until}`,
  done: {
    hinzugefuegt:
      "Done. Those who are new in the team get a message. If the person is not in the list, the coordination can help.",
    entfernt: "The person does not belong to the team any more.",
    leitung: "The project has another lead now.",
    uebergeben: "You have handed over the lead. You stay a team member.",
    abgegeben: "You do not lead the project any more. You stay a team member.",
    angaben: "The details are saved.",
    beantragt: "Your request is with the coordination now.",
    zurueckgezogen: "The request is withdrawn.",
  },
  people: {
    title: "Team",
    text: "Everybody here sees and edits the project's responses. Only a lead can submit them.",
    readOnly: "The project lead decides who belongs to the team.",
    self: "you",
    closed: "account closed",
    bounced: "messages come back",
    roles: { lead: "Lead", member: "Team member" },
    remove: "Remove",
    lead: "Give the lead",
    stepDown: "Step down as lead",
    of: (step: string, name: string) => `${step}: ${name}`,
    onlyLead: "You are the only lead. If you want to change that, give the lead to somebody first.",
  },
  add: {
    title: "Add a person",
    name: "Name",
    address: "E-mail address",
    hint: "The person gets a message with the way to sign in.",
    submit: "Add to the team",
    errors: {
      name: "Please enter a name of at most 200 characters.",
      missing: "Please enter the e-mail address.",
      invalid: "This is not a complete e-mail address. Example: name@organisation.org",
      inTeam: "This person belongs to the team already.",
    },
    tooMany: {
      title: "Too many people have been added just now.",
      advice: (seconds: number) => `Please try again in ${wait(seconds)}.`,
    },
  },
  data: {
    title: "Details of the project",
    none: "not stated",
    own: "Change phenomena and places of work",
    ask: "Ask for other details",
    whoSees:
      "Results are broken down by region, approach and size. This is why the coordination has to agree to such changes. Present and past surveys stay as they are.",
    more: "The standing in the network and names are changed by the coordination.",
  },
  request: {
    openTitle: "A request is waiting for the coordination",
    asked: (name: string, date: string) => `Asked for by ${name} on ${date}`,
    from: (date: string) => `from ${date}`,
    change: (attribute: string, values: string) => `${attribute}: ${values}`,
    note: "Your reason",
    withdraw: "Withdraw the request",
    decidedTitle: "Earlier requests",
    states: { accepted: "accepted", refused: "refused" },
    decided: (state: string, date: string) => `On ${date}: ${state}`,
    reason: (text: string) => `Reason given by the coordination: ${text}`,
  },
  own: {
    title: "Phenomena and places of work",
    intro: "These details hold from today. The coordination does not have to agree.",
    main: (label: string) => `Your main field ${label} is always among them.`,
    submit: "Save details",
  },
  ask: {
    title: "Ask for other details",
    intro: "Change what is no longer right and leave everything else as it is. The coordination decides.",
    none: "not stated",
    from: "Valid from",
    fromHint: "Surveys that were opened before this day are not affected.",
    note: "Reason",
    noteHint: "For example: “We have been six people since January.” Only the coordination reads this.",
    optional: "(optional)",
    submit: "Ask for the change",
    errors: {
      nothing: "Please change at least one detail.",
      "no-day": "Please enter a day, for example 01.03.2027.",
      "before-project": "The project did not belong to the network on that day.",
      "too-far": "Please choose a day within the next twelve months.",
      "note-long": "Please shorten the reason to 2,000 characters.",
    },
  },
  remove: {
    title: (name: string) => `Remove ${name} from the team?`,
    text: "The person does not see the project's responses any more, nor earlier ones. What they entered stays. Their account stays.",
    self: "You will not see the project's responses any more. Your account stays.",
    submit: "Remove from the team",
  },
  lead: {
    title: (name: string) => `Give the lead to ${name}`,
    share: "Lead together",
    shareText: (name: string) =>
      `${name} may do what you may do: submit, add people, change details. You go on leading, too.`,
    shareSubmit: (name: string) => `Make ${name} a lead`,
    handOver: "Hand over the lead",
    handOverText: (name: string) =>
      `${name} leads the project. You stay a team member: you go on filling in, but do not submit or change the team any more. Only the new lead can take this back.`,
    handOverSubmit: (name: string) => `Hand the lead over to ${name}`,
  },
  stepDown: {
    title: "Step down as lead?",
    text: (names: string) =>
      `The project is led by: ${names}. You stay a team member: you go on filling in, but do not submit or change the team any more.`,
    submit: "Step down as lead",
  },
};
