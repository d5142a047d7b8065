import { expect, test } from "vitest";
import { guestMay, may, type Role, VERBS, type Verb } from "#app/domain/roles.ts";

/** Who may do what: a change of the table in roles.ts is a change here. */
const HOLDERS: Record<Verb, Role[]> = {
  "member.read": ["coordination"],
  "member.edit": ["coordination"],
  "project.read": ["lead", "member"],
  "project.edit": ["lead"],
  "questionnaire.read": ["coordination"],
  "questionnaire.edit": ["coordination"],
  "questionnaire.publish": ["coordination"],
  "invitation.read": ["lead", "member", "guest"],
  "response.edit": ["lead", "member", "guest"],
  "response.submit": ["lead", "guest"],
  "round.read": ["coordination"],
  "round.edit": ["coordination"],
  "round.close": ["coordination"],
  "round.remind": ["coordination"],
  "inquiry.ask": ["lead", "member", "guest"],
  "inquiry.answer": ["coordination"],
  "mail.edit": ["coordination"],
  "responses.code": ["analyst"],
  "coding.read": ["coordination", "analyst"],
  "release.make": ["coordination"],
  "release.read": ["coordination", "steering", "analyst"],
  "responses.export": ["analyst"],
  "measure.read": ["coordination", "steering", "analyst"],
  "measure.edit": ["coordination", "steering"],
  "note.read": ["coordination", "steering", "analyst"],
  "note.write": ["coordination", "steering", "analyst"],
  "outcome.read": ["coordination", "steering", "analyst", "lead", "member"],
  "goal.read": ["coordination", "steering", "analyst"],
  "goal.edit": ["coordination"],
  "exchange.read": ["steering", "lead", "member"],
  "exchange.edit": ["lead"],
};

const ROLES: Role[] = ["coordination", "steering", "analyst", "lead", "member", "guest"];

test.each(VERBS)("%s is held as declared", (verb) => {
  const holders = ROLES.filter((role) => (role === "guest" ? guestMay(verb) : may([{ role, projectId: null }], verb)));
  expect(holders).toEqual(HOLDERS[verb]);
});
