/** The list of decisions of a meeting: prepared before it, filled during it, reviewed and entered in one go. */
export { choicesOf } from "./decision-list";
export { enterList, reviewList, type ReviewedList } from "./enter";
export { fillRow, pasteDecisions } from "./fill";
export { prepareDecisions, type PreparedList } from "./prepare";
export { decideOn, selectedItems, sharedSteps, startNewText } from "./single";
