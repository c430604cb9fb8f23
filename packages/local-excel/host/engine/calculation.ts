import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
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

const noDirty = (): Dirty => ({ cells: new Map(), data: [], force: false });

/**
 * When the workbook calculates. Univer by itself waits a tenth of a second after the last command; here a calculation
 * starts at once, can be awaited, suspended and set to manual, and custom functions get a word after each pass.
 */
export class Calculation {
  mode: CalculationMode = "Automatic";
  /** Called after each pass; returns cells that must be calculated again (their results have come). */
  afterPass: () => void = () => undefined;
  onCalculated: (sheetIds: string[]) => void = () => undefined;
  private dirty = noDirty();
  private suspended = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private passDone: (() => void) | undefined;
  private touched = new Set<string>();

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
      const data = conversion.getDirtyData(command);
      if (command.id === SetRangeValuesMutation.id && data.dirtyRanges) {
        for (const range of data.dirtyRanges) this.add(range.sheetId, toRange(range.range));
      } else {
        this.dirty.data.push(data);
      }
      this.schedule();
    });
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
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
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
    const pass = new Promise<void>((resolve) => {
      this.passDone = resolve;
    });
    this.running = pass.then(() => {
      this.running = undefined;
      this.afterPass();
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
