import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { DOMWindow } from "jsdom";
import type { FUniver, IWorkbookData } from "@univerjs/presets";

import { builtFile } from "../built-files";
import { LocalExcel } from "../host";
import type { FunctionsMetadata, Matrix, Platform, ShownValue, Table, User } from "../host";
import { copyState, copyWorkbook } from "../host/coauthoring/copy";
import { CoauthoringServer } from "../host/coauthoring/server";
import { functionNames } from "../host/functions/metadata";
import { parseManifest } from "../manifest";
import type { Manifest } from "../manifest";
import { restoreSnapshot, workbookData } from "../xlsx/restore-snapshot";
import type { WorkbookSnapshot } from "../xlsx/snapshot";
import { openPage } from "./page";
import type { Page } from "./page";
import { startUniver } from "./univer";

export interface OpenOptions {
  /** The folder with the built pages, functions.json and (unless given) manifest.xml. */
  readonly dist: string;
  /** Path of the manifest; dist/manifest.xml otherwise. */
  readonly manifest?: string;
  readonly matrix?: Matrix;
  /** Opens this page instead of the manifest's. */
  readonly url?: string;
  readonly displayLanguage?: string;
  /** The user's regional settings; otherwise those that the environment variable LOCAL_EXCEL_LOCALE names, or "en-US". */
  readonly locale?: string;
  /** Excel on the desktop, or on the web where the two differ. */
  readonly platform?: Platform;
  /** The workbook is open for viewing only: neither the person at this machine nor the add-in can change it. */
  readonly viewOnly?: boolean;
  /** The workbook to open; an empty one otherwise. */
  readonly workbook?: WorkbookSnapshot;
  /** Do not open the pane's page yet: `openPane()` does. */
  readonly closed?: boolean;
  /** Called with errors that the page does not catch; they are thrown by `settled` otherwise. */
  readonly onPageError?: (error: Error) => void;
  /** By how much the pages' own timers run faster than they say, for tests that do a great deal. */
  readonly hurry?: number;
  /** How long the page may take to get ready. */
  readonly readyMs?: number;
}

const READY_MS = 600_000;
const ORIGIN = /^https?:\/\/[^/]+\//;

/** The local Excel in Node: a workbook, and the add-in's page in jsdom. */
export class HeadlessExcel {
  page: Page | undefined;
  private readonly pages: Page[] = [];
  /** Pages that nobody sees, by address: that of functions, that of ribbon buttons. */
  private readonly background = new Map<string, Page>();
  readonly pageErrors: Error[] = [];
  private server: CoauthoringServer | undefined;

  constructor(
    readonly excel: LocalExcel,
    readonly univerAPI: FUniver,
    readonly manifest: Manifest,
    private readonly options: OpenOptions,
    private readonly dispose: () => void,
  ) {
    excel.alsoBusy.push(() => [...this.pages, ...this.background.values()].some((page) => page.busy()));
  }

  /** The pane's window. */
  get window(): DOMWindow {
    if (!this.page) throw new Error("the pane is closed");
    return this.page.window;
  }

  get user(): User {
    return this.excel.user;
  }

  get coauthor(): User {
    return this.excel.coauthor;
  }

  /** What passes changes on between the clients of this workbook, with its delays and its clock. */
  get coauthoring(): CoauthoringServer {
    if (!this.server) {
      this.server = new CoauthoringServer();
      this.server.join(this.excel);
    }
    return this.server;
  }

  /** Opens the workbook at another person's Excel, which has a view and pages of its own. All changes reach everybody first. */
  async join(options: Partial<OpenOptions> = {}): Promise<HeadlessExcel> {
    await this.coauthoring.synchronize();
    const other = startExcel({ ...this.options, viewOnly: false, ...options }, copyWorkbook(this.excel.host));
    copyState(this.excel.host, other.excel.host);
    other.excel.host.calculation.discard();
    other.server = this.coauthoring;
    other.server.join(other.excel);
    if (options.closed !== true) await other.openPane();
    return other;
  }

  /** Opens the add-in's page, or another one of it: a co-author's, on their machine. */
  async openPane(machine?: string): Promise<DOMWindow> {
    const page = this.open(this.options.url ?? this.manifest.runtimePage, machine);
    this.pages.push(page);
    if (machine === undefined || machine === "local") {
      this.page = page;
      this.openFunctionsPage();
    }
    await this.ready(page);
    return page.window;
  }

  /** Without a shared runtime the functions have a page of their own, which nobody sees. */
  private openFunctionsPage(): void {
    const { functionsPage, functionsScript, runtimePage } = this.manifest;
    if (
      functionsPage === "" ||
      functionsPage === (this.options.url ?? runtimePage) ||
      this.background.has(functionsPage)
    )
      return;
    const page = this.open(functionsPage);
    this.background.set(functionsPage, page);
    const { document } = page.window;
    const name = functionsScript.split("/").at(-1) ?? "";
    page.window.addEventListener("DOMContentLoaded", () => {
      if (name === "" || [...document.scripts].some((script) => script.src.includes(name))) return;
      document.head.append(Object.assign(document.createElement("script"), { src: functionsScript }));
    });
  }

  private open(url: string, machine?: string): Page {
    return openPage({
      dist: this.options.dist,
      origin: ORIGIN.exec(url)?.[0] ?? "",
      officeJs: officeJsFolder(),
      ...(this.options.hurry === undefined ? {} : { hurry: this.options.hurry }),
      url,
      prepare: (window) => {
        this.excel.attach(window as unknown as Window, machine === undefined ? {} : { machine });
      },
      onError: (error) => {
        this.pageErrors.push(error);
        this.options.onPageError?.(error);
      },
    });
  }

  /** Closes the pane's page (or a given one): the add-in is gone, the workbook stays. */
  closePane(window?: DOMWindow): void {
    const target = window ?? this.page?.window;
    const index = this.pages.findIndex((page) => page.window === target);
    const [page] = index < 0 ? [] : this.pages.splice(index, 1);
    if (!page) return;
    this.excel.detach(page.window as unknown as Window);
    page.close();
    if (this.page === page) this.page = undefined;
  }

  /** Types a formula, given in English, as the user's Excel shows it; anything else as it is. */
  async enter(a1: string, formula: string | number | boolean): Promise<void> {
    const isFormula = typeof formula === "string" && formula.startsWith("=");
    await this.excel.user.type(a1, isFormula ? this.excel.host.formulaRules.toLocal(formula) : formula);
  }

  value(a1: string): ShownValue {
    return this.excel.value(a1);
  }

  values(a1: string): ShownValue[][] {
    return this.excel.values(a1);
  }

  formula(a1: string): string | number | boolean {
    return this.excel.formula(a1);
  }

  spill(a1: string): string | undefined {
    return this.excel.spill(a1);
  }

  sheetNames(): string[] {
    return this.excel.sheetNames();
  }

  tables(): Table[] {
    return this.excel.tables();
  }

  async settled(quietMs?: number): Promise<void> {
    await this.excel.settled(quietMs);
  }

  async runAction(name: string): Promise<void> {
    const { functionFile } = this.manifest;
    if (functionFile === "") return this.excel.runAction(name);
    const page = this.background.get(functionFile) ?? this.open(functionFile);
    this.background.set(functionFile, page);
    await this.ready(page);
    await this.excel.runAction(name, page.window as unknown as Window);
  }

  close(): void {
    const pages = [...this.pages.splice(0), ...this.background.values()];
    this.background.clear();
    for (const page of pages) {
      this.excel.detach(page.window as unknown as Window);
      page.close();
    }
    this.page = undefined;
    this.server?.leave(this.excel);
    this.excel.close();
    this.dispose();
  }

  /** Ready is when the page has loaded, Office is ready and, with functions, these are registered. */
  private async ready(page: Page): Promise<void> {
    const wantsFunctions = this.manifest.functionsMetadata !== "";
    const limit = Date.now() + (this.options.readyMs ?? READY_MS);
    for (;;) {
      const runtimes = [...this.excel.host.runtimes()];
      const apart = this.background.size > 0;
      const functions =
        !wantsFunctions ||
        (apart ? runtimes.some((one) => one.functionsReady) : runtimes.at(-1)?.functionsReady === true);
      if (page.window.document.readyState === "complete" && functions) break;
      if (Date.now() > limit) {
        const why = this.pageErrors.map((error) => error.message.slice(0, 300)).join("; ");
        throw new Error(`the page ${page.window.location.href} did not get ready${why ? `: ${why}` : ""}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await this.excel.settled();
  }
}

/** Opens the local Excel with an add-in in it; the add-in's page is loaded and ready when this resolves. */
export async function openLocalExcel(options: OpenOptions): Promise<HeadlessExcel> {
  const headless = startExcel(options);
  if (options.workbook) restoreSnapshot(headless.excel.host, options.workbook);
  if (options.closed !== true) await headless.openPane();
  return headless;
}

/** @param workbook Univer's form of the workbook; that of the options otherwise */
function startExcel(options: OpenOptions, workbook?: Partial<IWorkbookData>): HeadlessExcel {
  const manifestFile = options.manifest ?? join(options.dist, "manifest.xml");
  const manifest = parseManifest(readFileSync(manifestFile, "utf8"), options.displayLanguage);
  const functions = readFunctions(options.dist, manifest);
  const names = functionNames(manifest.namespace, functions);
  const data = workbook ?? (options.workbook && workbookData(options.workbook, names));
  const { univer, univerAPI } = startUniver(data);
  const excel = new LocalExcel({
    univerAPI,
    manifest,
    functions,
    ...(options.matrix === undefined ? {} : { matrix: options.matrix }),
    locale: options.locale ?? process.env["LOCAL_EXCEL_LOCALE"] ?? "en-US",
    ...(options.platform === undefined ? {} : { platform: options.platform }),
    ...(options.displayLanguage === undefined ? {} : { displayLanguage: options.displayLanguage }),
    viewOnly: options.viewOnly === true,
  });
  return new HeadlessExcel(excel, univerAPI, manifest, options, () => {
    univer.dispose();
  });
}

function readFunctions(dist: string, manifest: Manifest): FunctionsMetadata {
  if (manifest.functionsMetadata === "") return { functions: [] };
  const file = builtFile(dist, manifest.functionsMetadata.replace(ORIGIN, ""));
  if (file === undefined || !existsSync(file))
    throw new Error(`the manifest names ${manifest.functionsMetadata}, which is not in ${dist}`);
  return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as FunctionsMetadata;
}

function officeJsFolder(): string {
  return join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
}
