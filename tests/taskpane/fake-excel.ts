/**
 * What the pane's code imports from src/excel, without Excel: settings, guard, selection and tables in memory, with a record of the calls.
 * Everything above it (commands, domain, i18n, functions, the pane itself) is the shipped code.
 */
import type { CellDifference, LoadOptions, LoadOutcome } from "../../src/excel/load";
import type { TableProblem } from "../../src/domain/edit-review/message";
import type * as LoadModule from "../../src/excel/load";
import type * as NavigationModule from "../../src/excel/navigation";
import type * as GuardModule from "../../src/excel/edit-guard";
import type * as InsertModule from "../../src/excel/insert-formula";
import type * as FormulasModule from "../../src/excel/refresh-formulas";
import type * as ReportModule from "../../src/excel/report-sheets";
import type * as SettingsModule from "../../src/excel/settings";
import type * as WriteSettingsModule from "../../src/excel/write-settings";
import type { WorkbookSettings } from "../../src/excel/settings";
import type { GuardMessage } from "../../src/domain/edit-review/message";
import type { Selected } from "../../src/excel/navigation";

/** What the pane asked of Excel. */
export interface Calls {
  steps: unknown[][];
  overrides: unknown[][];
  /** Keys of items and ids of messages and differences that were gone to. */
  shown: string[];
  loads: number;
  copied: string[];
  reports: unknown[];
  /** Dates after which changes were listed. */
  changes: string[];
  /** Ids of differences whose cells were written. */
  written: string[];
  repairs: number;
  refreshes: number;
  /** Formulas that were inserted. */
  formulas: string[];
  tableReads: number;
  /** Dates of meetings that were entered. */
  meetingDates: unknown[][];
  /** Cells of meetings that were entered. */
  meetingCells: unknown[][];
}

const noCalls = (): Calls => ({
  steps: [],
  overrides: [],
  shown: [],
  loads: 0,
  copied: [],
  reports: [],
  changes: [],
  written: [],
  repairs: 0,
  refreshes: 0,
  formulas: [],
  tableReads: 0,
  meetingDates: [],
  meetingCells: [],
});

const NOTHING_LOADED: LoadOutcome = {
  outcome: "loaded",
  report: { created: [], added: {}, updated: {}, removed: {}, differences: [], kept: [], problems: [] },
  made: null,
};

const DEFAULTS: WorkbookSettings = {
  currentMeeting: null,
  mode: "enforce",
  startWithWorkbook: false,
  currentDate: null,
  reportWords: {},
  schemaVersion: 2,
};

type Listener<Value> = (value: Value) => void;

/** The workbook behind the fake modules; `reset` before each test. */
export class FakeExcel {
  calls = noCalls();
  messages: GuardMessage[] = [];
  settings = DEFAULTS;
  who = "";
  tableProblems: TableProblem[] = [];
  differences: CellDifference[] = [];
  /** The error of the next calls; null where they succeed. */
  error: Error | null = null;
  separator: "," | ";" = ",";
  testShows = "#NAME?";
  load: (options: LoadOptions) => Promise<LoadOutcome> = () => Promise.resolve(NOTHING_LOADED);
  private settingsListeners = new Set<Parameters<typeof SettingsModule.onSettingsChanged>[0]>();
  private messageListeners = new Set<Listener<readonly GuardMessage[]>>();
  private selectionListeners = new Set<Listener<Selected>>();

  reset(): void {
    this.calls = noCalls();
    this.messages = [];
    this.settings = DEFAULTS;
    this.who = "";
    this.tableProblems = [];
    this.differences = [];
    this.error = null;
    this.separator = ",";
    this.load = () => Promise.resolve(NOTHING_LOADED);
    for (const listeners of [this.settingsListeners, this.messageListeners, this.selectionListeners]) listeners.clear();
  }

  /** A colleague's settings arrive. */
  settingsArrive(changes: Partial<WorkbookSettings>): void {
    this.settings = { ...this.settings, ...changes };
    for (const listener of this.settingsListeners) listener(this.settings, "elsewhere");
  }

  /** Messages of the guard arrive; the newest first. */
  addMessages(...messages: GuardMessage[]): void {
    this.messages = [...messages, ...this.messages];
    for (const listener of this.messageListeners) listener(messages);
  }

  /** The user selects a cell in an item's row. */
  select(key: string): void {
    for (const listener of this.selectionListeners) listener({ key, table: "WorkProgramme" });
  }

  private answer<Value>(value: Value): Promise<Value> {
    return this.error ? Promise.reject(this.error) : Promise.resolve(value);
  }

  private goTo(id: string): Promise<void> {
    this.calls.shown.push(id);
    return this.answer(undefined);
  }

  private remove(isRemoved: (message: GuardMessage) => boolean): void {
    this.messages = this.messages.filter((message) => !isRemoved(message));
    for (const listener of this.messageListeners) listener([]);
  }

  readonly settingsModule = {
    DEFAULT_SETTINGS: DEFAULTS,
    readSettings: () => Promise.resolve(this.settings),
    currentSettings: () => this.settings,
    onSettingsChanged: (listener) => {
      this.settingsListeners.add(listener);
      return () => this.settingsListeners.delete(listener);
    },
  } satisfies Partial<typeof SettingsModule>;

  readonly writeSettingsModule = {
    writeSettings: async (changes) => {
      await this.answer(undefined);
      this.settings = { ...this.settings, ...changes };
      for (const listener of this.settingsListeners) listener(this.settings, "here");
      return this.settings;
    },
  } satisfies Partial<typeof WriteSettingsModule>;

  readonly navigationModule = {
    goTo: ({ key }) => this.goTo(key),
    goToItem: (key) => this.goTo(key),
    selectedItem: () => Promise.resolve(null),
    onSelectionChanged: (listener) => {
      this.selectionListeners.add(listener);
      return () => this.selectionListeners.delete(listener);
    },
  } satisfies typeof NavigationModule;

  readonly guardModule = {
    guardMessages: () => this.messages,
    onGuardMessage: (listener) => {
      this.messageListeners.add(listener);
      return () => this.messageListeners.delete(listener);
    },
    requestStep: (key, status, { step } = {}) => {
      this.calls.steps.push([key, status, step]);
      return this.answer(true);
    },
    override: (id, reason) => {
      this.calls.overrides.push([id, reason]);
      return this.answer(true);
    },
    restoreRow: () => this.answer(true),
    goToMessage: (id) => this.goTo(id),
    dismiss: (id) => {
      this.remove((message) => message.id === id);
    },
    dismissAll: () => {
      this.remove(() => true);
    },
    setUserName: (name) => {
      this.who = name ?? "";
    },
    unguardedTables: () => [],
    reviewWorkbook: () => this.answer([]),
  } satisfies Partial<typeof GuardModule>;

  readonly loadModule = {
    loadDocuments: (_documents, options = {}) => {
      this.calls.loads += 1;
      return this.load(options);
    },
    compareDocuments: () => Promise.resolve({ outcome: "compared" as const, differences: this.differences }),
    applyDifferences: async (differences) => {
      await this.answer(undefined);
      this.calls.written.push(...differences.map(({ id }) => id));
    },
    goToDifference: ({ id }) => this.goTo(id),
    writeMeetingDates: async (...dates) => {
      await this.answer(undefined);
      this.calls.meetingDates.push(dates);
    },
    writeMeetingCells: async (...cells) => {
      await this.answer(undefined);
      this.calls.meetingCells.push(cells);
    },
    readTableProblems: () => {
      this.calls.tableReads += 1;
      return Promise.resolve(this.tableProblems);
    },
    repairTables: () => {
      this.calls.repairs += 1;
      this.tableProblems = [];
      return Promise.resolve(NOTHING_LOADED);
    },
  } satisfies Partial<typeof LoadModule>;

  readonly insertModule = {
    listSeparator: () => Promise.resolve(this.separator),
    insertFormula: async (formula) => {
      await this.answer(undefined);
      this.calls.formulas.push(formula);
      return "Sheet1!B2";
    },
  } satisfies Partial<typeof InsertModule>;

  readonly formulasModule = {
    refreshFormulas: () => {
      this.calls.refreshes += 1;
      return Promise.resolve({ found: 2, entered: 2, locked: 0, refused: 0 });
    },
  } satisfies Partial<typeof FormulasModule>;

  readonly reportModule = {
    writeReport: (_report, family, meeting) => {
      this.calls.reports.push({ family, meeting });
      return this.answer({ sheets: [`${meeting} Annex A`], kept: [] });
    },
    writeChanges: (_changes, since) => {
      this.calls.changes.push(since);
      return this.answer({ sheets: ["Changes"], kept: [] });
    },
    removeWrittenSheets: () => Promise.resolve(),
    interimOf: () => null,
    queueInterim: () => ({ result: () => undefined }),
    readInterim: () => Promise.resolve(),
    showInterimSheet: (meeting) => {
      this.calls.shown.push(`interim ${meeting}`);
      return Promise.resolve();
    },
  } satisfies typeof ReportModule;
}

export const fakeExcel = new FakeExcel();
