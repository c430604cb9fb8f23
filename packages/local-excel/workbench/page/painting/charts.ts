import { IRenderManagerService } from "@univerjs/presets/preset-sheets-core";
import { SheetSkeletonManagerService } from "@univerjs/presets/preset-sheets-core";
import { Chart } from "chart.js/auto";
import { chartData } from "../../../host/engine/charts";
import type { ChartState } from "../../../host/engine/charts";
import type { LocalExcel } from "../../../host/index";
import { make } from "../elements";
import { chartConfig } from "./chart-config";

const PIXELS_PER_POINT = 1 / 0.75;

interface Drawn {
  readonly element: HTMLElement;
  readonly chart: Chart;
  /** What it was drawn from, so that it is drawn again only when that has changed. */
  readonly from: string;
}

/** Draws the charts of the active sheet over its cells. They follow scrolling, zooming and every change of their cells. */
export function drawCharts(excel: LocalExcel, container: HTMLElement): void {
  const { host } = excel;
  const { engine } = host;
  const layer = make("div", { class: "charts" });
  // Beside the grid and not in it: Univer takes its container for itself.
  container.after(layer);
  const drawn = new Map<string, Drawn>();
  let scheduled = false;

  const draw = (): void => {
    scheduled = false;
    const sheetId = engine.workbook.getActiveSheet().getSheetId();
    const { charts } = host.sheetState(sheetId);
    const frame = charts.length > 0 ? sheetFrame(excel, sheetId) : undefined;
    for (const [id, { element, chart }] of drawn) {
      if (frame && charts.some((one) => one.id === id)) continue;
      chart.destroy();
      element.remove();
      drawn.delete(id);
    }
    if (!frame) return;
    layer.style.inset = [frame.top, frame.right, frame.bottom, frame.left].map((side) => `${String(side)}px`).join(" ");
    for (const chart of charts) place(paint(chart), chart, frame);
  };

  const paint = (state: ChartState): HTMLElement => {
    const data = chartData(engine, host.cells, state);
    const from = JSON.stringify([state.type, state.series, state.settings, data]);
    const before = drawn.get(state.id);
    if (before?.from === from) return before.element;
    before?.chart.destroy();
    before?.element.remove();
    const canvas = make("canvas", {
      role: "img",
      "aria-label": String(state.settings["title"]?.["text"] ?? state.name),
    });
    const element = make("div", { class: "chart" }, canvas);
    layer.append(element);
    drawn.set(state.id, { element, chart: new Chart(canvas, chartConfig(state, data)), from });
    return element;
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(draw);
  };

  // Scrolling, zooming, sizes of rows and columns, results of formulas: each is a command.
  engine.commands.onCommandExecuted(schedule);
  const beforeCharts = host.onCharts;
  host.onCharts = (sheetId) => {
    beforeCharts(sheetId);
    schedule();
  };
  new ResizeObserver(schedule).observe(container);
  schedule();
}

interface SheetFrame {
  /** Distances of the cells from the edges of the grid. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly scrollX: number;
  readonly scrollY: number;
  readonly scale: number;
}

/** Where the cells of the sheet are drawn at present; undefined while it is not drawn. */
function sheetFrame(excel: LocalExcel, sheetId: string): SheetFrame | undefined {
  const { injector, unitId } = excel.host.engine;
  const render = injector.get(IRenderManagerService).getRenderById(unitId);
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(sheetId)?.skeleton;
  const canvas = render?.engine.getCanvasElement();
  if (!render || !skeleton || !canvas) return undefined;
  const viewport = render.scene.getViewport("viewMain");
  const scale = render.scene.scaleX;
  const inner = canvas.getBoundingClientRect();
  const outer = canvas.closest("#grid")?.getBoundingClientRect() ?? inner;
  return {
    left: inner.left - outer.left + skeleton.rowHeaderWidth * scale,
    top: inner.top - outer.top + skeleton.columnHeaderHeight * scale,
    right: outer.right - inner.right,
    bottom: outer.bottom - inner.bottom,
    scrollX: viewport?.viewportScrollX ?? 0,
    scrollY: viewport?.viewportScrollY ?? 0,
    scale,
  };
}

function place(element: HTMLElement, { box }: ChartState, { scrollX, scrollY, scale }: SheetFrame): void {
  const pixels = (points: number, scrolled: number): string =>
    `${String((points * PIXELS_PER_POINT - scrolled) * scale)}px`;
  Object.assign(element.style, {
    left: pixels(box.left, scrollX),
    top: pixels(box.top, scrollY),
    width: pixels(box.width, 0),
    height: pixels(box.height, 0),
  });
}
