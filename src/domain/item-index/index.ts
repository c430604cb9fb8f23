/** The queries that functions and pane make on a programme. */
export { countItems, EVERY_GROUP, listItems } from "./item-filter";
export type { ItemFilter } from "./item-filter";
export { namesOfItem } from "./name-register";
export {
  buildIndex,
  findItem,
  sinceOf,
  stateAsOf,
  statusOnDate,
  withChanges,
  withItemChanged,
} from "./programme-index";
export type { FoundItem, IndexChanges, ProgrammeIndex } from "./programme-index";
