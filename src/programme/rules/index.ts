/** The approval procedures as data, and what follows from them: judging edits, next steps, checking the programme. Pure. */
export { canBecome, type CanBecome } from "./can-become";
export { checkItem, checkProgramme, type Progress } from "./check";
export { factsOf } from "./facts";
export { judge } from "./judge";
export { possibleNext } from "./possible";
export { STATES, stepsOf } from "./states";
export type * from "./types";
