/** Reads an .xlsx file into a workbook snapshot. */
import type { DataValidation, Style } from "excelize-wasm";
import { fileSizes } from "./chart-corners";
import { checked, excelize, type File } from "./excelize";
import { readCellStyles, readParts, type SheetParts } from "./parts";
import { SETTINGS_PROPERTY } from "./save";
import { VALIDATION_OPERATORS, VALIDATION_TYPES, apiName } from "./validation-rules";
import type {
  BorderLine,
  CellContent,
  CellStyle,
  CommentSnapshot,
  ColumnSnapshot,
  PageSnapshot,
  SheetSnapshot,
  StyledRange,
  TableSnapshot,
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

const EDGES = ["top", "bottom", "left", "right"] as const;

function bordersOf(style: Style): CellStyle["borders"] {
  const lines = (style.Border ?? []).flatMap(({ Type, Color, Style: line }): [(typeof EDGES)[number], BorderLine][] => {
    const edge = oneOf(EDGES, Type);
    return edge && line ? [[edge, { color: css(Color) ?? "#000000", line }]] : [];
  });
  return lines.length > 0 ? Object.fromEntries(lines) : undefined;
}

function fromLibraryStyle(style: Style): CellStyle {
  const { Font: font, Alignment: alignment, Fill: fill } = style;
  return defined<CellStyle>({
    numberFormat: style.CustomNumFmt ?? (style.NumFmt === 49 ? "@" : undefined),
    bold: font?.Bold || undefined,
    italic: font?.Italic || undefined,
    underline: font?.Underline === "single" || undefined,
    strike: font?.Strike || undefined,
    color: css(font?.Color),
    fontName: font?.Family,
    fontSize: font?.Size,
    fill: fill?.Type === "pattern" ? css(fill.Color?.[0]) : undefined,
    wrap: alignment?.WrapText || undefined,
    horizontal: oneOf(["left", "center", "right"], alignment?.Horizontal),
    vertical: oneOf(["top", "center", "bottom"], alignment?.Vertical),
    borders: bordersOf(style),
    unlocked: style.Protection?.Locked === false || undefined,
  });
}

function styleOf(file: File, id: number, cellStyles: ReadonlyMap<number, string>): CellStyle {
  const style = fromLibraryStyle(checked("style", file.GetStyle(id)).style);
  const name = cellStyles.get(id);
  return name === undefined ? style : { ...style, cellStyle: name };
}

function readStyles(
  file: File,
  formats: SheetParts["formats"],
  cellStyles: ReadonlyMap<number, string>,
): StyledRange[] {
  const styles = new Map<number, CellStyle>();
  return formats.map(({ address, id }) => {
    const style = styles.get(id) ?? styleOf(file, id, cellStyles);
    styles.set(id, style);
    return { address, style };
  });
}

function readCells(library: Library, file: File, sheet: string): Pick<SheetSnapshot, "values" | "formulas"> {
  const rows = checked(`rows of ${sheet}`, file.GetRows(sheet, { RawCellValue: true })).result;
  const formulas: Record<string, string> = {};
  const values = rows.map((row, r) =>
    row.map((raw, c) => {
      const { cell } = checked("cell name", library.CoordinatesToCellName(c + 1, r + 1));
      const type = checked(cell, file.GetCellType(sheet, cell)).cellType as unknown as number;
      const formula = checked(cell, file.GetCellFormula(sheet, cell)).formula;
      if (formula) formulas[cell] = `=${formula}`;
      return content(library, type, raw);
    }),
  );
  return { values, formulas };
}

/** Only text is stored as shared or inline strings, or as the answer of a formula; a number has no type in the file. */
function content(library: Library, type: number, raw: string): CellContent {
  if (raw === "") return null;
  const { CellTypeSharedString, CellTypeInlineString, CellTypeFormula } = library;
  const text = [CellTypeSharedString, CellTypeInlineString, CellTypeFormula] as unknown as number[];
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
  return (dataValidations ?? []).flatMap((validation) => {
    const rule = ruleOf(validation);
    if (!rule) return [];
    return [
      defined<ValidationSnapshot>({
        address: validation.Sqref ?? "",
        list: rule.list,
        rule: rule.rule,
        promptTitle: validation.PromptTitle || undefined,
        prompt: validation.Prompt || undefined,
        errorTitle: validation.ErrorTitle || undefined,
        error: validation.Error || undefined,
        errorStyle: oneOf(["stop", "warning", "information"], validation.ErrorStyle),
        showError: validation.ShowErrorMessage,
        ignoreBlanks: validation.AllowBlank,
      }),
    ];
  });
}

/** The rule of a validation; undefined for one that lets everything pass. */
function ruleOf({
  Type,
  Operator,
  Formula1,
  Formula2,
}: DataValidation): Pick<ValidationSnapshot, "list" | "rule"> | undefined {
  const source = Formula1 ?? "";
  if (Type === "list") {
    const words = /^"(.*)"$/s.exec(source)?.[1];
    return { list: words === undefined ? `=${source}` : words.replaceAll('""', '"') };
  }
  const kind = apiName(VALIDATION_TYPES, Type);
  if (kind === undefined) return undefined;
  const limit = (formula: string): string => (Number.isFinite(Number(formula)) ? formula : `=${formula}`);
  if (kind === "custom") return { rule: { kind, formula1: `=${source}` } };
  const operator = apiName(VALIDATION_OPERATORS, Operator || "between") ?? "Between";
  return { rule: { kind, operator, formula1: limit(source), ...(Formula2 ? { formula2: limit(Formula2) } : {}) } };
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

function readTables(file: File, name: string, parts: SheetParts | undefined): TableSnapshot[] {
  // The library gives null for none, which its types do not say.
  const tables = checked(`tables of ${name}`, file.GetTables(name)).tables as
    ReturnType<File["GetTables"]>["tables"] | null;
  return (tables ?? []).map((table) => {
    const part = parts?.tables.get(table.Name ?? "");
    const headers = part?.showHeaders ?? true;
    return {
      name: table.Name ?? "",
      address: table.Range,
      style: table.StyleName ?? "TableStyleMedium2",
      showFilterButton: true,
      showBandedRows: table.ShowRowStripes ?? true,
      ...(headers ? {} : { showHeaders: false, columns: part?.columns ?? [] }),
      ...(part?.showTotals === true ? { showTotals: true } : {}),
      ...(part && Object.keys(part.filters).length > 0 ? { filters: part.filters } : {}),
    };
  });
}

function readSheet(
  library: Library,
  file: File,
  name: string,
  parts: SheetParts | undefined,
  cellStyles: ReadonlyMap<number, string>,
): SheetSnapshot {
  const cells = readCells(library, file, name);
  const { panes } = checked(`panes of ${name}`, file.GetPanes(name));
  const { props } = checked(`properties of ${name}`, file.GetSheetProps(name));
  const { opts: view } = checked(`view of ${name}`, file.GetSheetView(name, -1));
  const width = Math.max(1, ...cells.values.map((row) => row.length));
  const tabColor = css(props.TabColorRGB || undefined);
  const columns = readColumns(library, file, name, width);
  const rows = parts?.rows ?? [];
  return {
    name,
    visibility: checked(name, file.GetSheetVisible(name)).visible ? "Visible" : "Hidden",
    ...(tabColor ? { tabColor } : {}),
    showGridlines: view.ShowGridLines ?? true,
    ...cells,
    styles: readStyles(file, parts?.formats ?? [], cellStyles),
    columns,
    rows,
    ...readMerges(file, name),
    frozen: { rows: panes.Freeze ? (panes.YSplit ?? 0) : 0, columns: panes.Freeze ? (panes.XSplit ?? 0) : 0 },
    tables: readTables(file, name, parts),
    validations: readValidations(file, name),
    conditionalFormats: parts?.conditionalFormats ?? [],
    ...(parts && Object.keys(parts.spills).length > 0 ? { spills: parts.spills } : {}),
    page: { ...readPage(file, name), ...parts?.page },
    charts: parts?.charts(fileSizes(columns, rows)) ?? [],
    ...attachments(file, name, parts),
  };
}

/** Comments, links, protection and filter, where there are any. */
function attachments(file: File, name: string, parts: SheetParts | undefined): Partial<SheetSnapshot> {
  const comments = parts?.comments.length ? parts.comments : notes(file, name);
  return {
    ...(comments.length > 0 ? { comments } : {}),
    ...(parts && parts.hyperlinks.length > 0 ? { hyperlinks: parts.hyperlinks } : {}),
    ...(parts?.protection ? { protection: parts.protection } : {}),
    ...(parts?.autoFilter ? { autoFilter: parts.autoFilter } : {}),
  };
}

/** The notes of a file without threaded comments. */
function notes(file: File, name: string): CommentSnapshot[] {
  const { comments } = checked(`comments of ${name}`, file.GetComments(name));
  return ((comments as typeof comments | null) ?? []).map(({ Cell, Author, Text, Paragraph }) => ({
    address: Cell,
    author: Author ?? "",
    created: "",
    text: Text ?? (Paragraph ?? []).map((run) => run.Text).join(""),
    resolved: false,
    replies: [],
  }));
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
  const { names, styles } = readCellStyles(bytes);
  const cellStyles = [...styles].map(([id, { name, model }]) => [id, { name, style: styleOf(file, model, new Map()) }]);
  return {
    ...(cellStyles.length > 0
      ? { cellStyles: Object.fromEntries(cellStyles) as WorkbookSnapshot["cellStyles"] & object }
      : {}),
    sheets: list.map((name) => readSheet(library, file, name, parts.get(name), names)),
    activeSheet: list[active] ?? list[0] ?? "",
    names: (definedNames ?? [])
      .filter(({ Name, Scope }) => !Name?.startsWith("_xlnm.") && (!Scope || Scope === "Workbook"))
      .map(({ Name, RefersTo }) => ({ name: Name ?? "", refersTo: `=${RefersTo ?? ""}` })),
    settings: readSettings(file),
    ...(checked("date system", file.GetWorkbookProps()).props.Date1904 === true ? { date1904: true as const } : {}),
  };
}
