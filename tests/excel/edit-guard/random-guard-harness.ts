/** Users with and without the add-in at one small workbook, for random sequences of edits, with the invariants that must hold. */
import { reopen, type OpenWorkbook } from "../support";
import { GuardHarness } from "./guard-harness";
import {
  checkMemory,
  checkView,
  eventsOf,
  isReadable,
  markedItems,
  WORK,
  type Page,
  type View,
} from "./random-invariants";

export { WORK };
/** Pages' timers run this much faster than they say. */
const TIMER_SPEED = 20;
/** Milliseconds within which two add-ins that have recorded one event have removed one of the two rows, on any machine. */
const TIDIED_MS = 120_000;
const OWN_COLUMN = "Mine";
const OWN_FORMULA = "=1+1";

export class RandomGuardHarness {
  /** Keys of items whose status was changed while no add-in was running, until an add-in has audited them. */
  readonly unwatched = new Set<string>();
  /** Keys of items of which an undo can have left a reverted value in its cell, until the next edit writes it back. */
  private readonly leftByUndo = new Set<string>();
  /** Whether an entry was made while no add-in was running, and no audit has run since. */
  closed = false;
  /** A co-author with the add-in at the same view, if one is there. */
  theirs: Page | null = null;
  /** A colleague with an Excel of their own, if one is there. */
  colleague: GuardHarness | null = null;
  private theirWindow: Parameters<GuardHarness["open"]["local"]["closePane"]>[0];
  /** Events that documents report; only users who delete rows of History, and loads of corrected versions, remove them. */
  private reported = new Set<string>();
  private recordTouched = false;
  /** Tables with a column of the user's own, which has a formula in every row. */
  private readonly withOwnColumn = new Set<string>();

  private constructor(readonly harness: GuardHarness) {
    this.documentsLoaded();
  }

  /** Documents were loaded, of which a version with fewer rows takes away what the earlier one reported. */
  documentsLoaded(): void {
    this.reported = new Set(eventsOf(this.harness).flatMap((event) => (event.origin === "document" ? [event.id] : [])));
  }

  static async open(): Promise<RandomGuardHarness> {
    return new RandomGuardHarness(await GuardHarness.small(true, { hurry: TIMER_SPEED }));
  }

  get open(): OpenWorkbook {
    return this.harness.open;
  }

  has(table: string): boolean {
    return this.harness.hasTable(table);
  }

  async settled(): Promise<void> {
    await this.harness.settled();
    for (const page of [this.theirs, this.colleague?.open.page]) {
      if (!page) continue;
      await page.guard.whenIdle();
      await this.harness.settled();
    }
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
    this.audited();
  }

  /** An add-in has looked at all tables; on a protected sheet it could not write what it found. */
  private audited(): void {
    if (!this.isAnyProtected() && isReadable(this.view())) this.unwatched.clear();
  }

  async theyCome(): Promise<void> {
    if (this.theirs || this.colleague) return;
    this.theirWindow = await this.open.local.openPane("coauthor");
    this.theirs = (this.theirWindow as unknown as { parts: Page }).parts;
    await this.theirs.workbook.startWorkbook();
    this.audited();
  }

  async theyGo(): Promise<void> {
    if (!this.theirs) return;
    await this.settled();
    // Marks are in the memory of the add-in that made them only.
    for (const key of markedItems(this.pages())) this.unwatched.add(key);
    this.open.local.closePane(this.theirWindow);
    this.theirs = null;
  }

  /** A colleague opens the workbook. @param delay milliseconds after which each sees the other's changes */
  async colleagueJoins(delay: number): Promise<void> {
    if (this.colleague || this.theirs || this.closed) return;
    await this.settled();
    this.colleague = await this.harness.joined();
    const { coauthoring } = this.open.local;
    for (const { open } of [this.harness, this.colleague]) coauthoring.delaysOf(open.local.excel).download = delay;
    await this.synchronized();
  }

  async colleagueLeaves(): Promise<void> {
    if (!this.colleague) return;
    await this.synchronized();
    for (const key of markedItems(this.pages())) this.unwatched.add(key);
    this.colleague.close();
    this.colleague = null;
  }

  /** Time passes, in which changes arrive at the others. */
  async pass(milliseconds: number): Promise<void> {
    if (this.colleague) await this.open.local.coauthoring.advance(milliseconds);
  }

  /** Everybody has everything, and every add-in has answered what reached it. */
  async synchronized(): Promise<void> {
    if (!this.colleague) return;
    const { coauthoring } = this.open.local;
    do {
      await coauthoring.synchronize();
      await this.settled();
    } while (coauthoring.isBehind);
  }

  /** Changes the workbook as users do by the ribbon. */
  async ribbon(work: (workbook: Excel.Workbook) => void): Promise<void> {
    if (this.closed) return;
    await this.open.run(async (context) => {
      work(context.workbook);
      await context.sync();
    });
    await this.settled();
  }

  /** Repairs what can be repaired: names, headings, header rows. What was typed meanwhile is found by an audit. */
  async repair(): Promise<void> {
    if (this.closed) return;
    const wasReadable = isReadable(this.view());
    await this.open.page.workbook.repairTables({ lockTimeout: 0 });
    await this.settled();
    if (wasReadable) return;
    await this.open.page.guard.auditWorkbook();
    this.audited();
  }

  /** A sheet was unprotected: the guard audits what could not be written. */
  async unprotected(): Promise<void> {
    await this.settled();
    this.audited();
  }

  private isAnyProtected(): boolean {
    const { host } = this.open.local.excel;
    return host.engine.sheets().some((sheet) => host.sheetState(sheet.getSheetId()).protection.protected);
  }

  /** Adds a column of the user's own with a formula to a table. */
  async addOwnColumn(table: string): Promise<void> {
    const { harness } = this;
    if (harness.headers(table).includes(OWN_COLUMN)) return;
    await harness.user.addTableColumn(table, OWN_COLUMN, 1);
    const count = harness.rows(table).length;
    await harness.user.paste(
      harness.at(table, 0, OWN_COLUMN),
      Array.from({ length: count }, () => [OWN_FORMULA]),
    );
    this.withOwnColumn.add(table);
  }

  private checkOwnColumns(): void {
    for (const table of this.withOwnColumn) {
      if (!this.has(table) || !this.harness.headers(table).includes(OWN_COLUMN)) continue;
      for (const row of this.harness.rows(table).keys()) {
        const formula = this.open.local.formula(this.harness.at(table, row, OWN_COLUMN));
        if (formula !== OWN_FORMULA)
          throw new Error(`row ${String(row)} of ${table} has “${String(formula)}” in the user's own column`);
      }
    }
  }

  /** Users deleted rows of History. */
  touchRecord(): void {
    this.recordTouched = true;
  }

  /**
   * Runs steps of Excel's undo or redo. Those that reach into a load change what documents reported: the guard reports each such row, with
   * Restore row, and until then History does not explain the item. Those that reach a column of the user's own undo its formulas. A reverted
   * value that an undo brings back stays in its cell until the next edit.
   */
  async undoing(undo: () => Promise<unknown>): Promise<void> {
    const before = this.documentEvents();
    await undo();
    for (const page of this.pages())
      for (const { outcome, keys } of page.guard.guardMessages())
        if (outcome === "reverted") for (const key of keys) this.leftByUndo.add(key);
    this.withOwnColumn.clear();
    if (this.has("History") && this.documentEvents() !== before) this.touchRecord();
  }

  /** An edit of the local user was evaluated. */
  edited(): void {
    this.leftByUndo.clear();
  }

  private documentEvents(): string {
    if (!this.has("History")) return "";
    const ids = eventsOf(this.harness).flatMap((event) => (event.origin === "document" ? [event.id] : []));
    return ids.sort().join();
  }

  private pages(): Page[] {
    return [this.closed ? null : this.open.page, this.theirs, this.colleague?.open.page ?? null].filter(
      (page) => page !== null,
    );
  }

  private view(harness = this.harness): View {
    const pages = harness === this.harness && this.theirs ? [this.open.page, this.theirs] : [harness.open.page];
    const excused = new Set([...markedItems(this.pages()), ...this.unwatched, ...this.leftByUndo]);
    return { harness, pages, excused, isRecordTouched: this.recordTouched };
  }

  private views(): View[] {
    return [this.view(), ...(this.colleague ? [this.view(this.colleague)] : [])];
  }

  /** What must hold after anything. Throws a sentence. */
  check(): void {
    // What colleagues see meets later.
    if (this.closed || this.colleague || !isReadable(this.view())) return;
    checkView(this.view());
    this.checkOwnColumns();
    this.checkReported();
  }

  /** What must hold at the end, with everything unprotected and repaired: memory equals the tables, and the guard has every row. */
  async checkAtEnd(): Promise<void> {
    if (this.closed) await this.reopen();
    await this.synchronized();
    const isProtected = this.isAnyProtected();
    if (isProtected)
      await this.ribbon(({ worksheets }) => {
        for (const name of this.open.local.sheetNames()) worksheets.getItem(name).protection.unprotect();
      });
    if (isProtected) await this.unprotected();
    if (!isReadable(this.view())) await this.repair();
    await this.synchronized();
    if (!isReadable(this.view())) throw new Error("Repair leaves tables that cannot be read");
    await this.withinTime(() => {
      for (const view of this.views()) checkView(view);
    });
    this.checkOwnColumns();
    this.checkReported();
    for (const view of this.views()) await checkMemory(view);
    if (this.colleague) this.checkSameTables(this.colleague);
    await this.probe();
  }

  /** Checks again while add-ins remove what they have recorded twice. */
  private async withinTime(check: () => void): Promise<void> {
    for (const started = Date.now(); this.colleague && Date.now() < started + TIDIED_MS;) {
      try {
        check();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 10));
        await this.synchronized();
      }
    }
    check();
  }

  private checkSameTables(colleague: GuardHarness): void {
    for (const { name } of this.open.local.tables()) {
      const [here, there] = [this.harness, colleague].map((harness) => JSON.stringify(harness.rows(name)));
      if (here !== there) throw new Error(`${name} is\n${String(here)} here,\n${String(there)} there`);
    }
  }

  /** An invalid status is reverted in every row that History explains. */
  private async probe(): Promise<void> {
    const { harness } = this;
    await this.open.page.workbook.writeSettings({ mode: "enforce" });
    const headers = harness.headers(WORK);
    const { excused } = this.view();
    for (const [position, row] of harness.rows(WORK).entries()) {
      const key = String(row[headers.indexOf("Key")]);
      const status = row[headers.indexOf("Status")];
      if (position % 5 !== 0 || key === "" || excused.has(key)) continue;
      await harness.type(position, "Status", "no such status");
      // Put back too often within seconds, it is left and marked.
      if (harness.value(WORK, position, "Status") !== status && !markedItems(this.pages()).has(key))
        throw new Error(
          `${key} was ${String(status)}, is ${String(harness.value(WORK, position, "Status"))} after a wrong word`,
        );
    }
  }

  end(): void {
    this.colleague?.close();
    this.harness.close();
  }

  private checkReported(): void {
    if (this.recordTouched) return;
    const events = eventsOf(this.harness);
    const there = new Set(events.map(({ id }) => id));
    for (const id of this.reported) if (!there.has(id)) throw new Error(`${id} has left History`);
    for (const event of events) if (event.origin === "document") this.reported.add(event.id);
  }
}
