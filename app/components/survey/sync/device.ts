import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JsonObject } from "#surveys/json.ts";
import type { Cover } from "../../../domain/responses/open-sheet.server.ts";
import { keepsHere, setKeepsHere } from "../../offline/keep-setting.ts";
import { bare, counted, type KeptEdit, type Most, nextOf, ownOf } from "./kept-edits.ts";
import { openMemory } from "./memory-device.ts";
import { afterRefusals, type Refusal } from "./refusal.ts";
import type { QueuedEdit, Standing } from "./replica.ts";
import { withSpare } from "./spare.ts";

/** A questionnaire as it is kept on a device: enough to fill it in without a network. */
export type KeptSheet = {
  invitationId: string;
  /** whose it is: an account, or null for a guest by link */
  as: string | null;
  locale: "de" | "en";
  cover: Cover;
  checksum: string;
  source: JsonObject;
  standing: Standing;
  keptAt: string;
};

/** What this device keeps. Without IndexedDB, or where nothing shall be kept, it lives as long as the page. */
export type Device = {
  readonly isDurable: boolean;
  readSheet: (invitationId: string) => Promise<KeptSheet | undefined>;
  keepSheet: (sheet: KeptSheet) => Promise<void>;
  dropSheet: (invitationId: string) => Promise<void>;
  listSheets: () => Promise<KeptSheet[]>;
  /** edits of one person in one questionnaire, in their order */
  listEdits: (invitationId: string, as: string | null) => Promise<QueuedEdit[]>;
  /** Keeps an edit, in place of the refused one it follows. One that was sent already stays as it is. */
  putEdit: (invitationId: string, as: string | null, edit: QueuedEdit) => Promise<void>;
  /** Marks the next edits as sent and gives them back as they are: from now on they do not change. */
  takeEdits: (invitationId: string, as: string | null, most: Most) => Promise<QueuedEdit[]>;
  /** Keeps what the server refused apart, or lets it give way to what was written on top of it. */
  refuseEdits: (invitationId: string, as: string | null, refusals: readonly Refusal[]) => Promise<void>;
  dropEdits: (invitationId: string, opIds: readonly string[]) => Promise<void>;
  /** how many edits wait, by questionnaire and by whose they are */
  countEdits: () => Promise<{ invitationId: string; as: string | null; waiting: number }[]>;
  clear: () => Promise<void>;
};

type Schema = DBSchema & {
  sheets: { key: string; value: KeptSheet };
  edits: { key: [string, string]; value: KeptEdit; indexes: { sheet: string } };
};

const DATABASE = "praxisspiegel";
let durableOne: Promise<Device> | undefined;
const page = openMemory();
/** holds what the device has no room for */
const spare = openMemory();
/** somebody has left: what this page still does until it goes stays in it */
let hasLeft = false;

const keeps = () => !hasLeft && keepsHere();

/** What is kept now: on the device, or, where nothing shall be kept, in this page. Asked anew each time. */
function present(): Promise<Device> {
  if (!keeps()) return Promise.resolve(page);
  durableOne ??= openDurable().then(
    (device) => withSpare(device, spare),
    () => page,
  );
  return durableOne;
}

/** The device's store; the same one for the whole page, also when somebody changes what is kept. */
export async function openDevice(): Promise<Device> {
  const { isDurable } = await present();
  return {
    get isDurable() {
      return isDurable && keeps();
    },
    readSheet: async (...given) => (await present()).readSheet(...given),
    keepSheet: async (...given) => (await present()).keepSheet(...given),
    dropSheet: async (...given) => (await present()).dropSheet(...given),
    listSheets: async () => (await present()).listSheets(),
    listEdits: async (...given) => (await present()).listEdits(...given),
    putEdit: async (...given) => (await present()).putEdit(...given),
    takeEdits: async (...given) => (await present()).takeEdits(...given),
    refuseEdits: async (...given) => (await present()).refuseEdits(...given),
    dropEdits: async (...given) => (await present()).dropEdits(...given),
    countEdits: async () => (await present()).countEdits(),
    clear: async () => (await present()).clear(),
  };
}

/** Changes what is kept. What waits goes along: from the device into this page, or back onto the device. */
export async function changeKeeping(keeps: boolean): Promise<void> {
  const before = await present();
  const waiting = await before.countEdits();
  const edits = await Promise.all(
    waiting.map(async (one) => ({ ...one, edits: await before.listEdits(one.invitationId, one.as) })),
  );
  setKeepsHere(keeps);
  const after = await present();
  if (after === before) return;
  for (const { invitationId, as, edits: own } of edits)
    for (const edit of own) await after.putEdit(invitationId, as, edit);
  await before.clear();
}

/**
 * Empties the device for good: until this page goes it opens the store no more. Its timers and what is still under way
 * would otherwise bring back what somebody has just taken along, in the time that the server takes to answer.
 */
export async function leaveDevice(): Promise<void> {
  const before = await present();
  hasLeft = true;
  await before.clear();
}

async function openDurable(): Promise<Device> {
  const db = await openDB<Schema>(DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("sheets", { keyPath: "invitationId" });
      fresh.createObjectStore("edits", { keyPath: ["invitationId", "opId"] }).createIndex("sheet", "invitationId");
    },
    // A newer page wants another form of the store: it must not wait for this one.
    blocking: () => {
      db.close();
      durableOne = undefined;
    },
    // The browser has closed the store by itself: the next who needs it opens it anew.
    terminated: () => {
      durableOne = undefined;
    },
  });
  await forgetOld(db);
  return durable(db);
}

/** Questionnaires that nobody opened here for so long go, unless edits of them wait. */
const KEPT_MS = 30 * 86_400_000;
/** Guests have nothing to sign out of, and their devices are often shared. */
const GUEST_KEPT_MS = 12 * 3_600_000;

async function forgetOld(db: IDBPDatabase<Schema>): Promise<void> {
  const tx = db.transaction(["sheets", "edits"], "readwrite");
  const [sheets, edits] = [tx.objectStore("sheets"), tx.objectStore("edits").index("sheet")];
  const before = (ms: number) => new Date(Date.now() - ms).toISOString();
  for (const { invitationId, as, keptAt } of await sheets.getAll()) {
    const isOld = keptAt < before(as === null ? GUEST_KEPT_MS : KEPT_MS);
    if (isOld && (await edits.count(invitationId)) === 0) void sheets.delete(invitationId);
  }
  await tx.done;
}

/** Written through to the disk before it counts as kept: a browser that is killed loses nothing. */
const STRICT = { durability: "strict" } as const;

function durable(db: IDBPDatabase<Schema>): Device {
  const editsOf = async (invitationId: string, as: string | null): Promise<KeptEdit[]> =>
    ownOf(await db.getAllFromIndex("edits", "sheet", invitationId), as);
  return {
    isDurable: true,
    readSheet: (invitationId) => db.get("sheets", invitationId),
    keepSheet: async (sheet) => {
      await db.put("sheets", sheet);
    },
    dropSheet: (invitationId) => db.delete("sheets", invitationId),
    listSheets: () => db.getAll("sheets"),
    listEdits: async (invitationId, as) => (await editsOf(invitationId, as)).map(bare),
    putEdit: async (invitationId, as, edit) => {
      const tx = db.transaction("edits", "readwrite", STRICT);
      const kept = await tx.store.get([invitationId, edit.opId]);
      const put = kept?.sent ? undefined : tx.store.put({ ...edit, invitationId, as });
      const dropped = edit.instead ? tx.store.delete([invitationId, edit.instead]) : undefined;
      await Promise.all([put, dropped, tx.done]);
    },
    takeEdits: async (invitationId, as, most) => {
      const tx = db.transaction("edits", "readwrite", STRICT);
      const taken = nextOf(ownOf(await tx.store.index("sheet").getAll(invitationId), as), most);
      await Promise.all([...taken.map((edit) => tx.store.put(edit)), tx.done]);
      return taken.map(bare);
    },
    refuseEdits: async (invitationId, as, refusals) => {
      const tx = db.transaction("edits", "readwrite", STRICT);
      const after = afterRefusals(ownOf(await tx.store.index("sheet").getAll(invitationId), as), refusals);
      const put = after.put.map((edit) => tx.store.put({ ...edit, invitationId, as }));
      const dropped = after.drop.map((opId) => tx.store.delete([invitationId, opId]));
      await Promise.all([...put, ...dropped, tx.done]);
    },
    dropEdits: async (invitationId, opIds) => {
      const tx = db.transaction("edits", "readwrite", STRICT);
      for (const opId of opIds) void tx.store.delete([invitationId, opId]);
      await tx.done;
    },
    countEdits: async () => counted(await db.getAll("edits")),
    clear: async () => {
      const tx = db.transaction(["sheets", "edits"], "readwrite", STRICT);
      void tx.objectStore("sheets").clear();
      void tx.objectStore("edits").clear();
      await tx.done;
    },
  };
}
