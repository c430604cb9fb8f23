import { pane } from "./en/pane";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const paneTexts = catalogue("pane", pane);
