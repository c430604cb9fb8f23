import { formulas } from "./en/formulas";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const formulaTexts = catalogue("formulas", formulas);
