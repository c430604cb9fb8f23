import type { FUniver } from "@univerjs/core/lib/facade";
import { IFunctionService } from "@univerjs/engine-formula";

import { areaOf, intersect } from "./a1";
import type { Area } from "./a1";
import { DEFAULT_MATRIX } from "./bridge/api-sets";
import type { Matrix } from "./bridge/api-sets";
import type { HostObject } from "./bridge/model";
import type { Runtime } from "./bridge/runtime";
import { Bindings } from "./engine/bindings";
import { Calculation } from "./engine/calculation";
import { CellStyles } from "./engine/cell-styles";
import { Cells } from "./engine/cells";
import { zeroCircularReferences } from "./engine/circular-references";
import { Changes } from "./engine/changes";
import { Engine, LOCAL_MACHINE } from "./engine/engine";
import type { Origin } from "./engine/engine";
import { followDateSystem } from "./engine/date-system";
import { accessDenied } from "./errors";
import { Filters } from "./engine/filters";
import { protectContents } from "./engine/format-writes";
import { FormulaIndex } from "./engine/formula-index";
import { moveFormulasWithRows } from "./engine/row-order";
import { Names } from "./engine/names";
import { TrackedRanges } from "./engine/tracked-ranges";
import type { TrackedRange } from "./engine/tracked-ranges";
import { SheetStates } from "./engine/sheet-state";
import type { SheetState } from "./engine/sheet-state";
import { SheetOperations } from "./engine/sheets";
import { blockSpills } from "./engine/spill-rules";
import { TableChanges } from "./engine/table-changes";
import { Tables } from "./engine/tables";
import { ActiveChart } from "./events/active-chart";
import { EventDispatcher } from "./events/event-dispatcher";
import { formulaScope } from "./formulas/scope";
import { FormulaRules } from "./formulas/formula-rules";
import { SpillFunction } from "./formulas/spill-references";
import { CustomFunctions } from "./functions/functions";
import type { FunctionsMetadata } from "./functions/metadata";
import { leaveFilteredRowsOut } from "./model/filtering";
import { rootObject, serviceObject } from "./model/roots";
import { regionalSettings } from "./settings";
import type { Platform, RegionalSettings } from "./settings";

/** The workbook and all that hangs on it: what the object model, the events and the functions work with. */
export class Host {
  readonly engine: Engine;
  readonly formulaIndex: FormulaIndex;
  readonly cells: Cells;
  readonly cellStyles: CellStyles;
  readonly changes: Changes;
  readonly tables: Tables;
  readonly names: Names;
  readonly filters: Filters;
  readonly trackedRanges: TrackedRanges;
  readonly bindings: Bindings;
  readonly sheets: SheetOperations;
  readonly calculation: Calculation;
  readonly functions: CustomFunctions;
  readonly dispatcher: EventDispatcher;
  readonly activeChart: ActiveChart;
  readonly formulaRules: FormulaRules;
  /** `workbook.settings`: JSON texts by key. */
  readonly settings = new Map<string, string>();
  readonly documentProperties = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  /** Ribbon controls that the add-in enabled, disabled, showed or hid. */
  readonly ribbon = new Map<string, boolean>();
  /** The person at this machine may only look at the workbook. */
  viewOnly = false;
  structureProtected = false;
  structurePassword = "";
  dirty = false;
  startBehavior = "none";
  onRibbon: () => void = () => undefined;
  /** The add-in closes the workbook. */
  onClose: () => void = () => undefined;
  onPaneState: (visible: boolean) => void = () => undefined;
  onValidations: (sheetId: string) => void = () => undefined;
  onConditionalFormats: (sheetId: string) => void = () => undefined;
  onCharts: (sheetId: string) => void = () => undefined;
  /** Called after each request of an add-in and each action of a person. */
  afterExclusive: () => void = () => undefined;
  private readonly selected = new Map<string, readonly Area[]>();
  private suspendedInBatch = false;
  private lastId = 0;
  private queue: Promise<void> = Promise.resolve();
  onUnexpectedError: (error: unknown) => void = (error) => {
    console.error("local Excel:", error);
  };
  private readonly states: SheetStates;
  private readonly pages = new Set<Runtime>();
  private readonly eventRanges = new Map<string, TrackedRange>();
  private nextEventReference = 1;

  constructor(
    univerAPI: FUniver,
    functions: { namespace: string; metadata: FunctionsMetadata },
    readonly matrix: Matrix = DEFAULT_MATRIX,
    readonly region: RegionalSettings = regionalSettings(),
    readonly platform: Platform = "desktop",
  ) {
    this.engine = new Engine(univerAPI);
    this.formulaIndex = new FormulaIndex(this.engine);
    protectContents(this.engine);
    this.cells = new Cells(this.engine);
    this.cells.settings = { region, date1904: false };
    this.cellStyles = new CellStyles(this.engine, this.cells);
    this.changes = new Changes(this.engine, this.cells);
    this.trackedRanges = new TrackedRanges(this.changes);
    this.sheets = new SheetOperations(this.engine, this.changes);
    this.tables = new Tables(this.engine, this.cells, this.changes, this.sheets);
    new TableChanges(this.engine, this.cells, this.changes, this.tables);
    this.bindings = new Bindings(this.trackedRanges, this.tables);
    this.names = new Names(this.engine);
    this.filters = new Filters(this.engine);
    this.states = new SheetStates(this.engine, this.changes);
    this.states.onRestored = (sheetId) => {
      this.onValidations(sheetId);
      this.onConditionalFormats(sheetId);
      this.onCharts(sheetId);
    };
    this.calculation = new Calculation(this.engine);
    zeroCircularReferences(this.engine);
    blockSpills(this.engine, (sheetId, area) => {
      const merges = this.engine.sheet(sheetId)?.getMergeData() ?? [];
      return this.tables.at(sheetId, area).length > 0 || merges.some((merge) => intersect(merge, area) !== undefined);
    });
    leaveFilteredRowsOut(this);
    followDateSystem(this.engine, () => this.date1904);
    moveFormulasWithRows(this.engine, this.cells, this.calculation);
    const spills = new SpillFunction((sheetId, row, column) => {
      const sheet = this.engine.sheet(sheetId);
      const cell = sheet && this.engine.rawCell(sheet, row, column);
      return cell?.f != null || cell?.si != null;
    });
    this.engine.injector.get(IFunctionService).registerExecutors(spills);
    this.functions = new CustomFunctions(this.engine, this.calculation, functions.namespace, functions.metadata);
    this.formulaRules = new FormulaRules(formulaScope(this.engine, this.functions, this.tables, this.names), region);
    this.cells.formulaRules = this.formulaRules;
    this.cells.formatOfAnswer = (...cell) => this.functions.formatAt(...cell);
    this.changes.subscribe((change) => {
      this.functions.follow(change);
      if (change.kind === "selected" && change.areas[0]) {
        this.selected.set(change.sheetId, change.areas);
      } else if (change.kind !== "sheetActivated") this.dirty = true;
    });
    this.dispatcher = new EventDispatcher(this);
    this.activeChart = new ActiveChart(this.changes, this.dispatcher);
    this.tables.onEvent = (event) => {
      this.dispatcher.tableEvent(event, this.engine.origin);
    };
    this.calculation.onCalculated = (areas) => {
      this.makeRoom(areas);
      if (this.functions.openCalls === 0) this.dispatcher.calculated(areas);
    };
    this.calculation.volatileCells = () => this.functions.volatileCells();
    this.calculation.onError = (error) => {
      this.onUnexpectedError(error);
    };
    this.functions.send = (entries) => {
      const runtime = this.functionsRuntime();
      runtime?.post({ type: 3, message: { entries } });
      return runtime !== undefined;
    };
  }

  /** Whether days are counted from 1 January 1904. */
  get date1904(): boolean {
    return this.cells.settings.date1904;
  }

  set date1904(date1904: boolean) {
    this.cells.settings = { ...this.cells.settings, date1904 };
  }

  /** The grid shows what formulas have spilled. */
  private makeRoom(calculated: ReadonlyMap<string, readonly Area[]>): void {
    for (const [sheetId, areas] of calculated) {
      const sheet = this.engine.sheet(sheetId);
      if (sheet) for (const area of areas) this.engine.ensureSize(sheet, area);
    }
  }

  runtimes(): Iterable<Runtime> {
    return this.pages;
  }

  addRuntime(runtime: Runtime): void {
    this.pages.add(runtime);
  }

  removeRuntime(runtime: Runtime): void {
    runtime.alive = false;
    this.pages.delete(runtime);
    for (const { self } of runtime.references.values()) this.trackedRanges.release(self as TrackedRange);
    if (runtime.functionsReady) this.functions.runtimeGone();
  }

  /** Functions are calculated by the newest page on this machine that has registered them. */
  private functionsRuntime(): Runtime | undefined {
    return [...this.pages]
      .reverse()
      .find((runtime) => runtime.alive && runtime.functionsReady && runtime.machine === LOCAL_MACHINE);
  }

  sheetState(sheetId: string): SheetState {
    return this.states.of(sheetId);
  }

  /** Changes what is attached to a sheet's cells (validation, comments, charts …) so that it can be undone. */
  editState(sheetId: string, work: (state: SheetState) => void): void {
    this.states.edit(sheetId, work);
  }

  clearAttachments(sheetId: string, area: Area, what: "All" | "Formats"): void {
    this.states.clear(sheetId, area, what);
  }

  /** @throws AccessDenied where the person at the machine may only look at the workbook */
  requireEditable(machine: string): void {
    if (this.viewOnly && machine === LOCAL_MACHINE) throw accessDenied("the workbook is open for viewing only");
  }

  root(): HostObject {
    return rootObject();
  }

  service(name: string): HostObject {
    return serviceObject(name);
  }

  /** The range an event speaks of, to be asked for later (`args.getRange`). */
  eventReference(sheetId: string, area: Area): string {
    const id = `event${String(this.nextEventReference++)}`;
    this.eventRanges.set(id, this.trackedRanges.make(sheetId, area, true));
    const oldest = this.eventRanges.keys().next().value;
    if (this.eventRanges.size > 500 && oldest !== undefined) {
      const range = this.eventRanges.get(oldest);
      if (range) this.trackedRanges.release(range);
      this.eventRanges.delete(oldest);
    }
    return id;
  }

  rangeOfEvent(reference: string): TrackedRange | undefined {
    return this.eventRanges.get(reference);
  }

  /** Makes the ids of this client differ from those of other clients of the workbook. */
  startIdsAt(first: number): void {
    this.lastId = first;
    this.tables.firstId = first;
  }

  /** A number not given out before. */
  nextId(): number {
    return (this.lastId += 1);
  }

  /** What is selected on the active sheet; A1 where nothing was. */
  selectedAreas(): { sheetId: string; areas: readonly Area[] } {
    const sheetId = this.engine.workbook.getActiveSheet().getSheetId();
    return { sheetId, areas: this.selected.get(sheetId) ?? [areaOf(0, 0)] };
  }

  /** The first of the selected areas. */
  selection(): { sheetId: string; area: Area } {
    const { sheetId, areas } = this.selectedAreas();
    return { sheetId, area: areas[0] ?? areaOf(0, 0) };
  }

  suspendCalculationUntilBatchEnd(): void {
    if (this.suspendedInBatch) return;
    this.suspendedInBatch = true;
    this.calculation.suspend();
  }

  /** One at a time: requests of add-ins and actions of people do not mix. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const run = this.queue
      .then(
        () =>
          new Promise<void>((resolve) => {
            setTimeout(resolve, 0);
          }),
      )
      .then(work)
      .finally(() => {
        this.afterExclusive();
      });
    this.queue = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  async batch<T>(origin: Origin, work: () => Promise<T>): Promise<T> {
    this.dispatcher.endOperation();
    try {
      return await this.engine.asOneStep(origin, work);
    } finally {
      if (this.suspendedInBatch) this.calculation.resume();
      this.suspendedInBatch = false;
      this.trackedRanges.endBatch();
    }
  }
}
