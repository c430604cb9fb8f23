import { HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { IStyleData } from "@univerjs/core";

import { isWholeColumns } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { areaOfRange, choice, flag, number, sheetOf, text } from "./lookup";
import { color } from "./colors";
import { requirePermission } from "./protection";

const POINTS_PER_PIXEL = 0.75;

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

type Style = Partial<IStyleData>;

function apply(self: TrackedRange, call: Call, style: Style): void {
  const area = areaOfRange(self);
  requirePermission(call.host, self.sheetId, "allowFormatCells");
  call.host.cells.styleCells(sheetOf(call.host, self.sheetId), area, () => style);
}

/** The same answer for all cells, or null when they differ; whole columns are judged by their first rows. */
function uniform<T>(self: TrackedRange, call: Call, read: (style: Style) => T): T | null {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = call.host.cells.bounded(sheet, areaOfRange(self)) ?? areaOfRange(self);
  const last = Math.min(area.endRow, area.startRow + (isWholeColumns(areaOfRange(self)) ? 1 : 20_000));
  const first = read(call.host.cells.style(sheet, area.startRow, area.startColumn));
  for (let row = area.startRow; row <= last; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      if (read(call.host.cells.style(sheet, row, column)) !== first) return null;
    }
  }
  return first;
}

/** The name of a value in a table of names, or another word where none is. */
export const keyOf = <T>(table: Readonly<Record<string, T>>, value: T | null | undefined, otherwise: string): string =>
  Object.entries(table).find(([, one]) => one === value)?.[0] ?? otherwise;

/** Widths are told in points of the grid; a standard column of 64 pixels is 48 points. */
function columnWidth(self: TrackedRange, call: Call): number | null {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = areaOfRange(self);
  const first = sheet.getColumnWidth(area.startColumn) * POINTS_PER_PIXEL;
  for (let column = area.startColumn; column <= Math.min(area.endColumn, sheet.getColumnCount() - 1); column++) {
    if (sheet.getColumnWidth(column) * POINTS_PER_PIXEL !== first) return null;
  }
  return first;
}

function rowHeight(self: TrackedRange, call: Call): number | null {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = areaOfRange(self);
  const first = sheet.getRowHeight(area.startRow) * POINTS_PER_PIXEL;
  for (let row = area.startRow; row <= Math.min(area.endRow, sheet.getRowCount() - 1); row++) {
    if (sheet.getRowHeight(row) * POINTS_PER_PIXEL !== first) return null;
  }
  return first;
}

defineClass<TrackedRange>({
  name: "RangeFormat",
  properties: {
    columnWidth: {
      get: columnWidth,
      set: (self, value, call) => {
        const width = number(value, "column width");
        requirePermission(call.host, self.sheetId, "allowFormatColumns");
        if (width < 0 || width > 1342) throw invalidArgument(`column width ${String(width)}`);
        call.host.sheets.setColumnWidth(
          sheetOf(call.host, self.sheetId),
          areaOfRange(self),
          Math.round(width / POINTS_PER_PIXEL),
        );
      },
    },
    rowHeight: {
      get: rowHeight,
      set: (self, value, call) => {
        const height = number(value, "row height");
        requirePermission(call.host, self.sheetId, "allowFormatRows");
        if (height < 0 || height > 409.5) throw invalidArgument(`row height ${String(height)}`);
        call.host.sheets.setRowHeight(
          sheetOf(call.host, self.sheetId),
          areaOfRange(self),
          Math.round(height / POINTS_PER_PIXEL),
        );
      },
    },
    horizontalAlignment: {
      get: (self, call) => uniform(self, call, (style) => keyOf(HORIZONTAL, style.ht, "General")),
      set: (self, value, call) => {
        apply(self, call, { ht: HORIZONTAL[choice(value, Object.keys(HORIZONTAL), "horizontal alignment")] ?? null });
      },
    },
    verticalAlignment: {
      get: (self, call) => uniform(self, call, (style) => keyOf(VERTICAL, style.vt, "Bottom")),
      set: (self, value, call) => {
        apply(self, call, { vt: VERTICAL[choice(value, Object.keys(VERTICAL), "vertical alignment")] ?? null });
      },
    },
    wrapText: {
      get: (self, call) => uniform(self, call, (style) => style.tb === WrapStrategy.WRAP),
      set: (self, value, call) => {
        apply(self, call, { tb: flag(value, "wrapText") ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW });
      },
    },
    textOrientation: {
      get: (self, call) => uniform(self, call, (style) => style.tr?.a ?? 0),
      set: (self, value, call) => {
        apply(self, call, { tr: { a: number(value, "text orientation") } });
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
    autofitColumns: (self, _args, call) => (autofitColumns(self, call), null),
    autofitRows: (self, _args, call) => (autofitRows(self, call), null),
  },
});

/** Pixels of a letter and of a line in the default font, and the size of that font in points. */
const CHARACTER = 7;
const LINE = 20;
const DEFAULT_SIZE = 11;
/** What wrapping at words costs over filling every line with letters. */
const RAGGED = 1.1;

/** Widths by the longest text: seven pixels a character, as the default font has. */
function autofitColumns(self: TrackedRange, call: Call): void {
  requirePermission(call.host, self.sheetId, "allowFormatColumns");
  const sheet = sheetOf(call.host, self.sheetId);
  const used = call.host.cells.usedArea(sheet, true, areaOfRange(self));
  if (!used) return;
  for (let column = used.startColumn; column <= used.endColumn; column++) {
    let longest = 0;
    for (let row = used.startRow; row <= used.endRow; row++) {
      for (const line of call.host.cells.text(sheet, row, column).split("\n")) longest = Math.max(longest, line.length);
    }
    if (longest > 0) {
      const area = { ...used, startColumn: column, endColumn: column };
      call.host.sheets.setColumnWidth(sheet, area, Math.min(1790, longest * CHARACTER + 10));
    }
  }
}

function autofitRows(self: TrackedRange, call: Call): void {
  requirePermission(call.host, self.sheetId, "allowFormatRows");
  const sheet = sheetOf(call.host, self.sheetId);
  const used = call.host.cells.usedArea(sheet, true, areaOfRange(self));
  if (!used) return;
  for (let row = used.startRow; row <= used.endRow; row++) {
    let height = 0;
    for (let column = used.startColumn; column <= used.endColumn; column++) {
      const shown = call.host.cells.text(sheet, row, column);
      const style = call.host.cells.style(sheet, row, column);
      const scale = (style.fs ?? DEFAULT_SIZE) / DEFAULT_SIZE;
      const letters = Math.max(1, Math.floor(sheet.getColumnWidth(column) / (CHARACTER * scale)));
      const perLine = style.tb === WrapStrategy.WRAP ? letters : Number.POSITIVE_INFINITY;
      const lines = shown
        .split("\n")
        .reduce(
          (sum, line) => sum + Math.max(1, Math.ceil((line.length <= perLine ? 1 : RAGGED * line.length) / perLine)),
          0,
        );
      height = Math.max(height, lines * LINE * scale);
    }
    call.host.sheets.setRowHeight(sheet, { ...used, startRow: row, endRow: row }, Math.min(546, Math.ceil(height)));
  }
}

defineClass<TrackedRange>({
  name: "RangeFill",
  properties: {
    color: {
      get: (self, call) => uniform(self, call, (style) => (style.bg?.rgb ?? "#FFFFFF").toUpperCase()) ?? "",
      set: (self, value, call) => {
        apply(self, call, { bg: { rgb: color(value) } });
      },
    },
  },
  methods: { clear: (self, _args, call) => (apply(self, call, { bg: null } as unknown as Style), null) },
});

const onOff = (value: unknown, what: string): 0 | 1 => (flag(value, what) ? 1 : 0);

defineClass<TrackedRange>({
  name: "RangeFont",
  properties: {
    bold: {
      get: (self, call) => uniform(self, call, (style) => style.bl === 1),
      set: (self, value, call) => {
        apply(self, call, { bl: onOff(value, "bold") });
      },
    },
    italic: {
      get: (self, call) => uniform(self, call, (style) => style.it === 1),
      set: (self, value, call) => {
        apply(self, call, { it: onOff(value, "italic") });
      },
    },
    underline: {
      get: (self, call) => uniform(self, call, (style) => (style.ul?.s === 1 ? "Single" : "None")),
      set: (self, value, call) => {
        apply(self, call, { ul: { s: value === "None" ? 0 : 1 } });
      },
    },
    strikethrough: {
      get: (self, call) => uniform(self, call, (style) => style.st?.s === 1),
      set: (self, value, call) => {
        apply(self, call, { st: { s: onOff(value, "strikethrough") } });
      },
    },
    color: {
      get: (self, call) => uniform(self, call, (style) => (style.cl?.rgb ?? "#000000").toUpperCase()) ?? "",
      set: (self, value, call) => {
        apply(self, call, { cl: { rgb: color(value) } });
      },
    },
    name: {
      get: (self, call) => uniform(self, call, (style) => style.ff ?? "Calibri"),
      set: (self, value, call) => {
        apply(self, call, { ff: text(value, "font name") });
      },
    },
    size: {
      get: (self, call) => uniform(self, call, (style) => style.fs ?? 11),
      set: (self, value, call) => {
        apply(self, call, { fs: number(value, "font size") });
      },
    },
  },
});

defineClass<TrackedRange>({
  name: "FormatProtection",
  properties: {
    locked: {
      get: (self, { host }) => {
        const area = areaOfRange(self);
        return !host
          .sheetState(self.sheetId)
          .unlocked.some(
            (one) =>
              one.startRow <= area.startRow &&
              one.endRow >= area.endRow &&
              one.startColumn <= area.startColumn &&
              one.endColumn >= area.endColumn,
          );
      },
      set: (self, value, { host }) => {
        requirePermission(host, self.sheetId, "allowFormatCells");
        const state = host.sheetState(self.sheetId);
        const area = areaOfRange(self);
        state.unlocked = state.unlocked.filter((one) => JSON.stringify(one) !== JSON.stringify(area));
        if (!flag(value, "locked")) state.unlocked.push(area);
      },
    },
  },
});
