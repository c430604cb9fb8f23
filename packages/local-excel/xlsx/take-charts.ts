import type { Worksheet } from "@univerjs/core";
import { sourceAddress, type ChartSource, type ChartState } from "../host/engine/charts";
import type { SheetState } from "../host/engine/sheet-state";
import type { Host } from "../host/host";
import { cornerAt } from "./chart-corners";
import { present } from "./present";
import type { ChartSettings, ChartSnapshot } from "./snapshot";

const POINTS_TO_PIXELS = 4 / 3;

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
    ...cornersOf(sheet, chart),
  }));
}

function cornersOf(sheet: Worksheet, { box }: ChartState): Pick<ChartSnapshot, "from" | "to"> {
  const sizes = {
    width: (column: number) => sheet.getColumnWidth(column),
    height: (row: number) => sheet.getRowHeight(row),
  };
  const corner = (left: number, top: number) => cornerAt(sizes, left * POINTS_TO_PIXELS, top * POINTS_TO_PIXELS);
  return { from: corner(box.left, box.top), to: corner(box.left + box.width, box.top + box.height) };
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
