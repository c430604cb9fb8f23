/** The approval procedures as data, and what follows from them: judging edits, next steps, checking the programme. Pure. */
export { judge } from "./judge";
export { canBecome, type CanBecome } from "./can-become";
export { possibleNext } from "./possible";
export { factsOf } from "./facts";
export type * from "./types";
