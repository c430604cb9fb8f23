/** Rows of the alternative approval process. */
import { clause } from "../instruments";
import {
  A8,
  AAP,
  AAP_STEPS,
  ADDITIONAL_REVIEW,
  INTENT,
  LAST_CALL,
  PRACTICE,
  SG_ONLY,
  row,
  type Transition,
} from "./row";

/** The alternative approval process. */
export const AAP_ROWS: readonly Transition[] = [
  row("T25", ["C", "RI"], "Start the Last Call", ["LC"], AAP, "Step", [clause(A8, "3.2"), clause(A8, "4.1")], {
    withoutMeeting: true,
    needs: ["textLocated", "summary"],
  }),
  row(
    "T26",
    ["LC"],
    "Approve after the Last Call",
    ["A", "AT"],
    AAP,
    "Approved",
    [clause(A8, "4.1"), clause(A8, "4.4.1")],
    {
      ...SG_ONLY,
      withoutMeeting: true,
      waits: [LAST_CALL],
    },
  ),
  row("T27", ["LC"], "Judge the comments", ["LJ"], AAP, "Step", [clause(A8, "4.1"), clause(A8, "4.4.2")], {
    withoutMeeting: true,
    waits: [LAST_CALL],
  }),
  row("T28", ["LJ"], "Start the Additional Review", ["AR"], AAP, "Step", [clause(A8, "4.4.3"), clause(A8, "4.5")], {
    withoutMeeting: true,
  }),
  row("T29", ["LJ"], "Refer to the study group", ["SG"], AAP, "Step", [clause(A8, "4.4.2"), clause(A8, "4.6")], {
    withoutMeeting: true,
    needs: ["intentInTime"],
  }),
  row("T30", ["AR"], "Approve after the Additional Review", ["A", "AT"], AAP, "Approved", [clause(A8, "4.5.1")], {
    ...SG_ONLY,
    withoutMeeting: true,
    waits: [ADDITIONAL_REVIEW],
  }),
  row("T31", ["AR"], "Judge the comments", ["AJ"], AAP, "Step", [clause(A8, "4.5"), clause(A8, "4.5.2")], {
    withoutMeeting: true,
    waits: [ADDITIONAL_REVIEW],
  }),
  row("T32", ["AJ"], "Refer to the study group", ["SG"], AAP, "Step", [clause(A8, "4.5.2"), clause(A8, "4.6")], {
    withoutMeeting: true,
    needs: ["intentInTime"],
  }),
  row(
    "T33",
    ["SG"],
    "Approve at the study group meeting",
    ["A", "AC"],
    AAP,
    "Approved",
    [clause(A8, "5.3"), clause(A8, "5.4")],
    {
      ...SG_ONLY,
      waits: [INTENT],
      needs: ["inMeeting"],
    },
  ),
  row("T34", ["S3"], "Approve after the four weeks", ["A", "AC"], AAP, "Approved", [clause(A8, "5.6")], {
    ...SG_ONLY,
    withoutMeeting: true,
    requiresRecordedStep: true,
    waits: [{ since: "S3", period: "moreTimeAap", toMeeting: false, fromMeetingEnd: true }],
  }),
  row("T35", ["SG"], "Note as not approved", ["NAa"], AAP, "Not approved", [clause(A8, "5.4"), clause(A8, "5.8")], {
    ...SG_ONLY,
    waits: [INTENT],
    needs: ["inMeeting"],
  }),
  row("T59", ["S3"], "Note formal opposition", ["NAa"], AAP, "Not approved", [clause(A8, "5.4"), clause(A8, "5.6.1")], {
    withoutMeeting: true,
    deadline: { since: "S3", period: "moreTimeAap", fromMeetingEnd: true },
    needs: ["reason"],
  }),
  row("T36", ["NAa", "NA"], "Re-initiate the Last Call", ["RI"], AAP, "Step", [clause(A8, "5.8")], {
    atOnce: true,
    withoutMeeting: true,
    note: "Without a new consent.",
  }),
  row("T60", ["NAa", "NA"], "Start the Last Call again", ["LC"], AAP, "Step", [clause(A8, "5.8"), clause(A8, "4.1")], {
    requiresRecordedStep: true,
    withoutMeeting: true,
    needs: ["textLocated", "summary"],
    note: "Without a new consent, where that the Last Call is re-initiated was not recorded.",
  }),
  row("T37", ["NAa", "NA"], "Return to study", ["US"], AAP, "Returned to study", [clause(A8, "5.4")], {
    ...SG_ONLY,
    atOnce: true,
  }),
  row("T38", ["SG"], "Move to TAP", ["D0"], AAP, "Determined", [clause(A8, "5.2")], {
    ...SG_ONLY,
    processAfter: "TAP",
    requiresRecordedStep: true,
    waits: [INTENT],
    needs: ["policyImplication", "inMeeting"],
    note: "It is inferred that the text becomes a determined text that is not yet announced.",
  }),
  row(
    "T58",
    AAP_STEPS.filter((code) => code !== "SG" && code !== "S3"),
    "Return to study",
    ["US"],
    AAP,
    "Returned to study",
    [PRACTICE],
    {
      needs: ["reason"],
      confidence: "inferred",
      remark: "info",
    },
  ),
  row("T49", ["SG"], "Note that more time is requested", ["S3"], AAP, "Step", [clause(A8, "5.6")], {
    ...SG_ONLY,
    waits: [INTENT],
    needs: ["inMeeting"],
  }),
];
