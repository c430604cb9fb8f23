/** The decisions of a meeting: candidates, reading, review as a whole, counts. */
export { candidatesFor, possibleDecisions, SECTIONS, type Candidate, type DecisionSection } from "./candidates";
export { countDecisions, type CountedTable, type DecisionCount } from "./counts";
export { decisionName, decisionNamed, decisionOfStep, type Decision } from "./decision";
export { canBeChanged, CHANGING_KINDS, newTextOf, type ChangingKind } from "./editions";
export { DECISION_FIELDS, filled, FILLED_FIELDS, type DecisionCells, type DecisionFieldId } from "./decision-fields";
export { readDecisionLines } from "./read-lines";
export { decisionContext, reviewDecisions, type DecisionRefusal, type DecisionResult } from "./review";
