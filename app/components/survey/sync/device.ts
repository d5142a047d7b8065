import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JsonObject } from "#surveys/json.ts";
import type { Cover } from "../../../domain/responses/open-sheet.server.ts";
import { keepsHere, setKeepsHere } from "../../offline/keep-setting.ts";
import type { QueuedEdit, Standing } from "./replica.ts";

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

type KeptEdit = QueuedEdit & { invitationId: string; as: string | null };

/** What this device keeps. Without IndexedDB, or where nothing shall be kept, it lives as long as the page. */
export type Device = {
  readonly isDurable: boolean;
  readSheet: (invitationId: string) => Promise<KeptSheet | undefined>;
  keepSheet: (sheet: KeptSheet) => Promise<void>;
  dropSheet: (invitationId: string) => Promise<void>;
  listSheets: () => Promise<KeptSheet[]>;
  /** edits of one person in one questionnaire, in their order */
  listEdits: (invitationId: string, as: string | null) => Promise<QueuedEdit[]>;
  /** Keeps an edit, in place of the refused one it follows. Gives back what is kept under its id where that was already sent: then nothing is changed. */
  putEdit: (invitationId: string, as: string | null, edit: QueuedEdit) => Promise<QueuedEdit | undefined>;
  /** Marks edits as sent and gives them back as they are: from now on they do not change. */
  takeEdits: (invitationId: string, as: string | null, most: number) => Promise<QueuedEdit[]>;
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
let memoryOne: Device | undefined;

/** What is kept now: on the device, or, where nothing shall be kept, in this page. Asked anew each time. */
function present(): Promise<Device> {
  memoryOne ??= memory();
  const inPage = memoryOne;
  if (!keepsHere()) return Promise.resolve(inPage);
  durableOne ??= openDurable().catch(() => inPage);
  return durableOne;
}

/** The device's store; the same one for the whole page, also when somebody changes what is kept. */
export async function openDevice(): Promise<Device> {
  const { isDurable } = await present();
  return {
    get isDurable() {
      return isDurable && keepsHere();
    },
    readSheet: async (...given) => (await present()).readSheet(...given),
    keepSheet: async (...given) => (await present()).keepSheet(...given),
    dropSheet: async (...given) => (await present()).dropSheet(...given),
    listSheets: async () => (await present()).listSheets(),
    listEdits: async (...given) => (await present()).listEdits(...given),
    putEdit: async (...given) => (await present()).putEdit(...given),
    takeEdits: async (...given) => (await present()).takeEdits(...given),
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

async function openDurable(): Promise<Device> {
  const db = await openDB<Schema>(DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("sheets", { keyPath: "invitationId" });
      fresh.createObjectStore("edits", { keyPath: ["invitationId", "opId"] }).createIndex("sheet", "invitationId");
    },
    // A newer page wants another form of the store: it must not wait for this one.
    blocking: () => db.close(),
  });
  await forgetOld(db);
  return durable(db);
}

/** Questionnaires that nobody opened here for so long go, unless edits of them wait. */
const KEPT_MS = 30 * 86_400_000;

async function forgetOld(db: IDBPDatabase<Schema>): Promise<void> {
  const tx = db.transaction(["sheets", "edits"], "readwrite");
  const [sheets, edits] = [tx.objectStore("sheets"), tx.objectStore("edits").index("sheet")];
  const before = new Date(Date.now() - KEPT_MS).toISOString();
  for (const { invitationId, keptAt } of await sheets.getAll()) {
    if (keptAt < before && (await edits.count(invitationId)) === 0) void sheets.delete(invitationId);
  }
  await tx.done;
}

/** Written through to the disk before it counts as kept: a browser that is killed loses nothing. */
const STRICT = { durability: "strict" } as const;

function durable(db: IDBPDatabase<Schema>): Device {
  const editsOf = async (invitationId: string, as: string | null): Promise<KeptEdit[]> => {
    const all = await db.getAllFromIndex("edits", "sheet", invitationId);
    return all.filter((edit) => edit.as === as).sort((a, b) => a.order - b.order);
  };
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
      const isSent = kept?.sent === true && !edit.refused;
      if (!isSent) void tx.store.put({ ...edit, invitationId, as });
      if (edit.instead) void tx.store.delete([invitationId, edit.instead]);
      await tx.done;
      return isSent && kept ? bare(kept) : undefined;
    },
    takeEdits: async (invitationId, as, most) => {
      const tx = db.transaction("edits", "readwrite", STRICT);
      const all = await tx.store.index("sheet").getAll(invitationId);
      const own = all.filter((edit) => edit.as === as && !edit.refused).sort((a, b) => a.order - b.order);
      const taken = own.slice(0, most).map((edit) => ({ ...edit, sent: true }));
      for (const edit of taken) void tx.store.put(edit);
      await tx.done;
      return taken.map(bare);
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

function bare({ invitationId: _, as: __, ...edit }: KeptEdit): QueuedEdit {
  return edit;
}

function counted(edits: readonly KeptEdit[]) {
  const groups = Map.groupBy(edits, ({ invitationId, as }) => JSON.stringify([invitationId, as]));
  return [...groups].map(([key, some]) => {
    const [invitationId, as] = JSON.parse(key) as [string, string | null];
    return { invitationId, as, waiting: some.length };
  });
}

function memory(): Device {
  const edits = new Map<string, KeptEdit>();
  const keyOf = (invitationId: string, opId: string) => `${invitationId} ${opId}`;
  const own = (invitationId: string, as: string | null) =>
    [...edits.values()]
      .filter((edit) => edit.invitationId === invitationId && edit.as === as)
      .sort((a, b) => a.order - b.order);
  return {
    isDurable: false,
    readSheet: async () => undefined,
    keepSheet: async () => {},
    dropSheet: async () => {},
    listSheets: async () => [],
    listEdits: async (invitationId, as) => own(invitationId, as).map(bare),
    putEdit: async (invitationId, as, edit) => {
      const key = keyOf(invitationId, edit.opId);
      const kept = edits.get(key);
      if (kept?.sent && !edit.refused) return bare(kept);
      edits.set(key, { ...edit, invitationId, as });
      if (edit.instead) edits.delete(keyOf(invitationId, edit.instead));
      return undefined;
    },
    takeEdits: async (invitationId, as, most) => {
      const taken = own(invitationId, as)
        .filter((edit) => !edit.refused)
        .slice(0, most);
      for (const edit of taken) edits.set(keyOf(invitationId, edit.opId), { ...edit, sent: true });
      return taken.map((edit) => bare({ ...edit, sent: true }));
    },
    dropEdits: async (invitationId, opIds) => {
      for (const opId of opIds) edits.delete(keyOf(invitationId, opId));
    },
    countEdits: async () => counted([...edits.values()]),
    clear: async () => edits.clear(),
  };
}
