/** Which items bear which name: the exact look-up, in constant time. */
import type { WorkItem } from "../model";
import { registeredNames } from "../merge/item-names";

export { namesOfItem } from "../merge/item-names";

/** Keys of items by normalised name. */
export class NameRegister {
  private readonly strong = new Map<string, string[]>();
  /** The plain number of a text that revises that Recommendation: used only where no other item has it. */
  private readonly weak = new Map<string, string[]>();

  add(item: WorkItem): void {
    const { strong, weak } = registeredNames(item);
    for (const name of strong) push(this.strong, name, item.key);
    for (const name of weak) push(this.weak, name, item.key);
  }

  remove(item: WorkItem): void {
    const { strong, weak } = registeredNames(item);
    for (const name of strong) drop(this.strong, name, item.key);
    for (const name of weak) drop(this.weak, name, item.key);
  }

  /** Keys of the items that bear a normalised name; several where it is ambiguous. */
  keysOf(name: string): readonly string[] {
    return this.strong.get(name) ?? this.weak.get(name) ?? [];
  }

  /** Every normalised name, with the keys of its items. */
  *entries(): IterableIterator<[string, readonly string[]]> {
    yield* this.strong;
    for (const [name, keys] of this.weak) if (!this.strong.has(name)) yield [name, keys];
  }
}

function push(map: Map<string, string[]>, name: string, key: string): void {
  const keys = map.get(name);
  if (keys === undefined) map.set(name, [key]);
  else if (!keys.includes(key)) keys.push(key);
}

function drop(map: Map<string, string[]>, name: string, key: string): void {
  const keys = (map.get(name) ?? []).filter((each) => each !== key);
  if (keys.length === 0) map.delete(name);
  else map.set(name, keys);
}
