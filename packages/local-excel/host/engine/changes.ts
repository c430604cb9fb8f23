import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";

import type { Area } from "../a1";
import { areasOfMatrix } from "./areas";
import type { CellValue, Cells, ValueType } from "./cells";
import { typeOf, valueOf } from "./cells";
import type { Engine, Origin } from "./engine";
import type { StructuralChange } from "./structure";

/** What changed in the workbook, reported once per mutation, with who changed it. */
export type Change =
  | {
      readonly kind: "edited";
      readonly sheetId: string;
      readonly areas: Area[];
      readonly values: boolean;
      readonly formulas: boolean;
      readonly single?: SingleEdit;
    }
  | StructuralChange
  | {
      readonly kind: "sorted";
      readonly sheetId: string;
      readonly area: Area;
      /** By row, the row that its content comes from. */
      readonly order: Readonly<Record<number, number>>;
    }
  | { readonly kind: "rowsHidden"; readonly sheetId: string; readonly area: Area; readonly hidden: boolean }
  | { readonly kind: "sheetAdded" | "sheetActivated"; readonly sheetId: string }
  | { readonly kind: "sheetDeleted"; readonly sheetId: string; readonly name: string }
  | { readonly kind: "sheetRenamed"; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: "sheetMoved"; readonly sheetId: string; readonly before: number; readonly after: number }
  | { readonly kind: "sheetVisibility"; readonly sheetId: string; readonly hidden: boolean }
  | { readonly kind: "selected"; readonly sheetId: string; readonly areas: Area[] };

export interface SingleEdit {
  before: CellValue;
  beforeType: ValueType;
  after: CellValue;
  afterType: ValueType;
  formulaBefore: string;
}

export type ChangeListener = (change: Change, origin: Origin) => void;

type Params = Record<string, unknown> & { subUnitId?: string };

const CELL_SHIFTS: Record<string, { kind: "cellsInserted" | "cellsDeleted"; shift: "Down" | "Right" | "Up" | "Left" }> =
  {
    "sheet.command.insert-range-move-down": { kind: "cellsInserted", shift: "Down" },
    "sheet.command.insert-range-move-right": { kind: "cellsInserted", shift: "Right" },
    "sheet.command.delete-range-move-up": { kind: "cellsDeleted", shift: "Up" },
    "sheet.command.delete-range-move-left": { kind: "cellsDeleted", shift: "Left" },
  };

/** Commands that change the structure and, by themselves, the formulas and areas that depend on it. */
const RESTRUCTURING_COMMANDS: ReadonlySet<string> = new Set([
  ...Object.keys(CELL_SHIFTS),
  "sheet.command.insert-row-by-range",
  "sheet.command.insert-col-by-range",
  "sheet.command.remove-row-by-range",
  "sheet.command.remove-col-by-range",
  "sheet.command.remove-sheet",
  "sheet.command.set-worksheet-name",
]);

/** The mutations by which undo and redo change the structure. */
const RESTRUCTURING_MUTATIONS: ReadonlySet<string> = new Set([
  "sheet.mutation.insert-row",
  "sheet.mutation.remove-rows",
  "sheet.mutation.insert-col",
  "sheet.mutation.remove-col",
  "sheet.mutation.move-range",
]);

/** Listens to Univer's mutations, whoever runs them, and tells them as changes. */
export class Changes {
  private readonly listeners: ChangeListener[] = [];
  private readonly before = new Map<object, unknown>();
  /** While cells shift, the mutations that do it are not told one by one. */
  private shifting = 0;
  private silent = 0;
  private ahead: { key: string; before: object } | undefined;
  private activeSheet: string | undefined;
  /** Called before cells, rows or columns come or go, and before a sheet is renamed or deleted. */
  beforeStructure: () => void = () => undefined;
  private structureDepth = 0;
  /** While set, the activations that Univer adds by itself are not told. */
  quietActivation = false;

  constructor(
    private readonly engine: Engine,
    private readonly cells: Cells,
  ) {
    engine.commands.beforeCommandExecuted((command, options) => {
      this.look(command, options);
    });
    engine.commands.onCommandExecuted((command, options) => {
      this.executed(command, options);
    });
  }

  subscribe(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Mutations in here are told to nobody. */
  silently(work: () => void): void {
    this.silent += 1;
    try {
      work();
    } finally {
      this.silent -= 1;
    }
  }

  /** For cells shifted by the host itself: the mutations inside are one change. */
  shiftCells(change: StructuralChange, work: () => void): void {
    this.beforeStructure();
    this.structureDepth += 1;
    this.shifting += 1;
    try {
      work();
    } finally {
      this.shifting -= 1;
    }
    this.emit(change);
    this.structureDepth -= 1;
  }

  /** Whether the structure changes now: writes of cells follow from it. */
  get restructuring(): boolean {
    return this.structureDepth > 0;
  }

  private emit(change: Change): void {
    if (this.silent > 0) return;
    for (const listener of this.listeners) listener(change, this.engine.origin);
  }

  private look(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const isCommand = RESTRUCTURING_COMMANDS.has(command.id);
    if ((isCommand || RESTRUCTURING_MUTATIONS.has(command.id)) && this.structureDepth === 0) this.beforeStructure();
    if (isCommand) this.structureDepth += 1;
    const params = command.params as Params | undefined;
    if (!params) return;
    if (command.id in CELL_SHIFTS) this.shifting += 1;
    if (command.id === "sheet.mutation.set-range-values" && options?.["applyFormulaCalculationResult"] !== true) {
      this.lookAtCell(params, options?.["fromFormula"] === true);
    }
    if (command.id === "sheet.mutation.set-worksheet-name") {
      this.before.set(params, this.engine.sheet(params.subUnitId ?? "")?.getName() ?? "");
    }
    if (command.id === "sheet.mutation.remove-sheet") {
      this.before.set(params, this.engine.sheet(params.subUnitId ?? "")?.getName() ?? "");
    }
  }

  /** The value before, for an edit of one cell only: that is all Excel tells. */
  private lookAtCell(params: Params, ahead: boolean): void {
    const at = onlyCell(params["cellValue"] as Record<string, Record<string, unknown>> | undefined);
    const sheet = this.engine.sheet(params.subUnitId ?? "");
    if (!at || !sheet) return;
    const cell = this.cells.cell(sheet, at.row, at.column);
    const formula = this.cells.formula(sheet, at.row, at.column);
    const before = { value: valueOf(cell), type: typeOf(cell), formula: String(formula), at };
    const key = `${sheet.getSheetId()}!${String(at.row)},${String(at.column)}`;
    // Univer puts a formula into the cell ahead of the edit itself: then what stood there is known from that.
    if (ahead) this.ahead = { key, before };
    else {
      this.before.set(params, this.ahead?.key === key ? this.ahead.before : before);
      this.ahead = undefined;
    }
  }

  private executed(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    this.report(command, options);
    if (RESTRUCTURING_COMMANDS.has(command.id)) this.structureDepth = Math.max(0, this.structureDepth - 1);
  }

  private report(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const params = command.params as Params | undefined;
    const shift = CELL_SHIFTS[command.id];
    if (shift) {
      this.shifting -= 1;
      const area = (params?.["range"] ?? this.selection()) as Area | undefined;
      if (area) this.emit({ ...shift, sheetId: this.engine.workbook.getActiveSheet().getSheetId(), area });
      return;
    }
    if (!params) return;
    const was = this.before.get(params);
    this.before.delete(params);
    if (options?.["fromFormula"] === true) return;
    for (const change of this.read(command.id, params, was)) this.emit(change);
  }

  private selection(): Area | undefined {
    return this.engine.univerAPI.getActiveWorkbook()?.getActiveRange()?.getRange();
  }

  private read(id: string, params: Params, was: unknown): Change[] {
    const sheetId = params.subUnitId ?? "";
    const range = params["range"] as Area | undefined;
    switch (id) {
      case "local-excel.mutation.set-styles":
        if (params["quiet"] === true) return [];
        return [
          {
            kind: "edited",
            sheetId,
            areas: areasOfMatrix(params["ids"] as Record<string, Record<string, unknown>>),
            values: false,
            formulas: false,
          },
        ];
      case "sheet.mutation.set-range-values":
        return this.shifting > 0 ? [] : this.edited(sheetId, params, was);
      case "sheet.mutation.insert-row":
        return range
          ? [{ kind: "rowsInserted", sheetId, start: range.startRow, count: range.endRow - range.startRow + 1 }]
          : [];
      case "sheet.mutation.remove-rows":
        return range
          ? [{ kind: "rowsDeleted", sheetId, start: range.startRow, count: range.endRow - range.startRow + 1 }]
          : [];
      case "sheet.mutation.insert-col":
        return range
          ? [
              {
                kind: "columnsInserted",
                sheetId,
                start: range.startColumn,
                count: range.endColumn - range.startColumn + 1,
              },
            ]
          : [];
      case "sheet.mutation.remove-col":
        return range
          ? [
              {
                kind: "columnsDeleted",
                sheetId,
                start: range.startColumn,
                count: range.endColumn - range.startColumn + 1,
              },
            ]
          : [];
      case "sheet.mutation.move-rows":
      case "sheet.mutation.move-columns":
        return movedLines(id, sheetId, params);
      case "sheet.mutation.move-range":
        return this.shifting > 0 ? [] : movedRange(params);
      case "sheet.mutation.reorder-range":
        return range
          ? [{ kind: "sorted", sheetId, area: range, order: params["order"] as Record<number, number> }]
          : [];
      case "sheet.mutation.set-row-hidden":
      case "sheet.mutation.set-row-visible":
        return ((params["ranges"] ?? []) as Area[]).map((area) => ({
          kind: "rowsHidden",
          sheetId,
          area,
          hidden: id === "sheet.mutation.set-row-hidden",
        }));
      default:
        return this.sheetChange(id, sheetId, params, was);
    }
  }

  private sheetChange(id: string, sheetId: string, params: Params, was: unknown): Change[] {
    switch (id) {
      case "sheet.mutation.insert-sheet":
        return [{ kind: "sheetAdded", sheetId: (params["sheet"] as { id: string }).id }];
      case "sheet.mutation.remove-sheet":
        return [{ kind: "sheetDeleted", sheetId, name: String(was) }];
      case "sheet.mutation.set-worksheet-name":
        return [{ kind: "sheetRenamed", sheetId, before: String(was), after: String(params["name"]) }];
      case "sheet.mutation.set-worksheet-order":
        return [{ kind: "sheetMoved", sheetId, before: Number(params["fromOrder"]), after: Number(params["toOrder"]) }];
      case "sheet.mutation.set-worksheet-hidden":
        return [{ kind: "sheetVisibility", sheetId, hidden: params["hidden"] === 1 }];
      case "sheet.operation.set-worksheet-active":
        if (this.activeSheet === sheetId || this.quietActivation) return [];
        this.activeSheet = sheetId;
        return [{ kind: "sheetActivated", sheetId }];
      case "sheet.operation.set-selections": {
        const selections = (params["selections"] ?? []) as { range: Area }[];
        return [{ kind: "selected", sheetId, areas: selections.map(({ range }) => range) }];
      }
      default:
        return [];
    }
  }

  private edited(sheetId: string, params: Params, was: unknown): Change[] {
    const matrix = (params["cellValue"] ?? {}) as Record<string, Record<string, object | null>>;
    let values = false;
    let formulas = false;
    let styles = false;
    for (const row of Object.values(matrix)) {
      for (const cell of Object.values(row)) {
        if (!cell || "v" in cell || "f" in cell || "p" in cell || "si" in cell) values = true;
        if (cell && "f" in cell && cell.f != null) formulas = true;
        if (cell && "s" in cell) styles = true;
      }
    }
    if (!values && !styles) return [];
    const change = { kind: "edited" as const, sheetId, areas: areasOfMatrix(matrix), values, formulas };
    const before = was as
      { value: CellValue; type: ValueType; formula: string; at: { row: number; column: number } } | undefined;
    const sheet = this.engine.sheet(sheetId);
    if (!before || !sheet) return [change];
    const cell = this.cells.cell(sheet, before.at.row, before.at.column);
    const single: SingleEdit = {
      before: before.value,
      beforeType: before.type,
      after: valueOf(cell),
      afterType: typeOf(cell),
      formulaBefore: before.formula,
    };
    return [{ ...change, formulas: formulas || before.formula.startsWith("="), single }];
  }
}

function onlyCell(
  matrix: Record<string, Record<string, unknown>> | undefined,
): { row: number; column: number } | undefined {
  let found: { row: number; column: number } | undefined;
  for (const row in matrix) {
    for (const column in matrix[row]) {
      if (found) return undefined;
      found = { row: Number(row), column: Number(column) };
    }
  }
  return found;
}

/** Moving whole rows or columns: they are taken out and put in elsewhere. */
function movedLines(id: string, sheetId: string, params: Params): Change[] {
  const from = params["sourceRange"] as Area;
  const to = params["targetRange"] as Area;
  const rows = id === "sheet.mutation.move-rows";
  const start = rows ? from.startRow : from.startColumn;
  const count = rows ? from.endRow - from.startRow + 1 : from.endColumn - from.startColumn + 1;
  const target = rows ? to.startRow : to.startColumn;
  const first = Math.min(start, target);
  const last = Math.max(start + count, target + (target > start ? 0 : count)) - 1;
  const area = rows
    ? { startRow: first, endRow: last, startColumn: 0, endColumn: 16_383 }
    : { startRow: 0, endRow: 1_048_575, startColumn: first, endColumn: last };
  return [{ kind: "edited", sheetId, areas: [area], values: true, formulas: false }];
}

function movedRange(params: Params): Change[] {
  const from = params["fromRange"] as Area;
  const to = params["toRange"] as Area;
  const fromSheet = String((params["from"] as { subUnitId: string }).subUnitId);
  const toSheet = String((params["to"] as { subUnitId: string }).subUnitId);
  return [{ kind: "areaMoved", sheetId: fromSheet, from, toSheetId: toSheet, to }];
}
