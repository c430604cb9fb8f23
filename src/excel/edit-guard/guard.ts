/** The edit guard: one queue, and one pass at a time over everything that has gathered in it. */
import type { JoinedItems, RequestedEdit, TableEdits } from "../../domain/edit-review/edit-plan";
import { separateItems } from "../../domain/edit-review/join-items";
import { undoEdits, type RecordedEvent } from "../../domain/edit-review/undo-edits";
import { newReviewState } from "../../domain/edit-review/review-context";
import { capabilities } from "../capabilities";
import { errorSentence, isRefusedWrite } from "../excel-errors";
import { refreshStore, storeProblems } from "../programme-store";
import { forgetActions } from "../recent-actions";
import { refreshOutdatedSettings } from "../settings";
import { apply, tryToApply } from "./applying";
import { auditTables, reviewTables, tidyHistory } from "./audits";
import { requestsBySheet, type GuardRequest, type MakePlan } from "./edit-requests";
import { planPass } from "./evaluation";
import { NOT_WRITABLE } from "./obstacles";
import { inExcel, report, type GuardSession } from "./guard-session";
import { historyTable, newGuardState } from "./guard-state";
import { MessageList } from "./message-list";
import { SerialQueue } from "./queue";
import { readEdits } from "./reading";
import { restoreDeleted } from "./restore-rows";
import { findTables, readProtection, removeTable, rewatchTable, stopWatching } from "./table-registry";
import { carryOut } from "./planned";

/** Watches the managed tables of the workbook. */
export class Guard implements GuardSession {
  readonly state = newGuardState();
  readonly messages = new MessageList();
  readonly queue = new SerialQueue<GuardRequest>((requests) => this.runPass(requests));

  /** Tables that are watched but cannot be guarded, with the headers that are missing. */
  unguarded(): { table: string; missing: readonly string[] }[] {
    return this.state.tables.flatMap(({ name, problem }) =>
      problem ? [{ table: name, missing: problem.columns }] : [],
    );
  }

  /** Records whether a sheet is protected. What could not be written while it was is audited again. */
  noteProtection(worksheetId: string, isProtected: boolean): void {
    const onSheet = this.state.tables.filter(({ geometry }) => geometry.worksheetId === worksheetId);
    for (const { geometry } of onSheet) geometry.isProtected = isProtected;
    if (onSheet.length > 0 && !isProtected) this.queue.add({ kind: "audit" });
  }

  /** Records the new name of a sheet, for messages. */
  renameSheet(worksheetId: string, name: string): void {
    for (const { geometry } of this.state.tables)
      if (geometry.worksheetId === worksheetId) geometry.worksheetName = name;
  }

  /** Discards everything that was recorded; the next start reads the workbook anew. */
  reset(): void {
    this.queue.clear();
    clearTimeout(this.state.tidying);
    stopWatching(this);
    this.state.review = newReviewState();
    this.messages.clear();
    forgetActions();
  }

  /** Requests an edit from the pane. Resolves with false where Excel did not answer. */
  async request(edit: RequestedEdit): Promise<boolean> {
    return new Promise((resolve) => {
      this.queue.addNow({ kind: "edit", edit, done: resolve });
    });
  }

  /** Requests the undo of an action. Resolves with the reason where it cannot be undone. */
  async undo(events: readonly RecordedEvent[]): Promise<string | null> {
    return this.carryOut((context) => undoEdits(context, events));
  }

  /** Requests the undo of a join. Resolves with the reason where it cannot be undone. */
  async separate(joined: JoinedItems): Promise<string | null> {
    return this.carryOut((context) => separateItems(context, joined));
  }

  /** Requests a plan that is made when its turn comes. Resolves with the reason where it cannot be carried out. */
  async carryOut(make: MakePlan): Promise<string | null> {
    return new Promise((resolve) => {
      let refused: string | null = null;
      this.queue.addNow({
        kind: "planned",
        make,
        answer: (reason) => (refused = reason),
        done: () => {
          resolve(refused);
        },
      });
    });
  }

  private async runPass(requests: readonly GuardRequest[]): Promise<void> {
    try {
      await this.handle(requests);
    } catch (error) {
      this.state.abandoned++;
      this.reportFailure(requests, error);
      // An audit finds what this pass missed; where the audit itself failed, the next change tries again.
      if (requests.some((request) => request.kind === "audit")) stopWatching(this);
      else this.queue.add({ kind: "audit" });
    } finally {
      for (const request of requests) if ("done" in request) request.done(false);
    }
  }

  /** Reports that a pass failed: to whoever asked for a plan, and with a message where there was anything else to do. */
  private reportFailure(requests: readonly GuardRequest[], error: unknown): void {
    const why = errorSentence(error);
    for (const request of requests) if (request.kind === "planned") request.answer(why);
    if (requests.every(({ kind }) => kind === "planned")) return;
    report(this, isRefusedWrite(error) ? NOT_WRITABLE : { code: "failed", values: { why } });
  }

  private async handle(requests: readonly GuardRequest[]): Promise<void> {
    const audits = requests.filter((request) => request.kind === "audit");
    // An audit reads every table anyway.
    const isUnread =
      this.state.tables.length === 0 || (historyTable(this.state) === undefined && storeProblems().length === 0);
    const isOutdated = requests.some((request) => request.kind === "tables");
    if (isOutdated || (audits.length === 0 && isUnread)) await findTables(this);
    await this.handleEdits(requests);
    for (const request of requests) if (request.kind === "planned") request.answer(await carryOut(this, request.make));
    for (const request of requests)
      if (request.kind === "restore") request.done(await restoreDeleted(this, request.message));
    if (requests.some((request) => request.kind === "tidy")) await tidyHistory(this);
    const reviews = requests.filter((request) => request.kind === "review");
    if (reviews.length > 0) {
      const unexplained = await reviewTables(this);
      for (const request of reviews) request.found(unexplained);
    }
    if (audits.length === 0) return;
    // What came meanwhile is not in the tables that the start has read.
    const read = requests.length === 1 ? audits[0]?.read : undefined;
    await auditTables(this, audits.findLast(({ observations }) => observations)?.observations, read);
  }

  /** Reads, plans and applies in one batch; once more with fresh tables where Excel reports that they changed. */
  private async handleEdits(requests: readonly GuardRequest[]): Promise<void> {
    const bySheet = requestsBySheet(requests);
    const edits = requests.filter((request) => request.kind === "edit");
    if (bySheet.size + edits.length === 0) return;
    const requested = edits.map(({ edit }) => edit);
    let found: TableEdits[] = [];
    const isApplied = await inExcel(this, async (context, assertCurrent) => {
      const result = await readEdits(context, this.state.tables, bySheet);
      assertCurrent();
      for (const table of result.changedTables) rewatchTable(this, table);
      for (const name of result.missingTables) removeTable(this, name);
      // Where a table or a column is missing, the edits are reverted.
      if (result.changedTables.length + result.missingTables.length > 0) await refreshStore();
      found = result.edits;
      if (!capabilities().triggerSource) await readProtection(this, context);
      await refreshOutdatedSettings(context);
      return tryToApply(this, context, assertCurrent, planPass(this.state, found, requested), found, result.filters);
    });
    if (!isApplied) {
      await findTables(this);
      await refreshStore();
      await inExcel(this, async (context, assertCurrent) => {
        await readProtection(this, context);
        await apply(this, context, assertCurrent, planPass(this.state, found, requested), found);
      });
    }
    for (const request of edits) request.done(true);
  }
}
