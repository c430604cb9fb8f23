/** The list of decisions of a meeting: prepared before it, filled during it, reviewed and entered in one go. */
export { prepareDecisions, type PreparedList } from "./prepare";
export { enterList, reviewList, type ReviewedList } from "./enter";
