/** The texts of the rules in French. */
import type { RulesTexts } from "./rules-texts";
import { rulesEn } from "./rules-en";

export const rulesFr: RulesTexts = rulesEn;
