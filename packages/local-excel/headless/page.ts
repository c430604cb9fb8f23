import { existsSync, readFileSync } from "node:fs";

import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import type { DOMWindow } from "jsdom";

import { builtFile } from "../built-files";

const OFFICE_HOST = "https://appsforoffice.microsoft.com/";
/** Where Microsoft serves office.js: the release, by both its numbers, and the preview. */
const OFFICE_CDN = /^https:\/\/appsforoffice\.microsoft\.com\/lib\/(?:1|1\.1|beta)\/hosted\//;
/** The runtime for functions without a page; the functions' page runs on office.js here. */
const FUNCTIONS_RUNTIME = /custom-functions-runtime(?:\.debug)?\.js/g;
/** Longer timers of a page are its own affair; shorter ones are waited for. */
const LONG_TIMER_MS = 600;

export interface PageOptions {
  /** The folder of the built pages. */
  readonly dist: string;
  /** Address the pages are built for, "https://localhost:3000/". */
  readonly origin: string;
  /** Where office.js and its files lie. */
  readonly officeJs: string;
  readonly url: string;
  /** Before any script runs. */
  readonly prepare: (window: DOMWindow) => void;
  readonly onError: (error: Error) => void;
  /** By how much the page's own timers run faster than they say; 1 where absent. */
  readonly hurry?: number;
}

export interface Page {
  readonly window: DOMWindow;
  /** Whether the page waits for a short timer of its own. */
  readonly busy: () => boolean;
  close(): void;
}

/** Serves the page's files from disk: its own from the build, Microsoft's from the package; nothing from a network. */
class Files extends ResourceLoader {
  constructor(private readonly options: PageOptions) {
    super();
  }

  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = this.fileOf(url);
    if (file === undefined || !existsSync(file)) return Promise.reject(new Error(`${url} is not served`)) as never;
    return Promise.resolve(readFileSync(file)) as never;
  }

  fileOf(url: string): string | undefined {
    if (OFFICE_CDN.test(url)) return builtFile(this.options.officeJs, pathOf(url.replace(OFFICE_CDN, "")));
    if (url.startsWith(this.options.origin))
      return builtFile(this.options.dist, pathOf(url.slice(this.options.origin.length)));
    return undefined;
  }
}

const pathOf = (url: string): string => decodeURIComponent(url.replace(/[?#].*$/, ""));

/** Opens a built page and runs its scripts, as a web view does. */
export function openPage(options: PageOptions): Page {
  const files = new Files(options);
  const file = files.fileOf(options.url);
  if (file === undefined || !existsSync(file)) throw new Error(`the page ${options.url} is not in ${options.dist}`);
  const consoleOfPage = new VirtualConsole();
  consoleOfPage.on("jsdomError", (error: Error & { detail?: unknown }) => {
    options.onError(error.detail instanceof Error ? error.detail : error);
  });
  consoleOfPage.on("error", (...args: unknown[]) => {
    console.error("page:", ...args);
  });
  consoleOfPage.on("warn", (...args: unknown[]) => {
    console.warn("page:", ...args);
  });
  const timers = new Set<unknown>();
  const html = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const dom = new JSDOM(html.replace(FUNCTIONS_RUNTIME, "office.js"), {
    url: options.url,
    runScripts: "dangerously",
    resources: files,
    pretendToBeVisual: true,
    virtualConsole: consoleOfPage,
    beforeParse: (window) => {
      fillGaps(window);
      watchTimers(window, timers, options.hurry ?? 1);
      options.prepare(window);
    },
  });
  return {
    window: dom.window,
    busy: () => timers.size > 0,
    close: () => {
      timers.clear();
      dom.window.close();
    },
  };
}

/** What web views have and jsdom lacks. */
function fillGaps(window: DOMWindow): void {
  const web = window as unknown as Record<string, unknown>;
  web["structuredClone"] ??= structuredClone;
  web["TextEncoder"] ??= TextEncoder;
  web["TextDecoder"] ??= TextDecoder;
  web["matchMedia"] ??= () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
  });
  web["ResizeObserver"] ??= class {
    observe(): void {
      return undefined;
    }
    unobserve(): void {
      return undefined;
    }
    disconnect(): void {
      return undefined;
    }
  };
  const performance = window.performance as unknown as Record<string, unknown>;
  performance["mark"] ??= () => undefined;
  const element = window.HTMLElement.prototype as { scrollIntoView?: () => void };
  element.scrollIntoView ??= () => undefined;
}

/** Counts the page's short timers, without those of office.js, so that "settled" can wait for them. */
function watchTimers(window: DOMWindow, timers: Set<unknown>, hurry: number): void {
  const set = window.setTimeout.bind(window) as (handler: () => void, ms?: number) => number;
  const clear = window.clearTimeout.bind(window);
  const watched = (handler: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    // The caller itself counts: a handler of the add-in runs with office.js further down the stack.
    const caller = (new Error().stack ?? "").split("\n")[2] ?? "";
    const foreign = caller.includes(OFFICE_HOST);
    const own = ms <= LONG_TIMER_MS && !foreign;
    const id = set(
      () => {
        try {
          handler(...args);
        } finally {
          timers.delete(id);
        }
      },
      foreign ? ms : ms / hurry,
    );
    if (own) timers.add(id);
    return id;
  };
  window.setTimeout = watched as unknown as typeof window.setTimeout;
  window.clearTimeout = ((id: number) => {
    timers.delete(id);
    clear(id);
  }) as typeof window.clearTimeout;
}
