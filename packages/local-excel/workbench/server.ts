import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { builtFile } from "../built-files";
import { openXlsx } from "../xlsx/open";
import { saveXlsx } from "../xlsx/save";
import type { WorkbookSnapshot } from "../xlsx/snapshot";
import {
  ADDIN_PATH,
  BRIDGE_SCRIPT,
  BRIDGE_SCRIPT_PATH,
  localPage,
  OFFICE_PATH,
  OPEN_PATH,
  OPENED_PATH,
  SAVE_PATH,
  XLSX,
} from "./addin-pages";

/** What the workbench shows: an add-in as built, and the bundle of the workbench's own page. */
export interface WorkbenchFiles {
  /** The folder of the built add-in: its pages, scripts, icons, functions.json and manifest.xml. */
  readonly addin: string;
  /** The folder of the workbench's own bundle (see bundle.ts). */
  readonly bundle: string;
  /** The folder of Microsoft's client runtime: node_modules/@microsoft/office-js/dist. */
  readonly office: string;
}

export interface RunningWorkbench {
  readonly url: string;
  /** Stops serving and drops open connections. */
  close(): Promise<void>;
}

/** How a request to stop, sent by `npm stop`, proves that it comes from this machine's user. */
export const STOP_PATH = "/local-excel/stop";

export interface ServerOptions {
  /** The port to try first; 0 lets the system choose. When it is busy, the system chooses too. */
  readonly port: number;
  /** Called when somebody who knows the key asks the server to stop. */
  readonly stop?: { readonly key: string; readonly requested: () => void };
}

/** No workbook that a person makes here comes near it. */
const LARGEST_WORKBOOK_BYTES = 256 * 1024 * 1024;

/** Workbooks that were opened, by name, for as long as the server runs: a page asks for its own again when it is loaded again. */
const opened = new Map<string, string>();
const OPENED_AT_MOST = 8;

const HOST = "127.0.0.1";
const PAGE_FOLDER = path.join(__dirname, "page");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".xlsx": XLSX,
  ".wasm": "application/wasm",
};

/** Serves the workbench on this machine only. */
export async function serveWorkbench(files: WorkbenchFiles, options: ServerOptions): Promise<RunningWorkbench> {
  const server = createServer((request, response) => {
    answer(files, options, request, response).catch((error: unknown) => {
      send(response, 500, ".txt", String(error));
    });
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(listen(server, 0));
      else reject(error);
    });
    server.listen(port, HOST, resolve);
  });
}

async function answer(
  files: WorkbenchFiles,
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page elsewhere on the web could point its own name at 127.0.0.1; it would be asking for that name.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== HOST && host !== "localhost") return send(response, 403, ".txt", "This page is for this machine only.");
  const url = new URL(request.url ?? "/", `http://${HOST}`);
  if (request.method === "POST" && url.pathname === STOP_PATH) {
    const known = options.stop !== undefined && url.searchParams.get("key") === options.stop.key;
    send(response, known ? 200 : 403, ".json", JSON.stringify({ stopping: known }));
    if (known) options.stop?.requested();
    return;
  }
  if (request.method === "POST" && url.pathname === SAVE_PATH) return save(request, response);
  if (request.method === "POST" && url.pathname === OPEN_PATH) return open(request, response);
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, ".txt", "Only GET is answered here.");
  if (url.pathname.startsWith(OPENED_PATH)) {
    const workbook = opened.get(url.pathname.slice(OPENED_PATH.length));
    return send(response, workbook === undefined ? 404 : 200, ".json", workbook ?? "null");
  }
  const pathname = decoded(url.pathname);
  const found = pathname === null ? null : await find(files, pathname);
  if (found === null) return send(response, 404, ".txt", "There is nothing at this address.");
  send(response, 200, found.type, found.body);
}

/** Answers with the workbook of the request as an .xlsx file. */
async function save(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request, response, "application/json");
  if (body === null) return;
  const workbook = JSON.parse(body.toString("utf8")) as WorkbookSnapshot;
  send(response, 200, ".xlsx", Buffer.from(await saveXlsx(workbook)));
}

/** Reads the .xlsx file of the request and answers with the name under which its workbook can be asked for. */
async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request, response, XLSX);
  if (body === null) return;
  let workbook: WorkbookSnapshot;
  try {
    workbook = await openXlsx(body);
  } catch (error) {
    return send(response, 422, ".txt", error instanceof Error ? error.message : String(error));
  }
  const id = randomUUID();
  opened.set(id, JSON.stringify(workbook));
  for (const old of [...opened.keys()].slice(0, -OPENED_AT_MOST)) opened.delete(old);
  send(response, 200, ".json", JSON.stringify({ id }));
}

/** The whole body of a request; null where it was refused, and answered. */
async function bodyOf(request: IncomingMessage, response: ServerResponse, type: string): Promise<Buffer | null> {
  // A page elsewhere on the web cannot send these types without asking first, and nobody answers that question.
  if (request.headers["content-type"] !== type) {
    send(response, 415, ".txt", `${type} is wanted here.`);
    return null;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_WORKBOOK_BYTES) {
      send(response, 413, ".txt", "This workbook is too large to be dealt with here.");
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A path without its percent signs; null where they spell nothing. */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

interface Found {
  readonly type: string;
  readonly body: string | Buffer;
}

async function find(files: WorkbenchFiles, pathname: string): Promise<Found | null> {
  if (pathname === "/") return file(PAGE_FOLDER, "index.html");
  if (pathname === BRIDGE_SCRIPT_PATH) return { type: ".js", body: BRIDGE_SCRIPT };
  for (const [prefix, folder] of [
    [ADDIN_PATH, files.addin],
    [OFFICE_PATH, files.office],
    ["/workbench/", files.bundle],
  ] as const) {
    if (!pathname.startsWith(prefix)) continue;
    const found = await file(folder, pathname.slice(prefix.length));
    if (found && prefix === ADDIN_PATH && found.type === ".html") {
      return { type: ".html", body: localPage(found.body.toString()) };
    }
    return found;
  }
  return null;
}

/** A file below a folder, or null where there is none or where the path climbs out of the folder. */
async function file(folder: string, relative: string): Promise<Found | null> {
  const full = builtFile(path.resolve(folder), relative);
  if (full === undefined) return null;
  const found = await stat(full).catch(() => null);
  if (!found?.isFile()) return null;
  return { type: path.extname(full).toLowerCase(), body: await readFile(full) };
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    "Content-Type": TYPES[type] ?? "application/octet-stream",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}
