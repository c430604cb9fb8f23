/**
 * Groups rows and entries by item. Rows are followed in the order of their days, and each belongs to the text that its names mean at that time;
 * the order in which documents are loaded makes no difference.
 */
import type { WorkItem } from "../model";
import { mapInSteps, type Steps } from "../steps";
import { Bearers, editionNumber, isNumberKey } from "./bearers";
import { differentNames, tableOf, type Contested } from "./contested";
import type { Draft } from "./document-events";
import { registeredNames } from "./item-names";
import { compareHappenings } from "./order";
import { equivalentSpellings } from "./spellings";
import { addDraft, areDistinct, current, newText, unite, type Text } from "./texts";
import { plainTitle } from "./titles";

export interface Group {
  drafts: Draft[];
  /** Keys of the existing items in the group; more than one if a document shows that they are the same. */
  existing: string[];
}

/**
 * Groups drafts by item.
 * @param contested names that do not tell which row of their table is meant
 */
export function groupDrafts(
  drafts: readonly Draft[],
  existing: readonly WorkItem[],
  contested: readonly Contested[],
): Steps<Group[]> {
  return new Grouping(existing, contested).groupsOf(drafts);
}

/** A row with the text that it belongs to, as far as that is known. */
interface Placed {
  draft: Draft;
  own: readonly string[];
  former: readonly string[];
  provisional: readonly string[];
  text: Text | null;
}

class Grouping {
  private readonly bearers = new Bearers();
  private readonly texts: Text[] = [];
  /** The text that the last row or entry of an existing item belonged to. */
  private readonly textOfItem = new Map<string, Text>();
  private readonly seeds = new Map<string, Text>();
  private readonly contested: ReadonlyMap<string, Contested>;

  constructor(
    private readonly existing: readonly WorkItem[],
    contested: readonly Contested[],
  ) {
    this.contested = new Map(contested.map((found) => [`${found.table}|${found.name}`, found]));
  }

  *groupsOf(drafts: readonly Draft[]): Steps<Group[]> {
    const ordered = [...drafts].sort((a, b) => compareHappenings(a.event, b.event));
    yield;
    yield* this.addSeeds(drafts);
    const batches = batchesOf(ordered.filter((draft) => !isOfColumn(draft)));
    for (const batch of batches) {
      yield;
      yield* this.place(batch);
    }
    yield* this.addColumns(ordered.filter(isOfColumn));
    yield;
    for (const [first, second] of yield* equivalentSpellings(this.all())) unite(first, second);
    this.uniteEntered(ordered);
    yield;
    return this.groups();
  }

  /** Begins with the names that users gave to items: no row of theirs prints them. */
  private *addSeeds(drafts: readonly Draft[]): Steps<void> {
    const printed = new Map<string, Set<string>>();
    yield* mapInSteps(drafts, ({ event, names }) => {
      if (event.item === "" || event.printed === null) return;
      const keys = printed.get(event.item) ?? new Set<string>();
      printed.set(event.item, keys);
      for (const key of names.keys) keys.add(key).add(editionNumber(key));
    });
    yield* mapInSteps(this.existing, (item) => {
      const own = printed.get(item.key);
      const names = registeredNames(item).strong.filter((name) => own?.has(name) !== true);
      if (own !== undefined && names.length === 0) return;
      const text = this.begin();
      text.keys.add(item.key);
      if (own === undefined && item.title !== "") text.titles.add(plainTitle(item.title));
      for (const name of names) {
        this.bearers.add(name, text);
        if (!isNumberKey(name)) text.provisional.add(name);
      }
      this.seeds.set(item.key, text);
      this.textOfItem.set(item.key, text);
    });
  }

  /** Places the rows of one table on one day: first by their present names, then by former ones. */
  private *place(drafts: readonly Draft[]): Steps<void> {
    const placed = yield* mapInSteps(drafts, (draft) => this.placed(draft));
    yield* mapInSteps(placed, (row) => this.placeBy(row, row.own));
    yield* mapInSteps(placed, (row) => this.placeBy(row, row.former));
    yield* mapInSteps(placed, (row) => {
      const { draft, own, former, provisional } = row;
      const { item } = draft.event;
      const seed = this.seeds.get(item);
      // An earlier row of this table may have the same names.
      if (row.text === null) this.placeBy(row, own);
      row.text ??= (draft.names.keys.length === 0 ? this.textOfItem.get(item) : undefined) ?? this.begin();
      if (seed) {
        unite(row.text, seed);
        this.seeds.delete(item);
        this.bearers.makeLatest(seed);
      }
      const text = current(row.text);
      text.placed.delete(draft.names);
      for (const key of own) this.bearers.add(key, text);
      for (const key of former) if (this.bearers.meant(key, draft, provisional) === null) this.bearers.add(key, text);
      addDraft(text, draft, own.filter(isNumberKey).map(editionNumber), provisional);
      if (item !== "") this.textOfItem.set(item, text);
    });
  }

  private placed(draft: Draft): Placed {
    const { keys: all, ownKeys } = draft.names;
    const found = (key: string): Contested | undefined => this.contested.get(`${tableOf(draft) ?? ""}|${key}`);
    const own = ownKeys.filter((key) => found(key)?.isPresent !== true);
    const former = all.filter((key) => !ownKeys.includes(key) && found(key) === undefined);
    const provisional = [...own, ...former].filter((key) => !isNumberKey(key));
    return { draft, own, former, provisional, text: null };
  }

  private placeBy(row: Placed, keys: readonly string[]): void {
    for (const key of keys) {
      const meant = this.bearers.meant(key, row.draft, row.provisional);
      if (meant === null || isAnothers(meant, row) || isOtherItem(meant, row)) continue;
      if (row.text === null) {
        row.text = meant;
        current(meant).placed.add(row.draft.names);
      } else unite(row.text, meant);
    }
  }

  /** What a column reports of earlier days belongs to the text of its row. */
  private *addColumns(drafts: readonly Draft[]): Steps<void> {
    const rows = new Map<string, Text>();
    for (const text of this.all())
      for (const draft of text.drafts) if (draft.event.source !== null) rows.set(rowOf(draft), text);
    yield* mapInSteps(drafts, (draft) => {
      const text = rows.get(rowOf(draft)) ?? this.textOfItem.get(draft.event.item) ?? this.begin();
      const at = current(text);
      at.drafts.push(draft);
      if (draft.event.item !== "") at.keys.add(draft.event.item);
    });
  }

  /** Unites the texts of an item that a user renamed, or joined to another, and what users entered with a day before its first row. */
  private uniteEntered(drafts: readonly Draft[]): void {
    const itemsWith = (...fields: readonly string[]): ReadonlySet<string> =>
      new Set(
        drafts.flatMap(({ event }) => (event.changes.some(({ field }) => fields.includes(field)) ? [event.item] : [])),
      );
    const [renamed, joined] = [itemsWith("item", "name", "aliases"), itemsWith("aliases")];
    const first = new Map<string, Text>();
    for (const text of this.all())
      for (const key of text.keys) {
        const other = first.get(key);
        if (!other) first.set(key, text);
        else if (renamed.has(key) || isUnnamed(other)) unite(other, text, joined.has(key));
      }
  }

  /** The groups, each with the existing items that are its own: an item belongs to the text of its first row. */
  private groups(): Group[] {
    const known = new Set(this.existing.map(({ key }) => key));
    const groups = this.all().map((text) => {
      const drafts = text.drafts.sort((a, b) => compareHappenings(a.event, b.event));
      return { drafts, keys: text.keys, existing: [] as string[] };
    });
    groups.sort((a, b) => {
      const [first, second] = [a.drafts[0], b.drafts[0]];
      return first && second ? compareHappenings(first.event, second.event) : Number(!first) - Number(!second);
    });
    for (const group of groups) for (const key of group.keys) if (known.delete(key)) group.existing.push(key);
    return groups.filter(({ drafts, existing }) => drafts.length + existing.length > 0);
  }

  private begin(): Text {
    const text = newText();
    this.texts.push(text);
    return text;
  }

  private all(): Text[] {
    return this.texts.filter((text) => text.unitedWith === null);
  }
}

/** Whether the same table reports the text under other names. */
function isAnothers(text: Text, { draft }: Placed): boolean {
  const table = tableOf(draft);
  if (table === null) return false;
  const { placed } = current(text);
  return (
    areDistinct({ rows: new Map([[table, [draft.names]]]) }, text) ||
    [...placed].some((names) => names !== draft.names && differentNames(names, draft.names))
  );
}

/** Whether a text is an item that users entered, and the row is one of another item: a user may give a number again. */
function isOtherItem(text: Text, { draft: { event } }: Placed): boolean {
  const { keys, drafts } = current(text);
  return event.item !== "" && drafts.length === 0 && keys.size > 0 && !keys.has(event.item);
}

/** Whether no row of a text prints a name. */
function isUnnamed(text: Text): boolean {
  return current(text).drafts.every(({ names }) => names.keys.length === 0);
}

function isOfColumn({ event: { source } }: Draft): boolean {
  return source !== null && source.column !== null;
}

/** Identifies a row: its table and position. */
function rowOf(draft: Draft): string {
  return `${tableOf(draft) ?? ""}|${String(draft.event.source?.position ?? 0)}`;
}

/** Consecutive drafts of one table and day together. */
function batchesOf(drafts: readonly Draft[]): Draft[][] {
  const batches: Draft[][] = [];
  let last = "";
  for (const draft of drafts) {
    const table = tableOf(draft);
    const batch = table === null ? "" : `${draft.event.date} ${table}`;
    if (batch !== "" && batch === last) batches.at(-1)?.push(draft);
    else batches.push([draft]);
    last = batch;
  }
  return batches;
}
