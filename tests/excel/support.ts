/** The workbook side in the local Excel: built once into .cache, then opened as a page of Microsoft's runtime. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import webpack from "webpack";
import { type HeadlessExcel, openLocalExcel, type OpenOptions } from "local-excel";
import { takeSnapshot, type WorkbookSnapshot } from "local-excel/xlsx";
import type { WorkbookPage } from "./page/page";

const ROOT = resolve(__dirname, "../..");
const PAGE = join(__dirname, "page");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => /\.(ts|txt|json|html|xml)$/.test(file))
    .sort();
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const folders = ["src/domain", "src/i18n", "src/import", "src/excel", "seeds"].map((folder) => join(ROOT, folder));
  for (const file of [...folders, PAGE].flatMap(files)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Builds the page, unless these very sources were built before. */
async function build(): Promise<string> {
  const dist = join(ROOT, ".cache", "workbook-page", fingerprint());
  if (existsSync(dist)) return dist;
  const making = `${dist}.${String(process.pid)}`;
  mkdirSync(making, { recursive: true });
  await bundle(making);
  for (const file of ["page.html", "functions.json", "manifest.xml"])
    copyFileSync(join(PAGE, file), join(making, file));
  try {
    renameSync(making, dist);
  } catch {
    // Another test process was first.
    rmSync(making, { recursive: true, force: true });
  }
  return dist;
}

function bundle(output: string): Promise<void> {
  const compiler = webpack({
    mode: "development",
    devtool: false,
    target: ["web", "es2022"],
    entry: join(PAGE, "page.ts"),
    output: { path: output, filename: "page.js" },
    resolve: { extensions: [".ts", ".js"] },
    plugins: [
      new webpack.DefinePlugin({
        "process.env.SG17_NAMESPACE": JSON.stringify("SG17"),
        "process.env.SG17_VERSION": JSON.stringify("test"),
      }),
    ],
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
        },
        { test: /\.txt$/, type: "asset/source" },
      ],
    },
  });
  return new Promise((done, failed) => {
    compiler?.run((error, stats) => {
      const wrong =
        error ?? (stats?.hasErrors() === true ? new Error(stats.toString({ all: false, errors: true })) : null);
      compiler.close(() => {
        if (wrong) failed(wrong);
        else done();
      });
    });
  });
}

export interface OpenWorkbook {
  local: HeadlessExcel;
  /** The page's modules. */
  page: WorkbookPage;
  /** Addresses of the cells that called STATUSOF. */
  calls: string[];
  /** From now on STATUSOF answers #N/A, as a function does that cannot load its answer. */
  fail: (yes: boolean) => void;
  /** `Excel.run` of the page. */
  run: <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
}

/** The modules of a page. */
export function modulesOf(page: HeadlessExcel["window"]): Omit<OpenWorkbook, "local"> {
  const window = page as unknown as {
    parts: WorkbookPage;
    calls: string[];
    fail: (yes: boolean) => void;
    Excel: typeof Excel;
  };
  return { page: window.parts, calls: window.calls, fail: window.fail, run: (work) => window.Excel.run(work) };
}

/** Opens the local Excel with the workbook side on its page. */
export async function openWorkbook(options: Partial<OpenOptions> = {}): Promise<OpenWorkbook> {
  const local = await openLocalExcel({ dist: await build(), ...options });
  return { local, ...modulesOf(local.window) };
}

export type Prepare = (open: OpenWorkbook) => Promise<void>;

const prepared = new Map<Prepare, Promise<WorkbookSnapshot>>();

async function prepareOnce(prepare: Prepare): Promise<WorkbookSnapshot> {
  const open = await openWorkbook();
  await prepare(open);
  await open.local.settled();
  const snapshot = takeSnapshot(open.local.excel.host);
  open.local.close();
  return snapshot;
}

/** Opens a copy of a workbook that is prepared once for all tests of a file; the page has read it. */
export async function openPrepared(prepare: Prepare): Promise<OpenWorkbook> {
  const snapshot = prepared.get(prepare) ?? prepareOnce(prepare);
  prepared.set(prepare, snapshot);
  const open = await openWorkbook({ workbook: await snapshot });
  await open.page.store.refreshStore();
  return open;
}

/** The modules of the page that is open now. */
export function reattach(local: HeadlessExcel): OpenWorkbook {
  return { local, ...modulesOf(local.window) };
}

/** The add-in's page is closed and opened again; the workbook stays. */
export async function reopen(open: OpenWorkbook): Promise<OpenWorkbook> {
  open.local.closePane();
  await open.local.openPane();
  return reattach(open.local);
}

export interface SheetContent {
  name: string;
  visibility: string;
  address: string;
  formulas: unknown[][];
  formats: unknown[][];
  tables: { name: string; address: string }[];
  frozen: string | null;
  charts: string[];
  conditionalFormats: number;
}

/** Everything of the workbook that a load writes, to hold one workbook against another. */
export async function contentOf(open: OpenWorkbook): Promise<{ sheets: SheetContent[]; settings: string[] }> {
  return open.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/visibility");
    const settings = context.workbook.settings;
    settings.load("items/key");
    await context.sync();
    const asked = sheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject();
      used.load("address,formulas,numberFormat");
      sheet.tables.load("items/name");
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      sheet.charts.load("items/name");
      const formats = sheet.getRange().conditionalFormats.getCount();
      return { sheet, used, frozen, formats };
    });
    await context.sync();
    const areas = asked.map(({ sheet }) =>
      sheet.tables.items.map((table) => {
        const range = table.getRange();
        range.load("address");
        return { name: table.name, range };
      }),
    );
    await context.sync();
    return {
      settings: settings.items.map((setting) => setting.key),
      sheets: asked.map(({ sheet, used, frozen, formats }, index) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        address: used.isNullObject ? "" : used.address,
        formulas: used.isNullObject ? [] : used.formulas,
        formats: used.isNullObject ? [] : used.numberFormat,
        tables: (areas[index] ?? []).map(({ name, range }) => ({ name, address: range.address })),
        frozen: frozen.isNullObject ? null : frozen.address,
        charts: sheet.charts.items.map((chart) => chart.name),
        conditionalFormats: formats.value,
      })),
    };
  });
}

/** What may happen to a request; "half" does half of its actions and then answers with an error. */
export const FAULTS = ["error", "noAnswer", "lost", "detach", "half"] as const;

interface Answering {
  answer: (...call: unknown[]) => Promise<unknown>;
}

/** The answer to a request that Excel broke off. */
export const CUT_OFF = {
  status: 200,
  body: { Results: [], Error: { Code: "GeneralException", Message: "cut", Location: "", ActionIndex: 0 } },
};

type Answer = (body?: unknown) => Promise<unknown>;

/**
 * Stands between the page and Excel.
 * @param work gets each request's number, counted from now, how it is answered (another body in its place, where one is given), and its body
 * @returns steps out of the way
 */
export function interceptRequests(
  open: OpenWorkbook,
  work: (at: number, answer: Answer, body: unknown) => Promise<unknown>,
): () => void {
  const host = open.local.excel as unknown as Answering;
  const answer = host.answer.bind(host);
  let count = 0;
  host.answer = (...call) => {
    count += 1;
    return work(count, (body = call[3]) => answer(...call.slice(0, 3), body), call[3]);
  };
  return () => {
    host.answer = answer;
  };
}

export interface PlannedFault {
  /** Removes the fault, should the request never have come. */
  cancel: () => void;
  /**
   * Waits for work that the fault interrupts: for its end where it ends by itself, or, where the request is never answered, until the fault
   * has been met and nothing else is under way. No clock decides, so a slow machine gives the same result.
   */
  outcomeOf: <T>(work: Promise<T>) => Promise<T | "failed" | "no answer">;
}

/** After these faults the page waits for an answer that never comes. */
const UNANSWERED: ReadonlySet<(typeof FAULTS)[number]> = new Set(["noAnswer", "lost", "detach"]);

/**
 * Request number `at`, counted from now, meets a fault.
 * @param share of its actions that a request is half done by
 */
export function planFault(open: OpenWorkbook, fault: (typeof FAULTS)[number], at: number, share = 0.5): PlannedFault {
  let reportMet = (): void => undefined;
  const met = new Promise<void>((resolve) => {
    reportMet = resolve;
  });
  const { faults } = open.local.excel;
  if (fault !== "half") faults.at(at, { kind: fault });
  const stepAside = interceptRequests(open, async (count, answer, given) => {
    if (count !== at) return answer();
    stepAside();
    reportMet();
    if (fault !== "half") return answer();
    const body = (typeof given === "string" ? JSON.parse(given) : given) as { Actions: unknown[] };
    await answer({ ...body, Actions: body.Actions.slice(0, Math.floor(body.Actions.length * share)) });
    return CUT_OFF;
  });
  return {
    cancel: () => {
      stepAside();
      if (fault !== "half") faults.clear();
    },
    outcomeOf: (work) => {
      const ended = work.catch(() => "failed" as const);
      if (!UNANSWERED.has(fault)) return ended;
      const unanswered = met.then(() => open.local.settled()).then(() => "no answer" as const);
      return Promise.race([ended, unanswered]);
    },
  };
}
