/** Rows on work items: proposal, work in progress, discontinuation, reopening and deletion. */
import { PROCESSES } from "../../vocabulary";
import { clause } from "../instruments";
import {
  A1,
  A8,
  AAP,
  AAP_STEPS,
  AGREEMENT,
  APPROVED,
  IN_FORCE,
  MATURE_TEXT,
  NORMATIVE,
  PRACTICE,
  RES1,
  SG_ONLY,
  TAP,
  TAP_STEPS,
  row,
  type Transition,
} from "./row";

/** Proposal, confirmation, work in progress and discontinuation of a work item. */
export const WORK_ITEMS: readonly Transition[] = [
  row("T01", "new row", "Propose", ["PEND"], PROCESSES, "Proposed", [clause(A1, "1.4.7"), clause(A1, "Annex A")], {
    withoutMeeting: true,
    needs: ["question", "title", "editor", "justification"],
  }),
  row("T02", ["PEND"], "Confirm as work item", ["US"], PROCESSES, "New work item", [clause(A1, "1.4.7")], {
    needs: ["processGiven", "timingGiven", "editor", "inMeeting"],
    note: "Which body confirms is inferred from the database's own label.",
  }),
  row("T03", ["PEND"], "Reject", ["DISC"], PROCESSES, "Discontinued", [PRACTICE], {
    confidence: "inferred",
    remark: "info",
  }),
  row("T04", ["US"], "Re-plan", "same", PROCESSES, "Changed", [clause(A1, "1.4.7")], {
    withoutMeeting: true,
    needs: ["timingAhead"],
  }),
  row("T05", ["US"], "Change the process", "same", NORMATIVE, "Changed", [clause(RES1, "8.1.1"), clause(RES1, "8.3")], {
    ...SG_ONLY,
    needs: ["processDecision"],
  }),
  row("T06", ["US"], "Determine", ["D0"], TAP, "Determined", [clause(RES1, "9.3.1")], { needs: MATURE_TEXT }),
  row("T07", ["US"], "Consent", ["C"], AAP, "Consented", [clause(A8, "3.1")], { needs: MATURE_TEXT }),
  row("T08", ["US"], "Agree", ["AGR"], AGREEMENT, "Agreed", [clause(RES1, "1bis.6"), clause(A1, "1.8.2")], {
    needs: ["textLocated", "bodyMayAgree", "agreementByWorkingParty", "inMeeting"],
  }),
  row("T09", ["US"], "Discontinue", ["DISC"], PROCESSES, "Discontinued", [clause(A1, "1.4.7")], {
    needs: ["noContributions"],
  }),
];

const DELETION = [clause(RES1, "9.8.2.1"), clause(A8, "8.2.1")] as const;
const AGREED_TEXT_ENDS = ["1bis.6.3", "1bis.7.3", "1bis.8.3", "1bis.9.3"].map((number) => clause(RES1, number));

/** Discontinuation after determination or consent, reopening, deletion and renaming. */
export const ENDS: readonly Transition[] = [
  row("T39", [...TAP_STEPS, ...AAP_STEPS], "Discontinue", ["DISC"], NORMATIVE, "Discontinued", [PRACTICE], {
    ...SG_ONLY,
    needs: ["reason"],
    confidence: "inferred",
    remark: "warning",
    note: "No procedure exists for stopping a text already determined or consented.",
  }),
  row("T40", ["DISC"], "Reopen", ["US"], PROCESSES, "New work item", [PRACTICE], {
    needs: ["justification"],
    confidence: "inferred",
    remark: "warning",
  }),
  row(
    "T41",
    [...IN_FORCE, "AGR"],
    "Start a new edition, amendment or corrigendum",
    "new row",
    PROCESSES,
    "New work item",
    [clause(RES1, "9.3.9"), clause(A8, "3.7")],
    { withoutMeeting: true, needs: ["stability"] },
  ),
  row("T42", APPROVED, "Agree to delete the Recommendation", ["XA"], PROCESSES, "Step", DELETION, {
    ...SG_ONLY,
    alone: true,
    needs: ["reason", "inMeeting"],
  }),
  row("T51", ["XA"], "Announce the deletion by circular", ["XC"], PROCESSES, "Step", DELETION, {
    alone: true,
    withoutMeeting: true,
  }),
  row("T52", ["XC"], "Note that the deletion is in force", ["DEL"], PROCESSES, "Discontinued", DELETION, {
    alone: true,
    withoutMeeting: true,
    waits: [{ since: "XC", period: "deletionObjection", toMeeting: false }],
  }),
  row("T53", ["XC"], "Note an objection to the deletion", ["A"], PROCESSES, "Step", DELETION, {
    alone: true,
    withoutMeeting: true,
    deadline: { since: "XC", period: "deletionObjection" },
    needs: ["reason"],
  }),
  row("T54", ["XA"], "Give up the deletion", ["A"], PROCESSES, "Step", [PRACTICE], {
    ...SG_ONLY,
    alone: true,
    needs: ["reason"],
    confidence: "inferred",
    remark: "info",
  }),
  row("T55", IN_FORCE, "Delete by WTSA", ["DEL"], PROCESSES, "Discontinued", [clause(RES1, "9.8.1")], {
    bodies: ["WTSA"],
    alone: true,
    needs: ["atWtsa"],
  }),
  row("T56", ["AGR"], "Delete the agreed text", ["DELt"], PROCESSES, "Discontinued", AGREED_TEXT_ENDS, {
    ...SG_ONLY,
    alone: true,
    needs: ["reason", "inMeeting"],
    note: "Supplements, implementation guidelines, Technical Reports and handbooks.",
  }),
  row("T43", "any", "Rename or give a number", "same", PROCESSES, "Changed", [clause(A1, "1.4.7")], {
    withoutMeeting: true,
  }),
];
