/** The workbook side in the local Excel: built once into .cache, then opened as a page of Microsoft's runtime. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import webpack from "webpack";
import { openLocalExcel, type HeadlessExcel, type OpenOptions } from "../../local-excel/headless";
import type { WorkbookPage } from "./page/page";

const ROOT = resolve(__dirname, "../..");
const PAGE = join(__dirname, "page");
const MANIFEST = join(ROOT, "tests/local-excel/fixtures/small/manifest.xml");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => /\.(ts|txt|json|html)$/.test(file))
    .sort();
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const folders = ["src/programme", "src/reading", "src/workbook", "seeds"].map((folder) => join(ROOT, folder));
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
  copyFileSync(join(PAGE, "page.html"), join(making, "page.html"));
  copyFileSync(join(PAGE, "functions.json"), join(making, "functions.json"));
  copyFileSync(MANIFEST, join(making, "manifest.xml"));
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
  /** `Excel.run` of the page. */
  run: <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
}

function modules(local: HeadlessExcel): Omit<OpenWorkbook, "local"> {
  const window = local.window as unknown as { parts: WorkbookPage; calls: string[]; Excel: typeof Excel };
  return { page: window.parts, calls: window.calls, run: (work) => window.Excel.run(work) };
}

/** Opens the local Excel with the workbook side on its page. */
export async function openWorkbook(options: Partial<OpenOptions> = {}): Promise<OpenWorkbook> {
  const local = await openLocalExcel({ dist: await build(), ...options });
  return { local, ...modules(local) };
}

/** The add-in's page is closed and opened again; the workbook stays. */
export async function reopen(open: OpenWorkbook): Promise<OpenWorkbook> {
  open.local.closePane();
  await open.local.openPane();
  return { local: open.local, ...modules(open.local) };
}
