/** The guard, for the pane, the ribbon and the start of the workbook. */
import type { GuardMessage, GuardSentence } from "../../domain/edit-review/message";
import { joinItems } from "../../domain/edit-review/join-items";
import type { Unexplained } from "../../domain/edit-review/unexplained";
import { asName } from "../../domain/edit-review/user-events";
import type { IsoDate } from "../../domain/model";
import { typedFacts } from "../../domain/rules/typed-facts";
import type { Status } from "../../domain/vocabulary";
import { capabilities } from "../capabilities";
import { onTablesWritten, onWorkbookEvent, setLocalEditsGuarded } from "../change-events";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { whenReady } from "../programme-store";
import type { ReadTables } from "../read-tables";
import { requestOf, type MakePlan } from "./edit-requests";
import { Guard } from "./guard";
import { report } from "./guard-session";

export type { GuardMessage, EditOutcome, PossibleStatus } from "../../domain/edit-review/message";

const guard = new Guard();
let running: Promise<() => void> | null = null;

/**
 * Starts the guard, once: listens to changes, and audits what was edited before.
 * @param read the managed tables as the store was read from them; undefined where they may have changed since
 */
export async function startGuard(read?: ReadTables): Promise<void> {
  running ??= start(read).catch((error: unknown) => {
    running = null;
    throw error;
  });
  await running;
}

async function start(read: ReadTables | undefined): Promise<() => void> {
  await whenReady();
  const stopListening = listen();
  // Before ExcelApi 1.14 a load suspends events, since its writes look like edits of the user; an audit reads what it wrote.
  const stopObservingTables = onTablesWritten(() => {
    // A table that is renamed back raises no event.
    guard.queue.add({ kind: capabilities().triggerSource ? "tables" : "audit" });
  });
  setLocalEditsGuarded(true);
  guard.queue.addNow(read ? { kind: "audit", read } : { kind: "audit" });
  await guard.queue.idle();
  return () => {
    stopListening();
    stopObservingTables();
  };
}

/** Turns changes on managed sheets into requests of the queue. Returns how to stop. */
function listen(): () => void {
  return onWorkbookEvent((change) => {
    switch (change.kind) {
      case "edit": {
        const host = { reportsTrigger: capabilities().triggerSource, busy: guard.queue.running };
        const request = requestOf(change.event, guard.state.pendingWrites, host, Date.now());
        if (request) guard.queue.add(request);
        return;
      }
      case "sort": {
        const by = change.source === "Remote" ? "external" : "user";
        guard.queue.add({ kind: "structure", sheet: change.worksheetId, by });
        return;
      }
      case "tables":
        guard.queue.add({ kind: "tables" });
        return;
      case "name":
        guard.renameSheet(change.worksheetId, change.name);
        return;
      case "protection":
        guard.noteProtection(change.worksheetId, change.isProtected);
        return;
      case "selection":
    }
  });
}

/** Stops listening; edits are no longer evaluated. */
export async function stopGuard(): Promise<void> {
  const stop = await running;
  running = null;
  setLocalEditsGuarded(false);
  guard.reset();
  stop?.();
}

/** Calls back with new and changed messages, and with none when messages were removed. Returns how to stop. */
export function onGuardMessage(listener: (messages: readonly GuardMessage[]) => void): () => void {
  return guard.messages.listen(listener);
}

/** Adds a message of the workbook side. */
export function addMessage(sentence: GuardSentence): void {
  report(guard, sentence);
}

/** All messages of the session that were not dismissed, newest first. */
export function guardMessages(): readonly GuardMessage[] {
  return guard.messages.all();
}

/** Managed tables that cannot be guarded because columns are missing or renamed. */
export function unguardedTables(): { table: string; missing: readonly string[] }[] {
  return guard.unguarded();
}

/**
 * Sets the name of this add-in's user for the session: History records it with their edits. Excel reports no names, so edits that audits
 * find, and those of co-authors, have none. Null or a blank name records none.
 */
export function setUserName(name: string | null): void {
  const userName = asName(name ?? "");
  guard.state.userName = userName === "" ? null : userName;
}

/** Resolves when all edits so far have been evaluated. */
export async function whenIdle(): Promise<void> {
  await guard.queue.idle();
}

export interface StepOptions {
  /** Step inside the status, "Last Call". */
  step?: string | null;
  /** ISO date; the current meeting's where left out. */
  date?: IsoDate;
  /** Reason, where the step wants one or goes against the rules. */
  reason?: string;
  /** What is entered with it: the number that the text gets, and where the text is. */
  item?: string;
  text?: string;
}

/**
 * Requests a status for an item, evaluated like a typed one. A message reports the outcome.
 * @returns whether the request was handled; false where Excel did not answer
 */
export async function requestStep(key: string, status: Status, options: StepOptions = {}): Promise<boolean> {
  const { step, date, reason, item = "", text = "" } = options;
  const changes = {
    status,
    ...(step === undefined ? {} : { step }),
    ...(item === "" ? {} : { item }),
    ...(text === "" ? {} : { text }),
  };
  const justification = reason === undefined ? { reason: null } : { reason, facts: typedFacts(reason) };
  return guard.request({ key, changes, ...justification, date: date ?? null });
}

/**
 * Accepts an edit that was reverted or marked, with a reason that History records.
 * @throws WorkbookError where the message was removed or its edit cannot be overridden
 */
export async function override(messageId: string, reason: string): Promise<boolean> {
  const kept = guard.messages.find(messageId);
  if (!kept || kept.redo.length === 0)
    throw new WorkbookError("NoOverride", `Nothing can be overridden: ${messageId}.`);
  const trimmed = reason.trim();
  if (trimmed === "") throw new WorkbookError("NoReason", "An override needs a reason: it joins History.");
  const answers = await Promise.all(
    kept.redo.map((edit) => guard.request({ ...edit, reason: trimmed, facts: typedFacts(trimmed) })),
  );
  guard.messages.remove(messageId);
  return answers.every(Boolean);
}

/**
 * Carries out a plan made from the tables and the programme as they are when its turn comes, in one request, as one action with one undo.
 * Resolves with the reason where it cannot be carried out.
 */
export async function carryOut(make: MakePlan): Promise<string | null> {
  return guard.carryOut(make);
}

/**
 * Joins two items that are one text under two names, as one action with one undo.
 * @throws WorkbookError where they cannot be joined; then nothing was changed
 */
export async function join(first: string, second: string): Promise<void> {
  const refused = await carryOut((context) => joinItems(context, first, second));
  if (refused !== null) throw new WorkbookError("NotEntered", refused);
}

/** Removes a message. */
export function dismiss(messageId: string): void {
  guard.messages.remove(messageId);
}

/** Removes all messages. */
export function dismissAll(): void {
  guard.messages.clear();
}

/** Restores the deleted rows of a message. Returns whether there were any. */
export async function restoreRow(messageId: string): Promise<boolean> {
  return new Promise((resolve) => {
    guard.queue.addNow({ kind: "restore", message: messageId, done: resolve });
  });
}

/** Selects the cell of a message. */
export async function goToMessage(messageId: string): Promise<void> {
  const cell = guard.messages.find(messageId)?.message.cell;
  if (!cell || cell.address === "") return;
  await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    sheet.activate();
    sheet.getRange(cell.address).select();
    await context.sync();
  });
}

/** Reads the managed tables again and returns what History does not explain, writing nothing; null where the guard is not running. */
export async function reviewWorkbook(): Promise<readonly Unexplained[] | null> {
  if (!running) return null;
  return new Promise((resolve) => {
    let found: readonly Unexplained[] = [];
    guard.queue.addNow({
      kind: "review",
      found: (unexplained) => (found = unexplained),
      done: () => {
        resolve(found);
      },
    });
  });
}

/** Audits the managed tables: statuses that History does not explain, annexes that show another status. */
export async function auditWorkbook(): Promise<void> {
  if (!running) return;
  guard.queue.addNow({ kind: "audit" });
  await guard.queue.idle();
}
