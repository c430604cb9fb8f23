/**
 * The catalogues of texts, by area. The English files declare their shape: a key that is missing in French does not compile.
 * English is part of the code that uses it; French is one chunk, loaded when Office is in French.
 */
import type { commands } from "./en/commands";
import type { decisions } from "./en/decisions";
import type { differences } from "./en/differences";
import type { formulas } from "./en/formulas";
import type { functionHelp } from "./en/function-help";
import type { functions } from "./en/functions";
import type { guard } from "./en/guard";
import type { imports } from "./en/imports";
import type { merge } from "./en/merge";
import type { pane } from "./en/pane";
import type { reports } from "./en/reports";
import type { rules } from "./en/rules";
import type { workbook } from "./en/workbook";

export interface Catalogues {
  commands: typeof commands;
  decisions: typeof decisions;
  differences: typeof differences;
  formulas: typeof formulas;
  functionHelp: typeof functionHelp;
  functions: typeof functions;
  guard: typeof guard;
  imports: typeof imports;
  merge: typeof merge;
  pane: typeof pane;
  reports: typeof reports;
  rules: typeof rules;
  workbook: typeof workbook;
}
