/** The facts of the diagnostics (versions, API sets, the source of answers, guarded tables) and the self-test. */
import { NAMESPACE } from "../domain/namespace";
import { capabilities } from "../excel/capabilities";
import { countDependents } from "../excel/dependents";
import { unguardedTables } from "../excel/edit-guard";
import { currentSettings } from "../excel/settings";
import { answersFromDocuments, programmeIndex } from "../functions/programme-source";
import { language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";

const VERSION = process.env.SG17_VERSION ?? "";

/** The item of the self-test, and what a cell shows where the workbook has no such item. */
const TEST_ITEM = "X.1817";
const UNKNOWN_ITEM = "#N/A";

/** Names and values, in the order to show them. */
export async function diagnosticFacts(): Promise<[string, string][]> {
  const { facts: names, sources, unknown } = paneTexts().diagnostics;
  const can = capabilities();
  const items = await programmeIndex().then(
    (index) => String(index.programme.items.length),
    () => unknown,
  );
  const features = Object.entries({
    "Table.resize": can.tableResize,
    "trigger source": can.triggerSource,
    "entity cards": can.entityCards,
    "sheet name events": can.sheetNameEvents,
    "undo groups": can.mergeUndoGroup,
    "shared runtime": can.sharedRuntime,
    "custom functions": can.customFunctions,
  });
  return [
    [names.version, VERSION],
    [names.namespace, NAMESPACE],
    [names.host, Office.context.diagnostics.version],
    [names.platform, String(Office.context.platform)],
    [names.language, `${Office.context.displayLanguage} (${language()}), ${Office.context.contentLanguage}`],
    ["ExcelApi", can.excelApi ?? unknown],
    ...features.map(([name, isSupported]): [string, string] => [name, isSupported ? "✓" : "–"]),
    [names.source, answersFromDocuments() ? sources.documents : sources.workbook],
    [names.items, items],
    [names.cells, String(countDependents())],
    [names.guard, [currentSettings().mode, ...unguardedTables().map(({ table }) => `${table}: –`)].join(", ")],
  ];
}

export interface SelfTestResult {
  formula: string;
  /** What the cell showed: a value, or Excel's error. */
  shown: string;
  /** What the functions return. */
  expected: string;
  /** Whether Excel kept the formula as it was entered, and shows the expected answer. */
  passed: boolean;
}

/**
 * Enters a formula on a scratch sheet, reads it back and removes the sheet.
 * @throws WorkbookError where the workbook cannot be written
 */
export async function testFunctions(): Promise<SelfTestResult> {
  const formula = `=${NAMESPACE}.STATUS("${TEST_ITEM}")`;
  const [{ preview }, { tryFormula }] = await Promise.all([
    import(/* webpackChunkName: "formulas" */ "../functions/preview"),
    import(/* webpackChunkName: "formulas" */ "../excel/self-test"),
  ]);
  const answer = await preview(await programmeIndex(), "STATUS", [TEST_ITEM]);
  const expected = "rows" in answer ? (answer.rows[0]?.[0] ?? "") : UNKNOWN_ITEM;
  const entered = await tryFormula(formula);
  return {
    formula,
    shown: entered.shown,
    expected,
    passed: entered.formula === formula && entered.shown === expected,
  };
}
