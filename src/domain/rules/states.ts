/** The states of the procedures: a status with, inside TAP and AAP, a step. */
import { foldWord } from "../designations/normalise";
import type { WorkItem } from "../model";
import type { Process, Status } from "../vocabulary";

export const STATE_CODES = [
  "PEND",
  "US",
  "D0",
  "D1",
  "D2",
  "D2x",
  "D3",
  "DP",
  "DR",
  "C",
  "LC",
  "LJ",
  "AR",
  "AJ",
  "SG",
  "S3",
  "RI",
  "A",
  "AT",
  "AC",
  "XA",
  "XC",
  "AGR",
  "NA",
  "NAt",
  "NAm",
  "NAa",
  "WTSA",
  "DISC",
  "DEL",
  "DELt",
] as const;
export type StateCode = (typeof STATE_CODES)[number];

export interface State {
  code: StateCode;
  status: Status;
  /** The value of the Step column; null at the start of a status, and where the step is unknown. */
  step: string | null;
  /** The process in which the state exists; null for all processes. */
  process: Process | null;
  meaning: string;
  /** Other spellings of the step that are accepted when typed. */
  spellings: readonly string[];
}

/** All states; the first state of a status is that of an item without a step. */
export const STATES: readonly State[] = [
  state("PEND", "Pending confirmation", null, null, "Proposed, to be confirmed by a study group or working party"),
  state("US", "Under study", null, null, "Active"),
  state("D0", "Determined", null, "TAP", "Judged mature; not yet announced, or no step known", ["Determined", "D0"]),
  state("D1", "Determined", "Announced", "TAP", "Announced by circular; consultation of Member States is open", [
    "D1",
    "Consultation",
    "Consultation open",
  ]),
  state("D2", "Determined", "Consultation closed", "TAP", "70 % of the replies in favour, or no replies", ["D2"]),
  state("D2x", "Determined", "Consultation below 70 %", "TAP", "Fewer than 70 % of the replies in favour", [
    "D2x",
    "Consultation failed",
    "Consultation below 70%",
  ]),
  state("D3", "Determined", "More time requested", "TAP", "A delegation asked for four weeks more", [
    "D3",
    "More time",
  ]),
  state(
    "DP",
    "Determined",
    "Approval postponed",
    "TAP",
    "Approval was put off to a later meeting; the determination holds",
    ["DP", "Postponed", "Deferred to another meeting"],
  ),
  state("DR", "Determined", "Re-determined", "TAP", "Determined again, with a new date", ["DR", "Determined again"]),
  state("C", "Consented", null, "AAP", "Judged mature; Last Call not yet announced, or no step known", [
    "Consented",
    "C",
  ]),
  state("LC", "Consented", "Last Call", "AAP", "Four weeks for comments", ["LC"]),
  state("LJ", "Consented", "Last Call judgement", "AAP", "Comments are judged and resolved", [
    "LJ",
    "Last Call judgment",
    "Comment resolution",
  ]),
  state("AR", "Consented", "Additional Review", "AAP", "Three weeks for comments on the revised text", ["AR"]),
  state("AJ", "Consented", "Additional Review judgement", "AAP", "Comments are judged", [
    "AJ",
    "Additional Review judgment",
  ]),
  state("SG", "Consented", "Study group review", "AAP", "To be decided at a study group meeting", ["SG", "SR"]),
  state("S3", "Consented", "More time requested", "AAP", "A Member State asked for four weeks more", ["More time"]),
  state("RI", "Consented", "Last Call re-initiated", "AAP", "To be announced again without a new consent", ["RI"]),
  state("A", "Approved", null, null, "Approved", ["Approved", "A"]),
  state("AT", "Approved", "Typographical corrections", "AAP", "Approved with typographical corrections", ["AT"]),
  state("AC", "Approved", "Substantial changes", "AAP", "Approved with substantial changes", ["AC"]),
  state("XA", "Approved", "Deletion agreed", null, "In force; the study group agreed to delete it", ["Deletion"]),
  state("XC", "Approved", "Deletion announced", null, "In force; three months for objections to its deletion", [
    "Deletion circular",
  ]),
  state("AGR", "Agreed", null, null, "Agreed: a non-normative text"),
  state("NA", "Not approved", null, null, "Not approved; how is not recorded", ["NA", "Not approved"]),
  state("NAt", "Not approved", "Opposed in the four weeks", "TAP", "Formally opposed in the four weeks of more time"),
  state("NAm", "Not approved", "Opposed at the meeting", "TAP", "Opposed at the study group meeting"),
  state("NAa", "Not approved", "Not approved by the study group", "AAP", "Not approved at the study group meeting"),
  state("WTSA", "Deferred to WTSA", null, null, "For the assembly to decide"),
  state("DISC", "Discontinued", null, null, "Work stopped"),
  state("DEL", "Discontinued", "Recommendation deleted", null, "An approved Recommendation that was deleted", ["REM"]),
  state("DELt", "Discontinued", "Text deleted", null, "An agreed text that was deleted"),
];

const BY_CODE = new Map(STATES.map((entry) => [entry.code, entry]));

/** The state with this code. */
export function stateWithCode(code: StateCode): State {
  const found = BY_CODE.get(code);
  if (!found) throw new RangeError(`No state "${code}".`);
  return found;
}

/** The first state of each status. */
const INITIAL = new Map([...STATES].reverse().map((entry) => [entry.status, entry]));

/** Returns the first state of a status. */
export function initialState(status: Status): State {
  const found = INITIAL.get(status);
  if (!found) throw new RangeError(`No state for status "${status}".`);
  return found;
}

/** Returns the state of an item; for an unknown step, the first state of its status. */
export function stateOf(item: Pick<WorkItem, "status" | "step">): State {
  return findState(item.status, item.step) ?? initialState(item.status);
}

const exactly = new Map(STATES.map((entry) => [`${entry.status} ${entry.step ?? ""}`, entry]));

/** Returns the state of a status with a typed step: the value of the Step column, a code or another spelling; null where there is none. */
export function findState(status: Status, step: string | null): State | null {
  if (step === null) return initialState(status);
  const exact = exactly.get(`${status} ${step}`);
  if (exact?.step != null) return exact;
  const wanted = foldWord(step);
  if (wanted === "") return initialState(status);
  return (
    STATES.find(
      (entry) =>
        entry.status === status &&
        [entry.step ?? "", ...entry.spellings].some((word) => word && foldWord(word) === wanted),
    ) ?? null
  );
}

/** Returns the values of the Step column for a status, in order. */
export function stepsOf(status: Status): string[] {
  return STATES.flatMap((entry) => (entry.status === status && entry.step ? [entry.step] : []));
}

function state(
  code: StateCode,
  status: Status,
  step: string | null,
  process: Process | null,
  meaning: string,
  spellings: readonly string[] = [],
): State {
  return { code, status, step, process, meaning, spellings };
}
