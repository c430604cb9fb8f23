import type { Style } from "excelize-wasm";
import type { NamedStyle } from "./amend";
import { checked, type File } from "./excelize";
import type { CellStyle, WorkbookSnapshot } from "./snapshot";

const SOLID = 1;
const DEFAULT_FONT = "Calibri";

/** A colour as the library takes it: "#0F6CBD" is "0F6CBD". */
export const libraryColor = (css: string): string => css.replace("#", "");

/** A cell's style as the library takes it. */
export function toLibraryStyle(style: CellStyle): Style {
  const font = {
    ...(style.bold === undefined ? {} : { Bold: style.bold }),
    ...(style.italic === undefined ? {} : { Italic: style.italic }),
    ...(style.underline ? { Underline: "single" } : {}),
    ...(style.strike ? { Strike: true } : {}),
    ...(style.color ? { Color: libraryColor(style.color) } : {}),
    ...(style.fontSize ? { Size: style.fontSize } : {}),
  };
  // A font without a name is another one in each program that opens the file.
  const named = { ...font, Family: style.fontName ?? DEFAULT_FONT };
  const alignment = {
    ...(style.wrap ? { WrapText: true } : {}),
    ...(style.horizontal ? { Horizontal: style.horizontal } : {}),
    ...(style.vertical ? { Vertical: style.vertical } : {}),
  };
  return {
    ...(Object.keys(font).length || style.fontName ? { Font: named } : {}),
    ...(Object.keys(alignment).length ? { Alignment: alignment } : {}),
    ...(style.fill ? { Fill: { Type: "pattern", Pattern: SOLID, Color: [libraryColor(style.fill)] } } : {}),
    ...(style.borders
      ? {
          Border: Object.entries(style.borders).map(([Type, { color, line }]) => ({
            Type,
            Color: libraryColor(color),
            Style: line,
          })),
        }
      : {}),
    ...(style.unlocked ? { Protection: { Locked: false } } : {}),
    ...(style.numberFormat && style.numberFormat !== "General" ? { CustomNumFmt: style.numberFormat } : {}),
  };
}

/** Registers each distinct style once: a file with thousands of equal styles opens slowly. */
export class Styles {
  private readonly cached = new Map<string, number>();
  private readonly cellsOf = new Map<string, Set<number>>();

  constructor(private readonly file: File) {}

  id(style: CellStyle): number {
    const key = JSON.stringify(style);
    const id = this.cached.get(key) ?? checked(`style ${key}`, this.file.NewStyle(toLibraryStyle(style))).style;
    this.cached.set(key, id);
    if (style.cellStyle !== undefined) {
      const cells = this.cellsOf.get(style.cellStyle) ?? new Set();
      this.cellsOf.set(style.cellStyle, cells.add(id));
    }
    return id;
  }

  /** The cell styles that the registered styles follow. */
  named(cellStyles: WorkbookSnapshot["cellStyles"]): NamedStyle[] {
    return [...this.cellsOf].flatMap(([id, cells]) => {
      const found = cellStyles?.[id];
      return found ? [{ id, name: found.name, model: this.id(found.style), cells }] : [];
    });
  }
}
