/** Excel workbooks: the cells of their sheets as people see them. Hidden sheets are not read. */
import type { Source } from "../blocks";
import type { Meter } from "../limits";
import { FROM_1900, FROM_1904, serialToIso, type DateSystem } from "../../domain/designations/serial-dates";
import { partOf, type Steps } from "../../domain/steps";
import { type CellRow, type Sheet, sheetSource } from "./sheet-source";
import { readXml } from "./xml";
import { type Archive, DamagedArchive } from "./zip";

/** The part that lists the sheets of a workbook. */
export const WORKBOOK_PART = "xl/workbook.xml";

const MOST_COLUMNS = 400;

interface WorkbookParts {
  sheets: { name: string; part: string }[];
  dateSystem: DateSystem;
}

/** Column of a reference, from 0: "C7" is 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function* readWorkbook(archive: Archive, meter: Meter): Steps<WorkbookParts> {
  const targets = new Map<string, string>();
  yield* readXml(archive, "xl/_rels/workbook.xml.rels", meter, {
    open(name, attributes) {
      if (name === "Relationship") targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
    },
    close: () => undefined,
    text: () => undefined,
  });
  const parts: WorkbookParts = { sheets: [], dateSystem: FROM_1900 };
  yield* readXml(archive, WORKBOOK_PART, meter, {
    open(name, attributes) {
      if (name === "workbookPr" && /^(?:1|true)$/.test(attributes["date1904"] ?? "")) parts.dateSystem = FROM_1904;
      if (name !== "sheet" || (attributes["state"] ?? "visible") !== "visible") return;
      const target = targets.get(attributes["id"] ?? "") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      parts.sheets.push({ name: attributes["name"] ?? "", part });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return parts;
}

/** Texts that cells share; what is struck out or a reading aid is left out. */
function* readSharedTexts(archive: Archive, meter: Meter): Steps<string[]> {
  const texts: string[] = [];
  let parts: string[] = [];
  let inText = false;
  let aids = 0;
  yield* readXml(archive, "xl/sharedStrings.xml", meter, {
    open(name) {
      if (name === "si") parts = [];
      if (name === "rPh") aids += 1;
      inText = name === "t" && aids === 0;
    },
    close(name) {
      inText = false;
      if (name === "rPh") aids -= 1;
      if (name !== "si") return;
      texts.push(parts.join(""));
    },
    text(text) {
      if (inText) parts.push(text);
    },
  });
  return texts;
}

/** What a number format shows of a date: nothing, the month, or the day. */
type DateFormat = "none" | "month" | "day";

function dateFormat(code: string): DateFormat {
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (!/[ymd]/i.test(plain) || /^general$/i.test(plain)) return "none";
  if (/d/i.test(plain)) return "day";
  return /y/i.test(plain) ? "month" : "none";
}

const BUILT_IN: Readonly<Record<number, DateFormat>> = {
  ...{ 14: "day", 15: "day", 16: "day", 17: "month", 22: "day" },
  ...{ 27: "day", 28: "day", 29: "day", 30: "day", 31: "day", 36: "day", 50: "day", 54: "day", 57: "day", 58: "day" },
};

/** Of each cell style, what its number format shows of a date. */
function* readDateStyles(archive: Archive, meter: Meter): Steps<DateFormat[]> {
  const formats = new Map<number, DateFormat>();
  const styles: DateFormat[] = [];
  let inStyles = false;
  yield* readXml(archive, "xl/styles.xml", meter, {
    open(name, attributes) {
      if (name === "numFmt") formats.set(Number(attributes["numFmtId"]), dateFormat(attributes["formatCode"] ?? ""));
      if (name === "cellXfs") inStyles = true;
      if (name !== "xf" || !inStyles) return;
      const id = Number(attributes["numFmtId"] ?? "0");
      styles.push(formats.get(id) ?? BUILT_IN[id] ?? "none");
    },
    close(name) {
      if (name === "cellXfs") inStyles = false;
    },
    text: () => undefined,
  });
  return styles;
}

interface CellContext {
  shared: readonly string[];
  dates: readonly DateFormat[];
  dateSystem: DateSystem;
}

/** What a cell shows: shared texts, dates as ISO dates, truth values; nothing for errors. */
function shownText(type: string, style: number, value: string, { shared, dates, dateSystem }: CellContext): string {
  switch (type) {
    case "s":
      return shared[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "d":
      return value.slice(0, 10);
    case "n": {
      const format = dates[style] ?? "none";
      if (format === "none" || value === "") return value;
      return serialToIso(Number(value), dateSystem)?.slice(0, format === "month" ? 7 : 10) ?? value;
    }
    default:
      return value;
  }
}

/** Ranges of merged cells: rows and columns from 0. */
interface Merge {
  top: number;
  bottom: number;
  left: number;
}

function* readSheet(archive: Archive, part: string, meter: Meter, context: CellContext): Steps<CellRow[]> {
  const rows: CellRow[] = [];
  const merges: Merge[] = [];
  let row: CellRow | null = null;
  let column = -1;
  let type = "n";
  let style = 0;
  let value: string[] = [];
  let inValue = false;
  let aids = 0;
  yield* readXml(archive, part, meter, {
    open(name, attributes) {
      if (name === "row") {
        const number = Number(attributes["r"] ?? "") || (rows.at(-1)?.row ?? 0) + 1;
        row = { row: number, lastRow: number, cells: [] };
        rows.push(row);
        column = -1;
      } else if (name === "c") {
        meter.count("cells");
        column = attributes["r"] === undefined ? column + 1 : columnOf(attributes["r"]);
        type = attributes["t"] ?? "n";
        style = Number(attributes["s"] ?? "0");
        value = [];
      } else if (name === "rPh") aids += 1;
      else if (name === "v" || (name === "t" && aids === 0)) inValue = true;
      else if (name === "mergeCell") addMerge(merges, attributes["ref"] ?? "");
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      if (name === "rPh") aids -= 1;
      if (name !== "c" || !row || column < 0 || column >= MOST_COLUMNS) return;
      while (row.cells.length < column) row.cells.push("");
      row.cells[column] = shownText(type, style, value.join(""), context);
    },
    text(text) {
      if (inValue) value.push(text);
    },
  });
  repeatMerged(rows, merges, meter);
  return rows.filter((each) => each.cells.length > 0);
}

function addMerge(merges: Merge[], reference: string): void {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference);
  if (!match) return;
  const [top, bottom] = [Number(match[2]), Number(match[3])];
  if (bottom > top) merges.push({ top, bottom, left: columnOf(match[1] ?? "") });
}

/** A cell that is merged over rows belongs to each of them. */
function repeatMerged(rows: readonly CellRow[], merges: readonly Merge[], meter: Meter): void {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const { top, bottom, left } of merges) {
    const text = byNumber.get(top)?.cells[left] ?? "";
    if (text === "") continue;
    for (let number = top + 1; number <= bottom; number++) {
      meter.count("cells");
      const row = byNumber.get(number);
      if (!row) continue;
      while (row.cells.length <= left) row.cells.push("");
      row.cells[left] ||= text;
    }
  }
}

/** Share of the work until the texts are known that cells share. */
const SHARED_TEXTS = 0.3;

/**
 * The blocks of a workbook.
 * @throws DamagedArchive where none of its sheets is there
 */
export function* xlsxSource(archive: Archive, meter: Meter): Steps<Source> {
  const { sheets, dateSystem } = yield* partOf(readWorkbook(archive, meter), 0, 0);
  const context: CellContext = {
    shared: yield* partOf(readSharedTexts(archive, meter), 0, SHARED_TEXTS),
    dates: yield* partOf(readDateStyles(archive, meter), 0, 0),
    dateSystem,
  };
  const read: Sheet[] = [];
  const share = (1 - SHARED_TEXTS) / Math.max(1, sheets.length);
  for (const [index, { name, part }] of sheets.entries()) {
    if (!archive.has(part)) continue;
    const from = SHARED_TEXTS + index * share;
    const rows = yield* partOf(readSheet(archive, part, meter, context), from, from + share);
    read.push({ name, rows });
  }
  if (read.length === 0) throw new DamagedArchive("The workbook has no sheet.");
  return yield* sheetSource(read, meter);
}
