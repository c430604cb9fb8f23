import type { CellValue } from "./cells";

/** A slicer of a table: it shows and sets the filter by values of one column. */
export interface SlicerState {
  readonly id: string;
  readonly name: string;
  readonly caption: string;
  readonly tableId: string;
  readonly columnId: number;
  readonly sortBy: SlicerOrder;
  readonly style: string;
  /** In points. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const SLICER_ORDERS = ["DataSourceOrder", "Ascending", "Descending"] as const;
export type SlicerOrder = (typeof SLICER_ORDERS)[number];

/** The texts of a column, each once: numbers by size before texts, blanks last. */
export function slicerTexts(cells: readonly { value: CellValue; text: string }[], order: SlicerOrder): string[] {
  const values = new Map<string, CellValue>();
  for (const { value, text } of cells) if (!values.has(text)) values.set(text, value);
  const texts = [...values.keys()];
  if (order === "DataSourceOrder") return texts;
  const sign = order === "Ascending" ? 1 : -1;
  return texts.sort((one, other) => {
    if (one === "" || other === "") return one === "" ? 1 : -1;
    const [a, b] = [values.get(one), values.get(other)];
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    if (typeof a === "number" || typeof b === "number") return sign * (typeof a === "number" ? -1 : 1);
    return sign * one.localeCompare(other, "en", { sensitivity: "base" });
  });
}
