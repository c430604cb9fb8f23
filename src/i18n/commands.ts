import { commands } from "./en/commands";
import { catalogue } from "./language";

/** The texts of the area in the language in use. */
export const commandTexts = catalogue("commands", commands);
