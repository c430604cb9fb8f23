import type { Worksheet } from "@univerjs/core";

import { areaOf, contains, intersect } from "../a1";
import type { Area } from "../a1";
import type { Call } from "../bridge/model";
import { hasContent } from "../engine/cells";
import type { ValueType } from "../engine/cells";
import { accessDenied } from "../errors";
import { choice, sheetOf } from "./lookup";
import type { AreasOnSheet } from "./range-areas";

const CELL_TYPES = [
  "ConditionalFormats",
  "DataValidations",
  "Blanks",
  "Constants",
  "Formulas",
  "SameConditionalFormat",
  "SameDataValidation",
  "Visible",
] as const;
type CellType = (typeof CELL_TYPES)[number];

const EVERY_KIND = ["Errors", "Logical", "Numbers", "Text"] as const;
type Kind = (typeof EVERY_KIND)[number];

/** The kinds of values that each name of Excel.SpecialCellValueType stands for. */
const VALUE_KINDS: Readonly<Record<string, readonly Kind[]>> = {
  All: EVERY_KIND,
  Errors: ["Errors"],
  ErrorsLogical: ["Errors", "Logical"],
  ErrorsNumbers: ["Errors", "Numbers"],
  ErrorsText: ["Errors", "Text"],
  ErrorsLogicalNumber: ["Errors", "Logical", "Numbers"],
  ErrorsLogicalText: ["Errors", "Logical", "Text"],
  ErrorsNumberText: ["Errors", "Numbers", "Text"],
  Logical: ["Logical"],
  LogicalNumbers: ["Logical", "Numbers"],
  LogicalText: ["Logical", "Text"],
  LogicalNumbersText: ["Logical", "Numbers", "Text"],
  Numbers: ["Numbers"],
  NumbersText: ["Numbers", "Text"],
  Text: ["Text"],
};

const KIND_OF: Partial<Record<ValueType, Kind>> = {
  Error: "Errors",
  Boolean: "Logical",
  Double: "Numbers",
  String: "Text",
  RichValue: "Text",
};

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Cells as few areas: runs in a column, side by side where they are equally long. */
function areasOfCells(cells: readonly Cell[]): Area[] {
  const columns = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
  }
  const open = new Map<string, Area>();
  const areas: Area[] = [];
  for (const [column, rows] of [...columns].sort(([one], [other]) => one - other)) {
    rows.sort((one, other) => one - other);
    let start = rows[0] ?? 0;
    rows.forEach((row, index) => {
      if (rows[index + 1] === row + 1) return;
      const run = `${String(start)}:${String(row)}`;
      const beside = open.get(run);
      if (beside?.endColumn === column - 1) beside.endColumn = column;
      else {
        const area = areaOf(start, column, row - start + 1);
        open.set(run, area);
        areas.push(area);
      }
      start = rows[index + 1] ?? 0;
    });
  }
  return areas;
}

function cellsWhere(area: Area | undefined, wanted: (row: number, column: number) => boolean): Cell[] {
  const cells: Cell[] = [];
  if (!area) return cells;
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++)
      if (wanted(row, column)) cells.push({ row, column });
  }
  return cells;
}

/** The parts of an area in which rules lie; with `same`, only the rule of the area's first cell counts. */
function ruled(rules: readonly { readonly area: Area }[], area: Area, same: boolean): Area[] {
  const first = areaOf(area.startRow, area.startColumn);
  const counted = same ? rules.filter((rule) => contains(rule.area, first)) : rules;
  return counted.map((rule) => intersect(rule.area, area)).filter((part) => part !== undefined);
}

function find(call: Call, sheet: Worksheet, area: Area, type: CellType, kinds: readonly Kind[]): Area[] {
  const { host } = call;
  const sheetId = sheet.getSheetId();
  const ofKind = (row: number, column: number): boolean => {
    const kind = KIND_OF[host.cells.valueType(sheet, row, column)];
    return kind !== undefined && kinds.includes(kind);
  };
  switch (type) {
    case "Formulas":
      return areasOfCells(
        host.formulaIndex
          .cells(sheet)
          .filter(({ row, column }) => contains(area, areaOf(row, column)))
          .filter(({ row, column }) => kinds === EVERY_KIND || ofKind(row, column)),
      );
    case "Constants":
      return areasOfCells(
        cellsWhere(host.cells.usedArea(sheet, true, area), (row, column) => {
          const raw = host.engine.rawCell(sheet, row, column);
          return hasContent(raw) && raw?.f == null && raw?.si == null && ofKind(row, column);
        }),
      );
    case "Blanks": {
      const used = host.cells.usedArea(sheet, false);
      return areasOfCells(
        cellsWhere(used && intersect(used, area), (row, column) => !hasContent(host.cells.cell(sheet, row, column))),
      );
    }
    case "Visible":
      return visible(sheet, host.cells.bounded(sheet, area) ?? area);
    case "ConditionalFormats":
    case "SameConditionalFormat":
      return ruled(host.sheetState(sheetId).conditionalFormats, area, type === "SameConditionalFormat");
    case "DataValidations":
    case "SameDataValidation":
      return ruled(host.sheetState(sheetId).validations, area, type === "SameDataValidation");
  }
}

function visible(sheet: Worksheet, area: Area): Area[] {
  const runs = (from: number, to: number, shown: (index: number) => boolean): [number, number][] => {
    const found: [number, number][] = [];
    for (let index = from; index <= to; index++) {
      if (!shown(index)) continue;
      const last = found.at(-1);
      if (last?.[1] === index - 1) last[1] = index;
      else found.push([index, index]);
    }
    return found;
  };
  const columns = runs(area.startColumn, area.endColumn, (column) => sheet.getColVisible(column));
  return runs(area.startRow, area.endRow, (row) => sheet.getRowVisible(row)).flatMap(([startRow, endRow]) =>
    columns.map(([startColumn, endColumn]) => ({ startRow, endRow, startColumn, endColumn })),
  );
}

/** The cells of a kind in areas of one sheet; undefined where there are none. Refused on a protected sheet, as `SpecialCells` is. */
export function specialCells(within: AreasOnSheet, args: unknown[], call: Call): AreasOnSheet | undefined {
  const { sheetId } = within;
  const type = choice(args[0], CELL_TYPES, "cellType");
  const name = choice(args[1] ?? "All", Object.keys(VALUE_KINDS), "cellValueType");
  if (call.host.sheetState(sheetId).protection.protected) throw accessDenied("the sheet is protected");
  const sheet = sheetOf(call.host, sheetId);
  const areas = within.areas.flatMap((area) => find(call, sheet, area, type, VALUE_KINDS[name] ?? EVERY_KIND));
  return areas.length === 0 ? undefined : { sheetId, areas };
}
