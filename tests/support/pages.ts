import { randomUUID } from "node:crypto";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { insertFields } from "#db/queries/fields.server.ts";
import { ensureResponse } from "#db/queries/responses.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { toFields } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import { codingPages } from "./coding-pages.ts";
import { everyTypePages } from "./every-type/pages.ts";
import { goalPages } from "./goal-pages.ts";
import { linkPages } from "./link-pages.ts";
import { measurePages } from "./measure-pages.ts";
import { memberPages } from "./member-pages.ts";
import { microdataPages } from "./microdata-pages.ts";
import { exchangePages, mirrorPages } from "./mirror-pages.ts";
import { namingPages } from "./naming-pages.ts";
import { questionnairePages } from "./questionnaire-pages.ts";
import { setupPages } from "./setup-pages.ts";
import { signOffPages } from "./sign-off-pages.ts";

export type Role = "coordination" | "steering" | "analyst" | "lead";
/** A page to look at, and what it draws last. */
export type SamplePage = { group: Group; role: Role | null; path: string; drawn?: string };

const QUESTIONNAIRES = [
  "ansaetze",
  "bedarfe",
  "fortbildung",
  "netzwerk",
  "netzwerkziele",
  "puls",
  "schnittstellen",
] as const;
export const GROUPS = [
  "public",
  "account",
  "sheets",
  "signing-off",
  "reopening",
  ...QUESTIONNAIRES,
  "every-type",
  "versions",
  "members",
  "rounds",
  "setup",
  "links",
  "coding",
  "releases",
  "measures",
  "printed",
  "goals",
  "microdata",
  "messages",
  "mirror",
  "exchange",
] as const;
export type Group = (typeof GROUPS)[number];

const DAY_MS = 86_400_000;
const FORM = ".sd-page";
const CHART = ".chart svg";

type Draft = {
  group: (typeof QUESTIONNAIRES)[number];
  answers: (roster: string[]) => JsonObject;
  /** pages that these answers leave out; the other draft of the questionnaire has them */
  hidden?: string[];
};

/** Answers that open every page and every question that depends on another one. */
const DRAFTS: Draft[] = [
  {
    group: "ansaetze",
    answers: () => ({ an_ziel: { radikalisierte: 3 }, an_methode: ["einzelberatung", "familienberatung"] }),
  },
  {
    group: "bedarfe",
    answers: () => ({
      hf_rang: ["bedrohung_team", "psyche_klient", "befristung"],
      team_superv: "keine",
      fb_themen: ["recht", "other"],
    }),
  },
  { group: "fortbildung", answers: () => ({ phase: "nach" }), hidden: ["anwendung"] },
  { group: "fortbildung", answers: () => ({ phase: "monate3" }), hidden: ["fortbildung"] },
  {
    group: "netzwerk",
    answers: (roster) => ({
      nw_ok: true,
      nw_kontakt: roster.slice(0, 2),
      nw_top: roster.slice(0, 1),
      nw_tie: [{ projekt: roster[0] as string }],
    }),
  },
  { group: "netzwerkziele", answers: () => ({ zi_uebernahme: "1", zi_eval_art: "selbst" }) },
  { group: "puls", answers: () => ({ pu_neu: ["other"] }) },
  {
    group: "schnittstellen",
    answers: () => ({
      ss_freq: { jugendhilfe: 4, polizei: 0, schule: 2 },
      ss_top3: ["jugendhilfe"],
      ss_hind: [{ partner: "jugendhilfe" }],
    }),
  },
];

/** Every page of the seeded demo; opens a round and begins a sheet for each questionnaire first. */
export async function openSamplePages(db: Db): Promise<{ accounts: Record<Role, string>; pages: SamplePage[] }> {
  const accounts = {
    coordination: (await findDemoAccount(db, "coordination")) as string,
    steering: (await findDemoAccount(db, "steering")) as string,
    analyst: (await findDemoAccount(db, "analyst")) as string,
    lead: (await findDemoAccount(db, "lead")) as string,
  };
  const past = await listSheets(db, accounts.lead);
  const sheets = await openRounds(db, accounts.lead);
  const submitted = past.find((sheet) => sheet.submitted)?.id as string;
  const asked = past.find((sheet) => sheet.open)?.id as string;
  const missed = past.find((sheet) => !sheet.submitted && !sheet.open)?.id as string;
  // The page of the code needs somebody who has asked for one: tests/app/routes/sign-in.test.ts looks at it.
  const anybody = [
    paths.signIn(),
    paths.signInLink("A".repeat(43)),
    paths.demoMail(),
    paths.imprint(),
    paths.privacy(),
    paths.accessibility(),
    "/gibt-es-nicht",
  ];
  const signing = await signOffPages(db, accounts.lead);
  const asking = [
    paths.ask(asked),
    paths.ask(asked, { frage: "team_superv" }),
    paths.ask(missed, { anlass: "wieder-oeffnen" }),
  ];
  const own = [
    ...asking,
    paths.invitations(),
    paths.invitation(missed),
    paths.submitted(submitted),
    paths.receipt(submitted),
  ];
  return {
    accounts,
    pages: [
      ...anybody.map((path): SamplePage => ({ group: "public", role: null, path })),
      ...(await ownPages(db, accounts.lead)),
      ...own.map((path): SamplePage => ({ group: "sheets", role: "lead", path })),
      ...(await namingPages(db, accounts.lead)).map(
        (path): SamplePage => ({ group: "signing-off", role: "lead", path }),
      ),
      ...signing.lead.map((path): SamplePage => ({ group: "signing-off", role: "lead", path })),
      ...signing.coordination.map((path): SamplePage => ({ group: "reopening", role: "coordination", path })),
      ...sheets.flatMap(pagesOfSheet),
      ...(await everyTypePages(db, accounts.lead)),
      ...(await questionnairePages(db, accounts.coordination)),
      ...(await memberPages(db, accounts.coordination)),
      ...(await roundPages(db)),
      ...(await setupPages(db, accounts.coordination)),
      ...(await linkPages(db, accounts.coordination)),
      ...(await codingPages(db, accounts.analyst)),
      ...(await releasePages(db)),
      ...(await goalPages(db)),
      ...(await measurePages(db)),
      ...(await microdataPages(db, accounts.analyst)),
      ...messagePages(),
      ...(await mirrorPages(db, accounts.lead)),
      ...(await exchangePages(db, accounts.lead)),
    ],
  };
}

/** The lead's account and team, and each step in which the team changes. */
async function ownPages(db: Db, leadId: string): Promise<SamplePage[]> {
  const colleague = await db
    .selectFrom("membership as own")
    .innerJoin("membership as other", "other.project_id", "own.project_id")
    .select(["own.project_id", "other.account_id"])
    .where("own.account_id", "=", leadId)
    .where("other.role", "=", "member")
    .executeTakeFirstOrThrow();
  const [projectId, accountId] = [colleague.project_id as string, colleague.account_id];
  return [
    paths.account(),
    paths.confirmAddress("A".repeat(43)),
    paths.team(projectId),
    paths.teamData(projectId),
    paths.askAttributes(projectId),
    paths.teamMember(projectId, accountId, "leitung"),
    paths.teamMember(projectId, accountId, "entfernen"),
  ].map((path) => ({ group: "account", role: "lead", path }));
}

/** `plain`: numbers of the pages that are shown, for the form without JavaScript */
type Sheet = { group: Group; id: string; pages: string[]; plain: number[] };

function pagesOfSheet({ group, id, pages, plain }: Sheet): SamplePage[] {
  const around = [paths.invitation(id), paths.review(id), paths.blank(id)];
  return [
    ...around.map((path): SamplePage => ({ group, role: "lead", path })),
    ...pages.map((page): SamplePage => ({ group, role: "lead", path: paths.fill(id, page), drawn: FORM })),
    ...plain.map((number): SamplePage => ({ group, role: "lead", path: paths.plain(id, number) })),
  ];
}

async function openRounds(db: Db, leadId: string): Promise<Sheet[]> {
  const versions = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["version_id", "questionnaire.name", "definition"])
    .orderBy("questionnaire.name")
    .execute();
  const { project_id: projectId } = await db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", leadId)
    .executeTakeFirstOrThrow();
  // A project is not in its own roster.
  const roster = await db
    .selectFrom("project")
    .select("project_id")
    .where("project_id", "!=", projectId as string)
    .orderBy("name")
    .limit(2)
    .execute();
  const projects = roster.map((one) => one.project_id);
  const opened: Sheet[] = [];
  for (const [index, { group, answers, hidden = [] }] of DRAFTS.entries()) {
    const version = versions.find(({ name }) => name === group);
    if (!version) throw new Error(`the demo has no questionnaire ${group}`);
    const { roundId, invitations } = await openRound(db, {
      versionId: version.version_id,
      wave: `Probe ${index + 1}`,
      privacy: group === "netzwerk" ? "named" : "confidential",
      opensAt: new Date(Date.now() - DAY_MS),
      closesAt: new Date(Date.now() + 20 * DAY_MS),
      fictional: true,
      actorId: null,
    });
    const id = invitations.find((one) => one.projectId === projectId)?.invitationId as string;
    await transact(db, async (tx) => {
      const key = { roundId, responseId: randomUUID() };
      await ensureResponse(tx, roundId, id, key.responseId);
      const { definition } = readDefinition(version.definition);
      const fields = definition ? toFields(definition, answers(projects) as JsonObject) : [];
      const edits = [...fields].map(([path, value]) => ({ path, value, actorId: leadId }));
      await insertFields(tx, key, edits, new Date());
    });
    const names = namesOf(version.definition);
    const shown = names.filter((page) => !hidden.includes(page));
    opened.push({ group, id, pages: shown, plain: shown.map((page) => names.indexOf(page) + 1) });
  }
  return opened;
}

function namesOf(definition: JsonObject): string[] {
  return (definition.pages as { name: string }[]).map((page) => page.name);
}

async function listSheets(db: Db, leadId: string) {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .leftJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select(["invitation.invitation_id", "round.state as round_state", "response.state"])
    .where("membership.account_id", "=", leadId)
    .execute();
  return rows.map((row) => ({
    id: row.invitation_id,
    open: row.round_state === "open",
    submitted: row.state === "submitted",
  }));
}

async function roundPages(db: Db): Promise<SamplePage[]> {
  const rounds = await db
    .selectFrom("round")
    .select(["round_id", "state", "privacy"])
    .orderBy("opens_at")
    .orderBy("round_id")
    .execute();
  const idOf = (wanted: (round: (typeof rounds)[number]) => boolean) => rounds.find(wanted)?.round_id as string;
  const open = idOf((round) => round.state === "open" && round.privacy === "confidential");
  const anonymous = idOf((round) => round.state === "open" && round.privacy === "anonymous");
  const plain = [
    paths.home(),
    paths.rounds(),
    paths.calendar(),
    paths.round(open, { stand: "waiting", sortierung: "state", nach: "ph", auswahl: "alle" }),
    paths.round(open, { schritt: "schliessen", stand: "declined" }),
    paths.round(open, { schritt: "zwischenstand" }),
    paths.round(anonymous),
    paths.round(idOf((round) => round.state === "draft")),
    paths.round(
      idOf((round) => round.state === "closed"),
      { stand: "begun" },
    ),
    paths.round(
      idOf((round) => round.state === "closed"),
      { schritt: "auswerten" },
    ),
    paths.changeRound(
      idOf((round) => round.state === "closed"),
      "beenden",
    ),
    paths.round(
      idOf((round) => round.state === "released"),
      { stand: "begun" },
    ),
  ];
  return [paths.round(open), ...plain].map((path, index) => {
    return { group: "rounds", role: "coordination", path, ...(index === 0 ? { drawn: CHART } : {}) };
  });
}

/** Between them these have every kind of figure that is broken down. */
const BROKEN_DOWN = ["bedarfe", "netzwerk", "schnittstellen"];
/** With two waves and with three. */
const FOLLOWED = ["puls", "schnittstellen"];
/** Long pages, because every table is open: a few questionnaires stand for all. */
const PRINTED = ["puls", "fortbildung", "schnittstellen"];

/** The newest release of every questionnaire, as a whole; of some by the first and the last breakdown too. */
async function releasePages(db: Db): Promise<SamplePage[]> {
  const releases = await db
    .selectFrom("release")
    .distinctOn("questionnaire")
    .select(["release_id", "questionnaire"])
    .orderBy("questionnaire")
    .orderBy("made_at", "desc")
    .execute();
  const about = { group: "releases", role: "steering" } as const;
  const pages: SamplePage[] = [
    { ...about, path: paths.overview() },
    { ...about, path: paths.releases() },
    { ...about, path: paths.rule() },
  ];
  for (const { release_id: id, questionnaire } of releases) {
    const breakdowns = await db
      .selectFrom("release_group")
      .select("breakdown")
      .distinct()
      .where("release_id", "=", id)
      .where("breakdown", "!=", "total")
      .orderBy("breakdown")
      .execute();
    const chosen = BROKEN_DOWN.includes(questionnaire)
      ? [undefined, breakdowns.at(0)?.breakdown, breakdowns.at(-1)?.breakdown]
      : [undefined];
    for (const breakdown of new Set(chosen)) {
      pages.push({ ...about, path: paths.release(id, breakdown), drawn: breakdown ? ".figure" : CHART });
    }
    if (questionnaire === "bedarfe") {
      const asked = { ...about, drawn: CHART } as const;
      pages.push({ ...asked, path: paths.needs(id) }, { ...asked, path: paths.needs(id, breakdowns.at(0)?.breakdown) });
    }
    if (questionnaire === "schnittstellen") {
      const asked = { ...about, drawn: CHART } as const;
      const broken = { field: "verfassungsschutz", breakdown: breakdowns.at(-1)?.breakdown };
      pages.push({ ...asked, path: paths.interfaces(id) }, { ...asked, path: paths.interfaces(id, broken) });
    }
    if (questionnaire === "netzwerk") {
      pages.push({ ...about, path: paths.network(id, { art: "fallberatung" }), drawn: ".map__drawing" });
      pages.push({ ...about, path: paths.network(id, { farbe: "region5", ansicht: "matrix" }), drawn: ".matrix" });
    }
    if (FOLLOWED.includes(questionnaire)) pages.push({ ...about, path: paths.trends(id), drawn: CHART });
    if (questionnaire === "bedarfe") pages.push({ ...about, path: paths.notes(id) });
    if (questionnaire === "schnittstellen") {
      pages.push(
        { ...about, path: paths.presentation(id) },
        { ...about, path: paths.presentation(id, 2), drawn: ".heat" },
        { ...about, path: paths.presentation(id, 3), drawn: CHART },
      );
    }
    if (PRINTED.includes(questionnaire)) {
      const printed = { ...about, group: "printed", drawn: ".print-bar button" } as const;
      pages.push({ ...printed, path: paths.releasePrint(id) });
      const [first] = breakdowns;
      if (BROKEN_DOWN.includes(questionnaire) && first) {
        pages.push({ ...printed, path: paths.releasePrint(id, first.breakdown) });
      }
    }
  }
  return pages;
}

/** Templates and delivery. */
function messagePages(): SamplePage[] {
  const templates = ["invitation", "reminder", "welcome"].map((kind) => paths.messageTemplate(kind, "de"));
  return [paths.messages(), ...templates, paths.messageTemplate("results", "en"), paths.deliveries()].map((path) => ({
    group: "messages",
    role: "coordination",
    path,
  }));
}
