import { columnCount, rowCount } from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { property } from "../bridge/query";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { areaOfRange, rangeAt } from "./lookup";
import type { Members } from "./lookup";

type Values = Readonly<Record<string, unknown>>;

/** The sides of a cell as its properties name them, and as the collection of borders does. */
const BORDERS: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

/** The part of an object that a property path leads to; undefined where the name is a property or nothing. */
function part({ model, self }: HostObject, name: string, call: Call): HostObject | undefined {
  if (model.name === "RangeBorderCollection") {
    const side = BORDERS[name];
    const border = side === undefined ? undefined : model.item?.(self as never, [side], call);
    return border === NULL_OBJECT ? undefined : border;
  }
  const object = model.objects?.[name]?.(self as never, call);
  return object === NULL_OBJECT ? undefined : object;
}

/** The properties that the options name, in the same shape. */
function read(object: HostObject, options: Values, call: Call): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (wanted === false || wanted === null || wanted === undefined) continue;
    const inner = part(object, name, call);
    answer[name] =
      inner && typeof wanted === "object" ? read(inner, wanted as Values, call) : property(object, name, call);
  }
  return answer;
}

/** Sets the properties that are given; null leaves one as it is. */
function write(object: HostObject, values: Values, call: Call): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    const set = object.model.properties?.[name]?.set;
    const inner = set ? undefined : part(object, name, call);
    if (set) set(object.self as never, value, call);
    else if (inner && typeof value === "object") write(inner, value as Values, call);
    else throw invalidArgument(`property ${name} of ${object.model.name}`);
  }
}

const cellsOf = (area: Area): Area[][] =>
  Array.from({ length: rowCount(area) }, (_row, down) =>
    Array.from({ length: columnCount(area) }, (_column, right) => ({
      startRow: area.startRow + down,
      endRow: area.startRow + down,
      startColumn: area.startColumn + right,
      endColumn: area.startColumn + right,
    })),
  );
const rowsOf = (area: Area): Area[] =>
  cellsOf({ ...area, endColumn: area.startColumn }).map(([first]) => ({
    ...(first ?? area),
    endColumn: area.endColumn,
  }));
const columnsOf = (area: Area): Area[] =>
  (cellsOf({ ...area, endRow: area.startRow })[0] ?? []).map((first) => ({ ...first, endRow: area.endRow }));

function readAt(self: TrackedRange, area: Area, options: unknown, call: Call): Record<string, unknown> {
  return read(rangeAt(call, self.sheetId, area), (options ?? {}) as Values, call);
}

function writeEach(self: TrackedRange, areas: readonly Area[], values: unknown, call: Call): void {
  const given = (Array.isArray(values) ? values : [values]) as unknown[];
  if (given.length !== areas.length)
    throw invalidArgument(`${String(given.length)} sets of properties for ${String(areas.length)}`);
  areas.forEach((area, index) => {
    write(objectOf("Range", { sheetId: self.sheetId, area }), (given[index] ?? {}) as Values, call);
  });
}

/** Properties of the single cells, rows and columns of a range, read and written in one call. */
export const CELL_PROPERTIES: Members<TrackedRange> = {
  getCellProperties: (self, [options], call) =>
    cellsOf(areaOfRange(self)).map((row) => row.map((cell) => readAt(self, cell, options, call))),
  getRowProperties: (self, [options], call) => rowsOf(areaOfRange(self)).map((row) => readAt(self, row, options, call)),
  getColumnProperties: (self, [options], call) =>
    columnsOf(areaOfRange(self)).map((column) => readAt(self, column, options, call)),
  setCellProperties: (self, [values], call) => {
    const rows = cellsOf(areaOfRange(self));
    const given = Array.isArray(values) ? (values as unknown[]) : [];
    if (given.length !== rows.length) throw invalidArgument(`${String(given.length)} rows of properties`);
    rows.forEach((row, index) => {
      writeEach(self, row, given[index], call);
    });
    return null;
  },
  setRowProperties: (self, [values], call) => (writeEach(self, rowsOf(areaOfRange(self)), values, call), null),
  setColumnProperties: (self, [values], call) => (writeEach(self, columnsOf(areaOfRange(self)), values, call), null),
};
