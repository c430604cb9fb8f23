import type { IStyleData } from "@univerjs/core";

/** Formats that Excel knows and Univer does not. They stand in Univer's style object, which carries them along with the cell. */
interface ExcelOnly {
  /** The name of the cell style, where it is another than Normal. */
  xlStyle?: string | null;
  /** Alignments and underlines under their own names, where Univer has one value for several. */
  xlHorizontal?: string | null;
  xlVertical?: string | null;
  xlUnderline?: string | null;
  xlIndent?: number | null;
  xlAutoIndent?: boolean | null;
  xlShrink?: boolean | null;
  xlReadingOrder?: string | null;
  xlPattern?: string | null;
  xlPatternColor?: string | null;
  xlFillTint?: number | null;
  xlPatternTint?: number | null;
  xlFontTint?: number | null;
}

export type ExcelStyle = IStyleData & ExcelOnly;

/** The six groups of formats that a cell style includes or leaves alone. */
export type StyleGroup = "number" | "font" | "alignment" | "border" | "patterns" | "protection";

/** The formats of each group, by their keys in a style object. */
export const GROUP_KEYS: Readonly<Record<StyleGroup, readonly (keyof ExcelStyle)[]>> = {
  number: ["n"],
  font: ["bl", "it", "ul", "st", "cl", "ff", "fs", "va", "xlUnderline", "xlFontTint"],
  alignment: [
    "ht",
    "vt",
    "tb",
    "tr",
    "td",
    "xlHorizontal",
    "xlVertical",
    "xlIndent",
    "xlAutoIndent",
    "xlShrink",
    "xlReadingOrder",
  ],
  border: ["bd"],
  patterns: ["bg", "xlPattern", "xlPatternColor", "xlFillTint", "xlPatternTint"],
  protection: [],
};
