import type { FUniver } from "@univerjs/core/lib/facade";

import { formatArea, parseArea, splitSheet } from "./a1";
import type { Area } from "./a1";
import { DEFAULT_MATRIX } from "./bridge/api-sets";
import type { Matrix } from "./bridge/api-sets";
import { Batch } from "./bridge/batch";
import type { RequestBody } from "./bridge/batch";
import { installNative, removeNative } from "./bridge/native";
import type { NativeBridge, NativeWindow } from "./bridge/native";
import { Runtime } from "./bridge/runtime";
import type { CellValue } from "./engine/cells";
import { COAUTHOR_MACHINE, LOCAL_MACHINE } from "./engine/engine";
import type { Table } from "./engine/tables";
import { Host } from "./host";
import type { FunctionsMetadata } from "./functions/metadata";
import { regionalSettings } from "./settings";
import type { Platform } from "./settings";
import { Faults, Traffic } from "./traffic";
import { User } from "./user";

export interface HostOptions {
  /** Univer with one workbook in it, headless or with its user interface. */
  readonly univerAPI: FUniver;
  readonly manifest: { readonly namespace: string };
  /** The built functions.json. */
  readonly functions: FunctionsMetadata;
  /** API sets this Excel has; what is left out is not there. */
  readonly matrix?: Matrix;
  readonly displayLanguage?: string;
  readonly contentLanguage?: string;
  /** The user's regional settings, "en-US" (the default), "de-CH", "fr-CH" or "fr-FR": they name the list separator. */
  readonly locale?: string;
  /** Excel on the desktop (the default) or on the web, where the two differ. */
  readonly platform?: Platform;
  /** Office theme colours as "#rrggbb". */
  readonly theme?: Readonly<Record<string, string>>;
  readonly documentUrl?: string;
  /** The workbook is open for viewing only: the person at this machine and the add-in cannot change it. */
  readonly viewOnly?: boolean;
}

/** A cell as a person reads it: a value, or an error with its message. */
export type ShownValue = CellValue | { readonly error: string; readonly message: string };

export interface AttachOptions {
  /** "local" (the default) for this machine, "coauthor" for another person's. */
  readonly machine?: string;
}

const APP_COMMAND_INVOKED = 39;
const APP_COMMAND_COMPLETED = 94;
/** Flag of requests made with `Excel.run({ delayForCellEdit: true }, …)`. */
const DELAY_FOR_CELL_EDIT = 64;
/** Excel on the web takes no larger request and gives no larger answer. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** How often it is looked whether things have settled: each look costs the processor something. */
const POLL_MS = 3;

const THEME = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#262626",
  controlBackgroundColor: "#FFFFFF",
  controlForegroundColor: "#262626",
};

interface Attached {
  readonly runtime: Runtime;
  readonly bridge: NativeBridge;
}

/** The host half of Excel: answers the client runtime's messages out of a Univer workbook. */
export class LocalExcel {
  readonly host: Host;
  /** The person at this machine. */
  readonly user: User;
  /** Somebody else in the same workbook; their edits arrive as remote. */
  readonly coauthor: User;
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  private readonly attached = new Map<NativeWindow, Attached>();
  private readonly documentSettings = new Map<string, string>();
  private readonly actions = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  private openRequests = 0;
  private nextRuntime = 1;
  private nextAction = 1;
  /** More to wait for before things count as settled: a page's own timers, for instance. */
  readonly alsoBusy: (() => boolean)[] = [];

  constructor(private readonly options: HostOptions) {
    const functions = { namespace: options.manifest.namespace, metadata: options.functions };
    this.host = new Host(
      options.univerAPI,
      functions,
      options.matrix ?? DEFAULT_MATRIX,
      regionalSettings(options.locale),
      options.platform,
    );
    this.host.viewOnly = options.viewOnly === true;
    this.host.onClose = () => {
      setTimeout(() => {
        this.close();
      }, 0);
    };
    const settle = (): Promise<void> => this.settled();
    this.user = new User(this.host, LOCAL_MACHINE, settle);
    this.coauthor = new User(this.host, COAUTHOR_MACHINE, settle);
  }

  /** Makes a window an add-in's page. To be called before office.js runs in it. */
  attach(win: Window | NativeWindow, options: AttachOptions = {}): void {
    const page = win as NativeWindow;
    this.detach(page);
    const id = this.nextRuntime++;
    const bridge: { current?: NativeBridge } = {};
    const runtime = new Runtime(id, options.machine ?? LOCAL_MACHINE, (text) =>
      bridge.current?.onMessageFromHost?.(text),
    );
    bridge.current = installNative(page, {
      matrix: this.host.matrix,
      displayLanguage: this.options.displayLanguage ?? "en-US",
      contentLanguage: this.options.contentLanguage ?? this.host.region.locale,
      theme: Object.fromEntries(
        Object.entries({ ...THEME, ...this.options.theme }).map(([name, color]) => [name, colorNumber(color)]),
      ),
      documentUrl: this.options.documentUrl ?? "",
      viewOnly: () => this.host.viewOnly && runtime.machine === LOCAL_MACHINE,
      documentSettings: this.documentSettings,
      send: (text) => {
        this.receive(runtime, page, text);
      },
      onExternalEvent: (event, handler) => {
        runtime.externalHandlers.set(event, handler);
      },
      execute: (method, params) => this.execute(method, params),
    });
    this.host.addRuntime(runtime);
    this.attached.set(page, { runtime, bridge: bridge.current });
  }

  /** The page is closed or reloaded: it hears nothing more, and its calls go unanswered. */
  detach(win: Window | NativeWindow): void {
    const page = win as NativeWindow;
    const known = this.attached.get(page);
    if (!known) return;
    this.attached.delete(page);
    this.host.removeRuntime(known.runtime);
    removeNative(page);
  }

  /**
   * Presses a ribbon button that executes a function, in a given page or in the newest of this machine that has commands.
   * Resolves when the function calls `event.completed()`; rejects when the page has no such function.
   */
  async runAction(functionName: string, win?: Window): Promise<void> {
    const pages = [...this.attached.values()].reverse().map((one) => one.runtime);
    const runtime = win
      ? this.attached.get(win as NativeWindow)?.runtime
      : pages.find(
          ({ machine, externalHandlers }) => machine === LOCAL_MACHINE && externalHandlers.has(APP_COMMAND_INVOKED),
        );
    const handler = runtime?.externalHandlers.get(APP_COMMAND_INVOKED);
    if (!handler) throw new Error(`no page is ready for the command ${functionName}`);
    const id = `command-${String(this.nextAction++)}`;
    const event = JSON.stringify({ source: { id: functionName } });
    const done = new Promise<void>((resolve, reject) => this.actions.set(id, { resolve, reject }));
    handler(APP_COMMAND_INVOKED, { toArray: () => [id, functionName, event] });
    await done;
    await this.settled();
  }

  /** The workbook is closed: all pages are gone and nothing calculates any more. */
  close(): void {
    for (const page of [...this.attached.keys()]) this.detach(page);
    this.host.calculation.stop();
  }

  /** Whether anything is under way: a calculation, a call, an event, a request. */
  get busy(): boolean {
    const { calculation, functions, dispatcher } = this.host;
    return (
      this.openRequests > 0 ||
      calculation.busy ||
      calculation.pending ||
      (functions.openCalls > 0 && this.functionsReady()) ||
      dispatcher.busy ||
      this.alsoBusy.some((busy) => busy())
    );
  }

  /**
   * Resolves when nothing is under way, seen several times in succession: looks are counted and not milliseconds, because on a busy machine
   * a page may have had no turn in them.
   * @param quietMs for how long nothing shall have been under way, at least
   */
  async settled(quietMs = 8): Promise<void> {
    const looks = Math.ceil(quietMs / POLL_MS);
    for (let quiet = 0; quiet < looks; quiet = this.busy ? 0 : quiet + 1)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }

  value(a1: string): ShownValue {
    return this.values(a1)[0]?.[0] ?? "";
  }

  values(a1: string): ShownValue[][] {
    const { sheetId, area } = this.at(a1);
    const sheet = this.host.engine.sheet(sheetId);
    if (!sheet) return [];
    return this.host.cells.grid(area, (row, column) => {
      const value = this.host.cells.value(sheet, row, column);
      if (this.host.cells.valueType(sheet, row, column) !== "Error") return value;
      const note = this.host.functions.noteAt(sheetId, row, column);
      return { error: String(value), message: note?.error === value ? (note.message ?? "") : "" };
    });
  }

  formula(a1: string): CellValue {
    const { sheetId, area } = this.at(a1);
    const sheet = this.host.engine.sheet(sheetId);
    return sheet ? this.host.cells.shownFormula(sheet, area.startRow, area.startColumn) : "";
  }

  text(a1: string): string {
    const { sheetId, area } = this.at(a1);
    const sheet = this.host.engine.sheet(sheetId);
    return sheet ? this.host.cells.text(sheet, area.startRow, area.startColumn) : "";
  }

  /** The area a formula spills into, "B2:B9", or undefined. */
  spill(a1: string): string | undefined {
    const { sheetId, area } = this.at(a1);
    const { formulas, unitId } = this.host.engine;
    const range = formulas.getArrayFormulaRange()[unitId]?.[sheetId]?.[area.startRow]?.[area.startColumn];
    return range ? formatArea(range) : undefined;
  }

  /** The data type in a cell (an entity with its card), if it holds one. */
  richValue(a1: string): Record<string, unknown> | undefined {
    const { sheetId, area } = this.at(a1);
    return this.host.functions.noteAt(sheetId, area.startRow, area.startColumn)?.rich;
  }

  sheetNames(): string[] {
    return this.host.engine.sheets().map((sheet) => sheet.getName());
  }

  tables(): Table[] {
    return this.host.tables.all();
  }

  private at(a1: string): { sheetId: string; area: Area } {
    const { sheet, rest } = splitSheet(a1);
    const area = parseArea(rest);
    const found =
      sheet === undefined ? this.host.engine.workbook.getActiveSheet() : this.host.engine.sheetByName(sheet);
    if (!area || !found) throw new Error(`${a1} is no address in this workbook`);
    return { sheetId: found.getSheetId(), area };
  }

  private functionsReady(): boolean {
    return [...this.host.runtimes()].some((runtime) => runtime.functionsReady && runtime.machine === LOCAL_MACHINE);
  }

  /** A method of the older API, which the runtime calls by number. @returns whether there is one */
  private execute(method: number, params: unknown[]): boolean {
    if (method !== APP_COMMAND_COMPLETED) return false;
    const [id, status] = params;
    const action = this.actions.get(String(id));
    this.actions.delete(String(id));
    if (status === 0) action?.resolve();
    else action?.reject(new Error(`the page has no function for the command (status ${String(status)})`));
    return true;
  }

  private receive(runtime: Runtime, page: NativeWindow, text: string): void {
    const message = JSON.parse(text) as { id?: number; type: number; flags?: number; message?: { body?: unknown } };
    if (message.type !== 1 || message.id === undefined) return;
    const { id, flags = 0 } = message;
    this.openRequests += 1;
    void this.arrives(runtime)
      .then(() => this.editModeEnds((flags & DELAY_FOR_CELL_EDIT) !== 0))
      .then(() => this.host.exclusive(() => this.answer(runtime, page, text, message.message?.body)))
      .then((body) => {
        if (body === undefined) return;
        const whole = JSON.stringify(body.body);
        const limit = this.faults.answerLimit ?? PAYLOAD_LIMIT;
        const response = whole.length > limit ? JSON.stringify(RESPONSE_TOO_LARGE) : whole;
        this.traffic.count(text, response);
        runtime.post({ id, type: 2, message: { statusCode: body.status, headers: {}, body: response } });
      })
      .catch((error: unknown) => {
        this.host.onUnexpectedError(error);
      })
      .finally(() => {
        this.openRequests -= 1;
      });
  }

  /** A request takes its time to reach the workbook, where a test says so. */
  private arrives(runtime: Runtime): Promise<void> {
    const milliseconds = this.faults.latency?.(runtime.machine) ?? 0;
    if (milliseconds === 0) return Promise.resolve();
    runtime.line = runtime.line.then(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));
    return runtime.line;
  }

  /** A request that says so waits until the person has left the cell; the others fail. */
  private async editModeEnds(waits: boolean): Promise<void> {
    if (!waits || !this.faults.cellEditMode) return;
    this.openRequests -= 1;
    while (this.faults.cellEditMode) await new Promise((resolve) => setTimeout(resolve, 2));
    this.openRequests += 1;
  }

  /** Undefined means that no answer comes. */
  private async answer(
    runtime: Runtime,
    page: NativeWindow,
    text: string,
    body: unknown,
  ): Promise<{ status: number; body: unknown } | undefined> {
    if (!runtime.alive) return undefined;
    const request = (typeof body === "string" ? JSON.parse(body) : body) as RequestBody;
    const service = isService(request);
    const fault = service ? undefined : this.faults.next();
    if (fault?.kind === "lost") return undefined;
    if (fault?.kind === "detach") {
      this.detach(page as Window);
      return undefined;
    }
    if (fault?.kind === "error")
      return failed(fault.code ?? "GeneralException", fault.message ?? "An internal error has occurred.");
    if (this.faults.cellEditMode && !service) {
      return failed(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
      );
    }
    if (text.length > PAYLOAD_LIMIT && !service) {
      return failed("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    }
    const origin = { kind: "addin" as const, machine: runtime.machine, runtime: runtime.id };
    const result = await this.host.batch(origin, () => new Batch(request, { host: this.host, runtime }).run());
    if (fault?.kind === "noAnswer") return undefined;
    return { status: 200, body: result };
  }
}

/** Messages of the runtime itself (functions, ribbon) are not the add-in's requests: they are not counted or failed. */
function isService(request: RequestBody): boolean {
  const paths = Object.values(request.ObjectPaths);
  return paths.length > 0 && paths.some(({ ObjectPathType }) => ObjectPathType === 2);
}

/** What went before is done, but its answer does not get through. */
const RESPONSE_TOO_LARGE = failed(
  "ResponsePayloadSizeLimitExceeded",
  "The response payload size has exceeded the limit.",
).body;

function failed(code: string, message: string): { status: number; body: unknown } {
  return { status: 200, body: { Results: [], Error: { Code: code, Message: message, Location: "", ActionIndex: 0 } } };
}

const colorNumber = (color: string): number => Number.parseInt(color.replace("#", ""), 16);

export { Host } from "./host";
export { User } from "./user";
export type { Platform } from "./settings";
export type { FunctionsMetadata } from "./functions/metadata";
export type { Matrix } from "./bridge/api-sets";
export { DEFAULT_MATRIX } from "./bridge/api-sets";
export type { Table } from "./engine/tables";
