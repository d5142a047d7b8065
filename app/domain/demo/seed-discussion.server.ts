import type { Tx } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { insertFigureNote, type NewFigureNote, putResolved } from "#db/queries/figure-notes.server.ts";
import { listReleases } from "#db/queries/releases.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";

const HOUR_MS = 3_600_000;

/** What the consortium noted on the last releases about interfaces and needs: two matters are open, one is settled. */
export async function seedDiscussion(tx: Tx, today: Date): Promise<void> {
  const [coordination, steering, analyst] = [
    await findDemoAccount(tx, "coordination"),
    await findDemoAccount(tx, "steering"),
    await findDemoAccount(tx, "analyst"),
  ];
  const released = await listReleases(tx);
  const newest = (name: string) => released.find(({ questionnaire }) => questionnaire === name)?.release_id;
  const [interfaces, needs] = [newest("schnittstellen"), newest("bedarfe")];
  if (!coordination || !steering || !analyst || !interfaces || !needs) return;
  const ago = (hours: number) => new Date(today.getTime() - hours * HOUR_MS);
  type Said = Pick<NewFigureNote, "authorId" | "item" | "text"> & { releaseId?: string; answers?: number; to?: string };
  const say = (n: number, hours: number, { releaseId = interfaces, answers, to, ...note }: Said) => {
    const replyTo = answers === undefined ? null : sampleUuid(`figure-note-${answers}`);
    const about = { noteId: sampleUuid(`figure-note-${n}`), releaseId, replyTo, at: ago(hours) };
    return insertFigureNote(tx, { ...about, ...note }, to ? [to] : []);
  };
  const [wish, form] = ["ss_wunsch/gesundheit", "ss_detail/arbeit/form"];
  await say(1, 76, {
    ...{ authorId: steering, item: wish, to: coordination },
    text: "Der Wunsch nach mehr Kontakt ist hier am größten. Reicht eine Fortbildung, oder brauchen wir feste Verabredungen mit den Kammern?",
  });
  await say(2, 52, {
    ...{ authorId: coordination, item: wish, answers: 1 },
    text: "Ich frage bei der Psychotherapeutenkammer nach einem Gespräch. Bis zur nächsten Sitzung weiß ich mehr.",
  });
  await say(3, 120, {
    ...{ authorId: analyst, item: form },
    text: "Hier haben weniger Projekte geantwortet als bei den anderen Bereichen, weil viele keinen Kontakt haben. Bitte beim Vergleichen beachten.",
  });
  await say(4, 100, {
    ...{ authorId: steering, item: form, answers: 3 },
    text: "Danke, wir sagen das in der Sitzung dazu.",
  });
  await say(5, 30, {
    ...{ authorId: coordination, releaseId: needs, item: "bed_gedeckt/finanz_stabil" },
    text: "Die Lücke ist seit zwei Wellen die größte. Für die Stellungnahme brauchen wir Beispiele aus den Ländern: Wer kann welche beisteuern?",
  });
  await putResolved(tx, sampleUuid("figure-note-3"), { at: ago(99), by: steering });
}
