/** Cells of a grid: each is read for its own column, and what is not understood of it is reported and goes nowhere else. */
import type { Row } from "../domain/document";
import { cellText, fold, foldMending, isEmptyCell } from "./lines";
import type { Account } from "./line-coverage";
import { shorten } from "./line-coverage";
import { readName } from "./name-cell";
import { readEditors } from "./people-lists";
import { readQuestionCell } from "./questions";
import { kindText, titleText } from "./row-fields";

/** No cell of a table is longer; what is behind is not looked at for names. */
const LONGEST_NAME_CELL = 400;
const LONGEST_EDITORS = 4000;
/** "Revised / common text" is a kind; a longer text, or one with figures, is another cell. */
const LONGEST_KIND = 40;

/** What the cells of a row are read with. */
export interface CellContext {
  account: Account;
  studyGroup: string;
  people: ReadonlySet<string>;
}

/** Reads the row number; null where none is printed. */
export function readSeq(cell: string): number | null | undefined {
  if (isEmptyCell(cell)) return null;
  const match = /^\(?(\d{1,6})[.)]?$/.exec(fold(cell));
  return match ? Number(match[1]) : undefined;
}

/** Reads a study group cell, "SG17"; undefined where it is none. */
export function readStudyGroup(cell: string): string | null | undefined {
  if (isEmptyCell(cell)) return null;
  const match = /^(?:ITU-T )?(?:SG|Study Group)? ?(\d{1,2})$/i.exec(fold(cell));
  return match ? `SG${match[1] ?? ""}` : undefined;
}

/** Reads the cell of a name. Its whole text is the printed name; what is not understood of it is returned. */
export function readNameCell(cell: string): { fields: Partial<Row>; rest: string } | null {
  const text = cell.slice(0, LONGEST_NAME_CELL);
  const name = readName(text);
  if (!name) return null;
  const { number, acronym, formerly, mark, printedName, end } = name;
  const rest = fold(cell.slice(end)).replace(/^[,;]\s*$/, "");
  return { fields: { number, acronym, formerly, mark, printedName: rest === "" ? printedName : fold(cell) }, rest };
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** A cell without the marks of a list at the beginning of its lines: bullets, numbers, letters. */
function withoutListMarks(cell: string): string {
  return cell.replace(/^[ \t]*(?:[-–•·▪]|\d{1,2}[.)]|[a-z]\))[ \t]+(?=[\p{L}])/gmu, "");
}

/** The people of a cell, and what of it are no names. */
export function readEditorsCell(cell: string, people: ReadonlySet<string>): { editors: string[] | null; rest: string } {
  const addresses = cell.match(EMAIL) ?? [];
  const text = withoutListMarks(cell.slice(0, LONGEST_EDITORS))
    .replace(/(?:e-?mail|tel|phone|fax)\s?:/gi, " ")
    .replace(EMAIL, "\n")
    .replace(/[<(]\s*[>)]/g, "")
    .replace(/^[\s,;]+|[\s,;]+$/g, "");
  const rest = [...addresses, fold(cell.slice(LONGEST_EDITORS))].filter((part) => part !== "").join(" ");
  if (cellText(text) === null) return { editors: null, rest };
  const editors = /[([]/.test(text) ? splitWithAffiliations(text) : readEditors(text.replace(/\n{2,}/g, "\n"), people);
  return { editors: editors.length > 0 ? editors : null, rest };
}

/** Names with affiliations in brackets are parted by line ends, semicolons and commas outside the brackets. */
function splitWithAffiliations(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = "";
  for (const character of text) {
    if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth = Math.max(0, depth - 1);
    if (depth === 0 && /[\n;,]/.test(character)) {
      names.push(name);
      name = "";
    } else name += character;
  }
  names.push(name);
  return joinAffiliations(names.map(fold).filter((part) => part !== ""));
}

/** A line that is an affiliation alone goes on with the name before. */
function joinAffiliations(names: readonly string[]): string[] {
  const joined: string[] = [];
  for (const name of names) {
    if (/^[([]/.test(name) && joined.length > 0) joined[joined.length - 1] = `${joined.at(-1) ?? ""} ${name}`;
    else joined.push(name);
  }
  return joined;
}

/** Text fields of a row that a cell fills as printed. */
const PLAIN = ["text", "a5", "equivalent", "timing", "startOfWork", "determined", "decision", "contribution"] as const;
export type PlainColumn = (typeof PLAIN)[number];

/** True for a column whose cells are kept as printed. */
export function isPlainColumn(column: string): column is PlainColumn {
  return (PLAIN as readonly string[]).includes(column);
}

/** Reads one cell into the row; returns what of it was not understood, "" where nothing. */
export function readCell(row: Row, column: string, cell: string, context: CellContext): string {
  switch (column) {
    case "seq": {
      const seq = readSeq(cell);
      row.seq = seq ?? null;
      return seq === undefined ? shorten(cell) : "";
    }
    case "sg": {
      const sg = readStudyGroup(cell);
      row.sg = sg ?? null;
      return sg === undefined ? shorten(cell) : "";
    }
    case "question": {
      const { question, jointQuestions, rest } = readQuestionCell(cell, context.studyGroup);
      Object.assign(row, { question, jointQuestions });
      return shorten(rest);
    }
    case "title":
      row.title = titleText(cell);
      return "";
    case "kind": {
      const kind = kindText(cell);
      const isKind = kind === null || (kind.length <= LONGEST_KIND && !/\d/.test(kind));
      row.kind = isKind ? kind : null;
      return isKind ? "" : shorten(cell);
    }
    case "process":
      row.process = cellText(cell);
      return "";
    case "editors": {
      const { editors, rest } = readEditorsCell(cell, context.people);
      row.editors = editors;
      return shorten(rest);
    }
    default:
      if (isPlainColumn(column)) row[column] = cellText(cell) === null ? null : foldMending(withoutListMarks(cell));
      return "";
  }
}
