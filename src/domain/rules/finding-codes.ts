/** The codes of all findings of the rules. Each has its sentences in `i18n/en` and `i18n/fr`. */
import type { PreconditionId } from "./precondition-ids";

/** Findings about an edit itself. */
export type EditCode =
  | "unknownStatus"
  | "unknownStep"
  | "noSteps"
  | "unknownProcess"
  | "unknownKind"
  | "badQuestion"
  | "unlistedQuestion"
  | "otherGroupsQuestion"
  | "highQuestion"
  | "noStudyGroup"
  | "badStudyGroup"
  | "questionWasDate"
  | "questionIsNumber"
  | "badTiming"
  | "timingWasDate"
  | "timingIsNumber"
  | "itemIsNumber"
  | "badDate"
  | "futureDate"
  | "meetingUndated"
  | "clearedStatus"
  | "clearedItem"
  | "clearedSince"
  | "clearedTitle"
  | "key"
  | "reportedOnly"
  | "duplicate"
  | "edition"
  | "givenAgain"
  | "numberStays"
  | "processFrozen"
  | "processFrozenConsented"
  | "processForStatus"
  | "processForKind"
  | "erratumProcess"
  | "noStatusDate"
  | "nameless"
  | "insisted";

/** A change of status or step that is refused; its value `reason` is a message of ReasonCode. */
export type RefusalCode = "cannot" | "cannotStep" | "wrongBody" | "wrongBodyWtsa" | "wrongBodyRapporteurs";

/** Why a change of status is refused. */
export type ReasonCode =
  | "notPermitted"
  | "notPermittedFromStep"
  | "wrongProcess"
  | "tooEarly"
  | "tooLate"
  | "waits"
  | "meetingBegins"
  | "newRow"
  | "erratum"
  | "nonNormative"
  | `X-${1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/** Transitions that no instrument describes: each adds a remark when it is passed. */
export const REMARKED = [
  "T03",
  "T18",
  "T20",
  "T21",
  "T24",
  "T39",
  "T40",
  "T44",
  "T45",
  "T46",
  "T47",
  "T48",
  "T50",
  "T54",
  "T57",
  "T58",
] as const;
export type RemarkCode = (typeof REMARKED)[number];

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type FieldRuleId = `F-0${Exclude<Digit, 0>}` | `F-${1 | 2 | 3}${Digit}` | `F-4${Exclude<Digit, 9>}`;
/** A field rule, or one of its cases that has its own sentence. */
export type FieldRuleCode =
  | FieldRuleId
  | "F-01 duplicate"
  | "F-07 unlisted"
  | "F-07 high"
  | "F-13 erratum"
  | "F-18 rapporteurs"
  | "F-19 rapporteurs"
  | "F-42 not read"
  | "F-09 notation"
  | "F-17 missing"
  | "F-17 future"
  | "F-19 meeting"
  | "F-39 twice"
  | "F-39 acronym"
  | "F-42 condition"
  | "F-48 gap"
  | "F-48 again"
  | "F-48 step";

export type FindingCode = EditCode | RefusalCode | RemarkCode | PreconditionId | FieldRuleCode;
