/** Every catalogue in English. */
import type { Catalogues } from "../../src/i18n/catalogues";
import { commands } from "../../src/i18n/en/commands";
import { decisions } from "../../src/i18n/en/decisions";
import { differences } from "../../src/i18n/en/differences";
import { formulas } from "../../src/i18n/en/formulas";
import { functionHelp } from "../../src/i18n/en/function-help";
import { functions } from "../../src/i18n/en/functions";
import { guard } from "../../src/i18n/en/guard";
import { imports } from "../../src/i18n/en/imports";
import { merge } from "../../src/i18n/en/merge";
import { pane } from "../../src/i18n/en/pane";
import { reports } from "../../src/i18n/en/reports";
import { rules } from "../../src/i18n/en/rules";
import { workbook } from "../../src/i18n/en/workbook";

export const english: Catalogues = {
  commands,
  decisions,
  differences,
  formulas,
  functionHelp,
  functions,
  guard,
  imports,
  merge,
  pane,
  reports,
  rules,
  workbook,
};
