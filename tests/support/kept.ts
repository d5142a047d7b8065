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

/** Makes every questionnaire in the browser look as if it had last been open so many days ago. */
export function age(page: Page, days: number) {
  return page.evaluate(async (back) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("praxisspiegel");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const tx = db.transaction("sheets", "readwrite");
    const store = tx.objectStore("sheets");
    const all = store.getAll();
    all.onsuccess = () => {
      for (const sheet of all.result) store.put({ ...sheet, keptAt: new Date(Date.now() - back).toISOString() });
    };
    await new Promise((resolve) => tx.addEventListener("complete", resolve));
    db.close();
  }, days * 86_400_000);
}
