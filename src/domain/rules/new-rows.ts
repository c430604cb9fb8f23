/** A row added by a user: a proposed or new work item. */
import { designationOf } from "../item-name";
import { finding } from "./finding";
import { addFinding, type Evaluation, type Move } from "./evaluation";
import { lazyDetails } from "./details";
import { statusEvent } from "./drafts";
import { findingsOf } from "./next-steps";
import { parentsOf } from "./preconditions";
import { initialState } from "./states";
import { transitionWithId } from "./transition-table";
import type { Finding, PossibleStep } from "./types";

/** Evaluates the status of a new row: a work item begins as Pending confirmation or Under study. */
export function evaluateNewRow(evaluation: Evaluation): Move {
  const { next, edit, context } = evaluation;
  next.since = context.date;
  if (designationOf(next) === "") {
    addFinding(evaluation, "nameless", { severity: "info", rule: "F-01", field: "item" });
    return { findings: [], path: null, possible: [], earliest: null, events: [] };
  }
  const isInitial = next.status === "Pending confirmation" || next.status === "Under study";
  const isEdition = parentsOf(next, context).some(({ status }) => status === "Approved" || status === "Agreed");
  const ids = next.status === "Pending confirmation" ? ["T01"] : isEdition ? ["T41"] : ["T01", "T02"];
  const kind = next.status === "Pending confirmation" ? "Proposed" : "New work item";
  if (!isInitial && edit.origin === "person")
    return {
      findings: [initialStatusFinding(evaluation)],
      path: null,
      possible: initialSteps(),
      earliest: null,
      events: [statusEvent(evaluation, null, kind, [])],
    };
  const situation = { before: null, item: next, details: lazyDetails(null, context), context, reason: edit.reason };
  const last = transitionWithId(ids[ids.length - 1] ?? "T01");
  // Cells are typed one after the other: missing values of a new row are reported and do not refuse it.
  const findings = isInitial && edit.origin === "person" ? findingsOf(last, situation).map(asInfo) : [];
  return {
    findings,
    path: null,
    possible: [],
    earliest: null,
    events: [statusEvent(evaluation, null, kind, isInitial ? ids : [])],
  };
}

function asInfo(found: Finding): Finding {
  return { ...found, severity: "info" };
}

function initialStatusFinding({ next, context }: Evaluation): Finding {
  const { clauses } = transitionWithId("T01");
  const about = { severity: "error", rule: "T01", item: designationOf(next), key: null, field: "status" } as const;
  const reason = { code: "newRow", values: {} };
  return finding({ ...about, clauses }, "cannot", { status: next.status, date: context.date, reason });
}

function initialSteps(): PossibleStep[] {
  return (["T01", "T02"] as const).map((id) => {
    return {
      status: initialState(id === "T01" ? "Pending confirmation" : "Under study").status,
      step: null,
      transitions: [id],
      process: null,
      earliest: null,
      now: true,
      warnings: [],
    };
  });
}
