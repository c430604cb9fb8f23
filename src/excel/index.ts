/** The workbook: tables in and out, the programme in memory, and everything else that talks to Excel. */
export { capabilities, type HostCapabilities } from "./capabilities";
export { errorSentence, WorkbookError } from "./excel-errors";
export { countDependents, registerDependency, type ChangedKeys } from "./dependents";
export * from "./load";
export { onSelectionChanged, goTo, goToItem, selectedItem, type ItemLocation, type Selected } from "./navigation";
export { runExcel } from "./excel-run";
export { currentSettings, onSettingsChanged, readSettings, type WorkbookSettings } from "./settings";
export { writeSettings } from "./write-settings";
export { ensureStarted, onBackgroundError, startWorkbook } from "./start";
export {
  applyChanges,
  applyEvent,
  currentIndex,
  currentProgramme,
  onProgrammeChanged,
  refreshStore,
  whenReady,
} from "./programme-store";
