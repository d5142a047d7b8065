import type { problems as de } from "../de/problems.ts";

export const problems: typeof de = {
  codes: {
    "invalid-request": { title: "This request was incomplete.", advice: "Please reload the page and try again." },
    "unknown-field": { title: "The request holds an unknown field.", advice: "Please reload the page and try again." },
    "wrong-origin": {
      title: "This request did not come from Praxisspiegel.",
      advice: "Please open Praxisspiegel anew and repeat the step there.",
    },
    "not-found": {
      title: "This page does not exist.",
      advice: "The address may be incomplete, or your account has no access here.",
    },
    "round-closed": {
      title: "The survey is closed.",
      advice: "You can still read and copy what you typed. The coordination will help with questions.",
    },
    "round-not-closed": {
      title: "The survey is still running.",
      advice: "Close the survey first. Then you can evaluate it.",
    },
    "already-submitted": {
      title: "This response has already been submitted.",
      advice: "You can read it. It can no longer be changed.",
    },
    "already-released": {
      title: "This survey already has a release.",
      advice: "Open the existing one under “Results”.",
    },
    "too-few-respondents": {
      title: "There are too few responses to evaluate.",
      advice: "Results start at 6 projects from at least 3 organisations, so that nobody can be recognised.",
    },
    "edit-clash": {
      title: "This answer has meanwhile been changed elsewhere, too.",
      advice: "Both versions are kept. Please choose which one is to stand.",
    },
    "different-body": {
      title: "This submission already exists with different content.",
      advice: "Please reload the page and check your answers.",
    },
    "too-large": { title: "This is too large.", advice: "A request may hold 1 MB at most. Please shorten long texts." },
    "invalid-answer": { title: "Some answers do not fit yet.", advice: "Please review the response once more." },
    "invalid-definition": {
      title: "This questionnaire cannot be published as it is.",
      advice: "Please correct the file and upload it again.",
    },
    "too-many-requests": { title: "Those were too many attempts.", advice: "Please wait a little and try again." },
    unavailable: {
      title: "Praxisspiegel cannot be reached right now.",
      advice: "Please try again in a few seconds.",
    },
  },
  unexpected: {
    title: "Something went wrong.",
    advice: "This is our fault. Please try again or contact the coordination.",
  },
  back: "To the start page",
};
