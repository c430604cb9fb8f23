/** Rows of the traditional approval process, and of the deferral to the assembly. */
import { PROCESSES } from "../../vocabulary";
import { clause } from "../instruments";
import {
  A8,
  AAP_STEPS,
  MATURE_TEXT,
  NORMATIVE,
  NOTICE,
  NOT_APPROVED,
  PRACTICE,
  RES1,
  SG_ONLY,
  TAP,
  TAP_STEPS,
  row,
  type Transition,
} from "./row";

/** The traditional approval process. */
export const TAP_ROWS: readonly Transition[] = [
  row("T10", ["D0", "DP", "DR"], "Announce", ["D1"], TAP, "Step", [clause(RES1, "9.3.1"), clause(RES1, "9.3.3")], {
    withoutMeeting: true,
    needs: ["announcedInTime", "textLocated", "summary"],
  }),
  row("T11", ["D1"], "Close the consultation", ["D2"], TAP, "Step", [clause(RES1, "9.4.1"), clause(RES1, "9.4.5")], {
    withoutMeeting: true,
    needs: ["consultationOver", "support"],
  }),
  row("T12", ["D1"], "Close the consultation, below 70 %", ["D2x"], TAP, "Step", [clause(RES1, "9.4.6")], {
    withoutMeeting: true,
    needs: ["consultationOver"],
  }),
  row("T13", ["D2", "DP"], "Approve", ["A"], TAP, "Approved", [clause(RES1, "9.3.3"), clause(RES1, "9.5.3")], {
    ...SG_ONLY,
    waits: [NOTICE],
    needs: ["translations", "outsideReferences", "inMeeting"],
  }),
  row("T14", ["D2"], "Note that more time is requested", ["D3"], TAP, "Step", [clause(RES1, "9.5.5")], {
    ...SG_ONLY,
    waits: [NOTICE],
    needs: ["inMeeting"],
  }),
  row("T15", ["D3"], "Approve after the four weeks", ["A"], TAP, "Approved", [clause(RES1, "9.5.5")], {
    ...SG_ONLY,
    withoutMeeting: true,
    requiresRecordedStep: true,
    waits: [{ since: "D3", period: "moreTimeTap", toMeeting: false, fromMeetingEnd: true }],
  }),
  row("T16", ["D3"], "Note formal opposition", ["NAt"], TAP, "Not approved", [clause(RES1, "9.5.5.1")], {
    withoutMeeting: true,
    deadline: { since: "D3", period: "moreTimeTap", fromMeetingEnd: true },
    needs: ["reason"],
  }),
  row(
    "T17",
    ["NAt", "NA"],
    "Announce again without a new determination",
    ["D1"],
    TAP,
    "Step",
    [clause(RES1, "9.5.5.2")],
    {
      atOnce: true,
      withoutMeeting: true,
      needs: ["opposedInFourWeeks", "announcedInTime"],
      note: "Only after formal opposition in the four weeks of more time.",
    },
  ),
  row("T18", TAP_STEPS, "Postpone the approval", ["DP"], TAP, "Step", [clause(RES1, "9.5.2")], {
    ...SG_ONLY,
    alone: true,
    needs: ["reason"],
    confidence: "inferred",
    remark: "info",
    note: "A new determination is prudent where the text changed in substance.",
  }),
  row("T50", TAP_STEPS, "Determine again", ["DR"], TAP, "Determined", [clause(RES1, "9.3.1")], {
    alone: true,
    restarts: true,
    needs: MATURE_TEXT,
    confidence: "inferred",
    remark: "info",
    note: "Reports record re-determinations; Resolution 1 neither requires nor excludes them.",
  }),
  row(
    "T19",
    ["D2", "D2x", "DP"],
    "Note as not approved",
    ["NAm"],
    TAP,
    "Not approved",
    [clause(RES1, "9.3.3"), clause(RES1, "9.4.6"), clause(RES1, "9.5.3")],
    {
      ...SG_ONLY,
      waits: [NOTICE],
      needs: ["inMeeting"],
    },
  ),
  row("T20", ["D2x"], "Announce again for a later meeting", ["D1"], TAP, "Step", [clause(RES1, "9.4.6")], {
    alone: true,
    withoutMeeting: true,
    needs: ["reason", "announcedInTime"],
    confidence: "inferred",
    remark: "warning",
  }),
  row(
    "T21",
    ["D0", "DP", "DR", "D2x", "NA", "NAt", "NAm"],
    "Return to study",
    ["US"],
    TAP,
    "Returned to study",
    [PRACTICE],
    {
      atOnce: true,
      confidence: "inferred",
      remark: "info",
    },
  ),
];

/** Deferral to the assembly, and its decisions. */
export const WTSA_ROWS: readonly Transition[] = [
  row(
    "T22",
    ["US", ...TAP_STEPS, ...AAP_STEPS, ...NOT_APPROVED],
    "Defer to WTSA",
    ["WTSA"],
    NORMATIVE,
    "Deferred to WTSA",
    [clause(RES1, "9.1.2"), clause(RES1, "9.2.2"), clause(A8, "1.1")],
    { ...SG_ONLY, needs: ["reason"] },
  ),
  row(
    "T23",
    ["WTSA"],
    "Approve by WTSA",
    ["A"],
    PROCESSES,
    "Approved",
    [clause(RES1, "9.1.2"), clause(RES1, "9.1.3")],
    {
      bodies: ["WTSA"],
    },
  ),
  row("T24", ["WTSA"], "Refer back to study", ["US"], PROCESSES, "Returned to study", [PRACTICE], {
    bodies: ["WTSA"],
    confidence: "inferred",
    remark: "info",
  }),
];
