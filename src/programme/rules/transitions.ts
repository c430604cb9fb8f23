/** What may happen to a work item: the transition table of the procedures as data. */
import { PROCESSES, type EventKind, type Process, type Status } from "../vocabulary";
import { clause, type Clause, type Confidence } from "./instruments";
import type { PeriodId } from "./periods";
import type { PreconditionId } from "./preconditions";
import type { StateCode } from "./states";
import type { Body, Severity } from "./types";

/** A period that must be over: so long since the item came into a state. */
export interface Wait {
  since: StateCode;
  period: PeriodId;
  /** Measured to the first day of the meeting that decides, where the date falls into one that is known. */
  toMeeting: boolean;
}

export interface Transition {
  id: string;
  from: readonly StateCode[] | "new row" | "any";
  /** In the imperative, for a button. French in the message catalogue, under the same id. */
  action: string;
  to: readonly StateCode[] | "same" | "new row";
  process: readonly Process[];
  /** Process after it, where it changes. */
  processAfter?: Process;
  event: EventKind;
  bodies: readonly Body[];
  waits: readonly Wait[];
  /** The latest day, where there is one. */
  deadline?: { since: StateCode; period: PeriodId };
  needs: readonly PreconditionId[];
  /** Gravest finding the row may give: what no instrument confirms never forbids. */
  severity: Severity;
  /** What the row remarks when it is passed; absent where it passes in silence. */
  remark?: Severity;
  clauses: readonly Clause[];
  known: Confidence;
  /** Whether it may follow a decision not to approve in one and the same edit: the study group declines and says what next. */
  atOnce?: true;
  /** How the row is to be read where the instrument leaves room. */
  note?: string;
}

type RowOptions = Partial<Omit<Transition, "id" | "from" | "action" | "to" | "process" | "event" | "clauses">>;

const TAP: readonly Process[] = ["TAP"];
const AAP: readonly Process[] = ["AAP"];
const AGREEMENT: readonly Process[] = ["Agreement"];
const NORMATIVE: readonly Process[] = ["TAP", "AAP"];
const RES1 = "Res.1-2016";
const A8 = "A.8-2008";
const A1 = "A.1-2016";
const PRACTICE = clause("practice");
const TAP_STEPS: readonly StateCode[] = ["D0", "D1", "D2", "D2x", "D3"];
const AAP_STEPS: readonly StateCode[] = ["C", "LC", "LJ", "AR", "AJ", "SG", "S3", "RI"];
const NOT_APPROVED: readonly StateCode[] = ["NA", "NAt", "NAm", "NAa"];
const APPROVED: readonly StateCode[] = ["A", "AT", "AC"];

const NOTICE: Wait = { since: "D1", period: "noticeBeforeMeeting", toMeeting: true };
const LAST_CALL: Wait = { since: "LC", period: "lastCall", toMeeting: false };
const ADDITIONAL_REVIEW: Wait = { since: "AR", period: "additionalReview", toMeeting: false };
const INTENT: Wait = { since: "SG", period: "intentBeforeMeeting", toMeeting: true };

const MATURE_TEXT: readonly PreconditionId[] = ["textLocated", "summary", "outsideReferences", "inMeeting"];
const SG_ONLY: RowOptions = { bodies: ["SG"] };

/** Creating, confirming, running and stopping a work item. */
const WORK_ITEMS: readonly Transition[] = [
  row("T01", "new row", "Propose", ["PEND"], PROCESSES, "Proposed", [clause(A1, "1.4.7"), clause(A1, "Annex A")], {
    needs: ["question", "title", "editor", "justification"],
  }),
  row("T02", ["PEND"], "Confirm as work item", ["US"], PROCESSES, "New work item", [clause(A1, "1.4.7")], {
    needs: ["processKnown", "timingKnown", "editor", "inMeeting"],
    note: "Which body confirms is inferred from the database's own label.",
  }),
  row("T03", ["PEND"], "Reject", ["DISC"], PROCESSES, "Discontinued", [PRACTICE], {
    known: "inferred",
    remark: "info",
  }),
  row("T04", ["US"], "Re-plan", "same", PROCESSES, "Changed", [clause(A1, "1.4.7")], { needs: ["timingAhead"] }),
  row("T05", ["US"], "Change the process", "same", PROCESSES, "Changed", [clause(RES1, "8.1.1"), clause(RES1, "8.3")], {
    ...SG_ONLY,
    needs: ["processDecision"],
  }),
  row("T06", ["US"], "Determine", ["D0"], TAP, "Determined", [clause(RES1, "9.3.1")], { needs: MATURE_TEXT }),
  row("T07", ["US"], "Consent", ["C"], AAP, "Consented", [clause(A8, "3.1")], { needs: MATURE_TEXT }),
  row("T08", ["US"], "Agree", ["AGR"], AGREEMENT, "Agreed", [clause(RES1, "1bis.6"), clause(A1, "1.8.2")], {
    needs: ["textLocated", "bodyMayAgree", "inMeeting"],
  }),
  row("T09", ["US"], "Discontinue", ["DISC"], PROCESSES, "Discontinued", [clause(A1, "1.4.7")], {
    needs: ["noContributions"],
  }),
];

/** The traditional approval process. */
const TAP_ROWS: readonly Transition[] = [
  row("T10", ["D0"], "Announce", ["D1"], TAP, "Step", [clause(RES1, "9.3.1"), clause(RES1, "9.3.3")], {
    needs: ["announcedInTime", "textLocated", "summary"],
  }),
  row("T11", ["D1"], "Close the consultation", ["D2"], TAP, "Step", [clause(RES1, "9.4.1"), clause(RES1, "9.4.5")], {
    needs: ["consultationOver", "support"],
  }),
  row("T12", ["D1"], "Close the consultation, below 70 %", ["D2x"], TAP, "Step", [clause(RES1, "9.4.6")], {
    needs: ["consultationOver"],
  }),
  row("T13", ["D2"], "Approve", ["A"], TAP, "Approved", [clause(RES1, "9.3.3"), clause(RES1, "9.5.3")], {
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
    waits: [{ since: "D3", period: "moreTimeTap", toMeeting: false }],
  }),
  row("T16", ["D3"], "Note formal opposition", ["NAt"], TAP, "Not approved", [clause(RES1, "9.5.5.1")], {
    deadline: { since: "D3", period: "moreTimeTap" },
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
      needs: ["opposedInFourWeeks", "announcedInTime"],
      note: "Only after formal opposition in the four weeks of more time.",
    },
  ),
  row("T18", ["D2"], "Defer to another meeting", ["D0"], TAP, "Step", [clause(RES1, "9.5.2")], {
    waits: [NOTICE],
    needs: ["reason"],
    known: "inferred",
    remark: "warning",
    note: "A new determination is prudent where the text changed in substance.",
  }),
  row(
    "T19",
    ["D2"],
    "Note as not approved",
    ["NAm"],
    TAP,
    "Not approved",
    [clause(RES1, "9.3.3"), clause(RES1, "9.5.3")],
    {
      ...SG_ONLY,
      waits: [NOTICE],
      needs: ["inMeeting"],
    },
  ),
  row("T20", ["D2x"], "Announce again for a later meeting", ["D1"], TAP, "Step", [clause(RES1, "9.4.6")], {
    needs: ["reason", "announcedInTime"],
    known: "inferred",
    remark: "warning",
  }),
  row("T21", ["D0", "D2x", "NA", "NAt", "NAm"], "Return to study", ["US"], TAP, "Returned to study", [PRACTICE], {
    atOnce: true,
    known: "inferred",
    remark: "info",
  }),
];

/** Deferral to the assembly and what it decides. */
const WTSA_ROWS: readonly Transition[] = [
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
    known: "inferred",
    remark: "info",
  }),
];

/** The alternative approval process. */
const AAP_ROWS: readonly Transition[] = [
  row("T25", ["C", "RI"], "Start the Last Call", ["LC"], AAP, "Step", [clause(A8, "3.2"), clause(A8, "4.1")], {
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
      waits: [LAST_CALL],
    },
  ),
  row("T27", ["LC"], "Judge the comments", ["LJ"], AAP, "Step", [clause(A8, "4.1"), clause(A8, "4.4.2")], {
    waits: [LAST_CALL],
  }),
  row("T28", ["LJ"], "Start the Additional Review", ["AR"], AAP, "Step", [clause(A8, "4.4.3"), clause(A8, "4.5")]),
  row("T29", ["LJ"], "Refer to the study group", ["SG"], AAP, "Step", [clause(A8, "4.4.2"), clause(A8, "4.6")], {
    needs: ["intentInTime"],
  }),
  row("T30", ["AR"], "Approve after the Additional Review", ["A", "AT"], AAP, "Approved", [clause(A8, "4.5.1")], {
    ...SG_ONLY,
    waits: [ADDITIONAL_REVIEW],
  }),
  row("T31", ["AR"], "Judge the comments", ["AJ"], AAP, "Step", [clause(A8, "4.5"), clause(A8, "4.5.2")], {
    waits: [ADDITIONAL_REVIEW],
  }),
  row("T32", ["AJ"], "Refer to the study group", ["SG"], AAP, "Step", [clause(A8, "4.5.2"), clause(A8, "4.6")], {
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
    waits: [{ since: "S3", period: "moreTimeAap", toMeeting: false }],
  }),
  row(
    "T35",
    ["SG", "S3"],
    "Note as not approved",
    ["NAa"],
    AAP,
    "Not approved",
    [clause(A8, "5.4"), clause(A8, "5.8")],
    {
      ...SG_ONLY,
      waits: [INTENT],
    },
  ),
  row("T36", ["NAa", "NA"], "Re-initiate the Last Call", ["RI"], AAP, "Step", [clause(A8, "5.8")], {
    atOnce: true,
    note: "Without a new consent.",
  }),
  row("T37", ["NAa", "NA"], "Return to study", ["US"], AAP, "Returned to study", [clause(A8, "5.4")], {
    ...SG_ONLY,
    atOnce: true,
  }),
  row("T38", ["SG"], "Move to TAP", ["D0"], AAP, "Determined", [clause(A8, "5.2")], {
    ...SG_ONLY,
    processAfter: "TAP",
    waits: [INTENT],
    needs: ["policyImplication", "inMeeting"],
    note: "That it arrives as a determined text not yet announced is inferred.",
  }),
  row("T49", ["SG"], "Note that more time is requested", ["S3"], AAP, "Step", [clause(A8, "5.6")], {
    ...SG_ONLY,
    waits: [INTENT],
    needs: ["inMeeting"],
  }),
];

/** Stopping, reopening, and what follows an end. */
const ENDS: readonly Transition[] = [
  row("T39", [...TAP_STEPS, ...AAP_STEPS], "Discontinue", ["DISC"], NORMATIVE, "Discontinued", [PRACTICE], {
    ...SG_ONLY,
    needs: ["reason"],
    known: "inferred",
    remark: "warning",
    note: "No procedure exists for stopping a text already determined or consented.",
  }),
  row("T40", ["DISC"], "Reopen", ["US"], PROCESSES, "New work item", [PRACTICE], {
    needs: ["justification"],
    known: "inferred",
    remark: "warning",
  }),
  row(
    "T41",
    [...APPROVED, "AGR"],
    "Start a new edition, amendment or corrigendum",
    "new row",
    PROCESSES,
    "New work item",
    [clause(RES1, "9.3.9"), clause(A8, "3.7")],
    { needs: ["stability"] },
  ),
  row(
    "T42",
    APPROVED,
    "Delete the Recommendation",
    ["DEL"],
    PROCESSES,
    "Discontinued",
    [clause(RES1, "9.8.2"), clause(A8, "8.2")],
    {
      ...SG_ONLY,
      waits: [{ since: "A", period: "deletionObjection", toMeeting: false }],
      needs: ["reason"],
    },
  ),
  row("T43", "any", "Rename or give a number", "same", PROCESSES, "Changed", [clause(A1, "1.4.7")], {
    needs: ["nameFree"],
  }),
];

/** Ways on from a text that was not approved, and the texts to which neither process applies: as the reports show them. */
const FROM_PRACTICE: readonly Transition[] = [
  row("T44", NOT_APPROVED, "Determine again", ["D0"], TAP, "Determined", [clause(RES1, "9.3.1")], {
    needs: MATURE_TEXT,
    known: "inferred",
    remark: "info",
    note: "Resolution 1 asks for a determination and does not say how often; the reports speak of re-determination.",
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
      needs: ["textLocated", "otherKindOfText", "bodyMayAgree", "inMeeting"],
      known: "inferred",
      remark: "info",
    },
  ),
  row("T46", NOT_APPROVED, "Discontinue", ["DISC"], PROCESSES, "Discontinued", [clause(A1, "1.4.7")], {
    known: "inferred",
    remark: "info",
  }),
  row("T47", ["NA", "NAa"], "Consent again", ["C"], AAP, "Consented", [clause(A8, "5.4"), clause(A8, "3.1")], {
    needs: MATURE_TEXT,
    known: "inferred",
    remark: "info",
  }),
  row("T48", ["US"], "Approve", ["A"], ["Approval"], "Approved", [PRACTICE], {
    ...SG_ONLY,
    needs: ["inMeeting"],
    known: "inferred",
    remark: "info",
    note: "The 2017 report marks texts for approval to which neither TAP nor AAP applies.",
  }),
];

/** Every transition, T01 to T49. */
export const TRANSITIONS: readonly Transition[] = [
  ...WORK_ITEMS,
  ...TAP_ROWS,
  ...WTSA_ROWS,
  ...AAP_ROWS,
  ...ENDS,
  ...FROM_PRACTICE,
].sort((a, b) => a.id.localeCompare(b.id));

/** A change of status that the procedures rule out, even where a chain of permitted steps would lead there. */
export interface Forbidden {
  id: string;
  from: readonly Status[];
  to: readonly Status[];
  /** The transitions that are exempt. */
  except: readonly string[];
  clauses: readonly Clause[];
}

/** What is forbidden outright. The reasons in words stand in the message catalogue under the same ids. */
export const FORBIDDEN: readonly Forbidden[] = [
  {
    id: "X-1",
    from: ["Under study"],
    to: ["Approved"],
    except: ["T48"],
    clauses: [clause(RES1, "9.3.1"), clause(A8, "3.1")],
  },
  {
    id: "X-2",
    from: ["Pending confirmation"],
    to: ["Determined", "Consented", "Agreed", "Approved"],
    except: [],
    clauses: [clause(A1, "1.4.7")],
  },
  {
    id: "X-3",
    from: ["Consented"],
    to: ["Determined"],
    except: ["T38"],
    clauses: [clause(RES1, "8.3"), clause(A8, "5.2")],
  },
  { id: "X-4", from: ["Determined"], to: ["Consented"], except: [], clauses: [clause(RES1, "8.3")] },
  {
    id: "X-5",
    from: ["Determined", "Consented"],
    to: ["Agreed"],
    except: [],
    clauses: [clause(A1, "1.8.2")],
  },
  {
    id: "X-6",
    from: ["Approved"],
    to: [
      "Pending confirmation",
      "Under study",
      "Determined",
      "Consented",
      "Agreed",
      "Not approved",
      "Deferred to WTSA",
      "Discontinued",
    ],
    except: ["T42"],
    clauses: [clause(RES1, "9.3.9"), clause(RES1, "9.8.2"), clause(A8, "3.7")],
  },
];

/** The transition with this id. */
export function transitionWithId(id: string): Transition {
  const found = TRANSITIONS.find((transition) => transition.id === id);
  if (!found) throw new RangeError(`No transition "${id}".`);
  return found;
}

function row(
  id: string,
  from: Transition["from"],
  action: string,
  to: Transition["to"],
  process: readonly Process[],
  event: EventKind,
  clauses: readonly Clause[],
  options: RowOptions = {},
): Transition {
  const known = options.known ?? "confirmed";
  return {
    id,
    from,
    action,
    to,
    process,
    event,
    bodies: ["SG", "WP"],
    waits: [],
    needs: [],
    severity: known === "confirmed" ? "error" : "warning",
    clauses,
    ...options,
    known,
  };
}
