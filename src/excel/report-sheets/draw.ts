/** Draws a page onto a new sheet: texts, tables with lines, and a page set-up that prints. Only queues. */
import { QUIET_INK } from "../table-specs/styles";
import { block, untracked } from "../ranges";
import { setNumberFormat } from "../table-writer";
import { pageCells, type LineStyle, type PageTable, type SheetPage } from "./page";

const FONT_SIZE = 10;
const STYLES: Record<LineStyle, { size: number; bold: boolean; color: string }> = {
  label: { size: 14, bold: true, color: "#000000" },
  title: { size: 12, bold: true, color: "#000000" },
  heading: { size: 11, bold: true, color: "#000000" },
  text: { size: FONT_SIZE, bold: false, color: "#000000" },
  note: { size: 9, bold: false, color: QUIET_INK },
};
const HEADER_FILL = "#E8EEF7";
const RULE = "#8A8886";
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

/** Points of a letter of the tables' font, on average. */
const POINTS_PER_LETTER = 5;
/** A4 landscape is 842 points wide; narrower tables are stretched to what the margins leave. */
const PAGE_WIDTH = 842;
const MARGINS = { left: 34, right: 34, top: 48, bottom: 48, header: 22, footer: 22 };
const TEXT_WIDTH = PAGE_WIDTH - MARGINS.left - MARGINS.right;
/** Excel's own limit. */
const HIGHEST_ROW = 409;

function widthsInPoints({ columnWidths }: SheetPage): number[] {
  const total = columnWidths.reduce((sum, width) => sum + width, 0) * POINTS_PER_LETTER;
  // The page is fitted to the paper's width anyway, but only by making it smaller.
  const stretch = Math.max(1, TEXT_WIDTH / total);
  return columnWidths.map((width) => width * POINTS_PER_LETTER * stretch);
}

/** Excel does not fit the height of merged cells to their text: letters are counted instead. */
function lineHeight(text: string, size: number, width: number): number {
  const letters = Math.max(1, Math.floor(width / (size * 0.52)));
  const lines = text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0);
  return Math.min(HIGHEST_ROW, lines * size * 1.3 + 3);
}

function drawTable(sheet: Excel.Worksheet, { row, headers, rows, figures }: PageTable): void {
  const table = block(sheet, row, 0, rows.length + 1, headers.length);
  table.format.wrapText = true;
  table.format.verticalAlignment = "Top";
  for (const edge of EDGES) {
    const line = table.format.borders.getItem(edge);
    line.style = "Continuous";
    line.color = RULE;
  }
  const header = block(sheet, row, 0, 1, headers.length);
  header.format.font.bold = true;
  header.format.fill.color = HEADER_FILL;
  for (const column of figures) block(sheet, row + 1, column, rows.length, 1).format.horizontalAlignment = "Center";
  table.format.autofitRows();
}

function drawLines(sheet: Excel.Worksheet, page: SheetPage, width: number): void {
  for (const { row, style, text } of page.lines) {
    const line = block(sheet, row, 0, 1, page.columnWidths.length);
    const { size, bold, color } = STYLES[style];
    line.merge();
    line.format.wrapText = true;
    line.format.verticalAlignment = "Top";
    line.format.font.size = size;
    line.format.font.bold = bold;
    line.format.font.color = color;
    line.format.rowHeight = lineHeight(text, size, width);
  }
}

/** In headers and footers "&" begins a code, and Excel allows 255 characters. */
const plain = (text: string): string => text.replaceAll("&", "&&").slice(0, 200);

function setUpPage(sheet: Excel.Worksheet, page: SheetPage): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintMargins("Points", MARGINS);
  pageLayout.setPrintTitleRows(untracked(block(sheet, page.repeat, 0).getEntireRow()));
  pageLayout.setPrintArea(block(sheet, 0, 0, page.rows, page.columnWidths.length));
  const texts = pageLayout.headersFooters.defaultForAllPages;
  texts.leftHeader = plain(page.running);
  texts.centerFooter = "Page &P of &N";
}

/** Fills a sheet that was just made. Every cell is text before a value comes, but for figures. */
export function drawPage(sheet: Excel.Worksheet, page: SheetPage): void {
  const whole = block(sheet, 0, 0, page.rows, page.columnWidths.length);
  setNumberFormat(whole, "@");
  for (const { row, rows, figures } of page.tables) {
    for (const column of figures) setNumberFormat(block(sheet, row + 1, column, rows.length, 1), "0");
  }
  whole.values = pageCells(page);
  whole.format.font.size = FONT_SIZE;
  const widths = widthsInPoints(page);
  widths.forEach((width, column) => {
    block(sheet, 0, column).format.columnWidth = width;
  });
  for (const table of page.tables) drawTable(sheet, table);
  drawLines(
    sheet,
    page,
    widths.reduce((sum, width) => sum + width, 0),
  );
  sheet.showGridlines = false;
  if (page.repeat > 1) sheet.freezePanes.freezeRows(page.repeat + 1);
  setUpPage(sheet, page);
}
