/** What the rules say, in the language in use. Every text of the rules stands here; the rules themselves hold none. */
import { catalogue } from "./language";
import { rulesEn } from "./rules-en";
import { rulesFr } from "./rules-fr";
import type { RulesTexts } from "./rules-texts";

export { fill } from "./rules-texts";

/** The texts of the rules in the language chosen. */
export const rulesTexts = catalogue<RulesTexts>({ en: rulesEn, fr: rulesFr });
