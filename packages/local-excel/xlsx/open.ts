/** Reads an .xlsx file into a workbook snapshot. */
import type { DataValidation, Style } from "excelize-wasm";
import { checked, excelize, type File } from "./excelize";
import { readParts, type SheetParts } from "./parts";
import { SETTINGS_PROPERTY } from "./save";
import type {
  CellContent,
  CellStyle,
  ColumnSnapshot,
  PageSnapshot,
  SheetSnapshot,
  StyledRange,
  ValidationSnapshot,
  WorkbookSnapshot,
} from "./snapshot";

type Library = Awaited<ReturnType<typeof excelize>>;

const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
/** Width in digits of a column that nobody sized. */
const DEFAULT_DIGITS = 9.140625;
const TITLES = "_xlnm.Print_Titles";
const AREA = "_xlnm.Print_Area";

const css = (color: string | undefined) => (color ? `#${color.slice(-6).toUpperCase()}` : undefined);

/** Drops the undefined, so that optional properties are absent and not undefined. */
function defined<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

function oneOf<const T extends string>(words: readonly T[], value: string | undefined): T | undefined {
  return words.find((word) => word === value);
}

function fromLibraryStyle(style: Style): CellStyle {
  const { Font: font, Alignment: alignment, Fill: fill } = style;
  return defined<CellStyle>({
    numberFormat: style.CustomNumFmt ?? (style.NumFmt === 49 ? "@" : undefined),
    bold: font?.Bold || undefined,
    italic: font?.Italic || undefined,
    underline: font?.Underline === "single" || undefined,
    color: css(font?.Color),
    fontName: font?.Family,
    fontSize: font?.Size,
    fill: fill?.Type === "pattern" ? css(fill.Color?.[0]) : undefined,
    wrap: alignment?.WrapText || undefined,
    horizontal: oneOf(["left", "center", "right"], alignment?.Horizontal),
    vertical: oneOf(["top", "center", "bottom"], alignment?.Vertical),
  });
}

interface Cells {
  values: CellContent[][];
  formulas: Record<string, string>;
  styles: StyledRange[];
}

function readCells(library: Library, file: File, sheet: string): Cells {
  const rows = checked(`rows of ${sheet}`, file.GetRows(sheet, { RawCellValue: true })).result;
  const styles = new Map<number, CellStyle>();
  const result: Cells = { values: [], formulas: {}, styles: [] };
  rows.forEach((row, r) => {
    const line: CellContent[] = [];
    let run: { from: string; to: string; id: number } | null = null;
    const endRun = () => {
      if (run && run.id !== 0) {
        const style = styles.get(run.id) ?? fromLibraryStyle(checked("style", file.GetStyle(run.id)).style);
        styles.set(run.id, style);
        result.styles.push({ address: run.from === run.to ? run.from : `${run.from}:${run.to}`, style });
      }
      run = null;
    };
    row.forEach((raw, c) => {
      const { cell } = checked("cell name", library.CoordinatesToCellName(c + 1, r + 1));
      const type = checked(cell, file.GetCellType(sheet, cell)).cellType as unknown as number;
      const formula = checked(cell, file.GetCellFormula(sheet, cell)).formula;
      if (formula) result.formulas[cell] = `=${formula}`;
      line.push(content(library, type, raw));
      const { style: id } = checked(cell, file.GetCellStyle(sheet, cell));
      if (run && run.id === id) run.to = cell;
      else {
        endRun();
        run = { from: cell, to: cell, id };
      }
    });
    endRun();
    result.values.push(line);
  });
  return result;
}

/** Only text is stored as shared or inline strings; a number has no type in the file. */
function content(library: Library, type: number, raw: string): CellContent {
  if (raw === "") return null;
  const text = [library.CellTypeSharedString, library.CellTypeInlineString] as unknown as number[];
  if (text.includes(type)) return raw;
  if (type === (library.CellTypeBool as unknown as number)) return raw === "1" || raw.toUpperCase() === "TRUE";
  const number = Number(raw);
  return Number.isFinite(number) ? number : raw;
}

function readColumns(library: Library, file: File, sheet: string, count: number): ColumnSnapshot[] {
  const columns: ColumnSnapshot[] = [];
  for (let index = 0; index < count; index++) {
    const { col: name } = checked("column", library.ColumnNumberToName(index + 1));
    const { width } = checked(`width of ${name}`, file.GetColWidth(sheet, name));
    const { visible } = checked(`column ${name}`, file.GetColVisible(sheet, name));
    if (visible && Math.abs(width - DEFAULT_DIGITS) < 0.01) continue;
    columns.push({
      index,
      width: Math.round(width * DIGIT_PIXELS + PADDING_PIXELS),
      ...(visible ? {} : { hidden: true }),
    });
  }
  return columns;
}

function readValidations(file: File, sheet: string): ValidationSnapshot[] {
  const answer = checked(`drop-downs of ${sheet}`, file.GetDataValidations(sheet));
  // The library's types call the list dataValidation; what it gives is dataValidations.
  const { dataValidations } = answer as unknown as { dataValidations: DataValidation[] | null };
  return (dataValidations ?? [])
    .filter(({ Type }) => Type === "list")
    .map((validation) => {
      const source = validation.Formula1 ?? "";
      const words = /^"(.*)"$/s.exec(source)?.[1];
      return defined<ValidationSnapshot>({
        address: validation.Sqref ?? "",
        list: words === undefined ? `=${source}` : words.replaceAll('""', '"'),
        promptTitle: validation.PromptTitle || undefined,
        prompt: validation.Prompt || undefined,
        errorTitle: validation.ErrorTitle || undefined,
        error: validation.Error || undefined,
        errorStyle: oneOf(["stop", "warning", "information"], validation.ErrorStyle),
        showError: validation.ShowErrorMessage,
        ignoreBlanks: validation.AllowBlank,
      });
    });
}

function readPage(file: File, sheet: string): PageSnapshot {
  const { opts: layout } = checked(`page of ${sheet}`, file.GetPageLayout(sheet));
  // Header and footer come from parts.ts: GetHeaderFooter of 0.1.3 ends the library's whole program on a sheet that has none.
  const { definedNames } = checked("names", file.GetDefinedName());
  const named = (name: string) => definedNames.find(({ Name, Scope }) => Name === name && Scope === sheet)?.RefersTo;
  const titles = named(TITLES);
  const titleRows = titles?.match(/\$(\d+):\$(\d+)$/);
  return defined<PageSnapshot>({
    landscape: layout.Orientation ? layout.Orientation === "landscape" : undefined,
    paperSize: layout.Size,
    fitToWidth: layout.FitToWidth,
    fitToHeight: layout.FitToHeight,
    area: named(AREA)?.replace(/^.*!/s, "").replaceAll("$", ""),
    titleRows: titleRows ? `${titleRows[1] ?? ""}:${titleRows[2] ?? ""}` : undefined,
  });
}

function readMerges(file: File, sheet: string): Pick<SheetSnapshot, "merges"> {
  const { mergeCells } = checked(`merged cells of ${sheet}`, file.GetMergeCells(sheet, true));
  // The library gives null for none, which its types do not say.
  const found = (mergeCells as typeof mergeCells | null) ?? [];
  if (found.length === 0) return {};
  return { merges: found.map((merged) => `${merged.GetStartAxis()}:${merged.GetEndAxis()}`) };
}

function readSheet(library: Library, file: File, name: string, parts: SheetParts | undefined): SheetSnapshot {
  const cells = readCells(library, file, name);
  const { panes } = checked(`panes of ${name}`, file.GetPanes(name));
  const { tables } = checked(`tables of ${name}`, file.GetTables(name));
  const { props } = checked(`properties of ${name}`, file.GetSheetProps(name));
  const { opts: view } = checked(`view of ${name}`, file.GetSheetView(name, -1));
  const width = Math.max(1, ...cells.values.map((row) => row.length));
  const tabColor = css(props.TabColorRGB || undefined);
  const columns = readColumns(library, file, name, width);
  return {
    name,
    visibility: checked(name, file.GetSheetVisible(name)).visible ? "Visible" : "Hidden",
    ...(tabColor ? { tabColor } : {}),
    showGridlines: view.ShowGridLines ?? true,
    ...cells,
    columns,
    rows: [],
    ...readMerges(file, name),
    frozen: { rows: panes.Freeze ? (panes.YSplit ?? 0) : 0, columns: panes.Freeze ? (panes.XSplit ?? 0) : 0 },
    tables: (tables ?? []).map((table) => ({
      name: table.Name ?? "",
      address: table.Range,
      style: table.StyleName ?? "TableStyleMedium2",
      showFilterButton: true,
      showBandedRows: table.ShowRowStripes ?? true,
    })),
    validations: readValidations(file, name),
    conditionalFormats: parts?.conditionalFormats ?? [],
    ...(parts && Object.keys(parts.spills).length > 0 ? { spills: parts.spills } : {}),
    page: { ...readPage(file, name), ...parts?.page },
    charts: parts?.charts({ columns, rows: [] }) ?? [],
  };
}

function readSettings(file: File): Record<string, unknown> {
  const { props } = checked("settings", file.GetCustomProps());
  const stored = (props ?? []).find(({ Name }) => Name === SETTINGS_PROPERTY)?.Value;
  return typeof stored === "string" ? (JSON.parse(stored) as Record<string, unknown>) : {};
}

/**
 * The snapshot of a file.
 * @throws Error when the bytes are no .xlsx file.
 */
export async function openXlsx(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const library = await excelize();
  const file = library.OpenReader(bytes);
  if (file.error) throw new Error(`This is no .xlsx file: ${file.error}`);
  const { list } = file.GetSheetList();
  const { definedNames } = checked("names", file.GetDefinedName());
  const active = checked("active sheet", file.GetActiveSheetIndex()).index;
  const parts = readParts(bytes);
  return {
    sheets: list.map((name) => readSheet(library, file, name, parts.get(name))),
    activeSheet: list[active] ?? list[0] ?? "",
    names: (definedNames ?? [])
      .filter(({ Name, Scope }) => !Name?.startsWith("_xlnm.") && (!Scope || Scope === "Workbook"))
      .map(({ Name, RefersTo }) => ({ name: Name ?? "", refersTo: `=${RefersTo ?? ""}` })),
    settings: readSettings(file),
  };
}
