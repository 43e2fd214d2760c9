import type { OrderEntry } from '../../domain/order-entry'

/** Where entries survive the page. Every call may reject. */
export interface OutboxStore {
  readonly all: () => Promise<OrderEntry[]>
  readonly get: (key: string) => Promise<OrderEntry | null>
  readonly put: (entry: OrderEntry) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}

export function memoryStore(): OutboxStore {
  const kept = new Map<string, string>()
  return {
    all: async () => [...kept.values()].map((text) => JSON.parse(text) as OrderEntry),
    get: async (key) => JSON.parse(kept.get(key) ?? 'null') as OrderEntry | null,
    put: async (entry) => void kept.set(entry.key, JSON.stringify(entry)),
    remove: async (key) => void kept.delete(key),
  }
}
