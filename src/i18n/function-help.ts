import { functionHelp } from "./en/function-help";
import { catalogue } from "./language";

/** The help of functions and arguments in the language in use. */
export const functionHelpTexts = catalogue("functionHelp", functionHelp);
