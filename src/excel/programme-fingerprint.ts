/** The content of a programme as a few numbers: to compare two readings of the tables, and to name the version of the data. */
import { hash } from "../domain/hash";
import type { Programme, ProgrammeEvent, WorkItem } from "../domain/model";

const SECOND_SEED = 0x9e3779b9;
const BITS_32 = 2 ** 32;
const BITS_52 = 2 ** 52;

/** 52 bits of a text: more than 32, since every item of every reading is compared. */
const digest = (text: string): number => hash(text) + (hash(text, SECOND_SEED) & 0xfffff) * BITS_32;

const itemDigest = (item: WorkItem | undefined, events: string[]): number =>
  digest([item ? JSON.stringify(item) : "", ...events.sort()].join("\n"));

/** Digests of a programme's items, each with its events, and of all that belongs to no item. */
export class ProgrammeFingerprint {
  private constructor(
    private readonly items: Map<string, number>,
    private readonly rest: number,
    private total: number,
  ) {}

  static of({ items, events, meetings, frames, documents }: Programme): ProgrammeFingerprint {
    const byItem = new Map<string, { item?: WorkItem; events: string[] }>(
      items.map((item) => [item.key, { item, events: [] }]),
    );
    for (const { item, id } of events) {
      const cached = byItem.get(item);
      if (cached) cached.events.push(id);
      else byItem.set(item, { events: [id] });
    }
    const digests = new Map<string, number>();
    let total = 0;
    for (const [key, { item, events: ids }] of byItem) {
      const value = itemDigest(item, ids);
      digests.set(key, value);
      total = (total + value) % BITS_52;
    }
    return new ProgrammeFingerprint(digests, digest(JSON.stringify([meetings, frames, documents])), total);
  }

  /** The fingerprint after some items changed; this one must not be used any more. */
  withItems(changed: readonly { key: string; item: WorkItem | undefined; events: readonly ProgrammeEvent[] }[]): this {
    for (const { key, item, events } of changed) {
      this.total = (this.total - (this.items.get(key) ?? 0) + BITS_52) % BITS_52;
      this.items.delete(key);
      if (!item && events.length === 0) continue;
      const ids = events.map(({ id }) => id);
      const value = itemDigest(item, ids);
      this.items.set(key, value);
      this.total = (this.total + value) % BITS_52;
    }
    return this;
  }

  /** Keys of the items that differ from another fingerprint; "all" where what belongs to no item differs. */
  changesSince(before: ProgrammeFingerprint): Set<string> | "all" {
    if (this.rest !== before.rest) return "all";
    const keys = new Set<string>();
    for (const [key, value] of this.items) if (before.items.get(key) !== value) keys.add(key);
    for (const key of before.items.keys()) if (!this.items.has(key)) keys.add(key);
    return keys;
  }

  /** A short text that is the same for the same content. */
  get version(): string {
    return `${this.total.toString(36)}.${this.rest.toString(36)}`;
  }
}
