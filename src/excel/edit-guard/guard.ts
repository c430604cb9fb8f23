/** The guard at work: one queue, one pass at a time, from what changed to what stands. */
import { updateSnapshot } from "../../domain/edit-review/update-snapshot";
import { CircuitBreaker } from "../../domain/edit-review/circuit-breaker";
import { PendingWrites } from "../../domain/edit-review/pending-writes";
import type { GuardMessage, GuardSentence } from "../../domain/edit-review/message";
import {
  isIdle,
  type RequestedEdit,
  type MessageDraft,
  type EditPlan,
  type TableEdits,
} from "../../domain/edit-review/edit-plan";
import { notice } from "../../domain/edit-review/notice";
import { reviewEdits as planPass } from "../../domain/edit-review/review-edits";
import { revertEdits } from "../../domain/edit-review/revert-edits";
import { audit as planSweep, type Observations } from "../../domain/edit-review/audit";
import { unexplained, type Unexplained } from "../../domain/edit-review/unexplained";
import { standingNow } from "../../domain/merge/standing";
import { capabilities } from "../capabilities";
import { noteManagedTables, refreshSoon } from "../change-events";
import { errorCode, errorSentence, WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { namedProblem } from "../problem-sentences";
import {
  applyChanges,
  currentIndex,
  outdateReadings,
  refreshStore,
  refreshStoreFrom,
  storeProblems,
} from "../programme-store";
import { copiesAmong } from "../table-copies";
import { allTableNames, managedAmong, queueTable, readTables } from "../tables";
import { hasDuplicates, removeDuplicates } from "./duplicate-events";
import { addressIn, applyPlan, type Done } from "./apply-plan";
import { watch, type WatchedTable } from "./guarded-tables";
import { isNonEmpty, assignsKeys, repeatsEvent, changesUncheckedColumns } from "./edit-kinds";
import { MessageList } from "./message-list";
import { SerialQueue } from "./queue";
import { obstacleTo, withoutImpossibleMarks } from "./obstacles";
import { readEdits, watchAll } from "./reading";
import { workBySheet, type GuardRequest } from "./edit-requests";
import { restoreRows } from "./restore-rows";
import { cellId, itemsOutOfStep, GuardState, revertedRows, reviewContextOf } from "./guard-state";

/** Milliseconds between two looks at what nobody saw being typed; up to twice that, so that two add-ins do not look in step. */
const AUDIT_PAUSE = 300;
/** Milliseconds after which a row of History that stands there twice is nobody else's to take out. */
const TIDY_DELAY = 3_000;

/** Seconds without an answer from Excel after which a pass is given up. Long, since Excel answers nothing while somebody types into a cell. */
const PASS_TIMEOUT = 120;

/** Codes by which Excel says, before anything was written, that a table is no longer there or may not be written to. */
const OUTDATED: ReadonlySet<string> = new Set(["ItemNotFound", "AccessDenied"]);

const NOTHING_DONE: Done = { overwritten: [], misplaced: [], appended: [], isDuplicated: false };

/** Watches the managed tables of the workbook. */
export class Guard {
  readonly messages = new MessageList();
  readonly pendingWrites = new PendingWrites();
  readonly queue = new SerialQueue<GuardRequest>((gathered) => this.runPass(gathered));
  /** Who uses this add-in, for History; null where they did not say. */
  who: string | null = null;
  private readonly circuitBreaker = new CircuitBreaker();
  private readonly state = new GuardState();
  private tables: WatchedTable[] = [];
  private tidying: ReturnType<typeof setTimeout> | undefined;
  /** Counts the passes that were given up: what one of them still gets to hear comes too late. */
  private abandoned = 0;
  /** Copies of managed tables that were spoken of. */
  private readonly reportedCopies = new Set<string>();
  /** What the last audit could not write, so that it is said once. */
  private lastObstacle = "";

  /** Tables that are watched but cannot be guarded, with the headers that are missing. */
  unguarded(): { table: string; missing: readonly string[] }[] {
    return this.watched.flatMap(({ name, problem }) => (problem ? [{ table: name, missing: problem.columns }] : []));
  }

  /** A sheet is protected from now on, or no longer: then what could not be written is looked at again. */
  noteProtection(worksheetId: string, isProtected: boolean): void {
    const onSheet = this.watched.filter(({ geometry }) => geometry.worksheetId === worksheetId);
    for (const { geometry } of onSheet) geometry.isProtected = isProtected;
    if (onSheet.length > 0 && !isProtected) this.queue.add({ kind: "audit" });
  }

  private get watched(): WatchedTable[] {
    return this.tables;
  }

  private set watched(tables: WatchedTable[]) {
    this.tables = tables;
    noteManagedTables(tables.map(({ name, geometry }) => ({ name, worksheetId: geometry.worksheetId })));
  }

  /** Where a table's row is now; null where it is gone. */
  locate(table: string, row: string): { worksheetId: string; row: number; left: number } | null {
    const watched = this.watched.find((each) => each.name === table);
    const position = watched?.guarded.snapshot.position(row) ?? -1;
    if (!watched || position < 0) return null;
    const { worksheetId, top, left } = watched.geometry;
    return { worksheetId, row: top + 1 + position, left };
  }

  /** A sheet has another name now: messages speak of it by that. */
  renameSheet(worksheetId: string, name: string): void {
    for (const { geometry } of this.watched) if (geometry.worksheetId === worksheetId) geometry.worksheetName = name;
  }

  /** Reads every managed table: from now on this is what edits are held against, and what the store knows. Two round trips. */
  private async watchAll(): Promise<void> {
    const reported = new Set(this.unguarded().map(({ table }) => table));
    const before = new Set(this.watched.map(({ name }) => name));
    let names: string[] = [];
    const tables = await refreshStoreFrom(() =>
      this.inExcel(async (context) => {
        names = await allTableNames(context);
        return readTables(context, managedAmong(names));
      }),
    );
    this.watched = watchAll(tables);
    for (const { name } of this.watched) before.delete(name);
    for (const name of before) this.reportMissing(name);
    this.reportUnguarded(this.watched.filter((table) => !reported.has(table.name)));
    await this.reportCopies(names);
  }

  /** Forgets everything; the next start begins anew. */
  forget(): void {
    this.queue.clear();
    clearTimeout(this.tidying);
    this.unwatch();
    this.state.forget();
    this.messages.clear();
  }

  private unwatch(): void {
    this.tables = [];
    noteManagedTables(null);
  }

  /** Asks for an edit in the pane's name. Resolves with the message that tells what became of it. */
  async request(edit: RequestedEdit): Promise<boolean> {
    return new Promise((resolve) => {
      this.queue.addNow({ kind: "edit", edit, done: resolve });
    });
  }

  private async runPass(gathered: readonly GuardRequest[]): Promise<void> {
    try {
      await this.handleRequests(gathered);
    } catch (error) {
      this.abandoned++;
      this.report({ code: "failed", values: { why: errorSentence(error) } });
      // What was missed is caught up with by looking at everything; if that was what failed, the next change tries again.
      if (gathered.some((request) => request.kind === "audit")) this.unwatch();
      else this.queue.add({ kind: "audit" });
    } finally {
      for (const request of gathered) if ("done" in request) request.done(false);
    }
  }

  private async handleRequests(gathered: readonly GuardRequest[]): Promise<void> {
    // A sweep reads every table anyway.
    const sweeps = gathered.filter((request) => request.kind === "audit");
    const isRecorded = this.history !== undefined || storeProblems().length > 0;
    const unknown = sweeps.length === 0 && (this.watched.length === 0 || !isRecorded);
    if (unknown || gathered.some((request) => request.kind === "tables")) await this.rewatch();
    const requested = gathered.filter((request) => request.kind === "edit");
    const work = workBySheet(gathered);
    if (work.size > 0 || requested.length > 0) {
      const requestedEdits = requested.map((request) => request.edit);
      let edits: TableEdits[] = [];
      const isDone = await this.inExcel(async (context, assertCurrent) => {
        const found = await readEdits(context, this.watched, work);
        assertCurrent();
        for (const table of found.changedTables) this.rewatchTable(table);
        for (const name of found.deletedItems) this.removeTable(name);
        // What is missing decides what becomes of the edits.
        if (found.changedTables.length + found.deletedItems.length > 0) await refreshStore();
        edits = found.edits.filter(isNonEmpty);
        if (!capabilities().triggerSource) await this.refreshProtection(context);
        return this.tryToApply(context, assertCurrent, this.planFor(edits, requestedEdits), edits);
      });
      if (!isDone) {
        await this.rewatch();
        await refreshStore();
        await this.inExcel(async (context, assertCurrent) => {
          await this.refreshProtection(context);
          await this.apply(context, assertCurrent, this.planFor(edits, requestedEdits), edits);
        });
      }
      for (const request of requested) request.done(true);
    }
    for (const request of gathered) {
      if (request.kind === "restore") request.done(await this.restore(request.message));
    }
    if (gathered.some((request) => request.kind === "tidy")) await this.tidy();
    const reviews = gathered.filter((request) => request.kind === "review");
    if (reviews.length > 0) {
      const found = await this.review();
      for (const request of reviews) request.found(found);
    }
    if (sweeps.length > 0) await this.audit(sweeps.findLast(({ seen }) => seen)?.seen);
  }

  /** Runs a batch that is given up where Excel does not answer; then it neither writes nor takes note of anything any more. */
  private inExcel<T>(batch: (context: Excel.RequestContext, assertCurrent: () => void) => Promise<T>): Promise<T> {
    const { abandoned } = this;
    const assertCurrent = (): void => {
      if (this.abandoned !== abandoned) throw new WorkbookError("Late", "This answer came too late.");
    };
    return runExcel((context) => batch(context, assertCurrent), { oneUndoStep: true, timeout: PASS_TIMEOUT });
  }

  /** @param who whose doing is judged; null where nobody can tell */
  private reviewContext(who: string | null) {
    return reviewContextOf(
      this.watched,
      this.state,
      (cell) => this.circuitBreaker.isOpen(cellId(cell), Date.now()),
      who,
    );
  }

  private isGuarded(name: string): boolean {
    return this.watched.some((table) => table.name === name && table.problem === null);
  }

  /** The plan of a pass: wholly what the rules allow, or, where something it needs cannot be written, everything put back. */
  private planFor(edits: readonly TableEdits[], requested: readonly RequestedEdit[]): EditPlan {
    const guarded = edits.filter((each) => this.isGuarded(each.table.name));
    const problems = storeProblems();
    const plan = problems.length > 0 ? null : planPass(this.reviewContext(this.who), guarded, requested);
    const lastObstacle = obstacleTo(plan, this.watched, problems);
    if (plan && !lastObstacle) return plan;
    return revertEdits(
      this.reviewContext(this.who),
      guarded,
      requested,
      lastObstacle ?? { code: "cannotRead", values: { problems: [] } },
    );
  }

  /** Carries a plan out. Returns false where Excel says that what was known of the tables no longer holds. */
  private async tryToApply(
    context: Excel.RequestContext,
    assertCurrent: () => void,
    plan: EditPlan,
    edits: readonly TableEdits[],
  ): Promise<boolean> {
    try {
      await this.apply(context, assertCurrent, plan, edits);
      return true;
    } catch (error) {
      if (!OUTDATED.has(errorCode(error))) throw error;
      // Should part of the batch have been done, an audit finds it.
      this.queue.add({ kind: "audit" });
      return false;
    }
  }

  /** Asks which sheets are protected: one request, where no event tells. */
  private async refreshProtection(context: Excel.RequestContext): Promise<void> {
    const requested = this.watched.map(({ geometry }) => {
      const { protection } = context.workbook.worksheets.getItemOrNullObject(geometry.worksheetId);
      protection.load("protected");
      return { geometry, protection };
    });
    await context.sync();
    for (const { geometry, protection } of requested)
      geometry.isProtected = !protection.isNullObject && protection.protected;
  }

  /** Does what a plan says, then knows it: shadows, store and messages follow once the workbook has it. */
  private async apply(
    context: Excel.RequestContext,
    assertCurrent: () => void,
    plan: EditPlan,
    edits: readonly TableEdits[],
  ): Promise<void> {
    const possible = withoutImpossibleMarks(plan, this.watched);
    const done: Done = isIdle(possible)
      ? NOTHING_DONE
      : await applyPlan(context, possible, this.watched, this.pendingWrites, (key) => this.state.item(key));
    assertCurrent();
    this.recordOutcome(possible, edits, done);
  }

  private recordOutcome(plan: EditPlan, edits: readonly TableEdits[], done: Done): void {
    const now = Date.now();
    for (const table of this.watched) {
      const own = edits.find((each) => each.table.name === table.name) ?? null;
      updateSnapshot(own, table.guarded, plan);
      if (table.guarded.role !== "history") continue;
      for (const { event } of plan.revertedEvents) table.guarded.snapshot.remove(event.id);
      for (const row of done.appended) table.guarded.snapshot.append(row);
    }
    for (const write of plan.writes) {
      if (write.purpose !== "revert") continue;
      const row = this.rowAt(write.table, write.position);
      if (row !== null)
        this.circuitBreaker.recordRevert(cellId({ table: write.table, row, column: write.column }), now);
    }
    this.resolveMessages(plan);
    this.state.update(plan, this.watched);
    this.updateStore(plan, edits);
    this.messages.add(plan.messages, (draft) => this.cellOf(draft));
    this.requeue(done);
    // Somebody else's add-in has recorded the same: ours was second, so ours goes.
    if (done.isDuplicated) this.queue.addNow({ kind: "tidy" });
    else if (edits.some(repeatsEvent)) this.tidyLater();
  }

  private resolveMessages(plan: EditPlan): void {
    const cells = plan.marks.flatMap(({ table, position, column, on }) => {
      const watched = on ? undefined : this.watched.find((each) => each.name === table);
      return watched ? [{ sheet: watched.geometry.worksheetName, address: addressIn(watched, position, column) }] : [];
    });
    const resolved = [...plan.unexplained].filter(([key, item]) => item === null && this.state.isUnexplained(key));
    this.messages.resolve(cells, new Set(resolved.map(([key]) => key)));
  }

  private updateStore(plan: EditPlan, edits: readonly TableEdits[]): void {
    const putBack = revertedRows(plan, this.watched);
    if (putBack.size > 0) outdateReadings();
    const items = [...plan.items.values(), ...itemsOutOfStep(putBack, plan, this.watched)];
    const removed = [...plan.deletedKeys, ...plan.removedKeys];
    const events = [...plan.events, ...plan.restoredEvents];
    if (items.length + removed.length + events.length + plan.revertedEvents.length > 0) {
      applyChanges({
        items,
        removed,
        events,
        removedEvents: plan.revertedEvents.map(({ event }) => event.id),
      });
    }
    if (edits.some(changesUncheckedColumns)) refreshSoon();
    if (edits.some(assignsKeys)) this.queue.add({ kind: "audit" });
  }

  /** What somebody typed between our reading and our writing is judged now, and written again if it may stand. */
  private requeue(done: Done): void {
    for (const { write, typed } of done.overwritten) {
      const table = this.watched.find((each) => each.name === write.table)?.guarded;
      const field = table?.fields[write.column];
      const row = this.rowAt(write.table, write.position);
      const key = table && row !== null ? String(table.snapshot.value(row, table.itemKeyColumn)) : "";
      if (!table || !field || key === "") continue;
      const changes = { [field]: this.reviewContext(null).codec.text(field, typed) };
      const edit = { key, changes, reason: null, date: null, overtyped: true } as const;
      this.queue.add({ kind: "edit", edit, done: () => undefined });
    }
    if (done.misplaced.length > 0) {
      for (const write of done.misplaced) {
        const sheet = this.watched.find((each) => each.name === write.table)?.geometry.worksheetId;
        if (sheet !== undefined) this.queue.add({ kind: "structure", sheet, by: "user" });
      }
    }
  }

  private rowAt(table: string, position: number): string | null {
    return this.watched.find((each) => each.name === table)?.guarded.snapshot.idAt(position) ?? null;
  }

  private cellOf(draft: MessageDraft): GuardMessage["cell"] {
    const table = draft.at ? this.watched.find((each) => each.name === draft.at?.table) : undefined;
    if (!draft.at || !table) return { sheet: "", address: "" };
    return { sheet: table.geometry.worksheetName, address: addressIn(table, draft.at.position, draft.at.column) };
  }

  /**
   * Looks at everything. What was typed while nobody watched is acted upon when it is still the same a moment later: another add-in may have
   * started at the same time, or be judging what its own user is typing.
   * @param before what the look before saw
   */
  private async audit(before: Observations | undefined): Promise<void> {
    await this.watchAll();
    const index = currentIndex();
    if (!index) return;
    const context = this.reviewContext(null);
    const record = (key: string) => standingNow(index.eventsOf(key));
    const { plan, seen, isUnstable } = planSweep(context, record, before ?? new Map());
    const lastObstacle = obstacleTo(plan, this.watched, storeProblems());
    if (lastObstacle) {
      if (JSON.stringify(lastObstacle) !== this.lastObstacle) this.report(lastObstacle);
      this.lastObstacle = JSON.stringify(lastObstacle);
      return;
    }
    this.lastObstacle = "";
    if (isIdle(plan)) this.recordOutcome(plan, [], NOTHING_DONE);
    else await this.inExcel((context, assertCurrent) => this.apply(context, assertCurrent, plan, []));
    if (isUnstable) this.queue.addLater({ kind: "audit", seen }, AUDIT_PAUSE + Math.random() * AUDIT_PAUSE);
    if (this.history && hasDuplicates(this.history)) this.tidyLater();
  }

  /** What History does not explain, as the tables are now. Nothing is written, and the snapshots stay as they are. */
  private async review(): Promise<Unexplained[]> {
    const tables = watchAll(await refreshStoreFrom(() => this.inExcel((context) => readTables(context))));
    const index = currentIndex();
    if (!index) return [];
    const context = reviewContextOf(tables, this.state, () => false, null);
    return unexplained(context, (key) => standingNow(index.eventsOf(key)));
  }

  private get history(): WatchedTable | undefined {
    return this.watched.find(({ guarded, problem }) => guarded.role === "history" && problem === null);
  }

  /** Not at once: whoever wrote the second row takes it out again, and only if that add-in was closed meanwhile must we. */
  private tidyLater(): void {
    clearTimeout(this.tidying);
    this.tidying = setTimeout(
      () => {
        this.queue.addNow({ kind: "tidy" });
      },
      TIDY_DELAY * (1 + Math.random()),
    );
  }

  private async tidy(): Promise<void> {
    const { history } = this;
    if (!history || history.geometry.isProtected) return;
    if (!(await this.inExcel((context) => removeDuplicates(context, history, this.pendingWrites)))) return;
    this.queue.addNow({ kind: "structure", sheet: history.geometry.worksheetId, by: "external" });
    refreshSoon();
  }

  /** Restores the rows that a message says were deleted. */
  private async restore(id: string): Promise<boolean> {
    const kept = this.messages.find(id);
    if (!kept || kept.deleted.length === 0) return false;
    const rows = kept.deleted.filter(({ table, row }) => {
      const snapshot = this.watched.find((each) => each.name === table)?.guarded.snapshot;
      return snapshot !== undefined && snapshot.values(row) === undefined;
    });
    const needed = this.watched.filter(({ name }) => rows.some(({ table }) => table === name));
    const locked = needed.filter(({ geometry }) => geometry.isProtected).map(({ geometry }) => geometry.worksheetName);
    if (locked.length > 0) {
      this.report({ code: "sheetsProtected", values: { sheets: [...new Set(locked)] } });
      return false;
    }
    await this.inExcel((context) => restoreRows(context, rows, this.watched, this.pendingWrites));
    const items = [];
    for (const { table, values } of rows) {
      const watched = this.watched.find((each) => each.name === table)?.guarded;
      if (!watched) continue;
      watched.snapshot.append(values);
      const item = watched.role === "programme" ? this.state.deletedItem(watched.snapshot.keyIn(values)) : undefined;
      if (item) items.push(item);
    }
    if (items.length > 0) applyChanges({ items });
    if (rows.some(({ table }) => this.watched.find((each) => each.name === table)?.guarded.role === "history"))
      refreshSoon();
    this.messages.remove(id);
    return rows.length > 0;
  }

  /** Looks which managed tables there are: new ones are watched, those that went are spoken of. */
  private async rewatch(): Promise<void> {
    const all = await this.inExcel((context) => allTableNames(context));
    const names = managedAmong(all);
    await this.reportCopies(all);
    const known = new Set(this.watched.map((table) => table.name));
    for (const { name } of [...this.watched]) if (!names.includes(name)) this.removeTable(name);
    const fresh = names.filter((name) => !known.has(name));
    if (fresh.length === 0) return;
    const tables = await this.inExcel(async (context) => {
      const queued = fresh.map((name) => queueTable(context, name));
      await context.sync();
      return queued.map((table) => table.take()).filter((table) => table !== null);
    });
    const watched = watchAll(tables);
    this.watched = [...this.watched, ...watched];
    this.reportUnguarded(watched);
  }

  private rewatchTable(table: Parameters<typeof watch>[0]): void {
    const watched = watch(table);
    if (!watched) return;
    const before = this.watched.find((each) => each.name === table.name);
    this.watched = this.watched.map((each) => (each.name === table.name ? watched : each));
    if (before?.problem && watched.problem === null) {
      this.report({ code: "guardedAgain", values: { sheet: table.worksheetName } });
      // What was typed meanwhile nobody has judged.
      this.queue.add({ kind: "audit" });
    } else if (JSON.stringify(before?.problem) !== JSON.stringify(watched.problem)) this.reportUnguarded([watched]);
    refreshSoon();
  }

  private removeTable(name: string): void {
    const lost = this.watched.find((table) => table.name === name);
    this.watched = this.watched.filter((table) => table !== lost);
    this.reportMissing(name, lost?.geometry.worksheetName);
    refreshSoon();
  }

  private reportUnguarded(tables: readonly WatchedTable[]): void {
    for (const { problem } of tables)
      if (problem) this.report({ code: "unguarded", values: { problem: namedProblem(problem) } });
  }

  private reportMissing(table: string, sheet?: string): void {
    const damage = { table, damage: "missing", columns: [], ...(sheet === undefined ? {} : { sheet }) } as const;
    this.report({ code: "unguarded", values: { problem: namedProblem({ ...damage, columns: [] }) } });
  }

  /** Says once of each copy of a managed table that it is one. */
  private async reportCopies(names: readonly string[]): Promise<void> {
    const reportedCopies = [...copiesAmong(names).keys()].filter((name) => !this.reportedCopies.has(name));
    if (reportedCopies.length === 0) return;
    const sheets = await this.inExcel(async (context) => {
      const found = reportedCopies.map((name) => context.workbook.tables.getItemOrNullObject(name).worksheet);
      for (const sheet of found) sheet.load("name");
      await context.sync();
      return found.flatMap((sheet) => (sheet.isNullObject ? [] : [sheet.name]));
    });
    for (const name of reportedCopies) this.reportedCopies.add(name);
    for (const sheet of new Set(sheets)) this.report({ code: "copy", values: { sheet } });
  }

  /** Adds a message that means no item and no cell. */
  report(text: GuardSentence): void {
    this.messages.add([notice(text)], () => ({ sheet: "", address: "" }));
  }
}
