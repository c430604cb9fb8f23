import type { ChartConfiguration, ChartDataset, ScaleOptionsByType } from "chart.js";
import { numfmt } from "@univerjs/presets";
import type { ChartSeriesData, ChartState } from "../../../host/engine/charts";

/** Excel's colours for series that have none of their own. */
const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

type Settings = ChartState["settings"];

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const accent = (index: number): string => ACCENTS[index % ACCENTS.length] ?? "#4472C4";

interface Kind {
  readonly type: "bar" | "line" | "pie" | "doughnut" | "radar" | "scatter";
  readonly horizontal: boolean;
  readonly stacked: boolean;
  readonly percent: boolean;
  readonly filled: boolean;
}

/** How a type of Excel's is drawn; types without a counterpart are columns. */
function kindOf(type: string): Kind {
  const stacked = /Stacked/.test(type);
  const common = { horizontal: false, stacked, percent: /Stacked100$/.test(type), filled: false };
  if (/Bar(?!OfPie)/.test(type)) return { ...common, type: "bar", horizontal: true };
  if (/^(?:3D)?Line/.test(type)) return { ...common, type: "line" };
  if (/^(?:3D)?Area/.test(type)) return { ...common, type: "line", filled: true };
  if (/Pie/.test(type)) return { ...common, type: "pie" };
  if (/^Doughnut/.test(type)) return { ...common, type: "doughnut" };
  if (/^Radar/.test(type)) return { ...common, type: "radar", filled: type === "RadarFilled" };
  if (/^XYScatter/.test(type)) return { ...common, type: "scatter" };
  return { ...common, type: "bar" };
}

/** What Chart.js draws for a chart of the workbook. */
export function chartConfig(chart: ChartState, all: readonly ChartSeriesData[]): ChartConfiguration {
  const kind = kindOf(chart.type);
  // A pie shows one series.
  const series = kind.type === "pie" ? all.slice(0, 1) : all;
  const { settings } = chart;
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const labels = Array.from({ length }, (_, index) => series[0]?.categories[index] ?? String(index + 1));
  const legend = settings["legend"] ?? {};
  const title = titleOf(chart, series);
  const round = kind.type === "pie" || kind.type === "doughnut" || kind.type === "radar";
  return {
    type: kind.type,
    data: {
      labels,
      datasets: series.map((one, index) => dataset(kind, settings, one, index, series)) as ChartDataset[],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: kind.horizontal ? "y" : "x",
      plugins: {
        title: {
          display: title !== undefined,
          text: title ?? "",
          font: fontOf(settings, "title", 14),
          ...colorOf(settings, "title"),
        },
        legend: {
          display: legend["visible"] !== false,
          position: positionOf(legend["position"]),
          labels: { font: fontOf(settings, "legend", 12), ...colorOf(settings, "legend") },
        },
      },
      ...(round
        ? {}
        : {
            scales: {
              [kind.horizontal ? "y" : "x"]: axis(settings, "category", kind),
              [kind.horizontal ? "x" : "y"]: axis(settings, "value", kind),
            },
          }),
    },
  };
}

function titleOf(chart: ChartState, series: readonly ChartSeriesData[]): string | undefined {
  const title = chart.settings["title"] ?? {};
  if (title["visible"] === false) return undefined;
  return text(title["text"]) ?? (series.length === 1 ? series[0]?.name : undefined) ?? "Chart Title";
}

function positionOf(position: unknown): "top" | "bottom" | "left" | "right" {
  switch (position) {
    case "Top":
      return "top";
    case "Bottom":
      return "bottom";
    case "Left":
      return "left";
    default:
      return "right";
  }
}

function dataset(
  kind: Kind,
  settings: Settings,
  { id, name, values, categories }: ChartSeriesData,
  index: number,
  all: readonly ChartSeriesData[],
): object {
  const path = `series/${String(id)}`;
  const own =
    (kind.type === "line" && !kind.filled ? text(settings[`${path}/format/line`]?.["color"]) : undefined) ??
    text(settings[`${path}/format/fill`]?.["color"]) ??
    accent(index);
  const perPoint = kind.type === "pie" || kind.type === "doughnut";
  const colors = values.map(
    (_value, point) =>
      text(settings[`${path}/points/${String(point)}/format/fill`]?.["color"]) ?? (perPoint ? accent(point) : own),
  );
  const numbers = values.map((value, point) => {
    const amount = typeof value === "number" ? value : null;
    return kind.percent && amount !== null ? share(amount, point, all) : amount;
  });
  const data =
    kind.type === "scatter" ? numbers.map((y, point) => ({ x: Number(categories[point] ?? point + 1), y })) : numbers;
  const line = kind.type === "line" || kind.type === "radar" || kind.type === "scatter";
  return {
    label: name,
    data,
    backgroundColor: line ? own : colors,
    ...(line ? { borderColor: own, borderWidth: 2, pointRadius: 3, fill: kind.filled } : {}),
    ...(kind.stacked ? { stack: "all" } : {}),
  };
}

/** The part of the sum of all series at a point, in per cent. */
function share(amount: number, point: number, all: readonly ChartSeriesData[]): number {
  const sum = all.reduce((total, { values }) => {
    const value = values[point];
    return total + (typeof value === "number" ? value : 0);
  }, 0);
  return sum === 0 ? 0 : (amount / sum) * 100;
}

function axis(
  settings: Settings,
  name: "category" | "value",
  kind: Kind,
): Partial<ScaleOptionsByType<"linear">> | object {
  const path = `axes/${name}`;
  const own = settings[path] ?? {};
  const title = settings[`${path}/title`] ?? {};
  const shownTitle = title["visible"] === true || (title["visible"] === undefined && text(title["text"]) !== undefined);
  const format = text(own["numberFormat"]);
  const isValue = name === "value";
  return {
    display: own["visible"] !== false,
    reverse: (own["reversePlotOrder"] === true) !== (kind.horizontal && !isValue),
    stacked: kind.stacked,
    ...(isValue ? { beginAtZero: true } : {}),
    ...(isValue && number(own["minimum"]) !== undefined ? { min: number(own["minimum"]) } : {}),
    ...(isValue && number(own["maximum"]) !== undefined
      ? { max: number(own["maximum"]) }
      : isValue && kind.percent
        ? { max: 100 }
        : {}),
    ...(isValue && own["scaleType"] === "Logarithmic" ? { type: "logarithmic" } : {}),
    title: {
      display: shownTitle,
      text: text(title["text"]) ?? "Axis Title",
      font: fontOf(settings, `${path}/title`, 12),
    },
    grid: { display: (settings[`${path}/majorGridlines`]?.["visible"] ?? isValue) === true },
    ticks: {
      font: fontOf(settings, path, 11),
      ...(number(own["majorUnit"]) === undefined ? {} : { stepSize: number(own["majorUnit"]) }),
      ...(isValue && format !== undefined
        ? { callback: (value: number) => numfmt.format(format, value, { throws: false }) }
        : {}),
    },
  };
}

function fontOf(
  settings: Settings,
  path: string,
  size: number,
): { size: number; weight: "bold" | "normal"; style: "italic" | "normal" } {
  const font = settings[`${path}/format/font`] ?? {};
  return {
    // Points to pixels.
    size: Math.round((number(font["size"]) ?? size * 0.75) / 0.75),
    weight: font["bold"] === true ? "bold" : "normal",
    style: font["italic"] === true ? "italic" : "normal",
  };
}

function colorOf(settings: Settings, path: string): { color?: string } {
  const css = text(settings[`${path}/format/font`]?.["color"]);
  return css === undefined ? {} : { color: css };
}
