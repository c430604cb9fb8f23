import { HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";

import { defineClass, objectOf } from "../bridge/model";
import type { Call, Property } from "../bridge/model";
import type { ExcelStyle } from "../engine/excel-style";
import { invalidArgument } from "../errors";
import { autofitColumns, autofitRows } from "./autofit";
import { applyFormat, areasOf, isStyle, uniformFormat } from "./format-target";
import type { FormatTarget } from "./format-target";
import { choice, flag, number, sheetOf } from "./lookup";
import { requirePermission } from "./protection";

const POINTS_PER_PIXEL = 0.75;
const STANDARD_WIDTH_PIXELS = 64;
const STANDARD_HEIGHT_PIXELS = 20;
const LARGEST_INDENT = 250;
const VERTICAL_TEXT = 180;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Fill: HorizontalAlign.LEFT,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
  Justify: VerticalAlign.TOP,
  Distributed: VerticalAlign.MIDDLE,
};

const READING_ORDERS = ["Context", "LeftToRight", "RightToLeft"] as const;

/** The name of a value in a table of names, or another word where none is. */
export const keyOf = <T>(table: Readonly<Record<string, T>>, value: T | null | undefined, otherwise: string): string =>
  Object.entries(table).find(([, one]) => one === value)?.[0] ?? otherwise;

/** The name that was set, as long as Univer's value is still the one that belongs to it. */
const named = <T>(
  table: Readonly<Record<string, T>>,
  own: string | null | undefined,
  value: T | null | undefined,
  otherwise: string,
): string => (own && table[own] === value ? own : keyOf(table, value, otherwise));

/** A property of a format: how it is read from a style, and the styles that set it. */
export function formatProperty(
  read: (style: ExcelStyle) => unknown,
  write: (value: unknown) => Partial<ExcelStyle>,
): Property<FormatTarget> {
  return {
    get: (self, call) => uniformFormat(self, call, read),
    set: (self, value, call) => {
      applyFormat(self, call, write(value));
    },
  };
}

/** What ranges and cell styles have in common: alignment, wrapping, indentation. */
export const ALIGNMENT: Readonly<Record<string, Property<FormatTarget>>> = {
  horizontalAlignment: formatProperty(
    (style) => named(HORIZONTAL, style.xlHorizontal, style.ht, "General"),
    (value) => {
      const name = choice(value, Object.keys(HORIZONTAL), "horizontal alignment");
      return { ht: HORIZONTAL[name] ?? null, xlHorizontal: name };
    },
  ),
  verticalAlignment: formatProperty(
    (style) => named(VERTICAL, style.xlVertical, style.vt, "Bottom"),
    (value) => {
      const name = choice(value, Object.keys(VERTICAL), "vertical alignment");
      return { vt: VERTICAL[name] ?? null, xlVertical: name };
    },
  ),
  wrapText: formatProperty(
    (style) => style.tb === WrapStrategy.WRAP,
    (value) => ({ tb: flag(value, "wrapText") ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  ),
  textOrientation: formatProperty(
    (style) => style.tr?.a ?? 0,
    (value) => {
      const angle = number(value, "text orientation");
      if (Math.abs(angle) > 90 && angle !== VERTICAL_TEXT) throw invalidArgument(`text orientation ${String(angle)}`);
      return { tr: { a: angle } };
    },
  ),
  autoIndent: formatProperty(
    (style) => style.xlAutoIndent === true,
    (value) => ({ xlAutoIndent: flag(value, "autoIndent") }),
  ),
  indentLevel: formatProperty(
    (style) => style.xlIndent ?? 0,
    (value) => ({ xlIndent: indent(number(value, "indentLevel")) }),
  ),
  readingOrder: formatProperty(
    (style) => style.xlReadingOrder ?? "Context",
    (value) => ({ xlReadingOrder: choice(value, READING_ORDERS, "reading order") }),
  ),
  shrinkToFit: formatProperty(
    (style) => style.xlShrink === true,
    (value) => ({ xlShrink: flag(value, "shrinkToFit") }),
  ),
};

function indent(level: number): number {
  if (!Number.isInteger(level) || level < 0 || level > LARGEST_INDENT) throw invalidArgument(`indent ${String(level)}`);
  return level;
}

/** The size of all lines of a target in points, or null when they differ. */
function sizeOf(target: FormatTarget, call: Call, kind: "columns" | "rows"): number | null {
  const sizes = new Set<number>();
  for (const { sheetId, area } of areasOf(target)) {
    const sheet = sheetOf(call.host, sheetId);
    const columns = kind === "columns";
    const [first, end, count] = columns
      ? [area.startColumn, area.endColumn, sheet.getColumnCount()]
      : [area.startRow, area.endRow, sheet.getRowCount()];
    for (let line = first; line <= Math.max(first, Math.min(end, count - 1)); line++) {
      sizes.add((columns ? sheet.getColumnWidth(line) : sheet.getRowHeight(line)) * POINTS_PER_PIXEL);
      if (sizes.size > 1) return null;
    }
  }
  const [only] = sizes;
  return only ?? null;
}

function setWidth(target: FormatTarget, call: Call, pixels: number): void {
  for (const { sheetId, area } of areasOf(target)) {
    requirePermission(call.host, sheetId, "allowFormatColumns");
    call.host.sheets.setColumnWidth(sheetOf(call.host, sheetId), area, pixels);
  }
}

function setHeight(target: FormatTarget, call: Call, pixels: number): void {
  for (const { sheetId, area } of areasOf(target)) {
    requirePermission(call.host, sheetId, "allowFormatRows");
    call.host.sheets.setRowHeight(sheetOf(call.host, sheetId), area, pixels);
  }
}

defineClass<FormatTarget>({
  name: "RangeFormat",
  properties: {
    ...ALIGNMENT,
    // Widths are told in points of the grid; a standard column of 64 pixels is 48 points.
    columnWidth: {
      get: (self, call) => sizeOf(self, call, "columns"),
      set: (self, value, call) => {
        const width = number(value, "column width");
        if (width < 0 || width > 1342) throw invalidArgument(`column width ${String(width)}`);
        setWidth(self, call, Math.round(width / POINTS_PER_PIXEL));
      },
    },
    rowHeight: {
      get: (self, call) => sizeOf(self, call, "rows"),
      set: (self, value, call) => {
        const height = number(value, "row height");
        if (height < 0 || height > 409.5) throw invalidArgument(`row height ${String(height)}`);
        setHeight(self, call, Math.round(height / POINTS_PER_PIXEL));
      },
    },
    useStandardHeight: {
      get: (self, call) => sizeOf(self, call, "rows") === STANDARD_HEIGHT_PIXELS * POINTS_PER_PIXEL,
      set: (self, value, call) => {
        if (flag(value, "useStandardHeight")) setHeight(self, call, STANDARD_HEIGHT_PIXELS);
      },
    },
    useStandardWidth: {
      get: (self, call) => sizeOf(self, call, "columns") === STANDARD_WIDTH_PIXELS * POINTS_PER_PIXEL,
      set: (self, value, call) => {
        if (flag(value, "useStandardWidth")) setWidth(self, call, STANDARD_WIDTH_PIXELS);
      },
    },
  },
  objects: {
    borders: (self) => objectOf("RangeBorderCollection", self),
    fill: (self) => objectOf("RangeFill", self),
    font: (self) => objectOf("RangeFont", self),
    protection: (self) => objectOf("FormatProtection", self),
  },
  methods: {
    adjustIndent: (self, [amount], call) => {
      const change = number(amount, "amount");
      const before = uniformFormat(self, call, (style) => style.xlIndent ?? 0) ?? 0;
      applyFormat(self, call, { xlIndent: indent(Math.max(0, before + change)) });
      return null;
    },
    autofitColumns: (self, _args, call) => {
      if (isStyle(self)) return null;
      for (const { sheetId, area } of areasOf(self)) autofitColumns(call, sheetId, area);
      return null;
    },
    autofitRows: (self, _args, call) => {
      if (isStyle(self)) return null;
      for (const { sheetId, area } of areasOf(self)) autofitRows(call, sheetId, area);
      return null;
    },
  },
});
