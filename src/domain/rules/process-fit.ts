/** Which process a status needs, and which a kind of text allows. */
import { designationOf } from "../item-name";
import type { WorkItem } from "../model";
import type { Process, Status } from "../vocabulary";
import { clause, type Clause } from "./instruments";
import { textKindOf, type TextKind } from "./text-kinds";

/** The process that a status requires, with its clause. */
export const PROCESS_NEEDED: Partial<Record<Status, { process: Process; clauses: readonly Clause[] }>> = {
  Determined: { process: "TAP", clauses: [clause("Res.1-2016", "9.3.1")] },
  Consented: { process: "AAP", clauses: [clause("A.8-2008", "3.1")] },
  Agreed: { process: "Agreement", clauses: [clause("A.1-2016", "1.8.2")] },
};

/** Statuses that a process leads to: a text that gets one of them must be of a kind to which the process applies. */
const REACHED_BY_PROCESS: readonly Status[] = ["Determined", "Consented", "Approved", "Agreed"];

/** Whether an item gets a status by the process that it had, or by one that follows from the status. */
export function appliesProcess(before: WorkItem | null, next: WorkItem): boolean {
  if (before === null || next.status === before.status || !REACHED_BY_PROCESS.includes(next.status)) return false;
  return next.process !== null && (before.process === null || before.process === next.process);
}

/** Whether an item can have a status under a process that a path of transitions leads to: its process and kind of text allow both. */
export function allowsResult(before: WorkItem, status: Status, process: Process | null): boolean {
  if (process === null) return true;
  const needed = PROCESS_NEEDED[status];
  if (needed ? needed.process !== process : status === "Approved" && process === "Agreement") return false;
  const kind = textKindOf(designationOf(before));
  if (!appliesProcess(before, { ...before, status, process })) return true;
  return (
    kind === null || kind.change === "erratum" || !isForOtherKind(kind, process) || kind.product === "Technical Paper"
  );
}

/** Whether a process is for another kind of text. */
export function isForOtherKind(kind: TextKind, process: Process): boolean {
  if (process === "Agreement") return kind.decision === "approved" && kind.numbered;
  return process !== "Approval" && kind.decision === "agreed";
}
