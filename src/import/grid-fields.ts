/** The fields of a row whose cells the source keeps apart. */
import type { Row } from "../domain/document";
import type { Column } from "./columns";
import { CELL, cellText, foldMending } from "./lines";
import { editorsOf, kindText, titleText } from "./row-fields";

/** Cells of a row that the source keeps apart, without the empty ones that borders at both ends make. */
export function cellsOf(text: string, wanted: number): string[] {
  let cells = text.split(CELL);
  while (cells.length > wanted && (cells[0] ?? "").trim() === "") cells = cells.slice(1);
  while (cells.length > wanted && (cells.at(-1) ?? "").trim() === "") cells = cells.slice(0, -1);
  return cells;
}

/** Reads the cells behind the name, one per column; null where they do not fit the columns. */
export function readCells(
  text: string,
  columns: readonly Column[],
  knownNames: ReadonlySet<string>,
): Partial<Row> | null {
  const cells = cellsOf(text, columns.length);
  if (cells.length > columns.length || cells.length < columns.length) return null;
  const fields: Partial<Row> = {};
  let fits = true;
  columns.forEach((column, index) => {
    const cell = cells[index] ?? "";
    switch (column) {
      case "title":
        fields.title = titleText(cell);
        break;
      case "editors":
        fields.editors = editorsOf(cell, knownNames);
        break;
      case "kind":
        fields.kind = kindText(cell);
        break;
      case "text":
      case "a5":
      case "equivalent":
      case "timing":
      case "startOfWork":
      case "determined":
      case "decision":
      case "contribution":
        fields[column] = cellText(cell) === null ? null : foldMending(cell);
        break;
      case "seq":
      case "sg":
      case "question":
      case "name":
        fits &&= cellText(cell) === null;
        break;
    }
  });
  return fits ? fields : null;
}
