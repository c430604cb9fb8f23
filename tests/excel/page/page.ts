/** The workbook side on a page of its own: what tests call inside Microsoft's runtime. */
import * as documents from "./documents";
import { readSeeds } from "../../../src/import/seeds";
import * as workbook from "../../../src/excel";
import * as checks from "../../../src/excel/checks";
import * as changes from "../../../src/excel/change-events";
import * as decisions from "../../../src/excel/decisions";
import * as dependents from "../../../src/excel/dependents";
import * as formulaErrors from "../../../src/excel/formula-errors";
import * as formulas from "../../../src/excel/refresh-formulas";
import * as guard from "../../../src/excel/edit-guard";
import * as load from "../../../src/excel/load";
import * as reportSheets from "../../../src/excel/report-sheets";
import * as recentActions from "../../../src/excel/recent-actions";
import * as store from "../../../src/excel/programme-store";
import * as tableWriter from "../../../src/excel/table-writer";
import * as readTables from "../../../src/excel/read-tables";

const parts = {
  workbook,
  changes,
  checks,
  decisions,
  dependents,
  formulaErrors,
  formulas,
  guard,
  load,
  reportSheets,
  recentActions,
  store,
  tableWriter,
  readTables,
  documents,
  readSeeds,
};
export type WorkbookPage = typeof parts;

CustomFunctions.associate("ECHO", (value: unknown) => value);

/** A function that asks as ours do: it tells its address, and answers the item's status. */
CustomFunctions.associate("STATUSOF", (key: string, invocation: CustomFunctions.Invocation) => {
  dependents.registerDependency(invocation.address ?? "", [key]);
  calls.push(invocation.address ?? "");
  if (failing) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "not loaded");
  return store.currentProgramme()?.items.find((item) => item.key === key)?.status ?? "none";
});

const calls: string[] = [];
let failing = false;
const fail = (yes: boolean): void => {
  failing = yes;
};
Object.assign(window, { parts, calls, fail });
