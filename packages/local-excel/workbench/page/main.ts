/** The workbench: a local Excel with a grid, and the add-in that is served beside this page in it. */
import { LocalExcel } from "../../host/index";
import type { RibbonAction } from "../../manifest";
import { functionNames } from "../../host/functions/metadata";
import { restoreSnapshot, workbookData } from "../../xlsx/restore-snapshot";
import { type Addin, readAddin } from "./addin";
import { loadBackgroundPage } from "./background-page";
import { showCellCards } from "./cell-card";
import { wireCellEditor } from "./cell-editor";
import { openedWorkbook, wireOpen } from "./open";
import { wireSave } from "./save";
import { showDropDowns } from "./drop-down";
import { byId } from "./elements";
import { createGrid } from "./grid";
import { enforcePermissions } from "./grid-permissions";
import { createApi } from "./workbench-api";
import { drawCharts } from "./painting/charts";
import { paintSheets } from "./painting/painting";
import { fitRowHeights } from "./painting/row-heights";
import { drawRibbon, updateRibbon } from "./ribbon";
import { watchStatus } from "./status-bar";
import { SystemTheme } from "./system-theme";
import { TaskPane } from "./task-pane";
import { OFFICE_THEMES, systemTheme } from "./themes";
import { wireThemeSwitch, wireTitleBar } from "./title-bar";
import "./workbench.css";

const asked = new URLSearchParams(location.search);

/** The language of Excel's user interface here: English, or what the address asks for (`?language=fr-FR`). */
function language(): string {
  return asked.get("language") ?? "en-US";
}

/** The user's regional settings, where the address asks for some (`?locale=fr-CH`). */
function region(): { locale?: string } {
  const locale = asked.get("locale");
  return locale === null ? {} : { locale };
}

/** Whether the workbook is open for viewing only (`?view-only`). */
const viewOnly = asked.has("view-only");

async function start(): Promise<void> {
  const addin = await readAddin(language());
  const opened = await openedWorkbook();
  const names = functionNames(addin.manifest.namespace, addin.functions);
  const univerAPI = createGrid(
    byId("grid"),
    opened ? { ...workbookData(opened.snapshot, names), name: opened.name } : undefined,
  );
  const theme: Record<string, string> = {};
  const excel = new LocalExcel({
    univerAPI,
    manifest: addin.manifest,
    functions: addin.functions,
    displayLanguage: language(),
    ...region(),
    viewOnly,
    theme,
  });
  const pane = new TaskPane(addin.manifest.displayName);
  const system = new SystemTheme(systemTheme());
  Object.assign(window, {
    // The add-in's page calls this before office.js runs in it (see addin-pages.ts).
    localExcelAttach: (win: Window) => {
      system.attach(win);
      excel.attach(win);
    },
    localExcel: createApi(excel, univerAPI),
  });

  paintSheets(excel, univerAPI);
  drawCharts(excel, byId("grid"));
  fitRowHeights(excel);
  wireCellEditor(excel, univerAPI);
  enforcePermissions(excel, univerAPI);
  showDropDowns(excel);
  showCellCards(excel);
  if (opened) restoreSnapshot(excel.host, opened.snapshot);
  wireTitleBar(univerAPI);
  wireOpen((problem) => (byId("status").textContent = problem));
  wireSave(excel, () => univerAPI.getActiveWorkbook()?.getName() ?? "Book1");
  wireThemeSwitch(systemTheme(), (chosen) => {
    univerAPI.toggleDarkMode(chosen === "dark");
    Object.assign(theme, OFFICE_THEMES[chosen]);
    system.set(chosen);
  });
  drawRibbon(addin.manifest.tabs, {
    localUrl: addin.localUrl,
    press: (action) => void press(action, addin, excel, pane),
  });
  excel.host.onRibbon = () => updateRibbon(excel.host.ribbon);
  excel.host.onPaneState = (visible) => (visible ? pane.show() : pane.hide());
  watchStatus(excel, () => hasStarted(excel, addin));
  // As after sideloading into Excel: the add-in's page runs, and its pane is open.
  const { runtimePage, functionsPage, functionsScript } = addin.manifest;
  pane.load(addin.localUrl(runtimePage));
  if (functionsPage !== "" && functionsPage !== runtimePage) {
    void loadBackgroundPage(addin.localUrl(functionsPage), addin.localUrl(functionsScript));
  }
  pane.show();
}

/** Whether the add-in's page has come up: with functions, Excel waits for them. */
function hasStarted(excel: LocalExcel, addin: Addin): boolean {
  const runtimes = [...excel.host.runtimes()];
  return runtimes.some((runtime) => runtime.functionsReady || addin.functions.functions.length === 0);
}

async function press(action: RibbonAction, addin: Addin, excel: LocalExcel, pane: TaskPane): Promise<void> {
  switch (action.kind) {
    case "ShowTaskpane":
      pane.load(addin.localUrl(action.page));
      pane.show();
      return;
    case "ExecuteFunction":
      if (addin.manifest.functionFile === "") await excel.runAction(action.functionName);
      else
        await excel.runAction(
          action.functionName,
          await loadBackgroundPage(addin.localUrl(addin.manifest.functionFile)),
        );
      return;
    case "none":
      throw new Error("The manifest gives this button no action.");
  }
}

start().catch((error: unknown) => {
  byId("status").textContent =
    `The workbench could not start: ${error instanceof Error ? error.message : String(error)}`;
  throw error;
});
