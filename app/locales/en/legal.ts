import type { legal as de } from "../de/legal.ts";

const imprint = `
This installation has no legal notice yet. **The operator must provide it before anybody else uses it.**

## What must stand here

- name and postal address of the operator, with the legal form of associations and companies
- who represents it
- e-mail address and telephone number
- register and number, if there is one
- VAT identification number, if there is one
- who is responsible for editorial content (section 18 (2) MStV)

## Where the text goes

Into the file \`imprint.en.md\` in the folder named by the setting \`LEGAL_DIR\`. The German version is called \`imprint.de.md\`.
`;

const privacy = `
This page describes which personal data Praxisspiegel processes.

**The operator adds:** the controller and the data protection officer with their contacts, the legal bases, the providers of servers and e-mail, and the retention times. The text goes into \`privacy.en.md\` in the folder named by \`LEGAL_DIR\`.

## What is stored about you

- Your account: name, e-mail address, language, your roles and projects. If you change the address, the previous one is kept for a week.
- Your answers: what you and your team enter in a response, and for every change its time and the person. What is not submitted by the end of a survey, and what your team wrote to each other at questions, is erased 180 days after the end. The coordination erases a submitted response if you ask for it. Summarised figures that exist by then stay.
- Your questions about a survey: what you ask the coordination and what it answers. Your team reads both. No answer of the questionnaire goes with it.
- A log: who took which step and when, for example signing in or submitting a response. It holds identifiers and actions, no answers and no addresses.
- What we seek, what we offer: what a project lead enters, and who entered it when. Projects that have an entry themselves and the steering group read this. Who asks another project shows their name and mail address to its lead. Entries that were replaced or withdrawn, those of projects that have left, and requests are erased after 180 days.
- Measures: who in the consortium is responsible for a measure, and who changed it when. The steering group, the coordination and those who analyse read this. Projects see no names.
- Notes on releases: what somebody from the coordination, the steering group or the analysts writes about a figure, when, whom it speaks to, and who declared it settled. Only these three read it. Notes stay as long as the release to which they belong. You can take back your own at any time: its text is then deleted with all earlier wordings. What can still be seen is that something was there, when, and by whom.
- E-mails: for what an e-mail was made and whether it was sent. Its text and your address are not kept with it.

## Who sees what

- **Your project team** sees all answers of its own project, who changed them and who belongs to the team. Only the project lead sees your address there.
- **The coordination** sees which projects are invited and which have submitted. The application does not show it the answers.
- **Whoever analyses** can fetch single responses of finished surveys, under a pseudonym. In named surveys they can have the names of the projects that have consented. Every such request has a reason and stands on your team’s page.
- **The steering group** sees releases: summarised figures. They are broken down only by groups in which enough projects of different organisations have answered. In named surveys a note before the first question says what is shown with names.
- **Whoever runs the servers** can technically reach the database. The operator decides who that is.

## How signing in works

There are no passwords. You get an e-mail with a link and a code, both valid for 15 minutes. Only check values of them are stored. A request is deleted after a day. You stay signed in until 8 hours without use, for 7 days at most, or until you sign out.

## Cookies

Praxisspiegel sets only cookies without which it does not work. On encrypted pages the first two names begin with \`__Host-\`.

- \`session\`: keeps you signed in, for 7 days at most
- \`sign-in\`: binds link and code to the browser that asked for them, for an hour
- \`sprache\`: remembers the language you chose, for a year
- \`behalten\`: remembers that nothing is to be kept on this device, for a year

For the length of your visit the browser remembers how far a page was scrolled. This value stays with you.

## What lies on your device

So that you can go on without a connection, your browser keeps questionnaires that you fill in together with others, and changes that have not been sent yet. Signing out deletes this. If nothing is to be kept on a device, one click below the questionnaire does that. Of anonymous surveys nothing is ever kept longer than the window is open.

## Nobody is watched

There are no statistics about visits, no advertising and no embedded services. Fonts, images and programs come from this server. Your browser asks no other while you read these pages.

## IP addresses

Praxisspiegel stores no IP addresses. To limit mass requests it counts attempts per network at sign-in. For this the address is shortened and turned into a check value from which it cannot be read without the secret key of this installation. Attempts are counted per e-mail address entered in the same way. The counts are deleted after about an hour. The operator's servers in front of Praxisspiegel may keep logs of their own.

## Your rights

You have the right to access, rectification, erasure, restriction of processing, data portability and objection. What is kept about you can be downloaded as a file from your account, where you also correct your name and address. You may withdraw a consent at any time. Please turn to the operator. If your project has consented to being named in a named survey, the project lead withdraws that on the page with the submitted answers, also after the end of the survey. The withdrawal is kept with its time and person, and the coordination sees it, so that the name also disappears from what exists already. You may also complain to a data protection authority.
`;

const accessibility = `
This statement is about Praxisspiegel. It is measured against the German Act on Equal Opportunities for Persons with Disabilities (BGG), the ordinance BITV 2.0 and the standard EN 301 549 with the Web Content Accessibility Guidelines (WCAG) 2.1, level AA.

## Compliance

Praxisspiegel **partly complies** with these requirements. This is a self-assessment. All pages are checked by software before every release, in German and English, light and dark, on narrow and wide screens. A test by an independent body and by people with disabilities is still to come.

## Content that is not accessible

- Explanations in plain language (Leichte Sprache) and in German Sign Language are still missing.
- Questionnaires: some rare types of question, such as signature fields and image maps, can be used without a mouse only with limitations. The questionnaires that come with the software do not use them.
- Charts: they are not described in detail for assistive technology. Beside every chart there is a table with the same figures.

## About this statement

This statement was made in November 2026 for the software as delivered. **The operator reviews it every year** and provides its own as \`accessibility.en.md\` in the folder named by \`LEGAL_DIR\`.

## Reporting barriers

Have you come across a barrier? Write to the contact address in the [legal notice](/impressum). Please name the page and the problem.

## Conciliation

Public bodies of the German Federation take part in the conciliation procedure under section 16 BGG. If you are not satisfied with the answer to your request, you can turn to it. The procedure is free of charge and needs no lawyer: Schlichtungsstelle nach dem Behindertengleichstellungsgesetz, Mauerstraße 53, 10117 Berlin, [info@schlichtungsstelle-bgg.de](mailto:info@schlichtungsstelle-bgg.de), [www.schlichtungsstelle-bgg.de](https://www.schlichtungsstelle-bgg.de). The operator states whether the procedure applies to this installation.
`;

export const legal: typeof de = {
  imprint: { title: "Legal notice", text: imprint },
  privacy: { title: "Privacy", text: privacy },
  accessibility: { title: "Accessibility statement", text: accessibility },
  otherLanguage: "This text exists in German only.",
};
