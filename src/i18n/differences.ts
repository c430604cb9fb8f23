import { differences } from "./en/differences";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const differenceTexts = catalogue("differences", differences);
