import type { ICellData, IMutationInfo, IStyleData, IWorksheetData, Worksheet } from "@univerjs/core";

import type { Change } from "../engine/changes";
import { emptyCell } from "../engine/input";
import type { Host } from "../host";
import { VIEW_MUTATIONS } from "./operations";
import type { CellWrite, Operation } from "./operations";
import { readSharedState, stateChanges } from "./shared-state";
import type { SharedState } from "./shared-state";

/** Which cells a write has touched, and how. */
type Touched = Map<number, Map<number, { content: boolean; style: boolean }>>;

interface Write {
  readonly sheetId: string;
  readonly touched: Touched;
}

/** Turns what happens in one client's workbook into operations for the others. */
export class Recorder {
  private operations: Operation[] = [];
  private writes: Write[] = [];
  private state: SharedState;
  /** Sheets whose structure an undo or redo has changed: what hangs on them was restored, and is passed on whole. */
  private readonly restored = new Set<string>();
  private undoing = false;

  constructor(private readonly host: Host) {
    this.state = readSharedState(host);
    const { commands } = host.engine;
    commands.beforeCommandExecuted(({ id }) => {
      if (id === "univer.command.undo" || id === "univer.command.redo") this.undoing = true;
    });
    commands.onCommandExecuted((command, options) => {
      if (command.id === "univer.command.undo" || command.id === "univer.command.redo") this.undoing = false;
      const calculated = options?.onlyLocal === true || options?.["applyFormulaCalculationResult"] === true;
      if (this.paused || calculated || options?.["fromFormula"] === true) return;
      this.record(command as IMutationInfo);
    });
    host.changes.beforeStructure = () => {
      if (!this.paused) this.collect();
    };
    host.changes.subscribe((change) => {
      if (!host.engine.replaying) this.recordChange(change);
    });
  }

  /** The operations since the last time. */
  take(): Operation[] {
    this.collect();
    const { operations } = this;
    this.operations = [];
    return operations;
  }

  /** Takes the state as it is now for known: what others changed is not told to them. */
  resume(): void {
    this.state = readSharedState(this.host);
  }

  private get paused(): boolean {
    return this.host.engine.replaying || this.host.changes.restructuring;
  }

  private record({ id, params }: IMutationInfo): void {
    const unit = params as { subUnitId?: string } | undefined;
    const sheetId = unit?.subUnitId;
    if (sheetId === undefined) return;
    if (id === "sheet.mutation.set-range-values")
      this.touch(sheetId, (params as { cellValue?: object }).cellValue, kindOfWrite);
    else if (id === "local-excel.mutation.set-styles")
      this.touch(sheetId, (params as { ids?: object }).ids, () => STYLE);
    else if (VIEW_MUTATIONS.has(id)) {
      this.operations.push({ kind: "view", sheetId, mutation: structuredClone({ id, params: params as object }) });
    }
  }

  /** Notes written cells; an earlier write of the same cell is forgotten. */
  private touch(sheetId: string, matrix: object | undefined, kindOf: (cell: object | null) => typeof STYLE): void {
    const touched: Touched = new Map();
    for (const [rowKey, cells] of Object.entries(matrix ?? {})) {
      const row = Number(rowKey);
      for (const [columnKey, cell] of Object.entries(cells as Record<string, object | null>)) {
        const column = Number(columnKey);
        const kind = { ...kindOf(cell) };
        for (const write of this.writes) {
          if (write.sheetId !== sheetId) continue;
          const before = write.touched.get(row)?.get(column);
          if (!before) continue;
          kind.content ||= before.content;
          kind.style ||= before.style;
          write.touched.get(row)?.delete(column);
        }
        const inRow = touched.get(row) ?? new Map<number, typeof STYLE>();
        touched.set(row, inRow.set(column, kind));
      }
    }
    if (touched.size > 0) this.writes.push({ sheetId, touched });
  }

  private recordChange(change: Change): void {
    switch (change.kind) {
      case "edited":
      case "rowsHidden":
      case "selected":
      case "sheetActivated":
        return;
      case "sorted":
        this.collectCells();
        this.operations.push({ kind: "sort", sheetId: change.sheetId, area: change.area, order: { ...change.order } });
        return;
      case "sheetAdded":
        this.collectCells();
        this.operations.push(...this.addedSheet(change.sheetId));
        return;
      case "sheetDeleted":
        this.writes = this.writes.filter(({ sheetId }) => sheetId !== change.sheetId);
        this.collectCells();
        this.operations.push({ kind: "sheetDeleted", sheetId: change.sheetId });
        return;
      case "sheetRenamed":
        this.operations.push({ kind: "sheetRenamed", sheetId: change.sheetId, name: change.after });
        return;
      case "sheetMoved":
        this.operations.push({ kind: "sheetMoved", sheetId: change.sheetId, position: change.after });
        return;
      case "sheetVisibility":
        this.operations.push({ kind: "sheetVisibility", sheetId: change.sheetId, hidden: change.hidden });
        return;
      default: {
        const sheetName = this.host.engine.sheet(change.sheetId)?.getName() ?? "";
        this.operations.push({ kind: "structure", change, sheetName });
        if (this.undoing) this.restored.add(change.sheetId);
        // What hangs on the cells has moved here as it will move there.
        else this.resume();
      }
    }
  }

  private addedSheet(sheetId: string): Operation[] {
    const { engine } = this.host;
    const sheet = engine.sheet(sheetId);
    if (!sheet) return [];
    const config = structuredClone(sheet.getConfig()) as IWorksheetData;
    const styles = engine.workbook.getStyles();
    sheet.getCellMatrix().forValue((row, column, cell) => {
      const copy = config.cellData[row]?.[column];
      const style = styles.getStyleByCell(cell);
      if (copy && style) copy.s = structuredClone(style);
    });
    return [{ kind: "sheetAdded", sheetId, index: engine.sheets().indexOf(sheet), name: sheet.getName(), config }];
  }

  private collect(): void {
    this.collectCells();
    if (this.undoing) return;
    const state = readSharedState(this.host);
    const before = this.restored.size === 0 ? this.state : this.withoutRestored();
    this.operations.push(...stateChanges(before, state));
    this.state = state;
    this.restored.clear();
  }

  private withoutRestored(): SharedState {
    const { restored } = this;
    return new Map(
      [...this.state].map(([group, entries]) => [
        group,
        new Map(
          [...entries].filter(
            ([id, entry]) =>
              !restored.has(group === "tables" ? String(entry["sheetId"]) : group === "sheets" ? id : ""),
          ),
        ),
      ]),
    );
  }

  private collectCells(): void {
    for (const { sheetId, touched } of this.writes.splice(0)) {
      const sheet = this.host.engine.sheet(sheetId);
      if (!sheet) continue;
      const cells: Record<number, Record<number, CellWrite>> = {};
      for (const [row, columns] of touched) {
        for (const [column, { content, style }] of columns) {
          (cells[row] ??= {})[column] = {
            ...(content ? { content: contentOf(this.host, sheet, row, column) } : {}),
            ...(style ? { style: styleOf(this.host, sheet, row, column) } : {}),
          };
        }
      }
      if (Object.keys(cells).length > 0) this.operations.push({ kind: "cells", sheetId, cells });
    }
  }
}

/** What a cell holds, as others write it: a formula without its result, or a value. */
export function contentOf({ engine, cells }: Host, sheet: Worksheet, row: number, column: number): ICellData {
  const raw = engine.rawCell(sheet, row, column);
  if (raw?.f != null || raw?.si != null) return { ...emptyCell(), f: String(cells.formula(sheet, row, column)) };
  return { ...emptyCell(), v: raw?.v ?? null, t: raw?.t ?? null, p: structuredClone(raw?.p) ?? null };
}

/** A cell's own style; null where it has none. */
export function styleOf({ engine }: Host, sheet: Worksheet, row: number, column: number): IStyleData | null {
  const style = engine.workbook.getStyles().getStyleByCell(engine.rawCell(sheet, row, column));
  return style ? structuredClone(style) : null;
}

const STYLE = { content: false, style: true };
const CONTENT_KEYS = ["v", "f", "si", "p"] as const;

function kindOfWrite(cell: object | null): typeof STYLE {
  if (cell === null) return { content: true, style: true };
  return { content: CONTENT_KEYS.some((key) => key in cell), style: "s" in cell };
}
