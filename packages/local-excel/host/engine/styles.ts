import { CommandType } from "@univerjs/core";
import type { ICellData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";

import type { Area } from "../a1";
import type { Engine } from "./engine";

const SET_STYLES = "local-excel.mutation.set-styles";

export interface StyleOptions {
  /** The style becomes exactly the one given. */
  readonly replace?: boolean;
  /** The change is part of a change of contents, which is reported by itself. */
  readonly quiet?: boolean;
}

/** Style ids by row and column; null for none. */
type Ids = Record<number, Record<number, string | null>>;

/**
 * Formats of cells. Univer's own mutation merges style objects cell by cell and looks at values again; here each pair
 * of an old and a wanted style is merged once, cells get the result's id, and contents stay as they are.
 */
export class Styles {
  constructor(private readonly engine: Engine) {
    engine.commands.registerCommand({
      id: SET_STYLES,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: { subUnitId: string; ids: Ids }) => {
        const sheet = params && engine.sheet(params.subUnitId);
        if (sheet) put(sheet, params.ids);
        return true;
      },
    });
  }

  /** Merges styles into cells, or replaces theirs; undefined leaves a cell alone, null removes its style. */
  set(
    sheet: Worksheet,
    area: Area,
    style: (row: number, column: number) => Partial<IStyleData> | null | undefined,
    { replace = false, quiet = false }: StyleOptions = {},
  ): void {
    const before: Ids = {};
    const after: Ids = {};
    const merged = new Map<string, string | null>();
    for (let row = area.startRow; row <= area.endRow; row++) {
      const was: Record<number, string | null> = (before[row] = {});
      const will: Record<number, string | null> = (after[row] = {});
      for (let column = area.startColumn; column <= area.endColumn; column++) {
        const wanted = style(row, column);
        if (wanted === undefined) continue;
        const old = this.idOf(this.engine.rawCell(sheet, row, column));
        was[column] = old;
        will[column] = wanted === null ? null : this.merge(replace ? null : old, wanted, merged);
      }
    }
    const unit = { unitId: this.engine.unitId, subUnitId: sheet.getSheetId(), quiet };
    // After Univer's own mutation its views are drawn anew; it writes nothing.
    const redraw = { id: SetRangeValuesMutation.id, params: { ...unit, cellValue: {} } };
    const redo = [{ id: SET_STYLES, params: { ...unit, ids: after } }, redraw];
    for (const { id, params } of redo) this.engine.run(id, params);
    this.engine.pushUndo([{ id: SET_STYLES, params: { ...unit, ids: before } }, redraw], redo);
  }

  private idOf(cell: Nullable<ICellData>): string | null {
    const style = cell?.s;
    if (style === undefined || style === null) return null;
    return typeof style === "string" ? style : (this.engine.workbook.getStyles().setValue(style) ?? null);
  }

  private merge(old: string | null, wanted: Partial<IStyleData>, cached: Map<string, string | null>): string | null {
    const key = `${old ?? ""}|${JSON.stringify(wanted)}`;
    const found = cached.get(key);
    if (found !== undefined) return found;
    const styles = this.engine.workbook.getStyles();
    const base = old === null ? {} : (styles.get(old) ?? {});
    const next = new Map<string, unknown>(Object.entries(base));
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null || value === undefined) next.delete(name);
      else if (name === "bd") next.set(name, withoutNulls({ ...(base.bd ?? {}), ...(value as object) }));
      else next.set(name, value);
    }
    const id = next.size === 0 ? null : (styles.setValue(Object.fromEntries(next) as IStyleData) ?? null);
    cached.set(key, id);
    return id;
  }
}

function withoutNulls(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function put(sheet: Worksheet, ids: Ids): void {
  const matrix = sheet.getCellMatrix();
  for (const row in ids) {
    for (const column in ids[row]) {
      const id = ids[row][Number(column)];
      const cell = matrix.getValue(Number(row), Number(column));
      if (cell) {
        if (id === null || id === undefined) delete cell.s;
        else cell.s = id;
      } else if (id !== null && id !== undefined) {
        matrix.setValue(Number(row), Number(column), { s: id });
      }
    }
  }
}
