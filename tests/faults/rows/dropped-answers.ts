import { randomUUID } from "node:crypto";
import { paths } from "#app/paths.ts";
import { check } from "../checker.ts";
import { createHistory } from "../history.ts";
import { readKept } from "../kept.ts";
import { createLoad } from "../load.ts";
import { createPerson } from "../person.ts";
import { startProxy } from "../proxy.ts";
import { checksOf, type Row } from "../row.ts";
import { ask, readReceipt } from "../wire.ts";

const DROPS = 5;

/** The server has done it, and its answer never arrives, five times in a row: for an edit and for a submission. */
export const droppedAnswers: Row = {
  name: "dropped-answers",
  title: `${DROPS} answers in a row swallowed by a proxy`,
  run: async (stage) => {
    const [history, load] = [createHistory(), createLoad()];
    const proxy = await startProxy(stage.app.port);
    try {
      const way = { url: proxy.url, origin: stage.origin };
      const [team] = await stage.openTeams({ teams: 1, people: 1, sheets: 1 });
      const [cookie, sheet] = [team?.people[0]?.cookie as string, team?.sheets[0]?.invitationId as string];
      const person = createPerson({ way, cookie, sheet, history, load });

      person.edit("text_1", "Ein Satz, der fünfmal gesendet wird.");
      proxy.swallow(DROPS);
      await person.drain();
      const sent = history.events.find((event) => event.kind === "invoke")?.op;
      const other = { opId: sent?.opId, path: "text_1", base: 0, value: "Ein anderer Satz." };
      const body = JSON.stringify({ operations: [other] });
      const refusal = await ask(way, paths.changes(sheet), { cookie, type: "application/json", body });

      proxy.swallow(DROPS);
      await person.submit();
      const submit = history.events.find((event) => event.kind === "submit");
      const first = await readReceipt(way, sheet, cookie);
      const again = (seq: number, submissionId = submit?.submissionId ?? "") =>
        ask(way, paths.review(sheet), {
          ...{ cookie, type: "application/x-www-form-urlencoded" },
          body: new URLSearchParams({ submissionId, seq: String(seq) }).toString(),
        });
      const seq = await stage.db
        .selectFrom("response")
        .select("seq")
        .where("invitation_id", "=", sheet)
        .executeTakeFirstOrThrow();
      const repeated = await again(seq.seq);
      const changed = await again(seq.seq + 1);
      const second = await again(seq.seq, randomUUID());

      const kept = await readKept(stage.adminUrl, [sheet]);
      const nameOf = (answer: Awaited<ReturnType<typeof ask>>) => (answer.kind === "final" ? answer.name : answer.why);
      const receipt = kept.submissions[0]?.receipt;
      return {
        load,
        checks: [
          ...checksOf(check(history.events, kept)),
          { what: `swallowed: ${proxy.swallowed()} of ${2 * DROPS}`, holds: proxy.swallowed() === 2 * DROPS },
          {
            what: "1 row in the field and 1 operation, of revision 1",
            holds: kept.operations.length === 1 && kept.fields.length === 1 && kept.fields[0]?.rev === 1,
          },
          {
            what: `another edit under the same id: ${nameOf(refusal)}`,
            holds: nameOf(refusal) === "409 different-body",
          },
          { what: "1 submission, and its receipt is shown", holds: kept.submissions.length === 1 && first === receipt },
          {
            what: "sent once more it leads to the same receipt",
            holds:
              repeated.kind === "final" &&
              repeated.location === paths.receipt(sheet) &&
              (await readReceipt(way, sheet, cookie)) === receipt,
          },
          {
            what: `another state under the same id: ${nameOf(changed)}`,
            holds: nameOf(changed) === "409 different-body",
          },
          { what: `another submission: ${nameOf(second)}`, holds: nameOf(second) === "409 already-submitted" },
        ],
      };
    } finally {
      await proxy.close();
    }
  },
};
