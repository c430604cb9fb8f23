/** Users with and without the add-in at one small workbook, for random sequences of edits, with the invariants that must hold. */
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { compareHappenings } from "../../../src/domain/merge/order";
import { currentState, type DatedState } from "../../../src/domain/merge/item-state";
import type { ProgrammeEvent } from "../../../src/domain/model";
import { eventOfRow } from "../../../src/excel/row-mapping/event-rows";
import { rowReader } from "../../../src/excel/tables";
import { reopen, type OpenWorkbook } from "../support";
import { GuardHarness } from "./guard-harness";

export const WORK = "WorkProgramme";
/** Pages' timers run this much faster than they say. */
const TIMER_SPEED = 20;

type Page = OpenWorkbook["page"];

export class RandomGuardHarness {
  /** Keys of items whose status was changed while no add-in was running, until an add-in has audited them. */
  readonly unwatched = new Set<string>();
  /** Whether an entry was made while no add-in was running, and no audit has run since. */
  closed = false;
  /** A co-author with the add-in, if one is there. */
  theirs: Page | null = null;
  private theirWindow: Parameters<GuardHarness["open"]["local"]["closePane"]>[0];
  /** Events that documents report; only users who delete rows of History, and loads of corrected versions, remove them. */
  private reported = new Set<string>();
  private recordTouched = false;

  private constructor(readonly harness: GuardHarness) {
    this.documentsLoaded();
  }

  /** Documents were loaded, of which a version with fewer rows takes away what the earlier one reported. */
  documentsLoaded(): void {
    this.reported = new Set(this.events().flatMap((event) => (event.origin === "document" ? [event.id] : [])));
  }

  static async open(): Promise<RandomGuardHarness> {
    return new RandomGuardHarness(await GuardHarness.small(true, { hurry: TIMER_SPEED }));
  }

  get open(): OpenWorkbook {
    return this.harness.open;
  }

  has(table: string): boolean {
    return this.open.local.tables().some(({ name, columns }) => name === table && columns.length > 0);
  }

  events(): ProgrammeEvent[] {
    const headers = this.harness.headers("History");
    return this.harness.rows("History").map((row) => eventOfRow(rowReader(headers, row)));
  }

  async settled(): Promise<void> {
    await this.harness.settled();
    if (!this.theirs) return;
    await this.theirs.guard.whenIdle();
    await this.harness.settled();
  }

  /** The add-in here is closed, or opened again. */
  async close(): Promise<void> {
    await this.settled();
    this.open.local.closePane();
    this.closed = true;
  }

  async reopen(): Promise<void> {
    this.harness.open = await reopen(this.open);
    this.closed = false;
    await this.harness.start();
    this.unwatched.clear();
  }

  async theyCome(): Promise<void> {
    if (this.theirs) return;
    this.theirWindow = await this.open.local.openPane("coauthor");
    this.theirs = (this.theirWindow as unknown as { parts: Page }).parts;
    await this.theirs.workbook.startWorkbook();
    this.unwatched.clear();
  }

  async theyGo(): Promise<void> {
    if (!this.theirs) return;
    await this.settled();
    // Marks are in the memory of the add-in that made them only.
    for (const key of this.isMarked()) this.unwatched.add(key);
    this.open.local.closePane(this.theirWindow);
    this.theirs = null;
  }

  /** Users deleted rows of History. */
  touchRecord(): void {
    this.recordTouched = true;
  }

  /**
   * Runs steps of Excel's undo or redo. Those that reach into a load change what documents reported: the guard reports each such row, with
   * Restore row, and until then History does not explain the item.
   */
  async undoing(undo: () => Promise<unknown>): Promise<void> {
    const before = this.documentEvents();
    await undo();
    if (this.has("History") && this.documentEvents() !== before) this.touchRecord();
  }

  private documentEvents(): string {
    if (!this.has("History")) return "";
    const ids = this.events().flatMap((event) => (event.origin === "document" ? [event.id] : []));
    return ids.sort().join();
  }

  /** The invariants at the end: memory equals the tables, and the guard has every row. */
  async checkAtEnd(): Promise<void> {
    if (!this.has(WORK) || !this.has("History") || this.open.page.guard.unguardedTables().length > 0) return;
    for (const page of this.theirs ? [this.open.page, this.theirs] : [this.open.page]) {
      const before = memoryOf(page);
      await page.store.refreshStore();
      const after = memoryOf(page);
      // A marked status is in the cell and not in History: memory keeps the recorded one.
      for (const key of [...this.isMarked(), ...this.unwatched]) for (const state of [before, after]) state.delete(key);
      for (const [what, text] of after) {
        if (before.get(what) !== text)
          throw new Error(`the tables say of ${what}\n${text}, memory said\n${String(before.get(what))}`);
      }
      for (const what of before.keys()) if (!after.has(what)) throw new Error(`the tables have no ${what}, memory has`);
    }
    await this.probe();
  }

  /** An invalid status is reverted in every row that History explains. */
  private async probe(): Promise<void> {
    const { harness } = this;
    await this.open.page.workbook.writeSettings({ mode: "enforce" });
    const headers = harness.headers(WORK);
    if (!headers.includes("Status") || !headers.includes("Key")) return;
    const isMarked = this.isMarked();
    for (const [position, row] of harness.rows(WORK).entries()) {
      const key = String(row[headers.indexOf("Key")]);
      const status = row[headers.indexOf("Status")];
      if (position % 5 !== 0 || key === "" || this.excused(key, isMarked)) continue;
      await harness.type(position, "Status", "no such status");
      // Put back too often within seconds, it is left and marked.
      if (harness.value(WORK, position, "Status") !== status && !this.isMarked().has(key))
        throw new Error(
          `${key} was ${String(status)}, is ${String(harness.value(WORK, position, "Status"))} after a wrong word`,
        );
    }
  }

  end(): void {
    this.harness.close();
  }

  /** Items that a message reports as marked. */
  private isMarked(): Set<string> {
    const pages = [this.closed ? null : this.open.page, this.theirs];
    const messages = pages.flatMap((page) => page?.guard.guardMessages() ?? []);
    return new Set(messages.filter(({ outcome }) => outcome === "marked").flatMap(({ keys }) => keys));
  }

  /** What must hold after anything. Throws a sentence. */
  check(): void {
    if (this.closed || !this.has(WORK) || !this.has("History")) return;
    if (this.open.page.guard.unguardedTables().length > 0) return;
    const headers = this.harness.headers(WORK);
    if (!["Key", "Status"].every((header) => headers.includes(header))) return;
    const rows = this.harness
      .rows(WORK)
      .map((row) => Object.fromEntries(headers.map((each, at) => [each, row[at] ?? ""])));
    const keyed = rows.filter((row) => row["Key"] !== "");
    const items = new Map(keyed.map((row) => [String(row["Key"]), row]));
    if (items.size !== keyed.length) throw new Error(`a Key twice: ${keyed.map((row) => row["Key"]).join()}`);
    const isMarked = this.isMarked();
    this.checkStatuses(items, isMarked);
    this.checkAnnexes(items, isMarked);
    this.checkRecord();
  }

  private excused(key: string, isMarked: ReadonlySet<string>): boolean {
    return isMarked.has(key) || this.unwatched.has(key);
  }

  private checkStatuses(items: ReadonlyMap<string, Record<string, CellValue>>, isMarked: ReadonlySet<string>): void {
    const byItem = new Map<string, ProgrammeEvent[]>();
    for (const event of this.events()) byItem.set(event.item, [...(byItem.get(event.item) ?? []), event]);
    const pages = this.theirs ? [this.open.page, this.theirs] : [this.open.page];
    for (const [key, row] of items) {
      if (this.excused(key, isMarked)) continue;
      const unexplained: DatedState | null = currentState((byItem.get(key) ?? []).sort(compareHappenings));
      if (!this.recordTouched && row["Status"] !== unexplained?.status)
        throw new Error(`${key} is ${String(row["Status"])}, History says ${String(unexplained?.status)}`);
      for (const [at, page] of pages.entries()) {
        const known = page.store.currentIndex()?.itemWithKey(key)?.status;
        if (known !== row["Status"])
          throw new Error(`${key} is ${String(row["Status"])}, the store of ${String(at)} says ${String(known)}`);
      }
    }
  }

  private checkAnnexes(items: ReadonlyMap<string, Record<string, CellValue>>, isMarked: ReadonlySet<string>): void {
    for (const { name } of this.open.local.tables()) {
      const headers = this.harness.headers(name);
      if (!name.startsWith("Annex_") || !["Printed row", "Status", "Key"].every((each) => headers.includes(each)))
        continue;
      for (const row of this.harness.rows(name)) {
        const key = String(row[headers.indexOf("Key")]);
        const item = items.get(key);
        const status = row[headers.indexOf("Status")];
        if (item && !this.excused(key, isMarked) && item["Status"] !== status)
          throw new Error(`${name} says ${String(status)} for ${key}, which is ${String(item["Status"])}`);
      }
    }
  }

  private checkRecord(): void {
    const ids = this.events()
      .map((event) => event.id)
      .filter((id) => id !== "");
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined && !this.recordTouched) throw new Error(`History has ${twice} twice`);
    const there = new Set(ids);
    if (this.recordTouched) return;
    for (const id of this.reported) if (!there.has(id)) throw new Error(`${id} has left History`);
    for (const event of this.events()) if (event.origin === "document") this.reported.add(event.id);
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
