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

import type { Area } from "../a1";
import { mergeAreas } from "./areas";
import type { Engine } from "./engine";
import { toRange } from "./engine";
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

const noDirty = (): Dirty => ({ cells: new Map(), data: [], force: false });

/**
 * When the workbook calculates. Univer by itself waits a tenth of a second after the last command; here a calculation
 * starts at once, can be awaited, suspended and set to manual, and custom functions get a word after each pass.
 */
export class Calculation {
  mode: CalculationMode = "Automatic";
  /** Called after each pass; `applied` is false when its results were discarded and it runs again. */
  afterPass: (applied: boolean) => void = () => undefined;
  onCalculated: (sheetIds: string[]) => void = () => undefined;
  /** An error of the formula engine. */
  onError: (error: unknown) => void = () => undefined;
  private dirty = noDirty();
  private suspended = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private passDone: (() => void) | undefined;
  private touched = new Set<string>();
  /** Whether somebody has edited since the pass under way began. */
  private outdated = false;
  private stopped = false;

  constructor(private readonly engine: Engine) {
    spareLookupSearches();
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
      const data = conversion.getDirtyData(command);
      if (command.id === SetRangeValuesMutation.id && data.dirtyRanges) {
        for (const range of data.dirtyRanges) this.add(range.sheetId, toRange(range.range));
      } else {
        this.dirty.data.push(data);
      }
      this.schedule();
    });
    this.discardOutdatedResults();
    this.endFailedPasses();
  }

  get busy(): boolean {
    return this.running !== undefined || this.timer !== undefined;
  }

  get pending(): boolean {
    return this.hasDirty() && !this.held();
  }

  /** Marks cells as to be calculated; they are once calculation is not held. */
  markDirty(sheetId: string, areas: Area[]): void {
    for (const area of areas) this.add(sheetId, area);
    this.schedule();
  }

  markAllDirty(): void {
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
    while (this.running || (this.hasDirty() && (evenManual || !this.held()))) {
      if (this.running) await this.running;
      else await this.start();
    }
  }

  private held(): boolean {
    return this.suspended > 0 || this.mode === "Manual";
  }

  private hasDirty(): boolean {
    return this.dirty.force || this.dirty.data.length > 0 || this.dirty.cells.size > 0;
  }

  private add(sheetId: string, area: Area): void {
    const areas = this.dirty.cells.get(sheetId);
    if (areas) areas.push(area);
    else this.dirty.cells.set(sheetId, [area]);
  }

  private schedule(): void {
    if (this.timer !== undefined || this.running || this.held() || !this.hasDirty()) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.running && !this.held() && this.hasDirty()) void this.start();
    }, 0);
  }

  private start(): Promise<void> {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    const dirty = this.dirty;
    this.dirty = noDirty();
    this.outdated = false;
    const pass = new Promise<void>((resolve) => {
      this.passDone = resolve;
    });
    this.running = pass.then(() => {
      this.running = undefined;
      const applied = !this.outdated;
      if (!applied) this.dirty = joined(dirty, this.dirty);
      this.afterPass(applied);
      const sheets = [...this.touched];
      this.touched.clear();
      if (sheets.length > 0) this.onCalculated(sheets);
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
      if (cells && Object.keys(cells).length > 0) this.touched.add(sheetId);
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
