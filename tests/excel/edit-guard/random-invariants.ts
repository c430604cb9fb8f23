/** What must hold after any edits, at one user's view of the workbook. Each function throws a sentence where it does not hold. */
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { compareHappenings } from "../../../src/domain/merge/order";
import { currentState, type DatedState } from "../../../src/domain/merge/item-state";
import type { ProgrammeEvent } from "../../../src/domain/model";
import { eventOfRow } from "../../../src/excel/row-mapping/event-rows";
import { rowReader } from "../../../src/excel/tables";
import type { OpenWorkbook } from "../support";
import type { GuardHarness } from "./guard-harness";

export const WORK = "WorkProgramme";

export type Page = OpenWorkbook["page"];

/** A user's view of the workbook, with what is known of the items that History need not explain. */
export interface View {
  readonly harness: GuardHarness;
  /** The add-ins that work on this view. */
  readonly pages: readonly Page[];
  readonly excused: ReadonlySet<string>;
  /** Whether users deleted rows of History, or undid what wrote them. */
  readonly isRecordTouched: boolean;
}

type Items = ReadonlyMap<string, Record<string, CellValue>>;

/** What users put before the name of a table that they rename. */
export const RENAMED = "My_";

/** Whether the tables that the guard needs can be read, and none has another name. */
export function isReadable({ harness, pages }: View): boolean {
  if (![WORK, "History", "Meetings"].every((name) => harness.hasTable(name))) return false;
  if (harness.open.local.tables().some(({ name }) => name.startsWith(RENAMED))) return false;
  if (pages.some((page) => page.guard.unguardedTables().length > 0)) return false;
  return ["Key", "Status"].every((header) => harness.headers(WORK).includes(header));
}

/** The events of History. */
export function eventsOf(harness: GuardHarness): ProgrammeEvent[] {
  const headers = harness.headers("History");
  return harness.rows("History").map((row) => eventOfRow(rowReader(headers, row)));
}

/** Items that a message reports as marked. */
export function markedItems(pages: readonly Page[]): Set<string> {
  const messages = pages.flatMap((page) => page.guard.guardMessages());
  return new Set(messages.filter(({ outcome }) => outcome === "marked").flatMap(({ keys }) => keys));
}

/** Keys are unique, History explains every status, the programme in memory and the annexes agree, and no event is there twice. */
export function checkView(view: View): void {
  const { harness } = view;
  const headers = harness.headers(WORK);
  const rows = harness.rows(WORK).map((row) => Object.fromEntries(headers.map((each, at) => [each, row[at] ?? ""])));
  const keyed = rows.filter((row) => row["Key"] !== "");
  const items = new Map(keyed.map((row) => [String(row["Key"]), row]));
  if (items.size !== keyed.length) throw new Error(`a Key twice: ${keyed.map((row) => row["Key"]).join()}`);
  checkStatuses(view, items);
  checkAnnexes(view, items);
  const ids = eventsOf(harness).flatMap(({ id }) => (id === "" ? [] : [id]));
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined && !view.isRecordTouched) throw new Error(`History has ${twice} twice`);
}

function checkStatuses({ harness, pages, excused, isRecordTouched }: View, items: Items): void {
  const byItem = new Map<string, ProgrammeEvent[]>();
  for (const event of eventsOf(harness)) byItem.set(event.item, [...(byItem.get(event.item) ?? []), event]);
  for (const [key, row] of items) {
    if (excused.has(key)) continue;
    const recorded: DatedState | null = currentState((byItem.get(key) ?? []).sort(compareHappenings));
    if (!isRecordTouched && row["Status"] !== recorded?.status)
      throw new Error(`${key} is ${String(row["Status"])}, History says ${String(recorded?.status)}`);
    for (const [at, page] of pages.entries()) {
      const known = page.store.currentIndex()?.itemWithKey(key)?.status;
      if (known !== row["Status"])
        throw new Error(`${key} is ${String(row["Status"])}, the store of ${String(at)} says ${String(known)}`);
    }
  }
}

function checkAnnexes({ harness, excused }: View, items: Items): void {
  for (const { name } of harness.open.local.tables()) {
    const headers = harness.headers(name);
    if (!isAnnex(name) || !["Printed row", "Status", "Key"].every((each) => headers.includes(each))) continue;
    for (const row of harness.rows(name)) {
      const key = String(row[headers.indexOf("Key")]);
      const item = items.get(key);
      const status = row[headers.indexOf("Status")];
      if (item && !excused.has(key) && item["Status"] !== status)
        throw new Error(`${name} says ${String(status)} for ${key}, which is ${String(item["Status"])}`);
    }
  }
}

/** Whether a table is an annex, and no copy of one. */
const isAnnex = (name: string): boolean => /^Annex_\d{4}_\d\d_[A-Z\d]$/.test(name);

/** Memory equals the tables. */
export async function checkMemory({ pages, excused }: View): Promise<void> {
  for (const page of pages) {
    const before = memoryOf(page);
    await page.store.refreshStore();
    const after = memoryOf(page);
    // A marked status is in the cell and not in History: memory keeps the recorded one.
    for (const key of excused) for (const state of [before, after]) state.delete(key);
    for (const [what, text] of after) {
      if (before.get(what) !== text)
        throw new Error(`the tables say of ${what}\n${text}, memory said\n${String(before.get(what))}`);
    }
    for (const what of before.keys()) if (!after.has(what)) throw new Error(`the tables have no ${what}, memory has`);
  }
}

/** Everything a page has in memory of items and events, as texts. */
function memoryOf(page: Page): Map<string, string> {
  const index = page.store.currentIndex();
  const said = new Map<string, string>();
  for (const item of index?.programme.items ?? []) said.set(item.key, inOrder(item));
  for (const event of index?.programme.events ?? []) said.set(event.id, inOrder(event));
  return said;
}

/** An object as text, whatever the order of its fields. */
function inOrder(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
