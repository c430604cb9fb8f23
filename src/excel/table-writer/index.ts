/** The one way to write rows of a managed table: used by the edit guard, load, differences, checks and decisions. */
export { queueWrite, revertOf, type QueuedWrite, type WriteConflict } from "./queue-write";
export { queueReplacement } from "./replace-rows";
export {
  appendWrite,
  filledRows,
  fillRange,
  formatFor,
  inTableOrder,
  removalWrite,
  setNumberFormat,
  setValues,
  updateWrite,
  type CellUpdate,
  type CellWrite,
  type RowRemoval,
  type TableWrite,
} from "./table-write";
export { FEW_CELLS, type WrittenBlock } from "./update-cells";
