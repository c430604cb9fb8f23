/** The numbers by which files know the styles that every workbook has, by their names in Excel.BuiltInStyle. */
const BUILT_IN = [
  "Normal",
  "RowLevel",
  "ColLevel",
  "Comma",
  "Currency",
  "Percent",
  "WholeComma",
  "WholeDollar",
  "Hlink",
  "HlinkTrav",
  "Note",
  "WarningText",
  "Emphasis1",
  "Emphasis2",
  "Emphasis3",
  "SheetTitle",
  "Heading1",
  "Heading2",
  "Heading3",
  "Heading4",
  "Input",
  "Output",
  "Calculation",
  "CheckCell",
  "LinkedCell",
  "Total",
  "Good",
  "Bad",
  "Neutral",
  ...[1, 2, 3, 4, 5, 6].flatMap((accent) => ["", "_20", "_40", "_60"].map((tint) => `Accent${String(accent)}${tint}`)),
  "ExplanatoryText",
];

/** The number of a built-in style; undefined for a style of the user's. */
export function builtInId(id: string): number | undefined {
  const index = BUILT_IN.indexOf(id);
  return index < 0 ? undefined : index;
}

/** The name of the built-in style with a number. */
export const builtInName = (id: number): string | undefined => BUILT_IN[id];
