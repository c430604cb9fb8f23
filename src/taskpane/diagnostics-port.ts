/** What the diagnostics show: versions, API sets, where answers come from, how much is watched. */
import { lookForDamage } from "../commands/actions";
import { lastErrors } from "../commands/errors";
import { NAMESPACE } from "../domain/namespace";
import { answersFromDocuments, programmeIndex } from "../functions/programme-source";
import { language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { capabilities } from "../excel/capabilities";
import { countDependents } from "../excel/dependents";
import { currentSettings } from "../excel/settings";
import type { DiagnosticsPort } from "./ports";

const VERSION = process.env.SG17_VERSION ?? "";

/** The item that the self-test asks about, and what a cell shows where the workbook has no such item. */
const PROBE = "X.1817";
const UNKNOWN_ITEM = "#N/A";

async function facts(): Promise<[string, string][]> {
  const texts = paneTexts().diagnostics;
  const { facts: names, sources, unknown } = texts;
  const can = capabilities();
  const { unguardedTables } = await import(/* webpackChunkName: "guard" */ "../excel/edit-guard");
  const items = await programmeIndex().then(
    (index) => String(index.programme.items.length),
    () => unknown,
  );
  const yes = Object.entries({
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
    ...yes.map(([name, there]): [string, string] => [name, there ? "✓" : "–"]),
    [names.source, answersFromDocuments() ? sources.documents : sources.workbook],
    [names.items, items],
    [names.cells, String(countDependents())],
    [names.guard, [currentSettings().mode, ...unguardedTables().map(({ table }) => `${table}: –`)].join(", ")],
  ];
}

/** The diagnostics of this page. */
export function diagnosticsPort(): DiagnosticsPort {
  return {
    facts,
    errors: lastErrors,
    lookForDamage,
    selfTest: async () => {
      const formula = `=${NAMESPACE}.STATUS("${PROBE}")`;
      const [{ preview }, { tryFormula }] = await Promise.all([
        import(/* webpackChunkName: "formulas" */ "../functions/preview"),
        import(/* webpackChunkName: "formulas" */ "../excel/self-test"),
      ]);
      const answer = await preview(await programmeIndex(), "STATUS", [PROBE]);
      const expected = "rows" in answer ? (answer.rows[0]?.[0] ?? "") : UNKNOWN_ITEM;
      const entered = await tryFormula(formula);
      return {
        formula,
        shown: entered.shown,
        expected,
        passed: entered.formula === formula && entered.shown === expected,
      };
    },
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
