import type { layout as de } from "../de/layout.ts";

export const layout: typeof de = {
  brand: "Praxisspiegel",
  skipToContent: "Skip to content",
  navLabel: "Main navigation",
  footerLabel: "Legal",
  demoNotice: "Fictional sample network: all projects and answers are invented.",
  signOut: "Sign out",
  signIn: "Sign in",
  account: "Account",
  language: "Language",
  otherLanguage: "Deutsch",
  nav: {
    invitations: "Surveys",
    teams: "Team",
    rounds: "Manage surveys",
    questionnaires: "Questionnaires",
    members: "Members",
    messages: "Messages",
    coding: "Free texts",
    overview: "Overview",
    releases: "Results",
    measures: "Measures",
  },
  legal: { imprint: "Legal notice", privacy: "Privacy", accessibility: "Accessibility" },
  form: { faults: "What is not right yet", faultCount: (n: number) => `Please check ${n} entries.`, cancel: "Cancel" },
  pageTitle: (title: string) => `${title} – Praxisspiegel`,
};
