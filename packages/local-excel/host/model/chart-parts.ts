import { defineClass, objectOf } from "../bridge/model";
import type { Call, Property } from "../bridge/model";
import type { ChartState } from "../engine/charts";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, choice, flag, number, sheetOf, text } from "./lookup";
import { color } from "./colors";
import { requirePermission } from "./protection";

/** A part of a chart by its path: "title", "axes/value/title", "series/3/format/fill". */
export interface ChartPart {
  readonly sheetId: string;
  readonly id: string;
  readonly path: string;
}

export function chartOf({ sheetId, id }: { sheetId: string; id: string }, call: Call): ChartState {
  sheetOf(call.host, sheetId);
  const found = call.host.sheetState(sheetId).charts.find((one) => one.id === id);
  if (!found) throw itemNotFound("the chart was deleted");
  return found;
}

/** Changes a chart as a part of the undo step of the request, and has it drawn again. */
export function changeChart(
  self: { sheetId: string; id: string },
  call: Call,
  work: (chart: ChartState) => void,
): void {
  chartOf(self, call);
  requirePermission(call.host, self.sheetId, "allowEditObjects");
  call.host.editState(self.sheetId, (state) => {
    state.charts = state.charts.map((chart) => {
      if (chart.id !== self.id) return chart;
      const changed = structuredClone(chart);
      work(changed);
      return changed;
    });
  });
  call.host.onCharts(self.sheetId);
}

export function setting(self: ChartPart, call: Call, name: string): unknown {
  return chartOf(self, call).settings[self.path]?.[name];
}

export function setSetting(self: ChartPart, call: Call, name: string, value: unknown): void {
  changeChart(self, call, (chart) => {
    chart.settings[self.path] = { ...chart.settings[self.path], [name]: value };
  });
}

type Check = (value: unknown, name: string) => unknown;

const numberOrBlank: Check = (value, name) => (value === "" ? "" : number(value, name));
const oneOf =
  (...words: string[]): Check =>
  (value, name) =>
    choice(value, words, name);

/** A property with its default, checked when it is set. */
export function kept(name: string, check: Check, otherwise: unknown): Property<ChartPart> {
  return {
    get: (self, call) => setting(self, call, name) ?? otherwise,
    set: (self, value, call) => {
      setSetting(self, call, name, check(value, name));
    },
  };
}

function definePart(
  className: string,
  properties: Record<string, [Check, unknown]>,
  objects: Record<string, string> = {},
): void {
  defineClass<ChartPart>({
    name: className,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, [check, otherwise]]) => [name, kept(name, check, otherwise)]),
    ),
    objects: partsOf(objects),
  });
}

/** The navigation from a part to its own parts, by property and class. */
export function partsOf(
  objects: Record<string, string>,
): Record<string, (self: ChartPart) => ReturnType<typeof objectOf>> {
  return Object.fromEntries(
    Object.entries(objects).map(([name, className]) => [
      name,
      (self: ChartPart) => objectOf(className, { ...self, path: `${self.path}/${name}` }),
    ]),
  );
}

const LINE_STYLES = oneOf(
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Grey25",
  "Grey50",
  "Grey75",
  "Automatic",
  "None",
  "RoundDot",
);
const LEGEND_POSITIONS = oneOf("Top", "Bottom", "Left", "Right", "Corner", "Custom");
const TITLE_POSITIONS = oneOf("Automatic", "Top", "Bottom", "Left", "Right");
const LABEL_POSITIONS = oneOf(
  "None",
  "Center",
  "InsideEnd",
  "InsideBase",
  "OutsideEnd",
  "Left",
  "Right",
  "Top",
  "Bottom",
  "BestFit",
  "Callout",
);

definePart(
  "ChartTitle",
  {
    text: [text, "Chart Title"],
    visible: [flag, true],
    overlay: [flag, false],
    position: [TITLE_POSITIONS, "Top"],
    horizontalAlignment: [oneOf("Center", "Left", "Right", "Justify", "Distributed"), "Center"],
  },
  { format: "ChartTitleFormat" },
);
definePart(
  "ChartLegend",
  { visible: [flag, true], overlay: [flag, false], position: [LEGEND_POSITIONS, "Right"] },
  { format: "ChartLegendFormat" },
);
definePart(
  "ChartDataLabels",
  {
    showValue: [flag, true],
    showCategoryName: [flag, false],
    showSeriesName: [flag, false],
    showPercentage: [flag, false],
    showLegendKey: [flag, false],
    position: [LABEL_POSITIONS, "OutsideEnd"],
    numberFormat: [text, "General"],
    separator: [text, ", "],
  },
  { format: "ChartDataLabelFormat" },
);
definePart("ChartPlotArea", {}, { format: "ChartPlotAreaFormat" });
definePart(
  "ChartAxisTitle",
  { text: [text, "Axis Title"], visible: [flag, false] },
  { format: "ChartAxisTitleFormat" },
);
definePart("ChartGridlines", { visible: [flag, false] }, { format: "ChartGridlinesFormat" });

const AXIS_SETTINGS: Record<string, [Check, unknown]> = {
  visible: [flag, true],
  minimum: [numberOrBlank, ""],
  maximum: [numberOrBlank, ""],
  majorUnit: [numberOrBlank, ""],
  minorUnit: [numberOrBlank, ""],
  numberFormat: [text, "General"],
  reversePlotOrder: [flag, false],
  scaleType: [oneOf("Linear", "Logarithmic"), "Linear"],
  logBase: [number, 10],
  tickLabelPosition: [oneOf("NextToAxis", "High", "Low", "None"), "NextToAxis"],
  tickLabelSpacing: [numberOrBlank, ""],
  tickMarkSpacing: [number, 1],
  textOrientation: [number, 0],
  majorTickMark: [oneOf("None", "Cross", "Inside", "Outside"), "None"],
  minorTickMark: [oneOf("None", "Cross", "Inside", "Outside"), "None"],
  categoryType: [oneOf("Automatic", "TextAxis", "DateAxis"), "Automatic"],
};

defineClass<ChartPart>({
  name: "ChartAxis",
  properties: {
    ...Object.fromEntries(
      Object.entries(AXIS_SETTINGS).map(([name, [check, otherwise]]) => [name, kept(name, check, otherwise)]),
    ),
    type: { get: ({ path }) => (path.endsWith("value") ? "Value" : path.endsWith("series") ? "Series" : "Category") },
    axisGroup: { get: () => "Primary" },
  },
  objects: partsOf({
    title: "ChartAxisTitle",
    format: "ChartAxisFormat",
    majorGridlines: "ChartGridlines",
    minorGridlines: "ChartGridlines",
  }),
  methods: {
    setCategoryNames: (self, [range], call) => {
      const source = areaFrom(call.host, self.sheetId, range);
      changeChart(self, call, (chart) => {
        for (const series of chart.series) series.categories = source;
      });
      return null;
    },
  },
});

defineClass<ChartPart>({
  name: "ChartAxes",
  objects: {
    categoryAxis: (self) => objectOf("ChartAxis", { ...self, path: "axes/category" }),
    valueAxis: (self) => objectOf("ChartAxis", { ...self, path: "axes/value" }),
    seriesAxis: (self) => objectOf("ChartAxis", { ...self, path: "axes/series" }),
  },
  methods: {
    getItem: (self, [type, group]) => {
      if (group !== undefined && group !== null && group !== "Primary")
        throw itemNotFound(`the ${String(group)} axis of the chart`);
      const name = choice(type, ["Category", "Value", "Series"], "axis").toLowerCase();
      return objectOf("ChartAxis", { ...self, path: `axes/${name}` });
    },
  },
});

for (const [className, objects] of Object.entries({
  ChartAreaFormat: { fill: "ChartFill", font: "ChartFont", border: "ChartBorder" },
  ChartTitleFormat: { fill: "ChartFill", font: "ChartFont", border: "ChartBorder" },
  ChartLegendFormat: { fill: "ChartFill", font: "ChartFont", border: "ChartBorder" },
  ChartDataLabelFormat: { fill: "ChartFill", font: "ChartFont", border: "ChartBorder" },
  ChartPlotAreaFormat: { fill: "ChartFill", border: "ChartBorder" },
  ChartAxisFormat: { fill: "ChartFill", font: "ChartFont", line: "ChartLineFormat" },
  ChartAxisTitleFormat: { fill: "ChartFill", font: "ChartFont", border: "ChartBorder" },
  ChartGridlinesFormat: { line: "ChartLineFormat" },
  ChartSeriesFormat: { fill: "ChartFill", line: "ChartLineFormat" },
  ChartPointFormat: { fill: "ChartFill", border: "ChartBorder" },
}))
  definePart(className, {}, objects);

definePart("ChartFont", {
  name: [text, "Calibri"],
  size: [number, 10],
  bold: [flag, false],
  italic: [flag, false],
  underline: [oneOf("None", "Single"), "None"],
  color: [color, "#595959"],
});

defineClass<ChartPart>({
  name: "ChartFill",
  methods: {
    setSolidColor: (self, [value], call) => {
      setSetting(self, call, "color", color(value));
      return null;
    },
    clear: (self, _args, call) => {
      setSetting(self, call, "color", "");
      return null;
    },
    getSolidColor: (self, _args, call) => setting(self, call, "color") ?? "",
  },
});

for (const className of ["ChartLineFormat", "ChartBorder"]) {
  defineClass<ChartPart>({
    name: className,
    properties: {
      color: kept("color", color, ""),
      lineStyle: kept("lineStyle", LINE_STYLES, "Continuous"),
      weight: kept(
        "weight",
        (value, name) => {
          const points = number(value, name);
          if (points < 0) throw invalidArgument(`${name} ${String(points)}`);
          return points;
        },
        0.75,
      ),
    },
    methods: {
      clear: (self, _args, call) => {
        setSetting(self, call, "lineStyle", "None");
        return null;
      },
    },
  });
}
