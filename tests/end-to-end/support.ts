/** The workbench in a browser, used as by a person: with the keyboard, the mouse and the sheet tabs. */
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Frame, Page } from "playwright-core";
import { type RunningWorkbench, startWorkbench, type WorkbenchApi } from "local-excel/workbench";
import { launchBrowser } from "../../tools/browser";
import { ensureBuilt, ROOT } from "../../tools/build";

const ARTEFACTS = path.join(ROOT, "artefacts");
const AXE = path.join(ROOT, "node_modules/axe-core/axe.min.js");

/** How long a step may take before a test gives up; long, because a first start on a busy machine is slow. */
const PATIENCE_MS = 600_000;

interface WorkbenchWindow {
  readonly localExcel: WorkbenchApi;
}

export interface OpenOptions {
  /** The folder of a built add-in; the project's own build when left out. */
  readonly addin?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Language of Excel's user interface, "fr-FR"; English when left out. */
  readonly language?: string;
  /** The user's regional settings, "fr-CH"; those of en-US when left out. */
  readonly locale?: string;
}

/** Serves and opens the workbench; ready for use when this resolves. Close it when done. */
export async function openWorkbench(options: OpenOptions = {}): Promise<Workbench> {
  const addin = options.addin ?? ensureBuilt();
  const server = await startWorkbench(addin, { port: 0 });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1440, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    const workbench = new Workbench(server, browser, page);
    const address = new URL(server.url);
    if (options.language !== undefined) address.searchParams.set("language", options.language);
    if (options.locale !== undefined) address.searchParams.set("locale", options.locale);
    await page.goto(address.href);
    await workbench.ready();
    return workbench;
  } catch (error) {
    await browser?.close();
    await server.close();
    throw error;
  }
}

export class Workbench {
  /** Exceptions and console errors of the page and its frames since it opened. A test expects none. */
  readonly errors: string[] = [];

  constructor(
    private readonly server: RunningWorkbench,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.on("pageerror", (error) => this.errors.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      const local = url.protocol === "data:" || url.protocol === "blob:" || url.href.startsWith(server.url);
      if (!local) this.errors.push(`The page requested ${url.href}`);
    });
  }

  /** The workbench in another window that this one opened. */
  beside(page: Page): Workbench {
    page.setDefaultTimeout(PATIENCE_MS);
    return new Workbench(this.server, this.browser, page);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** Waits until the local Excel and the add-in have nothing left to do. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => "localExcel" in window);
    await this.page.evaluate(() => (window as unknown as WorkbenchWindow).localExcel.settled());
    await this.page.waitForFunction(() => document.getElementById("status")?.textContent === "Ready");
  }

  /** Presses a button of the ribbon, by its label. */
  async press(label: string): Promise<void> {
    await this.page.locator("#ribbon").getByRole("button", { name: label, exact: true }).click();
  }

  /** The names of the visible sheets, in the order of their tabs. */
  async sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as WorkbenchWindow).localExcel.sheetNames());
  }

  /** Waits until there is a sheet of this name. */
  async waitForSheet(name: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => (window as unknown as WorkbenchWindow).localExcel.sheetNames().includes(wanted),
      name,
    );
  }

  /** Adds a sheet with the + beside the sheet tabs and goes to it. */
  async addSheet(): Promise<string> {
    const before = await this.sheetNames();
    await this.page.locator("[data-u-comp=sheet-bar-append-button]").first().click();
    await this.page.waitForFunction(
      (count) => (window as unknown as WorkbenchWindow).localExcel.sheetNames().length > count,
      before.length,
    );
    const name = (await this.sheetNames()).find((candidate) => !before.includes(candidate));
    if (name === undefined) throw new Error("No sheet was added.");
    return name;
  }

  /** Goes to a cell by the box left of the formula bar. */
  async goTo(address: string): Promise<void> {
    const nameBox = this.page.locator("[data-u-comp=defined-name] input");
    await nameBox.click();
    await nameBox.fill(address);
    await nameBox.press("Enter");
  }

  /** Goes to a sheet by its tab. */
  async showSheet(name: string): Promise<void> {
    const tab = this.page.getByRole("tab", { name, exact: true });
    await tab.click();
    await this.page.waitForFunction(
      (element) => element?.getAttribute("aria-selected") === "true",
      await tab.elementHandle(),
    );
  }

  /** Types into a cell of the sheet that is shown, and Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.goTo(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** What a cell shows. */
  async text(sheet: string, address: string): Promise<string> {
    return this.page.evaluate(([name, cell]) => (window as unknown as WorkbenchWindow).localExcel.text(name, cell), [
      sheet,
      address,
    ] as const);
  }

  /** Waits until a cell shows a text. */
  async waitForText(sheet: string, address: string, expected: string): Promise<void> {
    await this.page.waitForFunction(
      ([name, cell, text]) => (window as unknown as WorkbenchWindow).localExcel.text(name, cell) === text,
      [sheet, address, expected] as const,
    );
  }

  /** Finds a text in a column's cells by its header; answers with the address in another column of the same row. */
  async addressOf(sheet: string, row: Readonly<Record<string, string>>, column: string): Promise<string> {
    const address = await this.page.evaluate(
      ([name, wanted, header]) => (window as unknown as WorkbenchWindow).localExcel.findRow(name, wanted, header),
      [sheet, row, column] as const,
    );
    if (address === null) throw new Error(`${sheet} has no row with ${JSON.stringify(row)}, or no column ${column}.`);
    return address;
  }

  /** The pane's page. */
  async pane(): Promise<Frame> {
    const frame = await (await this.page.waitForSelector("#pane-frame", { state: "attached" })).contentFrame();
    if (!frame) throw new Error("The task pane has no page.");
    return frame;
  }

  /** Keeps a picture in artefacts/. */
  async picture(name: string): Promise<string> {
    mkdirSync(ARTEFACTS, { recursive: true });
    const file = path.join(ARTEFACTS, `${name}.png`);
    await this.page.screenshot({ path: file, animations: "disabled", caret: "hide" });
    return file;
  }
}

/** The violations that axe finds in a page or frame, one line each. */
export async function runAxe(
  frame: Frame | Page,
  options: RunOptions & { readonly within?: string } = {},
): Promise<string[]> {
  // Evaluated rather than added as a script element, which the pane's policy would refuse.
  await frame.evaluate(readFileSync(AXE, "utf8"));
  const { within, ...rules } = options;
  const results = await frame.evaluate(
    ([selector, run]) => {
      const { axe } = window as unknown as { axe: { run(node: Node, options: object): Promise<AxeResults> } };
      const root = selector === null ? document : document.querySelector(selector);
      return axe.run(root ?? document, run);
    },
    [within ?? null, rules] as const,
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(" ")}`),
  );
}
