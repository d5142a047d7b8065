import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { closeAndRelease, insertOpenLine, insertRelease, type Line } from "../support/line.ts";
import { attempt, CLOSED, FROZEN, NO_RIGHT } from "../support/refusal.ts";

let database: TestDatabase;
/** a closed and released line, and an open one beside it that rows might be moved to */
let closed: Line;
let open: Line;

beforeAll(async () => {
  database = await createDatabase();
  closed = await insertOpenLine(database.db);
  open = await insertOpenLine(database.db);
  await closeAndRelease(database.db, closed);
});
afterAll(() => database?.dispose());

/** Runs each statement as the app and expects it refused with one of the codes. */
async function expectRefused(statements: string[], ...codes: string[]): Promise<void> {
  for (const statement of statements) {
    expect
      .soft(codes, `${statement} → ${await attempt(database.db, statement)}`)
      .toContain(await attempt(database.db, statement));
  }
}

const here = () => `round_id = '${closed.roundId}'`;

describe("a published version", () => {
  test("cannot be changed or deleted, by nobody", async () => {
    const where = `where version_id = '${closed.versionId}'`;
    const statements = [
      `update version set definition = '{}' ${where}`,
      `update version set number = 9 ${where}`,
      `update version set published_at = now() ${where}`,
      `delete from version ${where}`,
    ];
    await expectRefused(statements, NO_RIGHT);
    for (const statement of statements) expect(await attempt(database.owner, statement), statement).toBe(FROZEN);
  });

  test("keeps its questionnaire and its series", async () => {
    await expectRefused(["delete from questionnaire", "update series set name = 'x'", "delete from series"], NO_RIGHT);
    await expectRefused(["update questionnaire set name = 'x'"], NO_RIGHT);
  });
});

describe("a closed round", () => {
  test("keeps everything but its state, which only goes on", async () => {
    const update = (what: string) => `update round set ${what} where ${here()}`;
    await expectRefused(
      [
        update("title = '{}'"),
        update("wave = '2027'"),
        update("privacy = 'named'"),
        update(`version_id = '${open.versionId}'`),
        update("closes_at = now() + interval '1 year'"),
        update("closed_at = now()"),
        update("strict = true"),
        update("roster = '[1]'"),
        update("state = 'open'"),
        update("state = 'draft'"),
        `delete from round where ${here()}`,
      ],
      CLOSED,
    );
    const tx = await database.db.startTransaction().execute();
    await tx.updateTable("round").set({ state: "released" }).where("round_id", "=", closed.roundId).execute();
    await expect(
      tx.updateTable("round").set({ state: "closed" }).where("round_id", "=", closed.roundId).execute(),
    ).rejects.toMatchObject({ code: CLOSED });
    await tx.rollback().execute();
  });

  test("takes no invitation any more, and keeps those it has as they were", async () => {
    await expectRefused(
      [
        `update invitation set attributes = '{"land": ["x"]}' where ${here()}`,
        `update invitation set organisation_id = '${open.organisationId}' where ${here()}`,
      ],
      NO_RIGHT,
    );
    await expectRefused([`delete from invitation where ${here()}`], CLOSED);
    await expectRefused(
      [
        `insert into invitation (round_id, invitation_id, project_id, organisation_id, attributes)
         values ('${closed.roundId}', '${randomUUID()}', '${open.projectId}', '${open.organisationId}', '{}')`,
      ],
      CLOSED,
    );
  });

  test("takes no answer any more", async () => {
    const key = `'${closed.roundId}', '${closed.responseId}'`;
    await expectRefused(
      [
        `insert into field (round_id, response_id, path, value, rev) values (${key}, 'neu', '1', 1)`,
        `insert into operation (round_id, response_id, op_id, path, base, body_hash)
         values (${key}, '${randomUUID()}', 'neu', 0, 'x')`,
        `insert into submission (round_id, response_id, submission_id, number, receipt, answers, checksum)
         values (${key}, '${randomUUID()}', 2, 'R-2', '{}', 'x')`,
        `insert into cell (round_id, response_id, position, item, visible) values (${key}, 9, 'neu', true)`,
      ],
      CLOSED,
    );
  });

  test("changes and loses no answer", async () => {
    await expectRefused(
      [
        `update response set state = 'submitted' where ${here()}`,
        `update response set seq = seq + 1 where ${here()}`,
        `update field set value = '"anders"' where ${here()}`,
        `delete from cell where ${here()}`,
      ],
      CLOSED,
    );
    await expectRefused(
      [
        `update operation set value = '1' where ${here()}`,
        `update submission set answers = '{}' where ${here()}`,
        `update cell set text = 'anders' where ${here()}`,
        ...["response", "field", "operation", "submission"].map((table) => `delete from ${table} where ${here()}`),
      ],
      NO_RIGHT,
    );
  });

  test("lets no answer be carried off into a round that is open", async () => {
    const there = `round_id = '${open.roundId}', response_id = '${open.responseId}'`;
    await expectRefused([`update field set ${there}, path = 'entführt' where ${here()}`], CLOSED, NO_RIGHT);
    await expectRefused([`update response set round_id = '${open.roundId}' where ${here()}`], CLOSED, NO_RIGHT);
  });

  test("and none be brought in from there", async () => {
    const there = `round_id = '${closed.roundId}', response_id = '${closed.responseId}'`;
    await expectRefused(
      [`update field set ${there}, path = 'geschmuggelt' where round_id = '${open.roundId}'`],
      CLOSED,
      NO_RIGHT,
    );
  });
});

describe("an open round", () => {
  test("keeps what its respondents were promised", async () => {
    const update = (what: string) => `update round set ${what} where round_id = '${open.roundId}'`;
    await expectRefused(
      [
        update("privacy = 'named'"),
        update(`version_id = '${closed.versionId}'`),
        update("state = 'draft'"),
        update("state = 'released'"),
        `delete from round where round_id = '${open.roundId}'`,
      ],
      CLOSED,
    );
  });

  test("still takes answers and a later deadline", async () => {
    const where = `where round_id = '${open.roundId}'`;
    expect(await attempt(database.db, `update field set value = '"neu"' ${where}`)).toBe("done: 1");
    expect(await attempt(database.db, `update round set closes_at = closes_at + interval '1 day' ${where}`)).toBe(
      "done: 1",
    );
  });
});

describe("a release", () => {
  const NETWORK = ["release_network", "release_node", "release_tie"];
  const PARTS = ["release_group", "release_item", "release_figure", "release_quote", ...NETWORK];

  test("cannot be changed or deleted, by nobody", async () => {
    const statements = [
      "update release set submitted = 99",
      "update release_group set n = 99",
      "update release_item set withheld = '{land}'",
      "update release_figure set base = 99",
      "update release_quote set text = 'x'",
      "update release_network set reports_not_drawn = 9",
      "update release_node set name = 'x'",
      "update release_tie set frequency = '4'",
      ...["release", ...PARTS].map((table) => `delete from ${table}`),
    ];
    await expectRefused(statements, NO_RIGHT);
    for (const statement of statements) expect(await attempt(database.owner, statement), statement).toBe(FROZEN);
  });

  test("cannot be extended once it is there", async () => {
    const where = `where release_id = '${closed.releaseId}'`;
    const additions = [
      `insert into release_group select release_id, 'land', 'x', 1, breakdown_label, label, 6 from release_group ${where}`,
      `insert into release_item select release_id, 'neu', 1, question, scale, title, label, codes from release_item ${where}`,
      `insert into release_figure select release_id, item, 'land', 'x', 6, 0, null, null, null, null, null, '[]'
       from release_figure ${where}`,
      `insert into release_quote select release_id, item, 9, 'neu' from release_quote ${where}`,
      `insert into release_network (release_id, question, attributes, frequencies)
       select release_id, question, '[]', '[]' from release_network ${where}`,
      `insert into release_node (release_id, project_id, name, answered, attributes)
       values ('${closed.releaseId}', '${randomUUID()}', 'neu', true, '{}')`,
      `insert into release_tie (release_id, from_project_id, to_project_id)
       values ('${closed.releaseId}', '${randomUUID()}', '${randomUUID()}')`,
    ];
    await expectRefused(additions, FROZEN);
    for (const statement of additions) expect(await attempt(database.owner, statement), statement).toBe(FROZEN);
  });

  test("is whole or not there: parts without their release do not stay", async () => {
    const releaseId = randomUUID();
    const part = sql`insert into release_group (release_id, breakdown, group_code, position, breakdown_label, label, n)
      values (${releaseId}, 'total', 'total', 0, '{}', '{}', 1)`;
    expect(await attempt(database.db, part)).toBe("23503");
  });

  test("has a number of its own within the round", async () => {
    await expect(
      database.db.transaction().execute((tx) => insertRelease(tx, closed.roundId, randomUUID(), 1)),
    ).rejects.toMatchObject({ code: "23505" });
  });
});
