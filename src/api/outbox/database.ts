/** One IndexedDB for what an officer's machine must not forget. */
const NAME = 'drumtower'
const VERSION = 1
export const TABLES = ['orders', 'decisions'] as const
export type TableName = (typeof TABLES)[number]

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      for (const table of TABLES) request.result.createObjectStore(table, { keyPath: 'key' })
    }
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
    request.onblocked = () => reject(new Error('IndexedDB is blocked by another tab'))
    request.onsuccess = () => {
      // Whoever deletes or upgrades it from outside must not be held up by this page.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
  }).catch((error) => {
    opened = null
    throw error
  })
  return opened
}

async function within<T>(
  table: TableName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(table, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(table))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'))
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'))
  })
}

/** Records of one table, each under its `key`. A write resolves when it is on the disk. */
export function table<T extends { readonly key: string }>(name: TableName) {
  return {
    all: () => within(name, 'readonly', (store) => store.getAll() as IDBRequest<T[]>),
    get: async (key: string) =>
      (await within(name, 'readonly', (store) => store.get(key) as IDBRequest<T>)) ?? null,
    put: async (record: T) => void (await within(name, 'readwrite', (store) => store.put(record))),
    remove: async (key: string) =>
      void (await within(name, 'readwrite', (store) => store.delete(key))),
  }
}
