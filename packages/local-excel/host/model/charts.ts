import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { ChartState } from "../engine/sheet-state";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, number, sheetOf, text } from "./lookup";
import { requirePermission } from "./protection";

interface ChartSelf {
  readonly sheetId: string;
  readonly id: string;
}

function chart({ sheetId, id }: ChartSelf, call: Call): ChartState {
  sheetOf(call.host, sheetId);
  const found = call.host.sheetState(sheetId).charts.find((one) => one.id === id);
  if (!found) throw itemNotFound("the chart was deleted");
  return found;
}

function side(name: "left" | "top" | "width" | "height") {
  return {
    get: (self: ChartSelf, call: Call) => chart(self, call).box[name],
    set: (self: ChartSelf, value: unknown, call: Call) => {
      chart(self, call).box[name] = number(value, name);
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
      get: (self, call) => chart(self, call).name,
      set: (self, value, call) => {
        chart(self, call).name = text(value, "chart name");
      },
    },
    chartType: { get: (self, call) => chart(self, call).type },
    left: side("left"),
    top: side("top"),
    width: side("width"),
    height: side("height"),
  },
  objects: {
    title: (self) => objectOf("ChartTitle", self),
    legend: (self) => objectOf("ChartLegend", self),
    worksheet: ({ sheetId }) => objectOf("Worksheet", sheetId),
  },
  methods: {
    delete: (self, _args, call) => {
      const state = call.host.sheetState(self.sheetId);
      state.charts = state.charts.filter(({ id }) => id !== self.id);
      return null;
    },
    setPosition: (self, [startCell, endCell], call) => {
      const from = edges(call, self.sheetId, startCell);
      const to = endCell === undefined || endCell === null ? undefined : edges(call, self.sheetId, endCell);
      const { box } = chart(self, call);
      box.left = from.left;
      box.top = from.top;
      if (to) {
        box.width = to.right - from.left;
        box.height = to.bottom - from.top;
      }
      return null;
    },
  },
});

defineClass<ChartSelf>({
  name: "ChartTitle",
  properties: {
    text: {
      get: (self, call) => chart(self, call).title,
      set: (self, value, call) => {
        chart(self, call).title = text(value, "title");
      },
    },
    visible: {
      get: (self, call) => chart(self, call).titleVisible,
      set: (self, value, call) => {
        chart(self, call).titleVisible = value === true;
      },
    },
  },
});

defineClass<ChartSelf>({
  name: "ChartLegend",
  properties: {
    visible: {
      get: (self, call) => chart(self, call).legend.visible,
      set: (self, value, call) => {
        chart(self, call).legend.visible = value === true;
      },
    },
    position: {
      get: (self, call) => chart(self, call).legend.position,
      set: (self, value, call) => {
        chart(self, call).legend.position = text(value, "legend position");
      },
    },
  },
});

defineClass<string>({
  name: "ChartCollection",
  properties: { count: { get: (sheetId, { host }) => host.sheetState(sheetId).charts.length } },
  items: (sheetId, { host }) => host.sheetState(sheetId).charts.map(({ id }) => objectOf("Chart", { sheetId, id })),
  item: (sheetId, [name], call) => {
    const found = call.host.sheetState(sheetId).charts.find((one) => one.id === name || one.name === name);
    if (!found) throw itemNotFound(`chart ${String(name)}`);
    return objectOf("Chart", { sheetId, id: found.id });
  },
  methods: {
    add: (sheetId, [type, source, _seriesBy], call) => {
      requirePermission(call.host, sheetId, "allowEditObjects");
      if (typeof type !== "string" || type === "") throw invalidArgument("chart type");
      const id = `{chart-${String(call.host.nextId())}}`;
      const { charts } = call.host.sheetState(sheetId);
      charts.push({
        id,
        name: `Chart ${String(charts.length + 1)}`,
        type,
        source: areaFrom(call.host, sheetId, source),
        title: "Chart Title",
        titleVisible: true,
        box: { left: 0, top: 0, width: 360, height: 216 },
        legend: { visible: true, position: "Right" },
      });
      return objectOf("Chart", { sheetId, id });
    },
    getCount: (sheetId, _args, { host }) => host.sheetState(sheetId).charts.length,
    getItemAt: (sheetId, [index], { host }) => {
      const found = host.sheetState(sheetId).charts[number(index, "index")];
      if (!found) throw itemNotFound(`chart ${String(index)}`);
      return objectOf("Chart", { sheetId, id: found.id });
    },
    getItemOrNullObject: (sheetId, [name], { host }) => {
      const found = host.sheetState(sheetId).charts.find((one) => one.id === name || one.name === name);
      return found ? objectOf("Chart", { sheetId, id: found.id }) : NULL_OBJECT;
    },
  },
});
