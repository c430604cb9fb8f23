/** Column headers of a grid: the field of each column. */
import { foldAccents } from "../domain/text";
import type { Grid, GridRow } from "./blocks";
import type { Column } from "./columns";
import { fold } from "./lines";

/** The field of a column of a grid. */
export type GridColumn =
  | Column
  | "process"
  /** "Status" may print New and Rev., or statuses: the cells decide. */
  | "status"
  | "other"
  /** No header: its cells go on with those of the column to its left. */
  | "continued";

/** In English, French and Spanish; compared in lower case and without accents. */
const HEADERS: readonly (readonly [RegExp, GridColumn])[] = [
  [/^(?:#|n\.?[°º]|nr\.?|no\.?|num(?:ero)?\.?|item|row|seq\.?|sl\.? ?no\.?|№)$/, "seq"],
  [/^(?:sg|study group)$/, "sg"],
  [
    /^(?:orig(?:\.|inating|inal)? ?|lead ?)?(?:q|questions?|cuestion(?:es)?)(?:\(s\))?\.?(?: ?\/ ?\d{1,2}| ?\(\d\)| ?(?:no\.?|number|#))?$/,
    "question",
  ],
  [
    /^(?:draft |new )?(?:acronyme?|acronimo|sigle|recommandations?|recomendacion(?:es)?|work ?items?|(?:itu-t )?rec(?:s|ommendations?|\.)?(?: ?(?:no\.?|number|#|name))?|number|reference|designation|provisional name|short name)(?: ?[(/].*)?(?: ?(?:no\.?|number))?$/,
    "name",
  ],
  [/^(?:titles?|titres?|titulos?|intitules?|subjects?)(?: ?\/ ?(?:subject|title))?$|^title of .{1,40}$/, "title"],
  [/^new ?(?:\/|or) ?rev.{0,20}$|^(?:nouve(?:au|lle)|nuev[oa]) ?\/ ?revis.{0,20}$|^(?:kind|type|version)$/, "kind"],
  [/^(?:status|state)$/, "status"],
  [/^(?:approval )?process$/, "process"],
  [
    /^(?:editors?|editeurs?|redacteurs?|editores|contacts?|contactos?|rapporteurs?)(?:\(s\))?(?: ?[(/,].*)?$/,
    "editors",
  ],
  [
    /^(?:location of (?:the )?text|(?:(?:final|base|draft|output|latest|reference|input) )?text[eo]?s?(?:\(s\))?|(?:emplacement du texte|ubicacion del texto)|tds?(?: no\.?| number)?)$/,
    "text",
  ],
  [/^a\.5\b.*$|^a\.25\b.*$/, "a5"],
  [/^equiv(?:alent|\.)?\b.*$|^common text.*$/, "equivalent"],
  [
    /^(?:planned )?timing\b.{0,20}$|^target (?:date|timing)$|^planned (?:date|approval|for)$|^due(?: date)?$|^echeance$|^plazo$/,
    "timing",
  ],
  [/^start(?: of (?:the )?(?:work|study)| date)$/, "startOfWork"],
  [/^(?:date of )?determin(?:ed|ation)$/, "determined"],
  [/^decisions?$/, "decision"],
  [/^(?:input )?(?:contributions?|contribucion(?:es)?)$|^contr?\.?$/, "contribution"],
];
const LONGEST_LABEL = 120;

/** The field of a column with this header. */
export function gridColumn(label: string): GridColumn {
  const text = foldAccents(fold(label.slice(0, LONGEST_LABEL)))
    .replace(/[:*]+$/, "")
    .trim();
  if (text === "") return "continued";
  return HEADERS.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
}

export interface GridHeader {
  /** Index of the row behind the header. */
  end: number;
  columns: GridColumn[];
  /** Headers as printed. */
  labels: string[];
}

/** How many columns of a row are headers that tables of ours have. */
function namedColumns(row: GridRow): number {
  return new Set(row.cells.map(gridColumn).filter((column) => column !== "other" && column !== "continued")).size;
}

/** Whether one of the columns names the texts: beside the study group, "No." is the number of the text. */
export function namesTexts(columns: readonly GridColumn[]): boolean {
  return columns.includes("name") || (columns.includes("seq") && columns.includes("sg"));
}

/** True for a row of column headers: most cells are headers of ours, one names the texts, or one the titles. */
export function isHeaderRow(row: GridRow): boolean {
  const columns = row.cells.map(gridColumn);
  const filled = row.cells.filter((cell) => fold(cell.slice(0, LONGEST_LABEL)) !== "").length;
  const named = namedColumns(row);
  const hasName = namesTexts(columns);
  if (!hasName && !columns.includes("title")) return false;
  return named >= 3 ? named * 2 >= filled : named === 2 && filled === 2 && hasName && columns.includes("title");
}

/** The header that begins at a row; it may go on over a second row where cells are merged. Null where none begins there. */
export function readGridHeader(grid: Grid, from: number): GridHeader | null {
  const first = grid.rows[from];
  if (!first || !isHeaderRow(first)) return null;
  const labels = first.cells.map(fold);
  let end = from + 1;
  const second = grid.rows[end];
  if (second && continuesHeader(second, labels)) {
    second.cells.forEach((cell, index) => {
      const text = fold(cell);
      if (text !== "" && text !== labels[index]) labels[index] = fold(`${labels[index] ?? ""} ${text}`);
    });
    end += 1;
  }
  return { end, columns: distinctColumns(labels), labels };
}

/** A second header row repeats cells that are merged over both, and has headers below the others. */
function continuesHeader(row: GridRow, labels: readonly string[]): boolean {
  const filled = row.cells.map((cell, index) => ({ text: fold(cell), index })).filter(({ text }) => text !== "");
  const repeated = filled.filter(({ text, index }) => text === labels[index]).length;
  return (
    filled.length >= 2 &&
    repeated >= 1 &&
    filled.every(({ text, index }) => text === labels[index] || gridColumn(text) !== "other")
  );
}

/** Gives every field to one column: a second one of the same kind is another matter, except for names, which may be printed twice. */
function distinctColumns(labels: readonly string[]): GridColumn[] {
  const columns = labels.map(gridColumn);
  const number = columns.indexOf("seq");
  // "No." is the number of the row where names have a column of their own, else of the text.
  if (number >= 0 && !columns.includes("name") && /^no\.?$/i.test(labels[number] ?? "")) columns[number] = "name";
  // "C" is a contribution; "Q" beside it a Question.
  labels.forEach((label, index) => {
    if (/^c$/i.test(label.trim())) columns[index] = "contribution";
  });
  const seen = new Set<GridColumn>();
  return columns.map((column) => {
    if (column === "other" || column === "continued" || column === "name") return column;
    if (seen.has(column)) return "other";
    seen.add(column);
    return column;
  });
}
