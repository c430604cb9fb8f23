import { BorderStyleTypes } from "@univerjs/core";
import type { IStyleData } from "@univerjs/core";

import { defineClass } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { areaOfRange, choice, number, sheetOf } from "./lookup";
import { color } from "./colors";
import { requirePermission } from "./protection";
import { keyOf } from "./range-format";

type Style = Partial<IStyleData>;

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
  readonly range: TrackedRange;
  readonly edge: Edge;
}

interface Line {
  s?: BorderStyleTypes;
  cl?: { rgb: string };
}

/** Draws one edge of the range: outer edges on the outer cells only, inner ones between all. */
function draw({ range, edge }: BorderSelf, call: Call, line: (before: Line) => Line | null): void {
  requirePermission(call.host, range.sheetId, "allowFormatCells");
  const area = call.host.cells.bounded(sheetOf(call.host, range.sheetId), areaOfRange(range)) ?? areaOfRange(range);
  const sides = (row: number, column: number): string[] => {
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
  };
  const sheet = sheetOf(call.host, range.sheetId);
  call.host.cells.styleCells(sheet, area, (row, column) => {
    const names = sides(row, column);
    if (names.length === 0) return undefined;
    const before = (call.host.cells.style(sheet, row, column).bd ?? {}) as Record<string, Line | null | undefined>;
    return { bd: Object.fromEntries(names.map((name) => [name, line(before[name] ?? {})])) } as unknown as Style;
  });
}

function lineOf({ range, edge }: BorderSelf, call: Call): Line {
  const sheet = sheetOf(call.host, range.sheetId);
  const area = areaOfRange(range);
  const row = edge === "EdgeBottom" ? area.endRow : area.startRow;
  const column = edge === "EdgeRight" ? area.endColumn : area.startColumn;
  const side = edge === "InsideHorizontal" ? "b" : edge === "InsideVertical" ? "r" : EDGES[edge];
  return ((call.host.cells.style(sheet, row, column).bd ?? {}) as Record<string, Line | undefined>)[side] ?? {};
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

defineClass<TrackedRange>({
  name: "RangeBorderCollection",
  properties: { count: { get: () => EDGE_NAMES.length } },
  items: (range) => EDGE_NAMES.map((edge) => border.of({ range, edge })),
  item: (range, [index]) => border.of({ range, edge: choice(index, EDGE_NAMES, "border") }),
  methods: {
    getItemAt: (range, [index]) => border.of({ range, edge: EDGE_NAMES[number(index, "index")] ?? "EdgeTop" }),
  },
});
