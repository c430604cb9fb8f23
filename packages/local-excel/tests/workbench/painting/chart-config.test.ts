import type { ChartSeriesData, ChartState } from "../../../host/engine/charts";
import { chartConfig } from "../../../workbench/page/painting/chart-config";

const SERIES: ChartSeriesData[] = [
  { id: 0, name: "Under study", values: [3, 5], categories: ["Q1", "Q2"] },
  { id: 1, name: "Approved", values: [1, ""], categories: ["Q1", "Q2"] },
];

const chart = (part: Partial<ChartState>): ChartState => ({
  id: "1",
  name: "Chart 1",
  type: "ColumnClustered",
  plotBy: "Columns",
  series: [],
  box: { left: 0, top: 0, width: 100, height: 100 },
  settings: {},
  ...part,
});

describe("what is drawn for a chart", () => {
  it("has the series, their names, categories and colours, and a gap for a blank cell", () => {
    const config = chartConfig(chart({ settings: { "series/0/format/fill": { color: "#0F6CBD" } } }), SERIES);
    expect(config.data.labels).toEqual(["Q1", "Q2"]);
    expect(config.data.datasets).toMatchObject([
      { label: "Under study", data: [3, 5], backgroundColor: ["#0F6CBD", "#0F6CBD"] },
      { label: "Approved", data: [1, null] },
    ]);
  });

  it.each([
    ["BarStacked", { type: "bar", options: { indexAxis: "y", scales: { x: { stacked: true } } } }],
    ["Line", { type: "line", options: { indexAxis: "x" } }],
    ["Area", { type: "line", data: { datasets: [{ fill: true }, { fill: true }] } }],
    ["Pie", { type: "pie", data: { datasets: [{ label: "Under study" }] } }],
    ["Doughnut", { type: "doughnut" }],
  ])("is of the kind of its type: %s", (type, expected) => {
    const config = chartConfig(chart({ type }), SERIES);
    expect(config).toMatchObject(expected);
    if (type === "Pie") expect(config.data.datasets).toHaveLength(1);
  });

  it("shows parts of the whole for a 100 % stack", () => {
    const config = chartConfig(chart({ type: "ColumnStacked100" }), SERIES);
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [75, 100],
      [25, null],
    ]);
    expect(config).toMatchObject({ options: { scales: { y: { max: 100 } } } });
  });

  it("follows the titles, the legend and the axes", () => {
    const settings = {
      title: { text: "Items" },
      legend: { visible: false },
      "axes/value": { minimum: 2, maximum: 9 },
      "axes/value/title": { text: "Count" },
      "axes/category": { reversePlotOrder: true },
    };
    expect(chartConfig(chart({ settings }), SERIES)).toMatchObject({
      options: {
        plugins: { title: { display: true, text: "Items" }, legend: { display: false } },
        scales: { x: { reverse: true }, y: { min: 2, max: 9, title: { display: true, text: "Count" } } },
      },
    });
    expect(chartConfig(chart({ settings: { title: { visible: false } } }), SERIES)).toMatchObject({
      options: { plugins: { title: { display: false } } },
    });
  });
});
