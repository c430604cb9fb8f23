import { workbook } from "./en/workbook";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const workbookTexts = catalogue("workbook", workbook);
