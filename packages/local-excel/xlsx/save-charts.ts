/** Writes the charts of a sheet into an .xlsx file. */
import type { Chart, ChartAxis, ChartSeries, Fill, Font } from "excelize-wasm";
import { columnName } from "../host/a1";
import { checked, type excelize, type File } from "./excelize";
import type { ChartSettings, ChartSnapshot } from "./snapshot";

type Library = Awaited<ReturnType<typeof excelize>>;

const SOLID = 1;
/** The library's types of lines. */
const LINE = { solid: 1, none: 2 } as const;

const LEGEND_POSITIONS: Readonly<Record<string, string>> = {
  Top: "top",
  Bottom: "bottom",
  Left: "left",
  Right: "right",
  Corner: "top_right",
};

/** The library's type for one of Excel's, or for the nearest that it has. */
function libraryType(library: Library, type: string): Chart["Type"] {
  const stacked = /Stacked100$/.test(type) ? 2 : /Stacked$/.test(type) ? 1 : 0;
  if (/^(?:3D)?Bar/.test(type))
    return [library.Bar, library.BarStacked, library.BarPercentStacked][stacked] ?? library.Bar;
  if (/^(?:3D)?Area/.test(type))
    return [library.Area, library.AreaStacked, library.AreaPercentStacked][stacked] ?? library.Area;
  if (/^(?:3D)?Line/.test(type)) return library.Line;
  if (/^(?:3D)?Pie/.test(type)) return library.Pie;
  if (/^Doughnut/.test(type)) return library.Doughnut;
  if (/^XYScatter/.test(type)) return library.Scatter;
  if (/^Radar/.test(type)) return library.Radar;
  if (/^Bubble/.test(type)) return library.Bubble;
  return [library.Col, library.ColStacked, library.ColPercentStacked][stacked] ?? library.Col;
}

/** The colour of Excel's labels; the library's own is hardly visible. */
const LABEL_COLOR = "595959";

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const color = (css: string): string => css.replace("#", "");

function fillOf(settings: ChartSettings, path: string): Fill | undefined {
  return fillFrom(settings[`${path}/fill`]);
}

function fillFrom(part: Readonly<Record<string, unknown>> | undefined): Fill | undefined {
  const css = text(part?.["color"]);
  return css === undefined ? undefined : { Type: "pattern", Pattern: SOLID, Color: [color(css)] };
}

function fontOf(settings: ChartSettings, path: string): Font | undefined {
  const font = settings[`${path}/format/font`];
  if (!font) return undefined;
  const css = text(font["color"]);
  return {
    ...(css === undefined ? {} : { Color: color(css) }),
    ...(typeof font["size"] === "number" ? { Size: font["size"] } : {}),
    ...(typeof font["bold"] === "boolean" ? { Bold: font["bold"] } : {}),
    ...(typeof font["italic"] === "boolean" ? { Italic: font["italic"] } : {}),
    ...(typeof font["name"] === "string" ? { Family: font["name"] } : {}),
  };
}

function titleOf(settings: ChartSettings, path: string, shown: string | undefined): Chart["Title"] {
  if (shown === undefined) return {};
  const font = fontOf(settings, path);
  return { Paragraph: [{ Text: shown, ...(font ? { Font: font } : {}) }] };
}

function axisOf(settings: ChartSettings, name: "category" | "value"): ChartAxis {
  const path = `axes/${name}`;
  const axis = settings[path] ?? {};
  const title = settings[`${path}/title`];
  const shownTitle = title?.["visible"] === true || (title?.["visible"] === undefined && text(title?.["text"]));
  const font = fontOf(settings, path);
  const gridlines = settings[`${path}/majorGridlines`]?.["visible"] ?? name === "value";
  const format = text(axis["numberFormat"]);
  const [minimum, maximum, unit] = [number(axis["minimum"]), number(axis["maximum"]), number(axis["majorUnit"])];
  return {
    ...(axis["visible"] === false ? { None: true } : {}),
    MajorGridLines: gridlines === true,
    ...(settings[`${path}/minorGridlines`]?.["visible"] === true ? { MinorGridLines: true } : {}),
    ...(axis["reversePlotOrder"] === true ? { ReverseOrder: true } : {}),
    ...(minimum === undefined ? {} : { Minimum: minimum }),
    ...(maximum === undefined ? {} : { Maximum: maximum }),
    ...(unit === undefined ? {} : { MajorUnit: unit }),
    ...(axis["scaleType"] === "Logarithmic" ? { LogBase: number(axis["logBase"]) ?? 10 } : {}),
    ...(format === undefined ? {} : { NumFmt: { CustomNumFmt: format, SourceLinked: false } }),
    Font: { Color: LABEL_COLOR, ...font },
    ...(shownTitle ? { Title: titleOf(settings, `${path}/title`, text(title?.["text"]) ?? "Axis Title") ?? {} } : {}),
  };
}

function seriesOf(chart: ChartSnapshot, index: number, isLine: boolean): ChartSeries {
  const series = chart.series[index];
  const path = `series/${String(index)}`;
  // The library paints a line with the fill of its series.
  const lineFill = isLine ? fillFrom(chart.settings[`${path}/format/line`]) : undefined;
  const fill = lineFill ?? fillOf(chart.settings, `${path}/format`);
  const line = chart.settings[`${path}/format/line`];
  const lineColor = text(line?.["color"]);
  const points = Object.keys(chart.settings).flatMap((key) => {
    const at = new RegExp(`^${path}/points/(\\d+)/format/fill$`).exec(key)?.[1];
    const of = at === undefined ? undefined : fillOf(chart.settings, `${path}/points/${at}/format`);
    return at === undefined || !of ? [] : [{ Index: Number(at), Fill: of }];
  });
  return {
    ...(series?.nameCell === undefined
      ? series?.name === undefined
        ? {}
        : { Name: series.name }
      : { Name: series.nameCell }),
    ...(series?.categories === undefined ? {} : { Categories: series.categories }),
    Values: series?.values ?? "",
    ...(fill ? { Fill: fill } : {}),
    ...(lineColor === undefined && line === undefined
      ? {}
      : {
          Line: {
            ...(lineColor === undefined
              ? {}
              : { Fill: { Type: "pattern", Pattern: SOLID, Color: [color(lineColor)] } }),
            Type: line?.["lineStyle"] === "None" ? LINE.none : LINE.solid,
            ...(typeof line?.["weight"] === "number" ? { Width: line["weight"] } : {}),
          },
        }),
    ...(points.length > 0 ? { DataPoint: points } : {}),
  };
}

function plotAreaOf(chart: ChartSnapshot): NonNullable<Chart["PlotArea"]> {
  const { settings } = chart;
  const paths = ["dataLabels", ...chart.series.map((_series, index) => `series/${String(index)}/dataLabels`)];
  const of = (name: string): boolean => paths.some((path) => settings[path]?.[name] === true);
  const labelled = chart.series.some(
    (_series, index) => settings[`series/${String(index)}`]?.["hasDataLabels"] === true,
  );
  const hidden = paths.some((path) => settings[path]?.["showValue"] === false);
  return {
    ShowVal: of("showValue") || (labelled && !hidden),
    ShowCatName: of("showCategoryName"),
    ShowSerName: of("showSeriesName"),
    ShowPercent: of("showPercentage"),
  };
}

/** The title that Excel shows: what was set, or the series' name where there is one series only. */
function chartTitle(chart: ChartSnapshot): string | undefined {
  const title = chart.settings["title"] ?? {};
  if (title["visible"] === false) return undefined;
  return text(title["text"]) ?? (chart.series.length === 1 ? chart.series[0]?.name : undefined) ?? "Chart Title";
}

/** Writes a chart at the cell of its upper left corner; `amend` gives it both its corners. @throws Error naming a chart that the library could not write */
export function writeChart(library: Library, file: File, sheet: string, chart: ChartSnapshot): void {
  const { settings } = chart;
  const legend = settings["legend"] ?? {};
  const first = settings["series/0"] ?? {};
  const fill = fillOf(settings, "chart/format");
  const legendFont = fontOf(settings, "legend");
  const type = libraryType(library, chart.type);
  const options: Chart = {
    Type: type,
    Series: chart.series.map((_series, index) => seriesOf(chart, index, /^(?:3D)?Line|^XYScatter/.test(chart.type))),
    Title: titleOf(settings, "title", chartTitle(chart)) ?? {},
    Legend: {
      Position:
        legend["visible"] === false ? "none" : (LEGEND_POSITIONS[text(legend["position"]) ?? "Right"] ?? "right"),
      ...(legendFont ? { Font: legendFont } : {}),
    },
    Format: { Name: chart.name },
    XAxis: axisOf(settings, "category"),
    YAxis: axisOf(settings, "value"),
    PlotArea: plotAreaOf(chart),
    ...(fill ? { Fill: fill } : {}),
    ...(typeof first["gapWidth"] === "number" ? { GapWidth: first["gapWidth"] } : {}),
    ...(typeof first["overlap"] === "number" ? { Overlap: first["overlap"] } : {}),
    ...(typeof first["doughnutHoleSize"] === "number" ? { HoleSize: first["doughnutHoleSize"] } : {}),
  };
  const corner = `${columnName(chart.from.column)}${String(chart.from.row + 1)}`;
  checked(`chart ${chart.name}`, file.AddChart(sheet, corner, options));
}
