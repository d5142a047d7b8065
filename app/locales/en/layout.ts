import type { layout as de } from "../de/layout.ts";

export const layout: typeof de = {
  brand: "Praxisspiegel",
  skipToContent: "Skip to content",
  navLabel: "Main navigation",
  footerLabel: "Legal",
  demoNotice: "Fictional sample network: all projects and answers are invented.",
  signOut: "Sign out",
  signIn: "Sign in",
  language: "Language",
  otherLanguage: "Deutsch",
  nav: {
    invitations: "Surveys",
    rounds: "Manage surveys",
    releases: "Results",
  },
  legal: { imprint: "Legal notice", privacy: "Privacy", accessibility: "Accessibility" },
  pageTitle: (title: string) => `${title} – Praxisspiegel`,
};
