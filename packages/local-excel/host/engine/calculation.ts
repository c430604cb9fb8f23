import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  CalculateController,
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import type { IFormulaDirtyData, ISetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";

import { areaOf } from "../a1";
import type { Area } from "../a1";
import { areasOfMatrix, mergeAreas } from "./areas";
import type { Engine } from "./engine";
import { toRange } from "./engine";
import { parseBindingsAnew } from "./formula-trees";
import { spareLookupSearches } from "./lookup-cache";

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

interface Dirty {
  cells: Map<string, Area[]>;
  data: Partial<IFormulaDirtyData>[];
  force: boolean;
}

function joined(first: Dirty, second: Dirty): Dirty {
  const cells = new Map(first.cells);
  for (const [sheetId, areas] of second.cells) cells.set(sheetId, [...(cells.get(sheetId) ?? []), ...areas]);
  return { cells, data: [...first.data, ...second.data], force: first.force || second.force };
}

const hasDirty = ({ cells, data, force }: Dirty): boolean => force || data.length > 0 || cells.size > 0;
const noDirty = (): Dirty => ({ cells: new Map(), data: [], force: false });

/**
 * When the workbook calculates. Univer by itself waits a tenth of a second after the last command; here a calculation
 * starts at once, can be awaited, suspended and set to manual, and custom functions get a word after each pass.
 */
export class Calculation {
  /** Called after each pass; `applied` is false when its results were discarded and it runs again. */
  afterPass: (applied: boolean) => void = () => undefined;
  /** Called with the areas that were calculated, by sheet. */
  onCalculated: (areas: ReadonlyMap<string, readonly Area[]>) => void = () => undefined;
  /** Cells that every calculation includes, by sheet: those with volatile functions. */
  volatileCells: () => ReadonlyMap<string, readonly Area[]> = () => new Map();
  /** An error of the formula engine. */
  onError: (error: unknown) => void = () => undefined;
  private currentMode: CalculationMode = "Automatic";
  private dirty = noDirty();
  /** What is calculated in manual mode too: answers of custom functions, and formulas that were just entered. */
  private urgent = noDirty();
  /** Whether anything but answers of custom functions has made cells dirty: only then are volatile ones called again. */
  private changed = false;
  private suspended = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private passDone: (() => void) | undefined;
  private touched = new Map<string, Area[]>();
  /** Whether somebody has edited since the pass under way began. */
  private outdated = false;
  private stopped = false;

  constructor(private readonly engine: Engine) {
    spareLookupSearches();
    parseBindingsAnew(engine);
    const conversions = engine.injector.get(IActiveDirtyManagerService);
    const conversionOf = conversions.get.bind(conversions);
    // Univer's own trigger asks this service which commands make cells dirty; answered with nothing, it stays quiet.
    conversions.get = () => undefined;
    engine.commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationNotificationMutation.id) this.notified(command);
      if (command.id === SetFormulaCalculationResultMutation.id) this.resultsIn(command);
      const conversion = conversionOf(command.id);
      if (!conversion || ignores(command, options)) return;
      this.outdated = true;
      this.changed = true;
      const data = conversion.getDirtyData(command);
      if (command.id === SetRangeValuesMutation.id && data.dirtyRanges) {
        for (const range of data.dirtyRanges) this.add(range.sheetId, toRange(range.range));
        if (this.mode === "Manual") this.enteredFormulas(command);
      } else {
        this.dirty.data.push(data);
      }
      this.schedule();
    });
    this.discardOutdatedResults();
    this.endFailedPasses();
  }

  get mode(): CalculationMode {
    return this.currentMode;
  }

  /** What was changed before manual mode is still calculated. */
  set mode(mode: CalculationMode) {
    if (mode === "Manual" && this.currentMode !== "Manual") {
      this.urgent = joined(this.urgent, this.dirty);
      this.dirty = noDirty();
    }
    this.currentMode = mode;
    this.schedule();
  }

  /** Leaves uncalculated what is dirty now: an opened workbook shows the values it was saved with. */
  discard(): void {
    this.dirty = noDirty();
    this.urgent = noDirty();
    this.changed = false;
  }

  get busy(): boolean {
    return this.running !== undefined || this.timer !== undefined;
  }

  get pending(): boolean {
    return this.hasWork();
  }

  /** Marks cells as to be calculated; they are once calculation is not held. */
  markDirty(sheetId: string, areas: Area[]): void {
    this.changed = true;
    for (const area of areas) this.add(sheetId, area);
    this.schedule();
  }

  /** Results of custom functions have come for these cells: they show them, in manual mode too. */
  answersCame(sheetId: string, areas: Area[]): void {
    for (const area of areas) this.add(sheetId, area, this.urgent);
    this.schedule();
  }

  markAllDirty(): void {
    this.changed = true;
    this.dirty.force = true;
    this.schedule();
  }

  /** Nothing is calculated from now on: the workbook is closed. */
  stop(): void {
    this.suspended = Number.POSITIVE_INFINITY;
    this.stopped = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    // Univer shows its progress with a timer of one second, which it does not clear when it is disposed of.
    this.engine.commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {}, { onlyLocal: true });
    this.endPass();
  }

  suspend(): void {
    this.suspended += 1;
  }

  resume(): void {
    this.suspended = Math.max(0, this.suspended - 1);
    this.schedule();
  }

  /** Calculates what is dirty now, even in manual mode when asked to. */
  async flush(evenManual = false): Promise<void> {
    while (this.running || (evenManual ? hasDirty(this.dirty) || hasDirty(this.urgent) : this.hasWork())) {
      if (this.running) await this.running;
      else await this.start(evenManual);
    }
  }

  private held(): boolean {
    return this.suspended > 0 || this.mode === "Manual";
  }

  /** Whether there is anything that may be calculated now. */
  private hasWork(): boolean {
    if (this.suspended > 0) return false;
    return hasDirty(this.urgent) || (hasDirty(this.dirty) && !this.held());
  }

  private add(sheetId: string, area: Area, dirty = this.dirty): void {
    const areas = dirty.cells.get(sheetId);
    if (areas) areas.push(area);
    else dirty.cells.set(sheetId, [area]);
  }

  /** Excel calculates a formula when it is entered, in manual mode too. */
  private enteredFormulas(command: Readonly<ICommandInfo>): void {
    const { subUnitId, cellValue } = command.params as {
      subUnitId: string;
      cellValue?: Record<string, Record<string, { f?: string | null } | null>>;
    };
    for (const [row, cells] of Object.entries(cellValue ?? {})) {
      for (const [column, cell] of Object.entries(cells)) {
        if (cell?.f != null) this.add(subUnitId, areaOf(Number(row), Number(column)), this.urgent);
      }
    }
  }

  private schedule(): void {
    if (this.timer !== undefined || this.running || !this.hasWork()) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.running && this.hasWork()) void this.start();
    }, 0);
  }

  private start(evenManual = false): Promise<void> {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    const all = evenManual || this.mode !== "Manual";
    if (all && this.changed) {
      this.changed = false;
      for (const [sheetId, areas] of this.volatileCells()) for (const area of areas) this.add(sheetId, area);
    }
    const dirty = all ? joined(this.urgent, this.dirty) : this.urgent;
    this.urgent = noDirty();
    if (all) this.dirty = noDirty();
    this.outdated = false;
    const pass = new Promise<void>((resolve) => {
      this.passDone = resolve;
    });
    this.running = pass.then(() => {
      this.running = undefined;
      const applied = !this.outdated;
      if (!applied && all) this.dirty = joined(dirty, this.dirty);
      if (!applied && !all) this.urgent = joined(dirty, this.urgent);
      this.afterPass(applied);
      const { touched } = this;
      this.touched = new Map();
      if (touched.size > 0) this.onCalculated(touched);
      this.schedule();
    });
    this.engine.commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, this.params(dirty), {
      onlyLocal: true,
    });
    return this.running;
  }

  /**
   * Univer calculates in slices and applies the results at the end, to the cells as they are then. When somebody has
   * edited in between, a result would overwrite what was entered; the pass then runs again, as in Excel.
   */
  private discardOutdatedResults(): void {
    const controller = this.engine.injector.get(CalculateController) as unknown as {
      _applyResult(data: unknown): Promise<void>;
    };
    const apply = controller._applyResult.bind(controller);
    controller._applyResult = (data) => (this.outdated ? Promise.resolve() : apply(data));
  }

  /** An error inside a pass ends the pass: without this, everything that waits for it would wait for ever. */
  private endFailedPasses(): void {
    const service = this.engine.injector.get(ICalculateFormulaService) as unknown as {
      execute(data: unknown): Promise<void>;
      _executeStep(): Promise<unknown>;
    };
    const execute = service.execute.bind(service);
    const step = service._executeStep.bind(service);
    service.execute = (data) =>
      execute(data).catch((error: unknown) => {
        this.fail(error);
        this.endPass();
      });
    service._executeStep = () =>
      step().catch((error: unknown) => {
        this.fail(error);
        return undefined;
      });
  }

  private fail(error: unknown): void {
    if (!this.stopped) this.onError(error);
  }

  /** Ends the pass that Univer has under way, and its display of progress. */
  private endPass(): void {
    const state = { functionsExecutedState: FormulaExecutedStateType.STOP_EXECUTION };
    this.engine.commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, state, { onlyLocal: true });
  }

  private params(dirty: Dirty): IFormulaDirtyData {
    const { unitId } = this.engine;
    const params: IFormulaDirtyData = {
      forceCalculation: dirty.force,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
    };
    for (const [sheetId, areas] of dirty.cells) {
      for (const area of mergeAreas(areas)) params.dirtyRanges.push({ unitId, sheetId, range: toRange(area) });
    }
    for (const data of dirty.data) {
      params.dirtyRanges.push(...(data.dirtyRanges ?? []));
      params.forceCalculation ||= data.forceCalculation ?? false;
      for (const key of MAPS) mergeInto(params[key] as Nested, data[key] as Nested | undefined);
    }
    return params;
  }

  private notified(command: Readonly<ICommandInfo>): void {
    const params = command.params as { functionsExecutedState?: number };
    if (params.functionsExecutedState === undefined) return;
    const done = this.passDone;
    this.passDone = undefined;
    done?.();
  }

  private resultsIn(command: Readonly<ICommandInfo>): void {
    const { unitData } = command.params as ISetFormulaCalculationResultMutation;
    for (const [sheetId, cells] of Object.entries(unitData[this.engine.unitId] ?? {})) {
      if (!cells || Object.keys(cells).length === 0) continue;
      const areas = areasOfMatrix(cells as Record<string, Record<string, unknown>>);
      this.touched.set(sheetId, mergeAreas([...(this.touched.get(sheetId) ?? []), ...areas]));
    }
  }
}

type Nested = Record<string, unknown>;

const MAPS = [
  "dirtyNameMap",
  "dirtyDefinedNameMap",
  "dirtySuperTableMap",
  "dirtyUnitFeatureMap",
  "dirtyUnitOtherFormulaMap",
  "clearDependencyTreeCache",
] as const;

function mergeInto(target: Nested, source: Nested | undefined): void {
  for (const [key, value] of Object.entries(source ?? {})) {
    if (value !== null && typeof value === "object") {
      mergeInto((target[key] ??= {}) as Nested, value as Nested);
    } else {
      target[key] = value;
    }
  }
}

/** Results written by the engine itself, and style changes, make nothing dirty. */
function ignores(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): boolean {
  if (command.id !== SetRangeValuesMutation.id) return false;
  if (options?.onlyLocal === true) return true;
  const { cellValue } = command.params as { cellValue?: Record<string, Record<string, object | null>> };
  for (const row of Object.values(cellValue ?? {})) {
    for (const cell of Object.values(row)) {
      if (!cell || !("s" in cell) || "v" in cell || "f" in cell || "p" in cell) return false;
    }
  }
  return true;
}
