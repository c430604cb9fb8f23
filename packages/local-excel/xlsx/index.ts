/** The workbook as an .xlsx file, and as the plain data in between. */
export { openXlsx } from "./open";
export { saveXlsx } from "./save";
export type { WorkbookSnapshot } from "./snapshot";
export { takeSnapshot } from "./take-snapshot";
