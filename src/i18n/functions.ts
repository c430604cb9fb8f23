import { functions } from "./en/functions";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const functionTexts = catalogue("functions", functions);
