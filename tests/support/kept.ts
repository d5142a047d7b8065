import type { Page } from "playwright-core";

/** What the browser has of us. */
export function kept(page: Page) {
  return page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    controlled: navigator.serviceWorker.controller !== null,
    caches: (await caches.keys()).length,
    databases: (await indexedDB.databases()).length,
  }));
}

/** How many questionnaires and edits lie in the browser. */
export function stored(page: Page) {
  return page.evaluate(async () => {
    if ((await indexedDB.databases()).length === 0) return { sheets: 0, edits: 0 };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("praxisspiegel");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = (store: string) =>
      new Promise<number>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found = { sheets: await count("sheets"), edits: await count("edits") };
    db.close();
    return found;
  });
}
