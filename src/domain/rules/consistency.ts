/** Checks that process, status and kind of text are compatible after an edit, and that the process may change. */
import { designationOf } from "../item-name";
import type { Process, Status } from "../vocabulary";
import { clause } from "./instruments";
import { addFinding, type Evaluation } from "./evaluation";
import { appliesProcess, isForOtherKind, PROCESS_NEEDED } from "./process-fit";
import { textKindOf } from "./text-kinds";

/** Statuses in which the choice between TAP and AAP is final; in the others a change is a warning. */
const FROZEN: readonly Status[] = ["Determined", "Consented", "Approved"];

/** Adds findings for incompatible values. `processSetByTransition` is true where the transition of this edit set the process. */
export function checkConsistency(evaluation: Evaluation, processSetByTransition: boolean): void {
  const { before, next, edit } = evaluation;
  if (before && "process" in edit.changes && next.process !== before.process && !processSetByTransition)
    checkProcessChange(evaluation, before.status);
  // One message per cause: when the process may not change, its compatibility is not reported as well.
  if (evaluation.findings.some((found) => found.rule === "F-15")) return;
  if ("process" in edit.changes || "status" in edit.changes) checkProcessForStatus(evaluation);
  // The process by which a text gets a status must fit the text in the same way as a typed one.
  const isApplied = appliesProcess(before, next) && !isStatusRefused(evaluation);
  if ("process" in edit.changes || "item" in edit.changes || isApplied) checkProcessForKind(evaluation, isApplied);
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

function isStatusRefused({ findings }: Evaluation): boolean {
  return findings.some(({ severity, field }) => severity === "error" && field === "status");
}

function checkProcessForStatus(evaluation: Evaluation): void {
  const { next } = evaluation;
  // One message per cause: the change of status itself was reported already.
  if (isStatusRefused(evaluation)) return;
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

function checkProcessForKind(evaluation: Evaluation, isApplied: boolean): void {
  const { next, edit } = evaluation;
  const kind = textKindOf(designationOf(next));
  if (!kind || next.process === null) return;
  // When a text becomes another kind of text, the user changes the name first and the process afterwards: the name only warns.
  const severity = "process" in edit.changes || isApplied ? "error" : "warning";
  if (kind.change === "erratum")
    addFinding(evaluation, "erratumProcess", {
      severity: "warning",
      rule: "F-13",
      field: "process",
      clauses: [clause("A.1-2019")],
    });
  else if (!isForOtherKind(kind, next.process)) return;
  else if (next.process === "Agreement") addKindFinding(evaluation, "F-12", ["TAP", "AAP"], severity);
  else addKindFinding(evaluation, "F-13", ["Agreement"], kind.product === "Technical Paper" ? "warning" : severity);
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
