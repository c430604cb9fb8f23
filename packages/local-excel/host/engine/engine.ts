import { ICommandService, IUndoRedoService, IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import type {
  ICellData,
  IExecutionOptions,
  IMutationInfo,
  IObjectMatrixPrimitiveType,
  Injector,
  IRange,
  Nullable,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";

import { MAX_COLUMNS, MAX_ROWS } from "../a1";
import type { Area } from "../a1";
import { showHyperlinksAsText } from "./hyperlink-results";
import { takeFirstValues } from "./implicit-intersection";
import { limitLargeResults } from "./large-results";
import { keepTextLiterals } from "./text-literals";
import { leaveTotalRowsOut } from "./total-rows";

export type Cell = Nullable<ICellData>;
export type CellMatrix = IObjectMatrixPrimitiveType<ICellData>;

/** Who causes the mutations that run now. Machines are people at their own Excel; a runtime is an add-in's page. */
export type Origin =
  | { readonly kind: "person"; readonly machine: string }
  | { readonly kind: "addin"; readonly machine: string; readonly runtime: number };

export const LOCAL_MACHINE = "local";
export const COAUTHOR_MACHINE = "coauthor";

/** Everything the host does to Univer's workbook goes through here: lookup, mutations, undo steps, and who made a change. */
export class Engine {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly undoRedo: IUndoRedoService;
  readonly formulas: FormulaDataModel;
  readonly workbook: Workbook;
  readonly unitId: string;
  origin: Origin = { kind: "person", machine: LOCAL_MACHINE };
  /** While changes of another client are brought in: what follows from them is told by that client too, and no undo step is made. */
  replaying = false;
  private stepDepth = 0;

  constructor(readonly univerAPI: FUniver) {
    // The facade keeps its injector protected; a plugin would get it injected.
    this.injector = (univerAPI as unknown as { _injector: Injector })._injector;
    this.commands = this.injector.get(ICommandService);
    this.undoRedo = this.injector.get(IUndoRedoService);
    this.formulas = this.injector.get(FormulaDataModel);
    const instances = this.injector.get(IUniverInstanceService);
    const workbook = instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error("Univer has no workbook: create one before the host.");
    this.workbook = workbook;
    this.unitId = workbook.getUnitId();
    // Undo works on the unit in focus; without a user interface none is.
    if (!instances.getFocusedUnit()) instances.focusUnit(this.unitId);
    undoInReverse(this.undoRedo);
    this.keepNoStepsOfOthers();
    keepTextLiterals();
    leaveTotalRowsOut();
    limitLargeResults(this);
    takeFirstValues(this);
    showHyperlinksAsText(this);
  }

  sheets(): Worksheet[] {
    return this.workbook.getSheets();
  }

  sheet(id: string): Worksheet | undefined {
    return this.workbook.getSheetBySheetId(id) ?? undefined;
  }

  /** Sheet names are compared without regard to case, as in Excel. */
  sheetByName(name: string): Worksheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets().find((sheet) => sheet.getName().toLowerCase() === wanted);
  }

  rawCell(sheet: Worksheet, row: number, column: number): Cell {
    return sheet.getCellMatrix().getValue(row, column);
  }

  /** The value cell a formula spilled into this place, if any. */
  spilledCell(sheetId: string, row: number, column: number): Cell {
    return this.formulas.getArrayFormulaCellData()[this.unitId]?.[sheetId]?.[row]?.[column];
  }

  /** Runs one command or mutation now; throws when Univer refuses it. */
  run(id: string, params: object, options?: IExecutionOptions): void {
    const done = this.commands.syncExecuteCommand(id, params, options);
    if (done === false) throw new Error(`Univer refused ${id}.`);
  }

  async runAsync(id: string, params: object): Promise<boolean> {
    return this.commands.executeCommand(id, params);
  }

  /** Writes cells in one mutation and one undo entry. Rows and columns missing in the matrix stay as they are. */
  setCells(sheet: Worksheet, cells: CellMatrix): void {
    const params = { unitId: this.unitId, subUnitId: sheet.getSheetId(), cellValue: cells };
    const undoParams = { ...params, cellValue: this.before(sheet, cells) };
    this.run(SetRangeValuesMutation.id, params);
    this.pushUndo([{ id: SetRangeValuesMutation.id, params: undoParams }], [{ id: SetRangeValuesMutation.id, params }]);
  }

  pushUndo(undoMutations: IMutationInfo[], redoMutations: IMutationInfo[]): void {
    this.undoRedo.pushUndoRedo({ unitID: this.unitId, undoMutations, redoMutations });
  }

  /** Does what another client has done. */
  replay(work: () => void): void {
    this.replaying = true;
    try {
      work();
    } finally {
      this.replaying = false;
    }
  }

  /** Undo is for what this client has done. */
  private keepNoStepsOfOthers(): void {
    const push = this.undoRedo.pushUndoRedo.bind(this.undoRedo);
    this.undoRedo.pushUndoRedo = (item) => {
      if (!this.replaying) push(item);
    };
  }

  /** Whether what happens now belongs to a request of an add-in or an action of `User`. */
  get isInStep(): boolean {
    return this.stepDepth > 0;
  }

  /** Makes everything inside one undo step. */
  async asOneStep<T>(origin: Origin, work: () => Promise<T>): Promise<T> {
    const before = this.origin;
    this.origin = origin;
    const batching = this.stepDepth === 0 ? this.undoRedo.__tempBatchingUndoRedo(this.unitId) : undefined;
    this.stepDepth += 1;
    try {
      return await work();
    } finally {
      this.stepDepth -= 1;
      batching?.dispose();
      this.origin = before;
    }
  }

  /** Sheets are as large as Excel's; Univer's grow when something is put beyond their edge. */
  ensureSize(sheet: Worksheet, area: Area): void {
    const endRow = Math.min(area.endRow, MAX_ROWS - 1);
    const endColumn = Math.min(area.endColumn, MAX_COLUMNS - 1);
    const ids = { unitId: this.unitId, subUnitId: sheet.getSheetId() };
    if (endRow >= sheet.getRowCount()) {
      this.run("sheet.mutation.set-worksheet-row-count", { ...ids, rowCount: Math.min(MAX_ROWS, endRow + 101) });
    }
    if (endColumn >= sheet.getColumnCount()) {
      this.run("sheet.mutation.set-worksheet-column-count", {
        ...ids,
        columnCount: Math.min(MAX_COLUMNS, endColumn + 6),
      });
    }
  }

  private before(sheet: Worksheet, cells: CellMatrix): CellMatrix {
    const styles = this.workbook.getStyles();
    const old: CellMatrix = {};
    for (const [rowKey, row] of Object.entries(cells)) {
      const oldRow: Record<number, ICellData> = {};
      for (const [columnKey, cell] of Object.entries(row as Record<string, ICellData | null>)) {
        const was = this.rawCell(sheet, Number(rowKey), Number(columnKey));
        const kept: ICellData = {
          v: was?.v ?? null,
          t: was?.t ?? null,
          f: was?.f ?? null,
          si: was?.si ?? null,
          p: was?.p ?? null,
        };
        if (cell?.s !== undefined) {
          const style = styles.getStyleByCell(was) ?? {};
          const empty = Object.fromEntries(
            Object.keys(cell.s && typeof cell.s === "object" ? cell.s : {}).map((key) => [key, null]),
          );
          kept.s = cell.s === null ? { ...style } : { ...empty, ...style };
        }
        oldRow[Number(columnKey)] = kept;
      }
      old[Number(rowKey)] = oldRow;
    }
    return old;
  }
}

interface UndoElement {
  undoMutations: IMutationInfo[];
  redoMutations: IMutationInfo[];
}

/** Univer joins the parts of one step in the order in which they were done, and undoes them in that order too: the last must go first. */
function undoInReverse(service: IUndoRedoService): void {
  const joining = service as unknown as { _tryBatchingElements(item: UndoElement, more: UndoElement): void };
  joining._tryBatchingElements = (item, more) => {
    item.redoMutations.push(...more.redoMutations);
    item.undoMutations.unshift(...more.undoMutations);
  };
}

export function toRange(area: Area): IRange {
  return { startRow: area.startRow, endRow: area.endRow, startColumn: area.startColumn, endColumn: area.endColumn };
}
