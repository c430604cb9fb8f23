import { columnCount, rowCount } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { seriesName } from "../engine/charts";
import type { ChartSeriesState } from "../engine/charts";
import { invalidArgument, itemNotFound } from "../errors";
import { changeChart, chartOf, kept, partsOf } from "./chart-parts";
import type { ChartPart } from "./chart-parts";
import { chartType } from "./chart-types";
import { areaFrom, choice, flag, number, text } from "./lookup";
import { color } from "./colors";

/** A series of a chart; its path is "series/" and its id. */
interface SeriesSelf extends ChartPart {
  readonly seriesId: number;
}

const selfOf = ({ sheetId, id }: ChartPart, seriesId: number): SeriesSelf => ({
  sheetId,
  id,
  seriesId,
  path: `series/${String(seriesId)}`,
});

function seriesOf(self: SeriesSelf, call: Call): ChartSeriesState {
  const found = chartOf(self, call).series.find(({ id }) => id === self.seriesId);
  if (!found) throw itemNotFound("the series was deleted");
  return found;
}

function change(self: SeriesSelf, call: Call, work: (series: ChartSeriesState) => void): void {
  seriesOf(self, call);
  changeChart(self, call, (chart) => {
    for (const series of chart.series) if (series.id === self.seriesId) work(series);
  });
}

/** The number of points: of the cells that the values come from. */
function pointCount(self: SeriesSelf, call: Call): number {
  const { values } = seriesOf(self, call);
  return values ? rowCount(values.area) * columnCount(values.area) : 0;
}

defineClass<SeriesSelf>({
  name: "ChartSeries",
  properties: {
    name: {
      get: (self, call) => seriesName(call.host.engine, call.host.cells, chartOf(self, call), seriesOf(self, call)),
      set: (self, value, call) => {
        const name = text(value, "series name");
        change(self, call, (series) => {
          series.name = name;
        });
      },
    },
    chartType: {
      get: (self, call) =>
        (chartOf(self, call).settings[self.path]?.["chartType"] as string | undefined) ?? chartOf(self, call).type,
      set: (self, value, call) => {
        const type = chartType(value);
        changeChart(self, call, (chart) => {
          chart.settings[self.path] = { ...chart.settings[self.path], chartType: type };
        });
      },
    },
    plotOrder: { get: (self, call) => chartOf(self, call).series.indexOf(seriesOf(self, call)) },
    axisGroup: { get: () => "Primary" },
    hasDataLabels: kept("hasDataLabels", flag, false),
    gapWidth: kept("gapWidth", number, 219),
    overlap: kept("overlap", number, -27),
    smooth: kept("smooth", flag, false),
    doughnutHoleSize: kept("doughnutHoleSize", number, 75),
    firstSliceAngle: kept("firstSliceAngle", number, 0),
    explosion: kept("explosion", number, 0),
    markerStyle: kept("markerStyle", text, "Automatic"),
    markerSize: kept("markerSize", number, 5),
    markerBackgroundColor: kept("markerBackgroundColor", color, ""),
    markerForegroundColor: kept("markerForegroundColor", color, ""),
    varyByCategories: kept("varyByCategories", flag, false),
    filtered: kept("filtered", flag, false),
  },
  objects: {
    ...partsOf({ format: "ChartSeriesFormat", dataLabels: "ChartDataLabels" }),
    points: (self) => objectOf("ChartPointsCollection", self),
  },
  methods: {
    delete: (self, _args, call) => {
      seriesOf(self, call);
      changeChart(self, call, (chart) => {
        chart.series = chart.series.filter(({ id }) => id !== self.seriesId);
      });
      return null;
    },
    setValues: (self, [range], call) => {
      const values = areaFrom(call.host, self.sheetId, range);
      change(self, call, (series) => {
        series.values = values;
      });
      return null;
    },
    setXAxisValues: (self, [range], call) => {
      const categories = areaFrom(call.host, self.sheetId, range);
      change(self, call, (series) => {
        series.categories = categories;
      });
      return null;
    },
    getDimensionValues: (self, [dimension], call) => {
      const { values, categories } = seriesOf(self, call);
      const wanted = choice(dimension, ["Categories", "Values", "XValues", "YValues"], "dimension");
      const source = wanted === "Values" || wanted === "YValues" ? values : categories;
      const sheet = source && call.host.engine.sheet(source.sheetId);
      return source && sheet ? call.host.cells.values(sheet, source.area).flat() : [];
    },
  },
});

defineClass<ChartPart>({
  name: "ChartSeriesCollection",
  properties: { count: { get: (self, call) => chartOf(self, call).series.length } },
  items: (self, call) => chartOf(self, call).series.map(({ id }) => objectOf("ChartSeries", selfOf(self, id))),
  methods: {
    add: (self, [name, index], call) => {
      const { series } = chartOf(self, call);
      const at = index === undefined || index === null ? series.length : number(index, "index");
      if (at < 0 || at > series.length) throw invalidArgument(`series index ${String(at)}`);
      const id = Math.max(-1, ...series.map((one) => one.id)) + 1;
      const added: ChartSeriesState = { id, ...(typeof name === "string" ? { name } : {}) };
      changeChart(self, call, (chart) => {
        chart.series.splice(at, 0, added);
      });
      return objectOf("ChartSeries", selfOf(self, id));
    },
    getCount: (self, _args, call) => chartOf(self, call).series.length,
    getItemAt: (self, [index], call): HostObject => {
      const found = chartOf(self, call).series[number(index, "index")];
      if (!found) throw itemNotFound(`series ${String(index)}`);
      return objectOf("ChartSeries", selfOf(self, found.id));
    },
  },
});

interface PointSelf extends SeriesSelf {
  readonly index: number;
}

const pointOf = (self: SeriesSelf, index: number): HostObject =>
  objectOf("ChartPoint", { ...self, index, path: `${self.path}/points/${String(index)}` });

defineClass<SeriesSelf>({
  name: "ChartPointsCollection",
  properties: { count: { get: pointCount } },
  items: (self, call) => Array.from({ length: pointCount(self, call) }, (_, index) => pointOf(self, index)),
  methods: {
    getCount: (self, _args, call) => pointCount(self, call),
    getItemAt: (self, [index], call) => {
      const at = number(index, "index");
      if (at < 0 || at >= pointCount(self, call)) throw itemNotFound(`point ${String(at)}`);
      return pointOf(self, at);
    },
  },
});

defineClass<PointSelf>({
  name: "ChartPoint",
  properties: {
    value: {
      get: (self, call) => {
        const { values } = seriesOf(self, call);
        const sheet = values && call.host.engine.sheet(values.sheetId);
        return values && sheet ? call.host.cells.values(sheet, values.area).flat()[self.index] : null;
      },
    },
    hasDataLabel: kept("hasDataLabel", flag, false),
  },
  objects: partsOf({ format: "ChartPointFormat" }),
});
