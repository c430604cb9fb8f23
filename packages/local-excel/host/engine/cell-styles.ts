import type { Worksheet } from "@univerjs/core";

import type { Area } from "../a1";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import { BUILT_IN_STYLES, NORMAL } from "./built-in-styles";
import type { Cells } from "./cells";
import type { Engine } from "./engine";
import { GROUP_KEYS } from "./excel-style";
import type { ExcelStyle, StyleGroup } from "./excel-style";

export interface CellStyle {
  readonly name: string;
  /** The name in Excel.BuiltInStyle; the style's own name otherwise. */
  readonly id: string;
  readonly builtIn: boolean;
  style: ExcelStyle;
  groups: ReadonlySet<StyleGroup>;
  locked: boolean;
  formulaHidden: boolean;
}

type Format = Record<string, unknown>;

const sameFormat = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The cell styles of the workbook. A cell has the name of its style and the formats themselves. */
export class CellStyles {
  private readonly styles = new Map<string, CellStyle>();

  constructor(
    private readonly engine: Engine,
    private readonly cells: Cells,
  ) {
    for (const { id, name, style, groups } of BUILT_IN_STYLES) {
      const known = { id, name, builtIn: true, style, groups: new Set(groups), locked: true, formulaHidden: false };
      this.styles.set(keyOf(id), known);
    }
  }

  all(): CellStyle[] {
    return [...this.styles.values()];
  }

  /** Names are compared without regard to case; built-in styles go by either of their names. */
  find(name: string): CellStyle | undefined {
    const key = keyOf(name);
    return this.styles.get(key) ?? this.all().find((style) => keyOf(style.name) === key);
  }

  /** @throws ItemNotFound */
  get(name: string): CellStyle {
    const style = this.find(name);
    if (!style) throw itemNotFound(`cell style ${name}`);
    return style;
  }

  /** A new style looks like Normal and includes everything. */
  add(name: string): CellStyle {
    if (name === "" || name.length > 255) throw invalidArgument(`cell style ${JSON.stringify(name)}`);
    if (this.find(name)) throw itemAlreadyExists(`cell style ${name}`);
    const groups = new Set<StyleGroup>(["number", "font", "alignment", "border", "patterns", "protection"]);
    const added = { name, id: name, builtIn: false, style: {}, groups, locked: true, formulaHidden: false };
    this.styles.set(keyOf(name), added);
    return added;
  }

  /** Deletes a style of the user's; its cells become Normal. */
  remove(name: string): void {
    const style = this.get(name);
    if (style.id === NORMAL) throw invalidArgument("the style Normal cannot be deleted");
    this.rewrite(style, (before) => withoutFormats(before, style));
    this.styles.delete(keyOf(style.id));
  }

  /** The name of a cell's style, as in Excel.BuiltInStyle where it is built in. */
  nameAt(sheet: Worksheet, row: number, column: number): string {
    return (this.cells.style(sheet, row, column) as ExcelStyle).xlStyle ?? NORMAL;
  }

  /** Gives cells a style: the groups that it includes are replaced, the others stay. */
  apply(sheet: Worksheet, area: Area, name: string): void {
    const style = this.get(name);
    const bounded = this.cells.bounded(sheet, area);
    if (!bounded) return;
    this.engine.ensureSize(sheet, bounded);
    const read = (row: number, column: number): ExcelStyle => withStyle(this.cells.style(sheet, row, column), style);
    this.cells.replaceStyles(sheet, bounded, read, false);
  }

  /** Changes a format of a style, and of the cells that have the style and not a format of their own there. */
  change(name: string, patch: Partial<ExcelStyle>): void {
    const style = this.get(name);
    const before = style.style as Format;
    const after: Format = { ...before };
    for (const [key, value] of Object.entries(patch)) {
      if (value === null || value === undefined) Reflect.deleteProperty(after, key);
      else if (key === "bd") after[key] = { ...(before["bd"] as object | undefined), ...(value as object) };
      else after[key] = value;
    }
    this.rewrite(style, (cell) => {
      const changed: Format = { ...cell };
      for (const key of Object.keys(patch)) {
        if (!sameFormat(changed[key], before[key])) continue;
        if (after[key] === undefined) Reflect.deleteProperty(changed, key);
        else changed[key] = after[key];
      }
      return changed as ExcelStyle;
    });
    style.style = after as ExcelStyle;
  }

  /** Changes all cells of the workbook that have a style. */
  private rewrite(style: CellStyle, work: (before: ExcelStyle) => ExcelStyle): void {
    if (style.id === NORMAL) return;
    for (const sheet of this.engine.sheets()) {
      const used = this.cells.usedArea(sheet, false);
      if (!used) continue;
      const read = (row: number, column: number): ExcelStyle | undefined => {
        const before = this.cells.style(sheet, row, column) as ExcelStyle;
        return before.xlStyle === style.id ? work(before) : undefined;
      };
      this.cells.replaceStyles(sheet, used, read, false);
    }
  }
}

const keyOf = (name: string): string => name.toLowerCase();

function withStyle(before: ExcelStyle, { id, style, groups }: CellStyle): ExcelStyle {
  const next: Format = { ...before };
  for (const group of groups) {
    for (const key of GROUP_KEYS[group]) {
      Reflect.deleteProperty(next, key);
      const value = (style as Format)[key];
      if (value !== undefined && value !== null) next[key] = value;
    }
  }
  if (id === NORMAL) delete next["xlStyle"];
  else next["xlStyle"] = id;
  return next as ExcelStyle;
}

function withoutFormats(before: ExcelStyle, { style }: CellStyle): ExcelStyle {
  const next: Format = { ...before };
  for (const [key, value] of Object.entries(style)) if (sameFormat(next[key], value)) Reflect.deleteProperty(next, key);
  delete next["xlStyle"];
  return next as ExcelStyle;
}
