/** A sheet as simple as possible, to compare the local Excel with: a grid of cells, and formulas that add 1 to a cell. */

export interface Reference {
  readonly row: number;
  readonly column: number;
  /** `A$1` instead of `A1`. */
  readonly fixedRow: boolean;
}

export type Content =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "formula"; readonly reference: Reference | undefined };

export interface ModelCell {
  readonly content: Content;
  /** "#RRGGBB", or empty. */
  readonly fill: string;
}

const BLANK: ModelCell = { content: { kind: "blank" }, fill: "" };

export interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

const columnName = (column: number): string => String.fromCharCode(65 + column);

export function formulaText(reference: Reference | undefined): string {
  if (!reference) return "=#REF!+1";
  return `=${columnName(reference.column)}${reference.fixedRow ? "$" : ""}${String(reference.row + 1)}+1`;
}

export class SheetModel {
  private constructor(
    readonly rows: number,
    readonly columns: number,
    private readonly cells: ReadonlyMap<string, ModelCell>,
  ) {}

  static empty(rows: number, columns: number): SheetModel {
    return new SheetModel(rows, columns, new Map());
  }

  cell(row: number, column: number): ModelCell {
    return this.cells.get(`${String(row)},${String(column)}`) ?? BLANK;
  }

  write(block: Block, content: Content): SheetModel {
    return this.change((cell, row, column) => (isInside(block, row, column) ? { ...cell, content } : cell));
  }

  fill(block: Block, fill: string): SheetModel {
    return this.change((cell, row, column) => (isInside(block, row, column) ? { ...cell, fill } : cell));
  }

  /** The first row of the block goes into its other rows, with its formats. */
  fillDown(block: Block): SheetModel {
    return this.change((cell, row, column) => {
      if (!isInside(block, row, column) || row === block.startRow) return cell;
      return copied(this.cell(block.startRow, column), row - block.startRow);
    });
  }

  /** Cells from the row on, in these columns, move down; references follow. */
  insert(row: number, count: number, startColumn: number, endColumn: number): SheetModel {
    const lane = (column: number): boolean => column >= startColumn && column <= endColumn;
    const moved = this.change((cell, at, column) => {
      if (!lane(column) || at < row) return cell;
      return at < row + count ? BLANK : this.cell(at - count, column);
    });
    return moved.references((reference) =>
      lane(reference.column) && reference.row >= row ? { ...reference, row: reference.row + count } : reference,
    );
  }

  /** Cells of these rows and columns go, the ones below move up; references to deleted cells are lost. */
  delete(row: number, count: number, startColumn: number, endColumn: number): SheetModel {
    const lane = (column: number): boolean => column >= startColumn && column <= endColumn;
    const moved = this.change((cell, at, column) => {
      if (!lane(column) || at < row) return cell;
      return this.cell(at + count, column);
    });
    return moved.references((reference) => {
      if (!lane(reference.column) || reference.row < row) return reference;
      return reference.row < row + count ? undefined : { ...reference, row: reference.row - count };
    });
  }

  /** Orders the rows of the block by its first column: numbers, text, blanks. */
  sort(block: Block): SheetModel {
    const order = Array.from({ length: block.endRow - block.startRow + 1 }, (_value, index) => block.startRow + index);
    order.sort((a, b) => compare(this.cell(a, block.startColumn), this.cell(b, block.startColumn)) || a - b);
    return this.change((cell, row, column) => {
      const from = order[row - block.startRow];
      if (!isInside(block, row, column) || from === undefined) return cell;
      return copied(this.cell(from, column), row - from);
    });
  }

  /** A formula's value: a number, or undefined where Excel shows an error or converts text. */
  value(row: number, column: number): string | number | undefined {
    const { content } = this.cell(row, column);
    if (content.kind === "blank") return "";
    if (content.kind === "value") return content.value;
    if (!content.reference) return undefined;
    const target = this.value(content.reference.row, content.reference.column);
    if (target === "") return 1;
    return typeof target === "number" ? target + 1 : undefined;
  }

  private change(work: (cell: ModelCell, row: number, column: number) => ModelCell): SheetModel {
    const cells = new Map<string, ModelCell>();
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        cells.set(`${String(row)},${String(column)}`, work(this.cell(row, column), row, column));
      }
    }
    return new SheetModel(this.rows, this.columns, cells);
  }

  private references(work: (reference: Reference) => Reference | undefined): SheetModel {
    return this.change((cell) => {
      if (cell.content.kind !== "formula" || !cell.content.reference) return cell;
      return { ...cell, content: { kind: "formula", reference: work(cell.content.reference) } };
    });
  }
}

function isInside(block: Block, row: number, column: number): boolean {
  return row >= block.startRow && row <= block.endRow && column >= block.startColumn && column <= block.endColumn;
}

/** A cell copied so many rows further down: relative references move along. */
function copied(cell: ModelCell, rows: number): ModelCell {
  const { content } = cell;
  if (content.kind !== "formula" || !content.reference || content.reference.fixedRow) return cell;
  const row = content.reference.row + rows;
  return { ...cell, content: { kind: "formula", reference: row < 0 ? undefined : { ...content.reference, row } } };
}

function compare(a: ModelCell, b: ModelCell): number {
  const rank = ({ content }: ModelCell): number =>
    content.kind === "blank" ? 2 : content.kind === "value" && typeof content.value === "number" ? 0 : 1;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.content.kind !== "value" || b.content.kind !== "value") return 0;
  const [first, second] = [a.content.value, b.content.value];
  if (typeof first === "number" && typeof second === "number") return first - second;
  return String(first).localeCompare(String(second), "en", { sensitivity: "base" });
}
