import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import { seriesOf } from "../engine/charts";
import { itemNotFound } from "../errors";
import { EVENT } from "../events/event-numbers";
import { changeChart, chartOf, partsOf } from "./chart-parts";
import type { ChartPart } from "./chart-parts";
import "./chart-series";
import { chartType } from "./chart-types";
import { chartEvents } from "./event-members";
import { areaFrom, choice, number, sheetOf, text } from "./lookup";
import { requirePermission } from "./protection";

/** A chart; as a part of itself its path is empty. */
type ChartSelf = ChartPart;

const selfOf = (sheetId: string, id: string): ChartSelf => ({ sheetId, id, path: "chart" });

function side(name: "left" | "top" | "width" | "height") {
  return {
    get: (self: ChartSelf, call: Call) => chartOf(self, call).box[name],
    set: (self: ChartSelf, value: unknown, call: Call) => {
      const points = number(value, name);
      changeChart(self, call, (chart) => {
        chart.box[name] = points;
      });
    },
  };
}

function edges(
  call: Call,
  sheetId: string,
  cell: unknown,
): { left: number; top: number; right: number; bottom: number } {
  const { area } = areaFrom(call.host, sheetId, cell);
  const sheet = sheetOf(call.host, sheetId);
  const width = (to: number): number => {
    let sum = 0;
    for (let column = 0; column < to; column++) sum += sheet.getColumnWidth(column) * 0.75;
    return sum;
  };
  const height = (to: number): number => {
    let sum = 0;
    for (let row = 0; row < to; row++) sum += sheet.getRowHeight(row) * 0.75;
    return sum;
  };
  return {
    left: width(area.startColumn),
    top: height(area.startRow),
    right: width(area.endColumn + 1),
    bottom: height(area.endRow + 1),
  };
}

defineClass<ChartSelf>({
  name: "Chart",
  id: ({ id }) => id,
  properties: {
    id: { get: ({ id }) => id },
    name: {
      get: (self, call) => chartOf(self, call).name,
      set: (self, value, call) => {
        const name = text(value, "chart name");
        changeChart(self, call, (chart) => {
          chart.name = name;
        });
      },
    },
    chartType: {
      get: (self, call) => chartOf(self, call).type,
      set: (self, value, call) => {
        const type = chartType(value);
        changeChart(self, call, (chart) => {
          chart.type = type;
        });
      },
    },
    plotBy: { get: (self, call) => chartOf(self, call).plotBy },
    left: side("left"),
    top: side("top"),
    width: side("width"),
    height: side("height"),
  },
  objects: {
    title: (self) => objectOf("ChartTitle", { ...self, path: "title" }),
    legend: (self) => objectOf("ChartLegend", { ...self, path: "legend" }),
    axes: (self) => objectOf("ChartAxes", { ...self, path: "axes" }),
    series: (self) => objectOf("ChartSeriesCollection", self),
    dataLabels: (self) => objectOf("ChartDataLabels", { ...self, path: "dataLabels" }),
    plotArea: (self) => objectOf("ChartPlotArea", { ...self, path: "plotArea" }),
    ...partsOf({ format: "ChartAreaFormat" }),
    worksheet: ({ sheetId }) => objectOf("Worksheet", sheetId),
  },
  methods: {
    ...chartEvents<ChartSelf>(({ id }) => id),
    activate: (self, _args, call) => {
      call.host.sheets.activate(sheetOf(call.host, self.sheetId));
      call.host.activeChart.set(selfOf(self.sheetId, chartOf(self, call).id), call.host.engine.origin);
      return null;
    },
    delete: (self, _args, call) => {
      chartOf(self, call);
      requirePermission(call.host, self.sheetId, "allowEditObjects");
      call.host.editState(self.sheetId, (state) => {
        state.charts = state.charts.filter(({ id }) => id !== self.id);
      });
      tellChart(EVENT.chartDeleted, self.sheetId, self.id, call);
      call.host.onCharts(self.sheetId);
      return null;
    },
    setData: (self, [source, by], call) => {
      const { sheetId, area } = areaFrom(call.host, self.sheetId, source);
      const made = seriesOf(call.host.cells, sheetOf(call.host, sheetId), area, seriesBy(by));
      changeChart(self, call, (chart) => {
        chart.series = made.series;
        chart.plotBy = made.plotBy;
      });
      return null;
    },
    setPosition: (self, [startCell, endCell], call) => {
      const from = edges(call, self.sheetId, startCell);
      const to = endCell === undefined || endCell === null ? undefined : edges(call, self.sheetId, endCell);
      changeChart(self, call, ({ box }) => {
        box.left = from.left;
        box.top = from.top;
        if (!to) return;
        box.width = to.right - from.left;
        box.height = to.bottom - from.top;
      });
      return null;
    },
  },
});

function tellChart(type: number, sheetId: string, chartId: string, { host }: Call): void {
  host.dispatcher.objectEvent(type, sheetId, chartId, { chartId }, host.engine.origin);
}

const seriesBy = (value: unknown): "Auto" | "Rows" | "Columns" =>
  value === undefined || value === null ? "Auto" : choice(value, ["Auto", "Rows", "Columns"], "seriesBy");

const find = (sheetId: string, key: unknown, call: Call) =>
  call.host
    .sheetState(sheetId)
    .charts.find((one) => one.id === key || one.name.toLowerCase() === String(key).toLowerCase());

/** The charts of a sheet. */
defineClass<string>({
  name: "ChartCollection",
  properties: { count: { get: (sheetId, { host }) => host.sheetState(sheetId).charts.length } },
  items: (sheetId, { host }) => host.sheetState(sheetId).charts.map(({ id }) => objectOf("Chart", selfOf(sheetId, id))),
  item: (sheetId, [name], call) => {
    const found = find(sheetId, name, call);
    if (!found) throw itemNotFound(`chart ${String(name)}`);
    return objectOf("Chart", selfOf(sheetId, found.id));
  },
  methods: {
    ...chartEvents<string>((sheetId) => sheetId),
    add: (sheetId, [type, source, by], call) => {
      const { host } = call;
      const target = areaFrom(host, sheetId, source);
      requirePermission(host, sheetId, "allowEditObjects");
      const made = seriesOf(host.cells, sheetOf(host, target.sheetId), target.area, seriesBy(by));
      const id = `{chart-${String(host.nextId())}}`;
      const kind = chartType(type);
      const taken = new Set(host.sheetState(sheetId).charts.map(({ name }) => name));
      let index = taken.size + 1;
      while (taken.has(`Chart ${String(index)}`)) index += 1;
      const box = { left: 0, top: 0, width: 360, height: 216 };
      host.editState(sheetId, (state) => {
        state.charts = [
          ...state.charts,
          { id, name: `Chart ${String(index)}`, type: kind, ...made, box, settings: {} },
        ];
      });
      tellChart(EVENT.chartAdded, sheetId, id, call);
      host.onCharts(sheetId);
      return objectOf("Chart", selfOf(sheetId, id));
    },
    getCount: (sheetId, _args, { host }) => host.sheetState(sheetId).charts.length,
    getItem: (sheetId, [name], call) => {
      const found = find(sheetId, name, call);
      if (!found) throw itemNotFound(`chart ${String(name)}`);
      return objectOf("Chart", selfOf(sheetId, found.id));
    },
    getItemAt: (sheetId, [index], { host }) => {
      const found = host.sheetState(sheetId).charts[number(index, "index")];
      if (!found) throw itemNotFound(`chart ${String(index)}`);
      return objectOf("Chart", selfOf(sheetId, found.id));
    },
    getItemOrNullObject: (sheetId, [name], call) => {
      const found = find(sheetId, name, call);
      return found ? objectOf("Chart", selfOf(sheetId, found.id)) : NULL_OBJECT;
    },
  },
});
