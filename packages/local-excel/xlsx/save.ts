/** Writes a workbook snapshot as a real .xlsx file. */
import { checked, excelize, type File } from "./excelize";
import { toFileFormula } from "./formula-names";
import { amend } from "./amend";
import { writeComments, writeHyperlinks, writeValidation } from "./save-attachments";
import { writeChart } from "./save-charts";
import { Styles, libraryColor, toLibraryStyle } from "./save-styles";
import type { ConditionalFormatSnapshot, PageSnapshot, SheetSnapshot, WorkbookSnapshot } from "./snapshot";

type Library = Awaited<ReturnType<typeof excelize>>;

/** Calibri 11's widest digit is 7 pixels and a cell is padded by 5: Excel counts column widths in such digits. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;

/** Column number, from 0, to letters. */
function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** The type of a formula that fills several cells. */
const ARRAY_FORMULA = "array";
function writeCells(file: File, sheet: SheetSnapshot, functions: readonly string[]): void {
  sheet.values.forEach((row, index) => {
    // The library writes null as an empty cell of its own; a row without content needs none.
    if (row.every((value) => value === null || value === "")) return;
    row.forEach((value, column) => {
      if (value === null || value === "") return;
      const cell = `${columnName(column)}${index + 1}`;
      // SetCellStr and not SetCellValue: a text that looks like a number stays the text it is.
      const result =
        typeof value === "string"
          ? file.SetCellStr(sheet.name, cell, value)
          : file.SetCellValue(sheet.name, cell, value);
      checked(`${sheet.name}!${cell}`, result);
    });
  });
  for (const [cell, formula] of Object.entries(sheet.formulas)) {
    const text = toFileFormula(formula, functions).replace(/^=/, "");
    const spill = sheet.spills?.[cell];
    // What spills is stored as an array formula over its cells; a plain one would show its first value only.
    const options = spill === undefined ? [] : [{ Ref: spill, Type: ARRAY_FORMULA }];
    checked(`${sheet.name}!${cell} ${formula}`, file.SetCellFormula(sheet.name, cell, text, ...options));
  }
}

function writeSizes(file: File, sheet: SheetSnapshot): void {
  for (const { index, width, hidden } of sheet.columns) {
    const name = columnName(index);
    if (width !== undefined) {
      const digits = Math.max(0, (width - PADDING_PIXELS) / DIGIT_PIXELS);
      checked(`width of ${name}`, file.SetColWidth(sheet.name, name, name, Math.round(digits * 100) / 100));
    }
    if (hidden) checked(`hiding ${name}`, file.SetColVisible(sheet.name, name, false));
  }
  for (const { index, height, hidden } of sheet.rows) {
    if (height !== undefined)
      checked(`height of ${index}`, file.SetRowHeight(sheet.name, index + 1, height * POINTS_PER_PIXEL));
    if (hidden) checked(`hiding row ${index}`, file.SetRowVisible(sheet.name, index + 1, false));
  }
}

function writePanes(file: File, { name, frozen }: SheetSnapshot): void {
  if (frozen.rows === 0 && frozen.columns === 0) return;
  const pane = frozen.rows && frozen.columns ? "bottomRight" : frozen.rows ? "bottomLeft" : "topRight";
  const cell = `${columnName(frozen.columns)}${frozen.rows + 1}`;
  const options = {
    Freeze: true,
    XSplit: frozen.columns,
    YSplit: frozen.rows,
    TopLeftCell: cell,
    ActivePane: pane,
    Selection: [{ SQRef: cell, ActiveCell: cell, Pane: pane }],
  };
  checked(`panes of ${name}`, file.SetPanes(name, options));
}

function writeConditionalFormat(file: File, sheet: string, format: ConditionalFormatSnapshot): void {
  const { rule, address, color: font, fill, bold } = format;
  const style = toLibraryStyle({
    ...(font ? { color: font } : {}),
    ...(fill ? { fill } : {}),
    ...(bold === undefined ? {} : { bold }),
  });
  const id = checked("conditional style", file.NewConditionalStyle(style)).style;
  const options =
    "equals" in rule
      ? { Type: "cell", Criteria: "==", Value: `"${rule.equals.replaceAll('"', '""')}"`, Format: id }
      : { Type: "formula", Criteria: rule.formula.slice(1), Format: id };
  checked(`conditional format of ${sheet}!${address}`, file.SetConditionalFormat(sheet, address, [options]));
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

function writePage(file: File, sheet: string, page: PageSnapshot): void {
  if (page.landscape !== undefined || page.paperSize !== undefined || page.fitToWidth !== undefined) {
    const layout = {
      ...(page.landscape === undefined ? {} : { Orientation: page.landscape ? "landscape" : "portrait" }),
      ...(page.paperSize === undefined ? {} : { Size: page.paperSize }),
      ...(page.fitToWidth === undefined ? {} : { FitToWidth: page.fitToWidth, FitToHeight: page.fitToHeight ?? 0 }),
    };
    checked(`page of ${sheet}`, file.SetPageLayout(sheet, layout));
    if (page.fitToWidth !== undefined) checked(`fit of ${sheet}`, file.SetSheetProps(sheet, { FitToPage: true }));
  }
  if (page.margins) {
    const inches = Object.entries(page.margins).map(([edge, points]) => [
      edge.charAt(0).toUpperCase() + edge.slice(1),
      points / POINTS_PER_INCH,
    ]);
    checked(`margins of ${sheet}`, file.SetPageMargins(sheet, Object.fromEntries(inches)));
  }
  if (page.header || page.footer) {
    const options = {
      ...(page.header ? { OddHeader: page.header } : {}),
      ...(page.footer ? { OddFooter: page.footer } : {}),
    };
    checked(`header of ${sheet}`, file.SetHeaderFooter(sheet, options));
  }
  if (page.area) {
    const [from = "", to = from] = page.area.split(":").map((cell) => cell.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2"));
    const refersTo = `${quoted(sheet)}!${from}:${to}`;
    checked(
      `print area of ${sheet}`,
      file.SetDefinedName({ Name: "_xlnm.Print_Area", RefersTo: refersTo, Scope: sheet }),
    );
  }
  if (page.titleRows) {
    const [first, last] = page.titleRows.split(":");
    const refersTo = `${quoted(sheet)}!$${first ?? ""}:$${last ?? first ?? ""}`;
    checked(
      `title rows of ${sheet}`,
      file.SetDefinedName({ Name: "_xlnm.Print_Titles", RefersTo: refersTo, Scope: sheet }),
    );
  }
}

/** The library knows no total rows: the table is written without, and amended. */
const withoutTotals = (address: string): string => address.replace(/(\d+)$/, (row) => String(Number(row) - 1));

function writeSheet(
  library: Library,
  file: File,
  styles: Styles,
  sheet: SheetSnapshot,
  functions: readonly string[],
): void {
  writeCells(file, sheet, functions);
  for (const { address, style } of sheet.styles) {
    const [from = address, to = from] = address.split(":");
    checked(`style of ${sheet.name}!${address}`, file.SetCellStyle(sheet.name, from, to, styles.id(style)));
  }
  writeSizes(file, sheet);
  for (const address of sheet.merges ?? []) {
    const [from = address, to = from] = address.split(":");
    checked(`merged cells ${sheet.name}!${address}`, file.MergeCell(sheet.name, from, to));
  }
  writePanes(file, sheet);
  if (!sheet.showGridlines)
    checked(
      `grid of ${sheet.name}`,
      file.SetSheetView(sheet.name, -1, { ShowGridLines: false, TopLeftCell: "", View: "" }),
    );
  for (const table of sheet.tables) {
    const options = {
      Range: table.showTotals === true ? withoutTotals(table.address) : table.address,
      Name: table.name,
      StyleName: table.style,
      ShowRowStripes: table.showBandedRows,
      ...(table.showHeaders === false ? { ShowHeaderRow: false } : {}),
    };
    checked(`table ${table.name}`, file.AddTable(sheet.name, options));
  }
  for (const validation of sheet.validations) writeValidation(file, sheet.name, validation);
  writeHyperlinks(file, sheet);
  if (sheet.autoFilter) checked(`filter of ${sheet.name}`, file.AutoFilter(sheet.name, sheet.autoFilter.address, []));
  for (const format of sheet.conditionalFormats) writeConditionalFormat(file, sheet.name, format);
  if (sheet.tabColor)
    checked(`tab of ${sheet.name}`, file.SetSheetProps(sheet.name, { TabColorRGB: libraryColor(sheet.tabColor) }));
  writePage(file, sheet.name, sheet.page);
  for (const chart of sheet.charts) writeChart(library, file, sheet.name, chart);
}

/** The custom document property in which the local Excel keeps the add-in's settings; Excel has a part of its own for them. */
export const SETTINGS_PROPERTY = "LocalExcelSettings";

/**
 * The file's bytes.
 * @throws Error naming the sheet and cell that the library could not write.
 */
export async function saveXlsx(workbook: WorkbookSnapshot): Promise<Uint8Array> {
  const library = await excelize();
  const file = library.NewFile();
  const styles = new Styles(file);
  workbook.sheets.forEach((sheet, index) => {
    if (index === 0) checked("first sheet", file.SetSheetName("Sheet1", sheet.name));
    else checked(`sheet ${sheet.name}`, file.NewSheet(sheet.name));
  });
  for (const sheet of workbook.sheets) writeSheet(library, file, styles, sheet, workbook.functions ?? []);
  for (const { name, refersTo } of workbook.names) {
    checked(`name ${name}`, file.SetDefinedName({ Name: name, RefersTo: refersTo.replace(/^=/, "") }));
  }
  checked("active sheet", file.SetActiveSheet(checked("active sheet", file.GetSheetIndex(workbook.activeSheet)).index));
  for (const sheet of workbook.sheets) {
    if (sheet.visibility !== "Visible") checked(`hiding ${sheet.name}`, file.SetSheetVisible(sheet.name, false));
  }
  if (workbook.date1904) checked("date system", file.SetWorkbookProps({ Date1904: true }));
  // LibreOffice keeps text that functions unknown to it have answered only in files of Excel, and shows #NAME? otherwise.
  checked("application", file.SetAppProps({ Application: "Microsoft Excel", AppVersion: "16.0300" }));
  if (workbook.title) checked("title", file.SetDocProps({ Title: workbook.title }));
  if (Object.keys(workbook.settings).length) {
    checked("settings", file.SetCustomProps({ Name: SETTINGS_PROPERTY, Value: JSON.stringify(workbook.settings) }));
  }
  const comments = new Map(workbook.sheets.map((sheet) => [sheet.name, writeComments(file, sheet)]));
  const named = styles.named(workbook.cellStyles);
  const { buffer } = checked("the file", file.WriteToBuffer());
  return amend(buffer as Uint8Array, { sheets: workbook.sheets, comments, styles: named });
}
