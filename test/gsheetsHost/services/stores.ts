import type { StoreName } from "../hostState.ts";
import { checkTime, type Execution } from "../realm/execution.ts";
import { implement, ServiceException, ServiceObject } from "../service.ts";

const MOST_PROPERTY = 9 * 1024;
const MOST_STORE = 500 * 1024;
const MOST_CACHED = 100 * 1024;
const MOST_KEY = 250;
const LONGEST_CACHED = 21_600;

type Store = { readonly execution: Execution; readonly name: StoreName };

const bytes = (text: string): number => Buffer.byteLength(text);
const properties = ({ execution, name }: Store): Map<string, string> =>
  execution.host.properties[name];

function setProperty(store: Store, key: string, value: string): void {
  if (bytes(value) > MOST_PROPERTY) throw new ServiceException("Argument too large: value");
  const all = properties(store);
  const size = [...all].reduce(
    (sum, [name, text]) => sum + bytes(name) + bytes(text),
    bytes(key) + bytes(value),
  );
  if (size > MOST_STORE)
    throw new ServiceException(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  all.set(key, value);
}

function storeFor(type: string, name: StoreName): (execution: Execution) => ServiceObject {
  return (execution) => new ServiceObject(type, { execution, name });
}

implement<Execution>("Properties.PropertiesService", {
  getDocumentProperties: storeFor("Properties.Properties", "document"),
  getScriptProperties: storeFor("Properties.Properties", "script"),
  getUserProperties: storeFor("Properties.Properties", "user"),
});

implement<Store>("Properties.Properties", {
  getProperty: (store, key: string) => properties(store).get(key) ?? null,
  getProperties: (store) => Object.fromEntries(properties(store)),
  getKeys: (store) => [...properties(store).keys()],
  setProperty,
  setProperties: (store, values: Readonly<Record<string, string>>, only = false) => {
    if (only) properties(store).clear();
    for (const [key, value] of Object.entries(values)) setProperty(store, key, value);
  },
  deleteProperty: (store, key: string) => {
    properties(store).delete(key);
  },
  deleteAllProperties: (store) => {
    properties(store).clear();
  },
});

implement<Execution>("Cache.CacheService", {
  getDocumentCache: storeFor("Cache.Cache", "document"),
  getScriptCache: storeFor("Cache.Cache", "script"),
  getUserCache: storeFor("Cache.Cache", "user"),
});

function cached({ execution, name }: Store, key: string): string | null {
  const found = execution.host.caches[name].get(key);
  return found === undefined || found.until <= execution.now ? null : found.value;
}

function put(
  { execution, name }: Store,
  [key, value]: readonly [string, unknown],
  seconds = 600,
): void {
  const text = String(value);
  if (key.length > MOST_KEY) throw new ServiceException("Argument too large: key");
  if (bytes(text) > MOST_CACHED) throw new ServiceException("Argument too large: value");
  const until = execution.now + Math.min(seconds, LONGEST_CACHED) * 1000;
  execution.host.caches[name].set(key, { value: text, until });
}

implement<Store>("Cache.Cache", {
  get: cached,
  getAll: (store, keys: string[]) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = cached(store, key);
        return value === null ? [] : [[key, value]];
      }),
    ),
  put: (store, key: string, value: string, seconds?: number) => {
    put(store, [key, value], seconds);
  },
  putAll: (store, values: Readonly<Record<string, unknown>>, seconds?: number) => {
    for (const entry of Object.entries(values)) put(store, entry, seconds);
  },
  remove: ({ execution, name }, key: string) => {
    execution.host.caches[name].delete(key);
  },
  removeAll: ({ execution, name }, keys: string[]) => {
    for (const key of keys) execution.host.caches[name].delete(key);
  },
});

type Lock = { readonly execution: Execution; readonly name: StoreName; held: boolean };

function lockFor(name: StoreName): (execution: Execution) => ServiceObject {
  return (execution) => new ServiceObject("Lock.Lock", { execution, name, held: false });
}

implement<Execution>("Lock.LockService", {
  getDocumentLock: lockFor("document"),
  getScriptLock: lockFor("script"),
  getUserLock: lockFor("user"),
});

/** A lock that another execution holds is not let go while this one waits: waiting takes all its time. */
function tryLock(lock: Lock, milliseconds: number): boolean {
  const { execution, name } = lock;
  if (lock.held) return true;
  if (execution.host.locks.has(name)) {
    execution.now += milliseconds;
    checkTime(execution);
    return false;
  }
  execution.host.locks.add(name);
  lock.held = true;
  execution.atEnd.push(() => {
    releaseLock(lock);
  });
  return true;
}

function releaseLock(lock: Lock): void {
  if (lock.held) lock.execution.host.locks.delete(lock.name);
  lock.held = false;
}

implement<Lock>("Lock.Lock", {
  tryLock,
  waitLock: (lock, milliseconds: number) => {
    if (!tryLock(lock, milliseconds)) {
      throw new ServiceException(
        "Lock timeout: another process was holding the lock for too long.",
      );
    }
  },
  hasLock: ({ held }) => held,
  releaseLock,
});
