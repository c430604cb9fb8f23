/** Every catalogue in French: one chunk, loaded where people read French. */
import type { Catalogues } from "../catalogues";
import { commands } from "./commands";
import { decisions } from "./decisions";
import { differences } from "./differences";
import { formulas } from "./formulas";
import { functionHelp } from "./function-help";
import { functions } from "./functions";
import { guard } from "./guard";
import { imports } from "./imports";
import { merge } from "./merge";
import { pane } from "./pane";
import { reports } from "./reports";
import { rules } from "./rules";
import { withTypography } from "./typography";
import { workbook } from "./workbook";

const texts: Catalogues = {
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

export const french = withTypography(texts);
