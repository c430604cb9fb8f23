/** Merges documents into one programme. */
export { happeningsOf, statusAsOf } from "./as-of";
export type { ItemChange, KeptEdit, ProgrammeDiff } from "./differences";
export { documentDate, documentId, documentMonth } from "./document-events";
export { importEffects } from "./import-effects";
export type { DocumentEffects, RowEffect, TakenAway } from "./import-effects";
export { foldEvents } from "./fold";
export type { Folded } from "./fold";
export { EMPTY_PROGRAMME, joinDocuments, joinSteps, mergeDocuments, mergeSteps } from "./merge";
export { recordedDocuments, recordOf } from "./recorded-documents";
export type { Merged } from "./merge";
export { compareEvents, compareHappenings, eventsByItem } from "./order";
export { stateOn, startsStatus } from "./item-state";
export type { DatedState } from "./item-state";
export { PROCESS_BY_MARK, STATUS_OF_KIND, TABLE_RULES } from "./table-rules";
