/** Reads the charts of an .xlsx file from its own XML: the library writes charts, but does not read them. */
import { XMLParser } from "fast-xml-parser";
import { strFromU8, type Unzipped } from "fflate";
import { cornerAt, distanceOf, type Corner, type LineSizes } from "./chart-corners";
import type { ChartSettings, ChartSnapshot } from "./snapshot";

const EMU_PER_PIXEL = 9525;

const LISTS = ["twoCellAnchor", "oneCellAnchor", "Relationship", "ser", "dPt", "p", "r", "catAx", "valAx", "dateAx"];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  removeNSPrefix: true,
  htmlEntities: true,
  isArray: (name) => LISTS.includes(name),
});

type Node = { readonly [name: string]: Node | readonly Node[] | string | undefined };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

/** The node that a path of names leads to. */
function at(node: Node | undefined, ...path: string[]): Node | undefined {
  let found: unknown = node;
  for (const name of path) found = isNode(found) ? found[name] : undefined;
  return isNode(found) ? found : undefined;
}

function list(node: Node | undefined, name: string): readonly Node[] {
  const found = node?.[name];
  return Array.isArray(found) ? (found as readonly Node[]).filter(isNode) : isNode(found) ? [found] : [];
}

/** The text of an element without attributes, or with some. */
function textOf(node: Node | undefined, name: string): string | undefined {
  const found = node?.[name];
  if (typeof found === "string") return found;
  const text = isNode(found) ? found["#text"] : undefined;
  return typeof text === "string" ? text : undefined;
}

/** The attribute `val` of an element. */
function valueOf(node: Node | undefined, name: string): string | undefined {
  const value = at(node, name)?.["@val"];
  return typeof value === "string" ? value : undefined;
}

const isSet = (node: Node | undefined, name: string): boolean => {
  const element = at(node, name);
  return element !== undefined && !["0", "false"].includes(valueOf(node, name) ?? "1");
};

function solidColor(properties: Node | undefined): string | undefined {
  const rgb = valueOf(at(properties, "solidFill"), "srgbClr");
  return rgb === undefined ? undefined : `#${rgb.toUpperCase()}`;
}

/** The text of a title. */
function richText(title: Node | undefined): string | undefined {
  const paragraphs = list(at(title, "tx", "rich"), "p");
  if (paragraphs.length === 0) return undefined;
  return paragraphs
    .map((paragraph) =>
      list(paragraph, "r")
        .map((run) => textOf(run, "t") ?? "")
        .join(""),
    )
    .join("\n");
}

const GROUPINGS: Readonly<Record<string, string>> = { stacked: "Stacked", percentStacked: "Stacked100" };

/** Excel's name for the type of a chart element. */
function typeOf(element: string, chart: Node): string {
  const grouping = GROUPINGS[valueOf(chart, "grouping") ?? ""];
  switch (element) {
    case "barChart":
      return `${valueOf(chart, "barDir") === "bar" ? "Bar" : "Column"}${grouping ?? "Clustered"}`;
    case "lineChart":
      return `Line${grouping ?? ""}`;
    case "areaChart":
      return `Area${grouping ?? ""}`;
    case "pieChart":
      return "Pie";
    case "doughnutChart":
      return "Doughnut";
    case "scatterChart":
      return "XYScatter";
    case "radarChart":
      return "Radar";
    case "bubbleChart":
      return "Bubble";
    default:
      return "ColumnClustered";
  }
}

function readSeries(node: Node, index: number, settings: ChartSettings): ChartSnapshot["series"][number] {
  const path = `series/${String(index)}`;
  const color = solidColor(at(node, "spPr"));
  const lineColor = solidColor(at(node, "spPr", "ln"));
  if (color !== undefined) settings[`${path}/format/fill`] = { color };
  if (lineColor !== undefined) settings[`${path}/format/line`] = { color: lineColor };
  for (const point of list(node, "dPt")) {
    const pointColor = solidColor(at(point, "spPr"));
    const number = valueOf(point, "idx");
    if (pointColor !== undefined && number !== undefined)
      settings[`${path}/points/${number}/format/fill`] = { color: pointColor };
  }
  if (isSet(at(node, "dLbls"), "showVal")) settings[path] = { hasDataLabels: true };
  const nameCell = textOf(at(node, "tx", "strRef"), "f");
  const name = textOf(at(node, "tx"), "v");
  const category = at(node, "cat") ?? at(node, "xVal");
  const categories = textOf(at(category, "strRef"), "f") ?? textOf(at(category, "numRef"), "f");
  const values = textOf(at(node, "val", "numRef"), "f") ?? textOf(at(node, "yVal", "numRef"), "f");
  return {
    ...(nameCell === undefined ? {} : { nameCell }),
    ...(name === undefined ? {} : { name }),
    ...(categories === undefined ? {} : { categories }),
    ...(values === undefined ? {} : { values }),
  };
}

function readAxis(node: Node | undefined, name: "category" | "value", settings: ChartSettings): void {
  if (!node) return;
  const path = `axes/${name}`;
  const axis: Record<string, unknown> = {};
  if (isSet(node, "delete")) axis["visible"] = false;
  const scaling = at(node, "scaling");
  for (const [from, to] of [
    ["min", "minimum"],
    ["max", "maximum"],
  ] as const) {
    const limit = valueOf(scaling, from);
    if (limit !== undefined) axis[to] = Number(limit);
  }
  if (valueOf(scaling, "orientation") === "maxMin") axis["reversePlotOrder"] = true;
  const unit = valueOf(node, "majorUnit");
  if (unit !== undefined) axis["majorUnit"] = Number(unit);
  const format = at(node, "numFmt")?.["@formatCode"];
  if (typeof format === "string" && format !== "General") axis["numberFormat"] = format;
  if (Object.keys(axis).length > 0) settings[path] = axis;
  settings[`${path}/majorGridlines`] = {
    visible: at(node, "majorGridlines") !== undefined || "majorGridlines" in node,
  };
  const title = richText(at(node, "title"));
  if (title !== undefined) settings[`${path}/title`] = { text: title, visible: true };
}

const LEGEND: Readonly<Record<string, string>> = { t: "Top", b: "Bottom", l: "Left", r: "Right", tr: "Corner" };

function readChart(xml: Node): Pick<ChartSnapshot, "type" | "series" | "settings"> | undefined {
  const chart = at(xml, "chartSpace", "chart");
  const plotArea = at(chart, "plotArea");
  const element = Object.keys(plotArea ?? {}).find((name) => name.endsWith("Chart"));
  const plot = element === undefined ? undefined : at(plotArea, element);
  if (!plotArea || element === undefined || !plot) return undefined;
  const settings: ChartSettings = {};
  const title = richText(at(chart, "title"));
  if (title !== undefined) settings["title"] = { text: title };
  else if (isSet(chart, "autoTitleDeleted") || !at(chart, "title")) settings["title"] = { visible: false };
  const legend = at(chart, "legend");
  settings["legend"] = legend
    ? { visible: true, position: LEGEND[valueOf(legend, "legendPos") ?? "r"] ?? "Right" }
    : { visible: false };
  const background = solidColor(at(xml, "chartSpace", "spPr"));
  if (background !== undefined) settings["chart/format/fill"] = { color: background };
  const series = list(plot, "ser").map((node, index) => readSeries(node, index, settings));
  const [valueAxis, secondValueAxis] = list(plotArea, "valAx");
  readAxis(
    list(plotArea, "catAx")[0] ?? list(plotArea, "dateAx")[0] ?? (secondValueAxis && valueAxis),
    "category",
    settings,
  );
  readAxis(secondValueAxis ?? valueAxis, "value", settings);
  const gapWidth = valueOf(plot, "gapWidth");
  if (gapWidth !== undefined && series.length > 0)
    settings["series/0"] = { ...settings["series/0"], gapWidth: Number(gapWidth) };
  return { type: typeOf(element, plot), series, settings };
}

/** A corner as an anchor names it; its offsets in the cell are lengths. */
function cornerOf(corner: Node | undefined, sizes: LineSizes): Corner {
  const number = (name: string): number => Number(textOf(corner, name) ?? 0);
  const [column, row] = [number("col"), number("row")];
  const share = (offset: number, size: number): number => (size > 0 ? Math.min(1, offset / EMU_PER_PIXEL / size) : 0);
  return {
    column,
    row,
    x: share(number("colOff"), sizes.width(column)),
    y: share(number("rowOff"), sizes.height(row)),
  };
}

function resolve(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

function linksOf(files: Unzipped, part: string): Map<string, string> {
  const name = part.replace(/([^/]+)$/, "_rels/$1.rels");
  const relationships = list(at(parse(files, name), "Relationships"), "Relationship");
  return new Map(relationships.map((link) => [String(link["@Id"]), resolve(part, String(link["@Target"]))]));
}

function parse(files: Unzipped, name: string): Node {
  const bytes = files[name];
  return bytes ? (parser.parse(strFromU8(bytes)) as Node) : {};
}

/** The lower right corner of a chart that has a size and only one corner. */
function beyond(from: Corner, extent: Node, sizes: LineSizes): Corner {
  const { left, top } = distanceOf(sizes, from);
  const length = (name: string): number => Number(extent[name]) / EMU_PER_PIXEL;
  return cornerAt(sizes, left + length("@cx"), top + length("@cy"));
}

/** The charts of one sheet. Charts of a kind that is not known here are columns. */
export function readCharts(files: Unzipped, sheetPart: string, sizes: LineSizes): ChartSnapshot[] {
  const drawings = [...linksOf(files, sheetPart).values()].filter((target) =>
    /drawings\/drawing\d*\.xml$/.test(target),
  );
  return drawings.flatMap((drawing) => {
    const links = linksOf(files, drawing);
    const root = at(parse(files, drawing), "wsDr");
    const anchors = [...list(root, "twoCellAnchor"), ...list(root, "oneCellAnchor")];
    return anchors.flatMap((anchor): ChartSnapshot[] => {
      const frame = at(anchor, "graphicFrame");
      const id = at(frame, "graphic", "graphicData", "chart")?.["@id"];
      const part = typeof id === "string" ? links.get(id) : undefined;
      const chart = part === undefined ? undefined : readChart(parse(files, part));
      if (!chart) return [];
      const from = cornerOf(at(anchor, "from"), sizes);
      const extent = at(anchor, "ext");
      const name = at(frame, "nvGraphicFramePr", "cNvPr")?.["@name"];
      return [
        {
          name: typeof name === "string" ? name : "Chart",
          ...chart,
          from,
          to: extent ? beyond(from, extent, sizes) : cornerOf(at(anchor, "to"), sizes),
        },
      ];
    });
  });
}
