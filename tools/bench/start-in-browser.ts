/** How long a pane's page takes to be ready, in a real browser: in the workbench, where Microsoft's runtime finds a host. */
import type { Browser, Frame, Page } from "playwright-core";
import { startWorkbench } from "local-excel/workbench";
import { launchBrowser } from "../browser";

/** Milliseconds from the beginning of the page's load. */
export interface Start {
  /** Something is on the screen. */
  painted: number;
  /** Office.onReady has come. */
  office: number;
  /** The same, the pane takes input, and what then stood there was painted. */
  ready: number;
}

/** The mark that the pane sets once it takes input. */
const USABLE = "sg17-usable";

/** Longer than a page goes on working once it is ready. */
const REST_MS = 1_000;

interface Probed {
  probe?: Start;
}

/**
 * Runs in every page before its own scripts; a text, since what bundles this file adds to functions what no page has.
 * Whether there is a pane to wait for, the page's own markup tells. The mark is heard as it is set: an observer of marks is told some
 * ten milliseconds later, which would be measured as the pane's.
 */
const PROBE = `(() => {
  const { mark } = Performance.prototype;
  let heard;
  const usable = new Promise((done) => (heard = done));
  Performance.prototype.mark = function (name, ...more) {
    if (name === "${USABLE}") heard();
    return mark.call(this, name, ...more);
  };
  document.addEventListener("DOMContentLoaded", async () => {
    if (!window.Office) return;
    await Office.onReady();
    const office = performance.now();
    if (document.getElementById("pane")) await usable;
    requestAnimationFrame(() => setTimeout(() => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      window.probe = { office, painted: paint ? paint.startTime : performance.now(), ready: performance.now() };
    }));
  });
})();`;

/** An add-in that can be started again and again. */
export interface Stage {
  start(): Promise<Start>;
  close(): Promise<void>;
}

/** Opens the workbench on a built add-in. */
export async function stage(browser: Browser, addin: string): Promise<Stage> {
  const server = await startWorkbench(addin, { port: 0 });
  const page = await browser.newPage();
  await page.addInitScript({ content: PROBE });
  await page.goto(server.url);
  const frame = await paneOf(page);
  await probed(frame);
  return {
    start: async () => {
      await page.bringToFront();
      await Promise.all([frame.waitForNavigation(), frame.evaluate(() => location.reload())]);
      const start = await probed(frame);
      // Work in the background must not slow down the next measurement.
      await page.waitForTimeout(REST_MS);
      await page.evaluate(() =>
        (window as unknown as { localExcel: { settled(): Promise<void> } }).localExcel.settled(),
      );
      return start;
    },
    close: async () => {
      await page.close();
      await server.close();
    },
  };
}

async function paneOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("#pane-frame", { state: "attached" })).contentFrame();
  if (!frame) throw new Error("The task pane has no page.");
  return frame;
}

async function probed(frame: Frame): Promise<Start> {
  await frame.waitForFunction(() => (window as unknown as Probed).probe !== undefined, null, { polling: 50 });
  return frame.evaluate(() => (window as unknown as Required<Probed>).probe);
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Starts two add-ins in turns, so many times each. */
export async function startsInTurns(
  ours: string,
  floor: string,
  rounds: number,
): Promise<{ ours: Start[]; floor: Start[] }> {
  const browser = await launchBrowser();
  const stages: Stage[] = [];
  try {
    for (const addin of [ours, floor]) stages.push(await stage(browser, addin));
    const [addInStage, floorStage] = stages;
    const starts: { ours: Start[]; floor: Start[] } = { ours: [], floor: [] };
    for (let round = 0; addInStage && floorStage && round < rounds; round += 1) {
      const ours = async (): Promise<unknown> => starts.ours.push(await addInStage.start());
      const bare = async (): Promise<unknown> => starts.floor.push(await floorStage.start());
      for (const next of round % 2 === 0 ? [bare, ours] : [ours, bare]) await next();
    }
    return starts;
  } finally {
    for (const opened of stages) await opened.close();
    await browser.close();
  }
}
