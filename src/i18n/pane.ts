/** What the pane says. */
import { catalogue } from "./language";
import { en, type PaneTexts } from "./pane-en";
import { fr } from "./pane-fr";

/** The texts in the language in use. */
export const paneTexts = catalogue<PaneTexts>({ en, fr });
