import type { Nullable } from "@univerjs/core";
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";

import { MAX_COLUMNS, MAX_ROWS, areaOf } from "../a1";
import { numberFromText } from "../engine/input";
import type { Area } from "../a1";
import type { ParameterMetadata } from "./metadata";

/** One cell's worth of an argument: a value, nothing (a blank cell), or an error. */
export type Scalar = string | number | boolean | null | { readonly error: string };

/** An argument as the formula gives it, before the parameter's type is applied. */
export interface Argument {
  /** Left out: `F(1,,2)` or fewer arguments than parameters. */
  readonly omitted: boolean;
  readonly rows: Scalar[][];
  /** For a whole column or row the rows and columns that are there; the full size stands here. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly location?: { readonly sheetId: string; readonly area: Area };
}

export const BUSY = "#BUSY!";
const OMITTED: Argument = { omitted: true, rows: [], rowCount: 0, columnCount: 0 };

export function isError(value: Scalar): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}

function scalarOf(value: Nullable<BaseValueObject>): Scalar {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: String(value.getValue()) };
  return value.getValue();
}

/** Reads what the formula engine hands over: a constant, an array or a reference. */
export function argumentOf(variant: FunctionVariantType): Argument {
  if (variant.isReferenceObject()) return referenceArgument(variant as BaseReferenceObject);
  const value = variant as BaseValueObject;
  if (value.isArray()) {
    const rows = value.getArrayValue().map((row) => row.map((value) => scalarOf(value)));
    return { omitted: false, rows, rowCount: rows.length, columnCount: rows[0]?.length ?? 0 };
  }
  if (value.isNull()) return OMITTED;
  return { omitted: false, rows: [[scalarOf(value)]], rowCount: 1, columnCount: 1 };
}

function referenceArgument(reference: BaseReferenceObject): Argument {
  const range = reference.getRangeData();
  const wholeColumns = Number.isNaN(range.startRow);
  const wholeRows = Number.isNaN(range.startColumn);
  const at = reference.getRangePosition();
  const area: Area = {
    startRow: wholeColumns ? 0 : at.startRow,
    endRow: wholeColumns ? MAX_ROWS - 1 : at.endRow,
    startColumn: wholeRows ? 0 : at.startColumn,
    endColumn: wholeRows ? MAX_COLUMNS - 1 : at.endColumn,
  };
  const rows: Scalar[][] = [];
  reference.iterator((value, row, column) => {
    (rows[row - area.startRow] ??= [])[column - area.startColumn] = scalarOf(value);
    return undefined;
  });
  return {
    omitted: false,
    rows,
    rowCount: area.endRow - area.startRow + 1,
    columnCount: area.endColumn - area.startColumn + 1,
    location: { sheetId: reference.getSheetId(), area },
  };
}

/** What a blank cell becomes for a parameter of type any: 0 on Windows (OfficeDev/office-js#4702), null on the web. */
export type BlankArgument = 0 | null;

/** Applies a parameter's type to one value, as Excel does; an error where it cannot. */
export function typed(value: Scalar, type: string | undefined, blank: BlankArgument): Scalar {
  if (isError(value)) return value;
  switch (type) {
    case "string":
      if (value === null) return "";
      if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
      return String(value);
    case "number":
      return numberOf(value);
    case "boolean":
      if (value === null) return false;
      if (typeof value === "boolean") return value;
      if (typeof value === "number") return value !== 0;
      return /^(true|false)$/i.test(value) ? value.toLowerCase() === "true" : { error: "#VALUE!" };
    default:
      return value ?? blank;
  }
}

function numberOf(value: string | number | boolean | null): Scalar {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const number = numberFromText(value);
  return number ?? { error: "#VALUE!" };
}

/** The full matrix of an argument, blank rows of a whole column included. */
export function matrixOf(argument: Argument, convert: (value: Scalar) => Scalar): Scalar[][] {
  const matrix: Scalar[][] = new Array<Scalar[]>(argument.rowCount);
  const blank = convert(null);
  let blankRow: Scalar[] | undefined;
  for (let row = 0; row < argument.rowCount; row++) {
    const source = argument.rows[row];
    if (!source) {
      matrix[row] = blankRow ??= new Array<Scalar>(argument.columnCount).fill(blank);
      continue;
    }
    const cells: Scalar[] = new Array<Scalar>(argument.columnCount);
    for (let column = 0; column < argument.columnCount; column++) {
      const value = source[column];
      cells[column] = value === undefined || value === null ? blank : convert(value);
    }
    matrix[row] = cells;
  }
  return matrix;
}

export function takesMatrix(parameter: ParameterMetadata | undefined): boolean {
  return parameter?.dimensionality === "matrix";
}

/** One cell of an argument; a single row or column serves all, as in Excel's own functions. */
export function pick(argument: Argument, row: number, column: number): Argument {
  if (argument.omitted) return argument;
  const atRow = argument.rowCount === 1 ? 0 : row;
  const atColumn = argument.columnCount === 1 ? 0 : column;
  const outside = atRow >= argument.rowCount || atColumn >= argument.columnCount;
  const value: Scalar = outside ? { error: "#N/A" } : (argument.rows[atRow]?.[atColumn] ?? null);
  const location = argument.location && {
    sheetId: argument.location.sheetId,
    area: areaOf(argument.location.area.startRow + atRow, argument.location.area.startColumn + atColumn),
  };
  return { omitted: false, rows: [[value]], rowCount: 1, columnCount: 1, ...(location ? { location } : {}) };
}
