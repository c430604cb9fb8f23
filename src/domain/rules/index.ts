/** The approval procedures as data, and pure functions on them: evaluating edits, next steps, checking the programme. */
export { canBecome } from "./can-become";
export { checkItem, checkProgramme } from "./check";
export { factsOf } from "./facts";
export { evaluate } from "./evaluate";
export { possibleNext } from "./next-steps";
export { questionsNamed } from "./questions";
export { stepsOf } from "./states";
export { itemsTitled, twinsOf } from "./titles";
export type * from "./types";
