import { BorderStyleTypes } from "@univerjs/core";

import type { ExcelStyle, StyleGroup } from "./excel-style";

/** A cell style that every workbook has. */
export interface BuiltInStyle {
  /** As in Excel.BuiltInStyle. */
  readonly id: string;
  /** As the gallery and files name it. */
  readonly name: string;
  readonly style: ExcelStyle;
  readonly groups: readonly StyleGroup[];
}

const color = (rgb: string): { rgb: string } => ({ rgb: `#${rgb}` });
const line = (rgb: string, s = BorderStyleTypes.THIN): { s: BorderStyleTypes; cl: { rgb: string } } => ({
  s,
  cl: color(rgb),
});
const box = (rgb: string, s = BorderStyleTypes.THIN): NonNullable<ExcelStyle["bd"]> => {
  const side = line(rgb, s);
  return { t: side, b: side, l: side, r: side };
};
const filled = (fill: string, font: string): ExcelStyle => ({ bg: color(fill), cl: color(font) });
const number = (pattern: string): ExcelStyle => ({ n: { pattern } });

/** The office theme's accents 1 to 6. */
const ACCENTS = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];
const WHITE = "FFFFFF";
const BLACK = "000000";
const HEADING = "44546A";

/** A colour mixed with white. @param share of white, 0 to 1 */
function lighter(rgb: string, share: number): string {
  return [0, 2, 4]
    .map((at) => {
      const part = Number.parseInt(rgb.slice(at, at + 2), 16);
      return Math.round(part + (255 - part) * share)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")
    .toUpperCase();
}

const heading = (size: number, border: NonNullable<ExcelStyle["bd"]> | undefined): ExcelStyle => ({
  bl: 1,
  fs: size,
  cl: color(HEADING),
  ...(border ? { bd: border } : {}),
});

const FONT_AND_FILL: readonly StyleGroup[] = ["font", "patterns"];
const BOXED: readonly StyleGroup[] = ["font", "border", "patterns"];
const LINED: readonly StyleGroup[] = ["font", "border"];

function accents(): BuiltInStyle[] {
  return ACCENTS.flatMap((accent, index) => {
    const number = String(index + 1);
    const tinted = [20, 40, 60].map((percent) => ({
      id: `Accent${number}_${String(percent)}`,
      name: `${String(percent)}% - Accent${number}`,
      style: filled(lighter(accent, 1 - percent / 100), percent === 60 ? WHITE : BLACK),
      groups: FONT_AND_FILL,
    }));
    return [
      { id: `Accent${number}`, name: `Accent${number}`, style: filled(accent, WHITE), groups: FONT_AND_FILL },
      ...tinted,
    ];
  });
}

export const NORMAL = "Normal";

const ALL_GROUPS: readonly StyleGroup[] = ["number", "font", "alignment", "border", "patterns", "protection"];
const [ACCENT_1 = ""] = ACCENTS;

/** The gallery of a new workbook with the Office theme. */
export const BUILT_IN_STYLES: readonly BuiltInStyle[] = [
  { id: NORMAL, name: NORMAL, style: {}, groups: ALL_GROUPS },
  {
    id: "Comma",
    name: "Comma",
    style: number('_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'),
    groups: ["number"],
  },
  {
    id: "Currency",
    name: "Currency",
    style: number('_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)'),
    groups: ["number"],
  },
  { id: "Percent", name: "Percent", style: number("0%"), groups: ["number"] },
  {
    id: "WholeComma",
    name: "Comma [0]",
    style: number('_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'),
    groups: ["number"],
  },
  {
    id: "WholeDollar",
    name: "Currency [0]",
    style: number('_($* #,##0_);_($* \\(#,##0\\);_($* "-"_);_(@_)'),
    groups: ["number"],
  },
  { id: "Hlink", name: "Hyperlink", style: { cl: color("0563C1"), ul: { s: 1 } }, groups: ["font"] },
  { id: "HlinkTrav", name: "Followed Hyperlink", style: { cl: color("954F72"), ul: { s: 1 } }, groups: ["font"] },
  { id: "Note", name: "Note", style: { bg: color("FFFFCC"), bd: box("B2B2B2") }, groups: ["border", "patterns"] },
  { id: "WarningText", name: "Warning Text", style: { cl: color("FF0000") }, groups: ["font"] },
  ...[1, 2, 3].map((index) => ({
    id: `Emphasis${String(index)}`,
    name: `Emphasis ${String(index)}`,
    style: filled(ACCENTS[index - 1] ?? ACCENT_1, WHITE),
    groups: FONT_AND_FILL,
  })),
  { id: "SheetTitle", name: "Title", style: { ff: "Calibri Light", fs: 18, cl: color(HEADING) }, groups: ["font"] },
  {
    id: "Heading1",
    name: "Heading 1",
    style: heading(15, { b: line(ACCENT_1, BorderStyleTypes.THICK) }),
    groups: LINED,
  },
  {
    id: "Heading2",
    name: "Heading 2",
    style: heading(13, { b: line(lighter(ACCENT_1, 0.5), BorderStyleTypes.THICK) }),
    groups: LINED,
  },
  {
    id: "Heading3",
    name: "Heading 3",
    style: heading(11, { b: line(lighter(ACCENT_1, 0.4), BorderStyleTypes.MEDIUM) }),
    groups: LINED,
  },
  { id: "Heading4", name: "Heading 4", style: heading(11, undefined), groups: ["font"] },
  { id: "Input", name: "Input", style: { ...filled("FFCC99", "3F3F76"), bd: box("7F7F7F") }, groups: BOXED },
  { id: "Output", name: "Output", style: { ...filled("F2F2F2", "3F3F3F"), bl: 1, bd: box("3F3F3F") }, groups: BOXED },
  {
    id: "Calculation",
    name: "Calculation",
    style: { ...filled("F2F2F2", "FA7D00"), bl: 1, bd: box("7F7F7F") },
    groups: BOXED,
  },
  {
    id: "CheckCell",
    name: "Check Cell",
    style: { ...filled("A5A5A5", WHITE), bl: 1, bd: box("3F3F3F", BorderStyleTypes.DOUBLE) },
    groups: BOXED,
  },
  {
    id: "LinkedCell",
    name: "Linked Cell",
    style: { cl: color("FA7D00"), bd: { b: line("FF8001", BorderStyleTypes.DOUBLE) } },
    groups: LINED,
  },
  {
    id: "Total",
    name: "Total",
    style: { bl: 1, bd: { t: line(ACCENT_1), b: line(ACCENT_1, BorderStyleTypes.DOUBLE) } },
    groups: LINED,
  },
  { id: "Good", name: "Good", style: filled("C6EFCE", "006100"), groups: FONT_AND_FILL },
  { id: "Bad", name: "Bad", style: filled("FFC7CE", "9C0006"), groups: FONT_AND_FILL },
  { id: "Neutral", name: "Neutral", style: filled("FFEB9C", "9C5700"), groups: FONT_AND_FILL },
  ...accents(),
  { id: "ExplanatoryText", name: "Explanatory Text", style: { it: 1, cl: color("7F7F7F") }, groups: ["font"] },
];
