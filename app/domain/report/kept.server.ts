import { LRUCache } from "lru-cache";
import type { Db } from "#db/client.server.ts";

/**
 * Keeps up to `max` things that were read of releases, by database: a release never changes, so that what was read once stays
 * right. Gives the store of a database.
 */
export function keepFrozen<T extends object>(max: number): (report: Db) => LRUCache<string, T> {
  const stores = new WeakMap<Db, LRUCache<string, T>>();
  return (report) => {
    const store = stores.get(report) ?? new LRUCache<string, T>({ max });
    stores.set(report, store);
    return store;
  };
}
