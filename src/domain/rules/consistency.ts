/** Whether process, status and kind of text go together after an edit, and whether the process may change at all. */
import type { Process, Status } from "../vocabulary";
import { clause, type Clause } from "./instruments";
import { addFinding, type Evaluation } from "./evaluation";
import { designationOf, textKindOf } from "./text-kinds";

/** The one process a status needs, with the clause that says so. */
export const PROCESS_NEEDED: Partial<Record<Status, { process: Process; clauses: readonly Clause[] }>> = {
  Determined: { process: "TAP", clauses: [clause("Res.1-2016", "9.3.1")] },
  Consented: { process: "AAP", clauses: [clause("A.8-2008", "3.1")] },
  Agreed: { process: "Agreement", clauses: [clause("A.1-2016", "1.8.2")] },
};

/** Statuses in which the choice between TAP and AAP stands; for the others a remark is enough. */
const FROZEN: readonly Status[] = ["Determined", "Consented", "Approved"];

/** Complains of what does not go together; `moved` tells whether a transition has just set the process itself. */
export function checkConsistency(evaluation: Evaluation, processSetByTransition: boolean): void {
  const { before, next, edit } = evaluation;
  if (before && "process" in edit.changes && next.process !== before.process && !processSetByTransition)
    checkProcessChange(evaluation, before.status);
  // One message per cause: a process that may not change need not be looked at further.
  if (evaluation.findings.some((found) => found.rule === "F-15")) return;
  if ("process" in edit.changes || "status" in edit.changes) checkProcessForStatus(evaluation);
  // A process that a change of status told first must fit the text as if somebody had typed it.
  const isDerived = before?.process === null && next.process !== null;
  if ("process" in edit.changes || "item" in edit.changes || isDerived) checkProcessForKind(evaluation, isDerived);
}

function checkProcessChange(evaluation: Evaluation, status: Status): void {
  const { before, next } = evaluation;
  if (before?.process == null || !FROZEN.includes(status)) return;
  const values = {
    from: before.process,
    value: next.process ?? "—",
    status,
  };
  const clauses = [clause("Res.1-2016", "8.3"), ...(status === "Consented" ? [clause("A.8-2008", "5.2")] : [])];
  addFinding(evaluation, status === "Consented" ? "processFrozenConsented" : "processFrozen", {
    severity: "error",
    rule: "F-15",
    field: "process",
    clauses,
    values,
  });
}

function checkProcessForStatus(evaluation: Evaluation): void {
  const { next, findings } = evaluation;
  // The change itself was found wrong already: one message per cause.
  if (findings.some((found) => found.severity === "error" && (found.rule === "F-15" || found.field === "status")))
    return;
  const needed = PROCESS_NEEDED[next.status];
  if (needed && next.process !== needed.process && next.process !== null) {
    const values = { status: next.status, value: next.process, needed: [needed.process] };
    addFinding(evaluation, "processForStatus", {
      severity: "error",
      rule: "F-11",
      field: "process",
      clauses: needed.clauses,
      values,
    });
  } else if (next.status === "Approved" && next.process === "Agreement") {
    const values = { status: next.status, value: next.process, needed: ["TAP", "AAP"] };
    addFinding(evaluation, "processForStatus", {
      severity: "error",
      rule: "F-11",
      field: "process",
      clauses: [clause("A.1-2016", "1.8.2")],
      values,
    });
  }
}

function checkProcessForKind(evaluation: Evaluation, isDerived: boolean): void {
  const { next, edit } = evaluation;
  const kind = textKindOf(designationOf(next));
  if (!kind || next.process === null) return;
  // A text that becomes another kind of text gets its new name first: the process can follow, so the name only warns.
  const severity = "process" in edit.changes || isDerived ? "error" : "warning";
  const agreement = next.process === "Agreement";
  if (kind.change === "erratum")
    addFinding(evaluation, "erratumProcess", {
      severity: "warning",
      rule: "F-13",
      field: "process",
      clauses: [clause("A.1-2019")],
    });
  else if (agreement && kind.decision === "approved" && kind.numbered)
    addKindFinding(evaluation, "F-12", ["TAP", "AAP"], severity);
  else if (!agreement && next.process !== "Approval" && kind.decision === "agreed")
    addKindFinding(evaluation, "F-13", ["Agreement"], kind.product === "Technical Paper" ? "warning" : severity);
}

function addKindFinding(
  evaluation: Evaluation,
  rule: "F-12" | "F-13",
  needed: readonly Process[],
  severity: "error" | "warning",
): void {
  const kind = textKindOf(designationOf(evaluation.next));
  const clauses =
    rule === "F-12" ? [clause("A.1-2016", "1.8.2.1")] : [clause("Res.1-2016", "1bis"), clause("A.1-2016", "1.8.2")];
  const values = { kind: kind?.change ?? kind?.product ?? "", value: evaluation.next.process ?? "", needed };
  addFinding(evaluation, "processForKind", { severity, rule, field: "process", clauses, values });
}
