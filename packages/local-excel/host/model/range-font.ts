import { BaselineOffset } from "@univerjs/core";

import { contains, subtract } from "../a1";
import { defineClass } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { ExcelStyle } from "../engine/excel-style";
import { invalidArgument } from "../errors";
import { color } from "./colors";
import { applyFormat, areasOf, isStyle } from "./format-target";
import type { FormatTarget } from "./format-target";
import { choice, flag, number, text } from "./lookup";
import { requirePermission } from "./protection";
import { formatProperty } from "./range-format";

const PATTERNS = [
  "None",
  "Solid",
  "Gray50",
  "Gray75",
  "Gray25",
  "Horizontal",
  "Vertical",
  "Down",
  "Up",
  "Checker",
  "SemiGray75",
  "LightHorizontal",
  "LightVertical",
  "LightDown",
  "LightUp",
  "Grid",
  "CrissCross",
  "Gray16",
  "Gray8",
  "LinearGradient",
  "RectangularGradient",
] as const;

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const [SMALLEST_FONT, LARGEST_FONT] = [1, 409];

/** @returns a tint from -1 (darkest) to 1 (brightest) */
function tint(value: unknown): number {
  const share = number(value, "tintAndShade");
  if (share < -1 || share > 1) throw invalidArgument(`tintAndShade ${String(share)}`);
  return share;
}

const NO_FILL: Partial<ExcelStyle> = {
  bg: null,
  xlPattern: null,
  xlPatternColor: null,
  xlFillTint: null,
  xlPatternTint: null,
};

defineClass<FormatTarget>({
  name: "RangeFill",
  properties: {
    color: formatProperty(
      (style) => (style.bg?.rgb ?? "#FFFFFF").toUpperCase(),
      (value) => (value === "" ? NO_FILL : { bg: { rgb: color(value) }, xlFillTint: null }),
    ),
    pattern: formatProperty(
      (style) => style.xlPattern ?? (style.bg ? "Solid" : "None"),
      (value) => {
        const pattern = choice(value, PATTERNS, "pattern");
        return pattern === "None" ? NO_FILL : { xlPattern: pattern };
      },
    ),
    patternColor: formatProperty(
      (style) => style.xlPatternColor ?? "#000000",
      (value) => ({ xlPatternColor: color(value) }),
    ),
    patternTintAndShade: formatProperty(
      (style) => style.xlPatternTint ?? 0,
      (value) => ({ xlPatternTint: tint(value) }),
    ),
    tintAndShade: formatProperty(
      (style) => style.xlFillTint ?? 0,
      (value) => ({ xlFillTint: tint(value) }),
    ),
  },
  methods: { clear: (self, _args, call) => (applyFormat(self, call, NO_FILL), null) },
});

const onOff = (value: unknown, what: string): 0 | 1 => (flag(value, what) ? 1 : 0);

defineClass<FormatTarget>({
  name: "RangeFont",
  properties: {
    bold: formatProperty(
      (style) => style.bl === 1,
      (value) => ({ bl: onOff(value, "bold") }),
    ),
    italic: formatProperty(
      (style) => style.it === 1,
      (value) => ({ it: onOff(value, "italic") }),
    ),
    underline: formatProperty(
      (style) => (style.ul?.s === 1 ? (style.xlUnderline ?? "Single") : "None"),
      (value) => {
        const kind = choice(value, UNDERLINES, "underline");
        return { ul: { s: kind === "None" ? 0 : 1 }, xlUnderline: kind };
      },
    ),
    strikethrough: formatProperty(
      (style) => style.st?.s === 1,
      (value) => ({ st: { s: onOff(value, "strikethrough") } }),
    ),
    subscript: formatProperty(
      (style) => style.va === BaselineOffset.SUBSCRIPT,
      (value) => ({ va: flag(value, "subscript") ? BaselineOffset.SUBSCRIPT : BaselineOffset.NORMAL }),
    ),
    superscript: formatProperty(
      (style) => style.va === BaselineOffset.SUPERSCRIPT,
      (value) => ({ va: flag(value, "superscript") ? BaselineOffset.SUPERSCRIPT : BaselineOffset.NORMAL }),
    ),
    color: formatProperty(
      (style) => (style.cl?.rgb ?? "#000000").toUpperCase(),
      (value) => ({ cl: { rgb: color(value) }, xlFontTint: null }),
    ),
    tintAndShade: formatProperty(
      (style) => style.xlFontTint ?? 0,
      (value) => ({ xlFontTint: tint(value) }),
    ),
    name: formatProperty(
      (style) => style.ff ?? "Calibri",
      (value) => ({ ff: text(value, "font name") }),
    ),
    size: formatProperty(
      (style) => style.fs ?? 11,
      (value) => {
        const size = number(value, "font size");
        if (size < SMALLEST_FONT || size > LARGEST_FONT) throw invalidArgument(`font size ${String(size)}`);
        return { fs: size };
      },
    ),
  },
});

/** Whether all cells of the target are locked; null when some are and some are not. */
function isLocked(self: FormatTarget, { host }: Call): boolean | null {
  const places = areasOf(self);
  const unlocked = places.map(({ sheetId, area }) =>
    host.sheetState(sheetId).unlocked.some((one) => contains(one, area)),
  );
  if (unlocked.every((one) => !one)) return true;
  return unlocked.every((one) => one) ? false : null;
}

/** Locks cells of a sheet, or unlocks them. */
export function setLocked(self: FormatTarget, call: Call, locked: boolean): void {
  for (const { sheetId, area } of areasOf(self)) {
    requirePermission(call.host, sheetId, "allowFormatCells");
    call.host.editState(sheetId, (state) => {
      const others = state.unlocked.flatMap((one) => subtract(one, area));
      state.unlocked = locked ? others : [...others, area];
    });
  }
}

defineClass<FormatTarget>({
  name: "FormatProtection",
  properties: {
    locked: {
      get: (self, call) => (isStyle(self) ? call.host.cellStyles.get(self.cellStyle).locked : isLocked(self, call)),
      set: (self, value, call) => {
        setLocked(self, call, flag(value, "locked"));
      },
    },
  },
});
