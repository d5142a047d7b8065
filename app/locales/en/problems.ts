import type { problems as de } from "../de/problems.ts";

export const problems: typeof de = {
  codes: {
    "invalid-request": { title: "This request was incomplete.", advice: "Please reload the page and try again." },
    "unknown-field": { title: "The request holds an unknown field.", advice: "Please reload the page and try again." },
    "signed-out": {
      title: "You are not signed in.",
      advice: "Please sign in. What you have entered is waiting on this device.",
    },
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
    "round-not-draft": {
      title: "This survey is no longer a draft.",
      advice: "Somebody has opened it meanwhile. Go to the page of the survey.",
    },
    "round-not-released": {
      title: "This survey has no results yet.",
      advice: "A survey can be archived once its results are frozen.",
    },
    "not-submitted": {
      title: "This response is not submitted.",
      advice: "Perhaps it was withdrawn meanwhile. Its page says how it stands.",
    },
    "second-sign-off": {
      title: "The sign-off of a second person is missing.",
      advice: "Please ask somebody of your team to review the response and sign it off.",
    },
    "already-submitted": {
      title: "This response has already been submitted.",
      advice: "You can read it. While the survey runs, it can be opened again to correct it.",
    },
    "link-used": {
      title: "Somebody has already answered with this link.",
      advice: "A second answer is not possible. Thank you for taking part.",
    },
    "link-full": {
      title: "This link takes no further answers.",
      advice: "Please ask those who gave you the link.",
    },
    "already-released": {
      title: "This survey already has a release.",
      advice: "Open the existing one under “Results”.",
    },
    "interims-used": {
      title: "There can be no more interim releases.",
      advice: "The next figures of this survey come after it is closed.",
    },
    "corrections-used": {
      title: "No further correction is possible.",
      advice: "A survey has two at most. Each further one would tell more about the erased answers.",
    },
    "nothing-to-correct": {
      title: "There is nothing to correct.",
      advice: "No response was erased since the last release.",
    },
    "too-few-erased": {
      title: "A correction is not possible yet.",
      advice:
        "Too few responses were erased since the last release. Whoever compares the two could tell what they said. As many are needed as for a group.",
    },
    "too-few-respondents": {
      title: "There are too few responses to evaluate.",
      advice: "Results start at 6 projects from at least 3 organisations, so that nobody can be recognised.",
    },
    "edit-clash": {
      title: "This answer has meanwhile been changed elsewhere, too.",
      advice: "Both versions are kept. Please choose which one is to stand.",
    },
    "open-clashes": {
      title: "There are two versions of the answer to at least one question.",
      advice: "Please decide first which version is to stand. You can sign off and submit after that.",
    },
    "other-person": {
      title: "These changes belong to another account.",
      advice: "Sign in with the account you started with. They will be sent then.",
    },
    "different-body": {
      title: "This submission already exists with different content.",
      advice: "Please reload the page and check your answers.",
    },
    "changed-since": {
      title: "This has changed in the meantime.",
      advice: "Please reload the page and look at the new state.",
    },
    "last-coordination": {
      title: "This is the coordination's last account.",
      advice: "Without it nobody could look after the network. Give the part to another person first.",
    },
    "draft-changed": {
      title: "This draft is not as you saw it any more.",
      advice: "Somebody else has worked on it meanwhile. Please open it again under “Questionnaires”.",
    },
    "second-person": {
      title: "This needs a second person.",
      advice: "You proposed this version yourself. Somebody else of the coordination can publish it.",
    },
    "not-yours": {
      title: "Somebody else proposed this.",
      advice: "Only who made a proposal can withdraw it. You can send it back with a reason.",
    },
    "last-lead": {
      title: "A project needs at least one lead.",
      advice: "Make somebody else of the team a lead first.",
    },
    "part-not-yours": {
      title: "This person has a part that you cannot take away.",
      advice:
        "Name and address can be erased once those who run the server have taken this part away. You can close the account now.",
    },
    "request-open": {
      title: "Another request is waiting for the coordination.",
      advice: "Withdraw it if you want to ask for something else.",
    },
    "too-large": { title: "This is too large.", advice: "A request may hold 1 MB at most. Please shorten long texts." },
    "invalid-answer": { title: "Some answers do not fit yet.", advice: "Please review the response once more." },
    "invalid-round": {
      title: "This survey cannot be opened like this.",
      advice: "Please look at the summary. It says what is still missing.",
    },
    "invalid-definition": {
      title: "This questionnaire cannot be published as it is.",
      advice: "Please correct the file and upload it again.",
    },
    "invalid-member": {
      title: "Some entries do not fit yet.",
      advice: "Please go back and check the entries.",
    },
    "coding-taken": {
      title: "Two people code this question already.",
      advice: "You can help to settle differences once both have finished.",
    },
    "coding-finished": {
      title: "You have finished this question.",
      advice: "Your codes stand. Differences are settled together once both have finished.",
    },
    "not-finished": {
      title: "Not both have finished yet.",
      advice: "They are compared once two people have coded all texts.",
    },
    "invalid-coding": {
      title: "Some entries do not fit yet.",
      advice: "Please go back and check the entries.",
    },
    "invalid-measure": {
      title: "Some entries do not fit yet.",
      advice: "Please go back and check the entries.",
    },
    "invalid-goal": {
      title: "Something about the goal is not right yet.",
      advice: "Please go back and check the entries.",
    },
    "invalid-note": {
      title: "This note cannot be saved like this.",
      advice: "Please go back and check the text.",
    },
    "too-many-notes": {
      title: "There are very many comments beside this response already.",
      advice: "No more can be added. You can still copy what you wrote.",
    },
    "too-many-requests": { title: "Those were too many attempts.", advice: "Please wait a little and try again." },
    unavailable: {
      title: "Praxisspiegel cannot be reached right now.",
      advice: "Please try again in a few seconds.",
    },
  },
  limit: (megabytes: string) => `At most ${megabytes} MB are possible here. Please send less at a time.`,
  unexpected: {
    title: "Something went wrong.",
    advice: "This is our fault. Please try again or contact the coordination.",
  },
  back: "To the start page",
};
