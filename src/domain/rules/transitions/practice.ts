/** Rows based on the study group's own reports. */
import { PROCESSES } from "../../vocabulary";
import { clause } from "../instruments";
import { A1, A8, AAP, MATURE_TEXT, NOT_APPROVED, PRACTICE, RES1, SG_ONLY, TAP, row, type Transition } from "./row";

/** Transitions from Not approved, and for texts to which neither process applies, as in the reports. */
export const FROM_PRACTICE: readonly Transition[] = [
  row("T44", NOT_APPROVED, "Determine again", ["D0"], TAP, "Determined", [clause(RES1, "9.3.1")], {
    needs: MATURE_TEXT,
    confidence: "inferred",
    remark: "info",
    note: "Resolution 1 requires a determination and does not state how often; the reports mention re-determination.",
  }),
  row(
    "T45",
    NOT_APPROVED,
    "Agree as another kind of text",
    ["AGR"],
    PROCESSES,
    "Agreed",
    [clause(A1, "1.8.2"), PRACTICE],
    {
      processAfter: "Agreement",
      needs: ["textLocated", "otherKindOfText", "bodyMayAgree", "agreementByWorkingParty", "inMeeting"],
      confidence: "inferred",
      remark: "info",
    },
  ),
  row("T46", NOT_APPROVED, "Discontinue", ["DISC"], PROCESSES, "Discontinued", [clause(A1, "1.4.7")], {
    confidence: "inferred",
    remark: "info",
  }),
  row("T47", ["NA", "NAa"], "Consent again", ["C"], AAP, "Consented", [clause(A8, "5.4"), clause(A8, "3.1")], {
    needs: MATURE_TEXT,
    confidence: "inferred",
    remark: "info",
  }),
  row("T48", ["US"], "Approve", ["A"], ["Approval"], "Approved", [PRACTICE], {
    ...SG_ONLY,
    requiresProcess: true,
    needs: ["inMeeting"],
    confidence: "inferred",
    remark: "info",
    note: "The 2017 report marks texts for approval to which neither TAP nor AAP applies.",
  }),
  row("T57", ["US"], "Issue the Erratum", ["A"], PROCESSES, "Approved", [clause("A.1-2019")], {
    only: "erratum",
    withoutMeeting: true,
    confidence: "second hand",
    remark: "info",
    note: "Issued by TSB with the concurrence of the study group's chair; no process applies.",
  }),
];
