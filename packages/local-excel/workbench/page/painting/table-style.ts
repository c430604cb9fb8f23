import type { IStyleData } from "@univerjs/presets";
import type { Table } from "../../../host/index";

/** Office's accent colours in the order in which its table styles use them; the first style of each family is black. */
const ACCENTS = ["#000000", "#4472c4", "#ed7d31", "#a5a5a5", "#ffc000", "#5b9bd5", "#70ad47"] as const;
const STYLE_NAME = /^TableStyle(Light|Medium|Dark)(\d+)$/;
const BOLD = 1;
const THIN = 1;

interface Look {
  readonly accent: string;
  readonly headerFilled: boolean;
  readonly banded: boolean;
  readonly ruled: boolean;
}

/** The look of Excel's own table styles, near enough: which accent, whether the header is filled, bands or rules. */
function lookOf(styleName: string): Look | null {
  const [, family, digits] = STYLE_NAME.exec(styleName) ?? [];
  if (family === undefined) return null;
  const index = Number(digits) - 1;
  const accent = ACCENTS[index % ACCENTS.length] ?? ACCENTS[0];
  const series = Math.floor(index / ACCENTS.length);
  if (family === "Light") return { accent, headerFilled: series === 1, banded: series === 0, ruled: series > 0 };
  return { accent, headerFilled: true, banded: true, ruled: false };
}

/** What a table adds to the look of a cell at this place in its sheet, or null where it adds nothing. */
export function tableStyleAt(table: Table, row: number, column: number): IStyleData | null {
  const { startRow, endRow, startColumn, endColumn } = table.area;
  if (row < startRow || row > endRow || column < startColumn || column > endColumn) return null;
  const look = lookOf(table.style);
  if (!look) return null;
  const line = { s: THIN, cl: { rgb: look.accent } };
  if (table.showHeaders && row === startRow) {
    return look.headerFilled
      ? { bl: BOLD, bg: { rgb: look.accent }, cl: { rgb: "#ffffff" } }
      : { bl: BOLD, bd: { b: line } };
  }
  if (table.showTotals && row === endRow) return { bl: BOLD, bd: { t: line } };
  const band = (row - startRow - (table.showHeaders ? 1 : 0)) % 2 === 0;
  if (look.banded && table.showBandedRows && band) return { bg: { rgb: tint(look.accent) } };
  return look.ruled ? { bd: { b: line } } : null;
}

/** A colour four fifths of the way to white. */
function tint(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * 0.8)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
