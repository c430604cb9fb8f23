/**
 * Arguments combined element by element, as Excel's own functions do: one value serves everywhere, a single row or column serves every
 * row or column, and ranges of one size go together cell by cell. The one place where this is decided, for every function.
 */
import { functionTexts } from "../i18n/functions";
import { NO_ARGUMENTS, readArgument, readColumns, type ParsedArguments } from "./arguments";
import { ANNEX_CHOICES, type ArgumentEntry } from "./catalogue";
import { badValue, Failure, isBlank } from "./cells";

interface Matrix {
  readonly rows: readonly (readonly unknown[])[];
  readonly height: number;
  readonly width: number;
}

interface Ranged {
  readonly entry: ArgumentEntry;
  readonly matrix: Matrix;
  readonly read: Map<unknown, Partial<ParsedArguments> | Failure>;
}

/** A range comes as rows of cells; one value, or one that an Excel hands over bare, is a range of one cell. */
function matrixOf(value: unknown): Matrix {
  const rows = rowsOf(value);
  return { rows, height: rows.length, width: rows[0]?.length ?? 0 };
}

function rowsOf(value: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) return [[value]];
  const [first] = value as unknown[];
  if (value.length === 0 || (Array.isArray(first) && first.length === 0)) return [[""]];
  return value.every((row) => Array.isArray(row)) ? (value as unknown[][]) : [value as unknown[]];
}

const cellOf = ({ rows, height, width }: Matrix, row: number, column: number): unknown =>
  rows[height === 1 ? 0 : row]?.[width === 1 ? 0 : column];

const isSingle = ({ height, width }: Matrix): boolean => height === 1 && width === 1;

const isMissing = (value: unknown): boolean => value === null || value === undefined;

/** The arguments of one call. Rows and columns count from 0. */
export class Combination {
  private constructor(
    readonly rows: number,
    readonly columns: number,
    private readonly items: Matrix | null,
    private readonly base: ParsedArguments,
    private readonly ranged: readonly Ranged[],
  ) {}

  /**
   * Reads the values of a call by what the function declares.
   * @returns a Failure that names the offending value, or the ranges that do not fit together
   */
  static of(entries: readonly ArgumentEntry[], values: readonly unknown[]): Combination | Failure {
    const base: ParsedArguments = { ...NO_ARGUMENTS };
    const ranged: Ranged[] = [];
    const ranges: { name: string; matrix: Matrix }[] = [];
    let items: Matrix | null = null;
    for (const [position, entry] of entries.entries()) {
      const matrix = matrixOf(values[position]);
      const only = isSingle(matrix) ? matrix.rows[0]?.[0] : undefined;
      if (isSingle(matrix) && isMissing(only) && !entry.optional) return missing(entry);
      if (entry.kind === "columns") {
        const columns = readColumns(matrix.rows.flat());
        if (columns instanceof Failure) return columns;
        base.columns = columns;
        continue;
      }
      if (!isSingle(matrix)) ranges.push({ name: entry.name, matrix });
      if (entry.kind === "item") items = matrix;
      else if (!isSingle(matrix)) ranged.push({ entry, matrix, read: new Map() });
      else {
        const read = readArgument(entry, only);
        if (read instanceof Failure) return read;
        Object.assign(base, read);
      }
    }
    const rows = Math.max(1, ...ranges.map(({ matrix }) => matrix.height));
    const columns = Math.max(1, ...ranges.map(({ matrix }) => matrix.width));
    const fits = ({ matrix: { height, width } }: (typeof ranges)[number]): boolean =>
      (height === 1 || height === rows) && (width === 1 || width === columns);
    if (!ranges.every(fits)) {
      const sizes = ranges.map(({ name, matrix }) => ({ name, rows: matrix.height, columns: matrix.width }));
      return badValue(functionTexts().shapesDoNotFit(sizes));
    }
    return new Combination(rows, columns, items, base, ranged);
  }

  get isSingle(): boolean {
    return this.rows === 1 && this.columns === 1;
  }

  /** Whether the arguments besides the item are the same everywhere. */
  get isUniform(): boolean {
    return this.ranged.length === 0;
  }

  /** What the item argument holds in one place. */
  item(row: number, column: number): unknown {
    return this.items ? cellOf(this.items, row, column) : "";
  }

  /** Whether no cell of a row names an item. */
  isBlankRow(row: number): boolean {
    return this.items?.rows[this.items.height === 1 ? 0 : row]?.every(isBlank) ?? true;
  }

  /** Whether one of several values of an argument is blank in one place. */
  isBlank(row: number, column: number): boolean {
    return this.ranged.some(({ matrix }) => isBlank(cellOf(matrix, row, column)));
  }

  /** The other arguments in one place; a Failure where one of them cannot be read. */
  given(row: number, column: number): ParsedArguments | Failure {
    if (this.ranged.length === 0) return this.base;
    const given = { ...this.base };
    for (const { entry, matrix, read } of this.ranged) {
      const value = cellOf(matrix, row, column);
      let parsed = read.get(value);
      if (parsed === undefined) read.set(value, (parsed = readArgument(entry, value)));
      if (parsed instanceof Failure) return parsed;
      Object.assign(given, parsed);
    }
    return given;
  }

  /** The other arguments wherever none of them is blank; the first Failure among them. */
  everyGiven(): ParsedArguments[] | Failure {
    if (this.ranged.length === 0) return [this.base];
    const all: ParsedArguments[] = [];
    for (let row = 0; row < this.rows; row += 1)
      for (let column = 0; column < this.columns; column += 1) {
        if (this.isBlank(row, column)) continue;
        const given = this.given(row, column);
        if (given instanceof Failure) return given;
        all.push(given);
      }
    return all;
  }
}

function missing({ kind }: ArgumentEntry): Failure {
  const texts = functionTexts();
  const words: Partial<Record<ArgumentEntry["kind"], string>> = {
    item: texts.itemMissing,
    status: texts.wordMissing("status"),
    columns: texts.columnsMissing,
    meeting: texts.badMeeting(""),
    annex: texts.badAnnex("", ANNEX_CHOICES.values),
  };
  return badValue(words[kind] ?? texts.textMissing);
}
