import type { Db } from "#db/client.server.ts";
import { getAccount, listPartsInWords } from "#db/queries/accounts.server.ts";
import * as kept from "#db/queries/own-data.server.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import type { Viewer } from "../viewer.ts";

/** Everything kept about the person, as plain values for a JSON file; times in ISO 8601. Nobody else is named in it. */
export async function collectOwnData(db: Db, viewer: Viewer, locale: Locale, now: Date) {
  const { accountId } = viewer;
  const t = textsOf(locale).account.data;
  const [
    account,
    parts,
    sessions,
    changes,
    mails,
    events,
    edits,
    notes,
    submissions,
    steps,
    requests,
    asked,
    answered,
    goals,
    measures,
    measureSteps,
    exchange,
    figureNotes,
    earlierWords,
    mentions,
  ] = await Promise.all([
    getAccount(db, accountId),
    listPartsInWords(db, accountId),
    kept.listOwnSessions(db, accountId),
    kept.listOwnAddressChanges(db, accountId),
    kept.listOwnMails(db, accountId),
    kept.listOwnEvents(db, accountId),
    kept.listOwnEdits(db, accountId),
    kept.listOwnNotes(db, accountId),
    kept.listOwnSubmissions(db, accountId),
    kept.listOwnSteps(db, accountId),
    kept.listOwnRequests(db, accountId),
    kept.listOwnInquiries(db, accountId),
    kept.listOwnInquiryAnswers(db, accountId),
    kept.listOwnGoals(db, accountId),
    kept.listOwnMeasures(db, accountId),
    kept.listOwnMeasureSteps(db, accountId),
    kept.listOwnExchange(db, accountId),
    kept.listOwnFigureNotes(db, accountId),
    kept.listOwnEarlierWords(db, accountId),
    kept.listOwnMentions(db, accountId),
  ]);
  return {
    about: t.about,
    madeAt: now,
    account: {
      id: accountId,
      name: account.name,
      address: account.address,
      language: account.locale,
      createdAt: account.created_at,
      invitedAt: account.invited_at,
      mailCameBackAt: account.bounced_at,
    },
    parts: parts.map(({ role, project, organisation }) => ({ role, project, organisation })),
    sessions: sessions.map((one) => ({ begunAt: one.created_at, lastUsedAt: one.seen_at })),
    // After a change the row keeps the address from before.
    addressChanges: changes.map((one) => ({
      askedAt: one.asked_at,
      confirmedAt: one.used_at,
      [one.used_at ? "addressBefore" : "addressWanted"]: one.address,
    })),
    mails: mails.map((one) => ({ kind: one.kind, state: one.state, queuedAt: one.queued_at, sentAt: one.sent_at })),
    actions: events.filter(({ own }) => own).map(eventOf),
    actionsOfOthersOnThisAccount: events.filter(({ own }) => !own).map(eventOf),
    edits: edits.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      project: one.project,
      edits: one.edits,
      firstAt: one.first_at,
      lastAt: one.last_at,
    })),
    notes: notes.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      project: one.project,
      notes: one.notes,
      firstAt: one.first_at,
      lastAt: one.last_at,
    })),
    submissions: submissions.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      receipt: one.receipt,
      number: one.number,
      at: one.submitted_at,
    })),
    stepsAfterReview: steps.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      step: one.step,
      reason: one.reason,
      at: one.at,
    })),
    goals: goals.map((one) => ({
      goal: one.title[locale] ?? one.title.de,
      number: one.number,
      reason: one.reason,
      at: one.at,
    })),
    attributeRequests: requests.map((one) => ({
      project: one.project,
      changes: one.changes,
      validFrom: one.valid_from,
      note: one.note,
      state: one.state,
      askedAt: one.asked_at,
      decidedAt: one.decided_at,
    })),
    inquiries: asked.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      question: one.question,
      text: one.text,
      askedAt: one.asked_at,
      answer: one.answer,
      answeredAt: one.answered_at,
    })),
    inquiriesAnswered: answered.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      answer: one.answer,
      at: one.answered_at,
    })),
    measures: measures.map(({ title, state }) => ({ title, state })),
    measureSteps: measureSteps.map(({ title, step, at, changes }) => ({
      ...{ title, step, at },
      // What the person wrote, not what others had written before, nor whom it names.
      changes: changes.map(({ field, to }) => (field === "responsible_id" ? { field } : { field, to })),
    })),
    seekingAndOffering: exchange,
    notesOnReleases: figureNotes.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      text: one.text,
      at: one.at,
      takenBackAt: one.withdrawn_at,
    })),
    earlierWordsOfNotes: earlierWords.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      text: one.text,
      until: one.until,
    })),
    mentionedInNotes: mentions.map((one) => ({
      survey: one.title[locale] ?? one.title.de,
      wave: one.wave,
      at: one.at,
    })),
  };
}

function eventOf(event: { at: Date; verb: string; object: string; object_id: string | null }) {
  return { at: event.at, action: event.verb, object: event.object, objectId: event.object_id };
}
