import type { Worksheet } from "@univerjs/core";

import { parseArea, splitSheet } from "../a1";
import type { Area } from "../a1";
import type { Call, HostObject } from "../bridge/model";
import { isHostObject, objectOf } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import type { Table } from "../engine/tables";
import { invalidArgument, itemNotFound } from "../errors";
import type { Host } from "../host";

/** The sheet of an object; gone when somebody deleted it. */
export function sheetOf(host: Host, sheetId: string): Worksheet {
  const sheet = host.engine.sheet(sheetId);
  if (!sheet) throw itemNotFound("the worksheet was deleted");
  return sheet;
}

export function tableOf(host: Host, id: string): Table {
  const table = host.tables.find(id);
  if (!table) throw itemNotFound("the table was deleted");
  return table;
}

export function areaOfRange(target: TrackedRange): Area {
  if (!target.area) throw itemNotFound("the cells of the range were deleted");
  return target.area;
}

/** An address, a range object, or a name, as arguments of the API give a range. */
export function areaFrom(host: Host, sheetId: string, argument: unknown): { sheetId: string; area: Area } {
  if (isHostObject(argument)) {
    const target = argument.self as TrackedRange;
    return { sheetId: target.sheetId, area: areaOfRange(target) };
  }
  if (typeof argument !== "string") throw invalidArgument(`range ${JSON.stringify(argument)}`);
  const { sheet, rest } = splitSheet(argument.trim());
  const target = sheet === undefined ? sheetId : host.engine.sheetByName(sheet)?.getSheetId();
  if (target === undefined) throw itemNotFound(`sheet ${String(sheet)}`);
  const area = parseArea(rest) ?? namedArea(host, rest, sheetId);
  if (!area) throw invalidArgument(`address ${argument}`);
  return "sheetId" in area ? area : { sheetId: target, area };
}

/** The cells of a table or of a defined name; undefined where the text is neither. */
export function namedArea(host: Host, text: string, sheetId: string): { sheetId: string; area: Area } | undefined {
  const table = host.tables.find(text.replace(/\[.*$/, ""));
  if (table) return { sheetId: table.sheetId, area: text.includes("#All") ? table.area : bodyOf(table) };
  const name = host.names.find(text, sheetId) ?? host.names.find(text);
  if (!name) return undefined;
  const { sheet, rest } = splitSheet(name.formula.slice(1));
  const area = parseArea(rest);
  const target = sheet === undefined ? undefined : host.engine.sheetByName(sheet)?.getSheetId();
  return area && target !== undefined ? { sheetId: target, area } : undefined;
}

export function bodyOf(table: Table): Area {
  const { area } = table;
  return {
    ...area,
    startRow: area.startRow + (table.showHeaders ? 1 : 0),
    endRow: area.endRow - (table.showTotals ? 1 : 0),
  };
}

export function headerOf(table: Table): Area {
  return { ...table.area, endRow: table.area.startRow };
}

export function text(value: unknown, what: string): string {
  if (typeof value !== "string") throw invalidArgument(`${what} must be text, not ${JSON.stringify(value)}`);
  return value;
}

export function number(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalidArgument(`${what} must be a number, not ${JSON.stringify(value)}`);
  }
  return value;
}

export function flag(value: unknown, what: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(`${what} must be true or false, not ${JSON.stringify(value)}`);
  return value;
}

/** One of the values of an enumeration. */
export function choice<T extends string>(value: unknown, choices: readonly T[], what: string): T {
  const found = choices.find((one) => one === value);
  if (found === undefined) throw invalidArgument(`${what} ${JSON.stringify(value)}: one of ${choices.join(", ")}`);
  return found;
}

export type Members<T> = Record<string, (self: T, args: unknown[], call: Call) => unknown>;
export type { HostObject };

export function rangeAt(call: Call, sheetId: string, area: Area): HostObject {
  return objectOf("Range", call.host.trackedRanges.make(sheetId, area));
}
