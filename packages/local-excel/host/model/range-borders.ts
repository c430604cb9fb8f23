import { BorderStyleTypes } from "@univerjs/core";

import type { Area } from "../a1";
import { defineClass } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { ExcelStyle } from "../engine/excel-style";
import { color } from "./colors";
import { applyFormat, areasOf, isStyle } from "./format-target";
import type { FormatTarget } from "./format-target";
import { choice, number, sheetOf } from "./lookup";
import { requirePermission } from "./protection";
import { keyOf } from "./range-format";

const EDGES = {
  EdgeTop: "t",
  EdgeBottom: "b",
  EdgeLeft: "l",
  EdgeRight: "r",
  InsideVertical: "v",
  InsideHorizontal: "h",
  DiagonalDown: "tl_br",
  DiagonalUp: "bl_tr",
} as const;

type Edge = keyof typeof EDGES;

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};

const WEIGHTS: Readonly<Record<string, BorderStyleTypes>> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};

interface BorderSelf {
  readonly target: FormatTarget;
  readonly edge: Edge;
}

interface Line {
  s?: BorderStyleTypes;
  cl?: { rgb: string };
}

/** The sides of a cell that an edge of an area draws: outer edges on the outer cells only, inner ones between all. */
function sidesOf(edge: Edge, area: Area, row: number, column: number): string[] {
  switch (edge) {
    case "EdgeTop":
      return row === area.startRow ? ["t"] : [];
    case "EdgeBottom":
      return row === area.endRow ? ["b"] : [];
    case "EdgeLeft":
      return column === area.startColumn ? ["l"] : [];
    case "EdgeRight":
      return column === area.endColumn ? ["r"] : [];
    case "InsideHorizontal":
      return [...(row > area.startRow ? ["t"] : []), ...(row < area.endRow ? ["b"] : [])];
    case "InsideVertical":
      return [...(column > area.startColumn ? ["l"] : []), ...(column < area.endColumn ? ["r"] : [])];
    case "DiagonalDown":
    case "DiagonalUp":
      return [EDGES[edge]];
  }
}

type Lines = Record<string, Line | null | undefined>;
const linesOf = (style: ExcelStyle): Lines => (style.bd ?? {}) as Lines;

/** Draws one edge of the target's areas, or of a cell style. */
function draw({ target, edge }: BorderSelf, call: Call, line: (before: Line) => Line | null): void {
  if (isStyle(target)) {
    const { style } = call.host.cellStyles.get(target.cellStyle);
    const side = EDGES[edge];
    applyFormat(target, call, { bd: { [side]: line(linesOf(style)[side] ?? {}) } } as Partial<ExcelStyle>);
    return;
  }
  requirePermission(call.host, target.sheetId, "allowFormatCells");
  for (const { sheetId, area } of areasOf(target)) {
    const sheet = sheetOf(call.host, sheetId);
    const whole = call.host.cells.bounded(sheet, area) ?? area;
    call.host.cells.styleCells(sheet, whole, (row, column) => {
      const sides = sidesOf(edge, whole, row, column);
      if (sides.length === 0) return undefined;
      const before = linesOf(call.host.cells.style(sheet, row, column));
      return { bd: Object.fromEntries(sides.map((side) => [side, line(before[side] ?? {})])) } as Partial<ExcelStyle>;
    });
  }
}

function lineOf({ target, edge }: BorderSelf, call: Call): Line {
  if (isStyle(target)) return linesOf(call.host.cellStyles.get(target.cellStyle).style)[EDGES[edge]] ?? {};
  const [first] = areasOf(target);
  if (!first) return {};
  const { sheetId, area } = first;
  const row = edge === "EdgeBottom" ? area.endRow : area.startRow;
  const column = edge === "EdgeRight" ? area.endColumn : area.startColumn;
  const side = edge === "InsideHorizontal" ? "b" : edge === "InsideVertical" ? "r" : EDGES[edge];
  return linesOf(call.host.cells.style(sheetOf(call.host, sheetId), row, column))[side] ?? {};
}

const border = defineClass<BorderSelf>({
  name: "RangeBorder",
  id: ({ edge }) => edge,
  properties: {
    sideIndex: { get: ({ edge }) => edge },
    style: {
      get: (self, call) =>
        keyOf(LINES, lineOf(self, call).s, lineOf(self, call).s === undefined ? "None" : "Continuous"),
      set: (self, value, call) => {
        const style = LINES[choice(value, Object.keys(LINES), "border style")];
        draw(self, call, (before) =>
          value === "None" || style === undefined ? null : { cl: { rgb: "#000000" }, ...before, s: style },
        );
      },
    },
    color: {
      get: (self, call) => lineOf(self, call).cl?.rgb ?? "#000000",
      set: (self, value, call) => {
        const rgb = color(value);
        draw(self, call, (before) => ({ s: BorderStyleTypes.THIN, ...before, cl: { rgb } }));
      },
    },
    weight: {
      get: (self, call) => keyOf(WEIGHTS, lineOf(self, call).s, "Thin"),
      set: (self, value, call) => {
        const style = WEIGHTS[choice(value, Object.keys(WEIGHTS), "border weight")] ?? BorderStyleTypes.THIN;
        draw(self, call, (before) => ({ cl: { rgb: "#000000" }, ...before, s: style }));
      },
    },
  },
});

const EDGE_NAMES = Object.keys(EDGES) as Edge[];

defineClass<FormatTarget>({
  name: "RangeBorderCollection",
  properties: { count: { get: () => EDGE_NAMES.length } },
  items: (target) => EDGE_NAMES.map((edge) => border.of({ target, edge })),
  item: (target, [index]) => border.of({ target, edge: choice(index, EDGE_NAMES, "border") }),
  methods: {
    getItemAt: (target, [index]) => border.of({ target, edge: EDGE_NAMES[number(index, "index")] ?? "EdgeTop" }),
  },
});
