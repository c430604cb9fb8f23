import type { Worksheet } from "@univerjs/core";
import { formatArea } from "../host/a1";
import { sourceAddress, type ChartSource, type ChartState } from "../host/engine/charts";
import type { SheetState } from "../host/engine/sheet-state";
import type { Host } from "../host/host";
import { present } from "./present";
import type { ChartSettings, ChartSnapshot } from "./snapshot";

const POINTS_TO_PIXELS = 4 / 3;

function cellAt(sheet: Worksheet, left: number, top: number): string {
  let [row, column, x, y] = [0, 0, 0, 0];
  while (x + sheet.getColumnWidth(column) <= left * POINTS_TO_PIXELS && column < 500)
    x += sheet.getColumnWidth(column++);
  while (y + sheet.getRowHeight(row) <= top * POINTS_TO_PIXELS && row < 5000) y += sheet.getRowHeight(row++);
  return formatArea({ startRow: row, endRow: row, startColumn: column, endColumn: column });
}

/** The charts of a sheet. */
export function chartsOf(host: Host, sheet: Worksheet, state: SheetState): ChartSnapshot[] {
  const address = (source: ChartSource | undefined): string | undefined => source && sourceAddress(host.engine, source);
  return state.charts.map((chart) => ({
    name: chart.name,
    type: chart.type,
    series: chart.series.map((series) =>
      present({
        name: series.name,
        nameCell: series.name === undefined ? address(series.nameCell) : undefined,
        values: address(series.values),
        categories: address(series.categories),
      }),
    ),
    settings: numbered(chart),
    at: cellAt(sheet, chart.box.left, chart.box.top),
    width: Math.round(chart.box.width * POINTS_TO_PIXELS),
    height: Math.round(chart.box.height * POINTS_TO_PIXELS),
  }));
}

/** The settings of a chart, those of series by their position instead of their id. */
function numbered({ series, settings }: ChartState): ChartSettings {
  const positions = new Map(series.map(({ id }, index) => [String(id), String(index)]));
  return Object.fromEntries(
    Object.entries(settings).flatMap(([path, values]) => {
      const [, id, rest = ""] = /^series\/(\d+)(.*)$/.exec(path) ?? [];
      if (id === undefined) return [[path, { ...values }]];
      const position = positions.get(id);
      return position === undefined ? [] : [[`series/${position}${rest}`, { ...values }]];
    }),
  );
}
