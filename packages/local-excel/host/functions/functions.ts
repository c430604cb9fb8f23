import { ErrorValueObject, IFunctionService } from "@univerjs/engine-formula";
import type { BaseValueObject, ErrorType } from "@univerjs/engine-formula";

import type { Area } from "../a1";
import { areaOf, formatAddress } from "../a1";
import type { Calculation } from "../engine/calculation";
import type { CellValue } from "../engine/cells";
import type { Change } from "../engine/changes";
import type { Engine } from "../engine/engine";
import { movedArea } from "../engine/structure";
import type { FunctionSignature } from "../formulas/formula-rules";
import { BUSY, isError, matrixOf, pick, takesMatrix, typed } from "./arguments";
import type { Argument, BlankArgument, Scalar } from "./arguments";
import { Executor, descriptionOf } from "./executor";
import type { FunctionMetadata, FunctionsMetadata, ParameterMetadata } from "./metadata";
import { resultOf, sentResult } from "./results";
import type { FunctionResult } from "./results";
import { arrayOf, valueObject, withoutBlankEnd } from "./value-objects";

export interface CellKey {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** What a cell shows beside its value: the message of an error, the card of an entity. */
export interface CellNote {
  readonly error?: string;
  readonly message?: string;
  readonly rich?: Record<string, unknown>;
}

interface CallSite {
  /** Calls of the last evaluation, by key. */
  calls: Set<string>;
  pending: boolean;
}

interface Outstanding {
  readonly key: string;
  readonly cell: CellKey;
  readonly streaming: boolean;
  readonly cancelable: boolean;
  sent: boolean;
  readonly message: string;
}

const FLAG = { cancelable: 1, streaming: 2, errors: 4, rich: 8 } as const;
const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
/** Below this, a result is given to the grid whole; above, blank rows at its end are left out. */
const WHOLE_RESULT_ROWS = 65_536;

const siteKey = (sheetId: string, row: number, column: number): string => `${sheetId}!${String(row)},${String(column)}`;

/**
 * Custom functions inside the formula engine. The engine calculates at once, the add-in answers later: a call whose
 * answer is not there yet gives #BUSY!, all such calls of a pass go out in one message, and when the answers are in,
 * their cells are calculated again and find them.
 */
export class CustomFunctions {
  readonly notes = new Map<string, CellNote>();
  blankArgument: BlankArgument = 0;
  /** Sends entries to the page that runs the functions; false while there is none that is ready. */
  send: (entries: object[]) => boolean = () => false;
  private readonly results = new Map<string, FunctionResult>();
  private readonly streams = new Map<string, FunctionResult>();
  private readonly outstanding = new Map<number, Outstanding>();
  private readonly waiting = new Map<string, number>();
  private readonly sites = new Map<string, CallSite>();
  /** Cells whose last evaluation called a volatile function. */
  private volatile = new Map<string, CellKey>();
  private evaluated = new Map<string, { cell: CellKey; calls: Set<string>; pending: boolean }>();
  private nextInvocation = 1;
  private readonly byName = new Map<string, FunctionMetadata>();

  constructor(
    private readonly engine: Engine,
    private readonly calculation: Calculation,
    readonly namespace: string,
    readonly metadata: FunctionsMetadata,
  ) {
    const service = engine.injector.get(IFunctionService);
    for (const declared of metadata.functions) {
      const name = `${namespace}.${declared.name}`.toUpperCase();
      this.byName.set(name, declared);
      service.registerExecutors(new Executor(name, declared, this));
      service.registerDescriptions(descriptionOf(name, declared));
    }
    calculation.afterPass = (applied) => {
      if (applied) this.endPass();
      else this.evaluated.clear();
    };
  }

  /** The function's own name and how many arguments it takes. */
  signature(name: string): FunctionSignature | undefined {
    const declared = this.byName.get(name.toUpperCase());
    if (!declared) return undefined;
    const required = declared.parameters.filter(({ optional, repeating }) => optional !== true && repeating !== true);
    return {
      name: `${this.namespace}.${declared.name}`,
      minimum: required.length,
      maximum: declared.parameters.at(-1)?.repeating === true ? Number.POSITIVE_INFINITY : declared.parameters.length,
    };
  }

  /** All functions by their full names, "SG17.STATUS". */
  get names(): string[] {
    return [...this.byName.keys()];
  }

  /** Calls that are sent or waiting to be, without the streaming ones, which never end. */
  get openCalls(): number {
    let open = 0;
    for (const call of this.outstanding.values()) if (!call.streaming) open += 1;
    return open;
  }

  /** A page has become ready: what waited for one goes out. */
  runtimeReady(): void {
    this.flush();
  }

  /** The page is gone: its calls are made again by the next one. */
  runtimeGone(): void {
    for (const call of this.outstanding.values()) call.sent = false;
    this.flush();
  }

  /** Results sent by the page, as objects or arrays. */
  receive(entries: unknown[]): void {
    const cells = new Map<string, Area[]>();
    for (const entry of entries) {
      const sent = sentResult(entry);
      const call = this.outstanding.get(sent.id);
      if (!call) continue;
      const result = resultOf(sent);
      if (call.streaming) this.streams.set(call.key, result);
      else {
        this.results.set(call.key, result);
        this.outstanding.delete(sent.id);
        this.waiting.delete(call.key);
      }
      const areas = cells.get(call.cell.sheetId) ?? [];
      areas.push(areaOf(call.cell.row, call.cell.column));
      cells.set(call.cell.sheetId, areas);
    }
    for (const [sheetId, areas] of cells) this.calculation.answersCame(sheetId, areas);
  }

  /** Cells moved: what is noted about them moves along. */
  follow(change: Change): void {
    if (!("start" in change) && change.kind !== "cellsInserted" && change.kind !== "cellsDeleted") return;
    const notes = [...this.notes];
    this.notes.clear();
    for (const [key, note] of notes) {
      const [sheetId = "", row = 0, column = 0] = key
        .split(/!|,(?=\d+$)/)
        .map((part, index) => (index === 0 ? part : Number(part))) as [string, number, number];
      const area = movedArea(sheetId, areaOf(row, column), change);
      if (area) this.notes.set(siteKey(sheetId, area.startRow, area.startColumn), note);
    }
    this.sites.clear();
    this.volatile = new Map(
      [...this.volatile.values()].flatMap((cell) => {
        const area = movedArea(cell.sheetId, areaOf(cell.row, cell.column), change);
        if (!area) return [];
        const moved = { ...cell, row: area.startRow, column: area.startColumn };
        return [[siteKey(moved.sheetId, moved.row, moved.column), moved] as const];
      }),
    );
  }

  /** Cells with volatile functions, by sheet. */
  volatileCells(): Map<string, Area[]> {
    const cells = new Map<string, Area[]>();
    for (const { sheetId, row, column } of this.volatile.values()) {
      const areas = cells.get(sheetId) ?? [];
      areas.push(areaOf(row, column));
      cells.set(sheetId, areas);
    }
    return cells;
  }

  noteAt(sheetId: string, row: number, column: number): CellNote | undefined {
    return this.notes.get(siteKey(sheetId, row, column));
  }

  /** The number format of the answer in a cell, where the cell holds that answer's value. */
  formatAt(sheetId: string, row: number, column: number, value: CellValue): string | undefined {
    const rich = this.notes.size === 0 ? undefined : this.noteAt(sheetId, row, column)?.rich;
    if (rich?.["type"] !== "FormattedNumber" || rich["basicValue"] !== value) return undefined;
    return typeof rich["numberFormat"] === "string" ? rich["numberFormat"] : undefined;
  }

  /** The engine evaluates one call: its answer if there is one, #BUSY! otherwise. */
  call(declared: FunctionMetadata, cell: CellKey, args: Argument[]): BaseValueObject {
    const prepared = this.prepare(declared, args);
    if ("error" in prepared) return ErrorValueObject.create(prepared.error as ErrorType);
    if ("lifted" in prepared) return this.lifted(declared, cell, args, prepared.lifted);
    const result = this.answerFor(declared, cell, args, prepared.parameters);
    return result ? this.shown(result, cell) : ErrorValueObject.create(BUSY as ErrorType);
  }

  private answerFor(
    declared: FunctionMetadata,
    cell: CellKey,
    args: Argument[],
    parameters: unknown[],
  ): FunctionResult | undefined {
    const text = JSON.stringify(parameters);
    const site = siteKey(cell.sheetId, cell.row, cell.column);
    const key = `${site}|${declared.id}|${text}`;
    const seen = this.evaluated.get(site) ?? { cell, calls: new Set<string>(), pending: false };
    this.evaluated.set(site, seen);
    seen.calls.add(key);
    if (declared.options?.volatile === true) this.volatile.set(site, cell);
    const result = this.results.get(key) ?? this.streams.get(key);
    if (result) return result;
    seen.pending = true;
    if (!this.waiting.has(key)) this.invoke(declared, cell, args, text, key);
    return undefined;
  }

  private invoke(declared: FunctionMetadata, cell: CellKey, args: Argument[], parameters: string, key: string): void {
    const id = this.nextInvocation++;
    const options = declared.options ?? {};
    const streaming = options.stream === true;
    const cancelable = options.cancelable === true || streaming;
    let flags = (cancelable ? FLAG.cancelable : 0) | (streaming ? FLAG.streaming : 0);
    if (this.metadata.allowErrorForDataTypeAny === true) flags |= FLAG.errors;
    const address = options.requiresAddress
      ? JSON.stringify(this.address(cell.sheetId, areaOf(cell.row, cell.column)))
      : "null";
    const locations = options.requiresParameterAddresses
      ? `,${JSON.stringify(args.map(({ location }) => (location ? this.address(location.sheetId, location.area) : null)))}`
      : "";
    const message = `[${String(id)},${JSON.stringify(declared.id)},${parameters},${address},${String(flags)}${locations}]`;
    this.outstanding.set(id, { key, cell, streaming, cancelable, sent: false, message });
    this.waiting.set(key, id);
  }

  private address(sheetId: string, area: Area): string {
    return formatAddress(this.engine.sheet(sheetId)?.getName() ?? "", area);
  }

  private endPass(): void {
    const evaluated = this.evaluated;
    this.evaluated = new Map();
    for (const [site, { calls, pending }] of evaluated) {
      const before = this.sites.get(site);
      for (const key of before?.calls ?? []) if (!calls.has(key)) this.drop(key);
      this.sites.set(site, { calls, pending });
      // Once a cell has all its answers they are used up: the next calculation of the cell asks anew.
      if (!pending) for (const key of calls) this.results.delete(key);
    }
    this.flush();
  }

  /** A call no cell asks for any more. */
  private drop(key: string): void {
    this.results.delete(key);
    this.streams.delete(key);
    const id = this.waiting.get(key);
    if (id === undefined) return;
    const call = this.outstanding.get(id);
    this.waiting.delete(key);
    this.outstanding.delete(id);
    if (call?.sent && call.cancelable) {
      this.send([
        { messageCategory: CATEGORY, messageType: CANCEL, targetId: "", message: JSON.stringify({ invocationId: id }) },
      ]);
    }
  }

  /** All calls of the pass in one message. */
  private flush(): void {
    const calls = [...this.outstanding.values()].filter((call) => !call.sent);
    if (calls.length === 0) return;
    const entries = calls.map(({ message }) => ({
      messageCategory: CATEGORY,
      messageType: INVOKE,
      targetId: "",
      message,
    }));
    if (!this.send(entries)) return;
    for (const call of calls) call.sent = true;
  }

  private prepare(
    declared: FunctionMetadata,
    args: Argument[],
  ): { parameters: unknown[] } | { error: string } | { lifted: { rows: number; columns: number } } {
    const parameters: unknown[] = [];
    let lifted: { rows: number; columns: number } | undefined;
    let failed: string | undefined;
    const convert = (argument: Argument, parameter: ParameterMetadata): unknown => {
      if (argument.omitted) {
        if (parameter.optional !== true && parameter.repeating !== true) failed ??= "#VALUE!";
        return null;
      }
      const one = (value: Scalar): Scalar => {
        const converted = typed(value, parameter.type, this.blankArgument);
        if (isError(converted)) failed = worse(failed, this.errorArgument(converted.error, parameter));
        return isError(converted) && this.allowsErrors(parameter)
          ? ({ type: "CustomFunctionError", code: converted.error } as unknown as Scalar)
          : converted;
      };
      if (takesMatrix(parameter)) return matrixOf(argument, one);
      if (argument.rowCount * argument.columnCount > 1) {
        lifted = {
          rows: Math.max(lifted?.rows ?? 1, argument.rowCount),
          columns: Math.max(lifted?.columns ?? 1, argument.columnCount),
        };
        return null;
      }
      return one(argument.rows[0]?.[0] ?? null);
    };
    const none: Argument = { omitted: true, rows: [], rowCount: 0, columnCount: 0 };
    for (const [index, parameter] of declared.parameters.entries()) {
      if (parameter.repeating) parameters.push(args.slice(index).map((argument) => convert(argument, parameter)));
      else parameters.push(convert(args[index] ?? none, parameter));
    }
    const last = declared.parameters.at(-1);
    if (args.length > declared.parameters.length && last?.repeating !== true) failed ??= "#VALUE!";
    if (lifted) return { lifted };
    return failed === undefined ? { parameters } : { error: failed };
  }

  private allowsErrors(parameter: ParameterMetadata): boolean {
    return this.metadata.allowErrorForDataTypeAny === true && (parameter.type ?? "any") === "any";
  }

  private errorArgument(error: string, parameter: ParameterMetadata): string | undefined {
    return error !== BUSY && this.allowsErrors(parameter) ? undefined : error;
  }

  /** A range where one value is wanted: the function is called for each cell and its answers spill. */
  private lifted(
    declared: FunctionMetadata,
    cell: CellKey,
    args: Argument[],
    size: { rows: number; columns: number },
  ): BaseValueObject {
    const rows: BaseValueObject[][] = [];
    let pending = false;
    for (let row = 0; row < size.rows; row++) {
      const cells: BaseValueObject[] = [];
      for (let column = 0; column < size.columns; column++) {
        const single = args.map((argument, index) =>
          takesMatrix(declared.parameters[index]) ? argument : pick(argument, row, column),
        );
        const prepared = this.prepare(declared, single);
        if ("parameters" in prepared) {
          const result = this.answerFor(declared, cell, single, prepared.parameters);
          pending ||= !result;
          cells.push(
            result
              ? this.shown(result, { ...cell, row: cell.row + row, column: cell.column + column })
              : ErrorValueObject.create(BUSY as ErrorType),
          );
        } else cells.push(ErrorValueObject.create(("error" in prepared ? prepared.error : "#VALUE!") as ErrorType));
      }
      rows.push(cells);
    }
    return pending ? ErrorValueObject.create(BUSY as ErrorType) : arrayOf(rows);
  }

  /** A result as the engine's value; messages and cards are noted for the cell they end up in. */
  private shown(result: FunctionResult, cell: CellKey): BaseValueObject {
    if (result.kind === "error") {
      this.notes.set(siteKey(cell.sheetId, cell.row, cell.column), { error: result.error, message: result.message });
      return ErrorValueObject.create(result.error as ErrorType);
    }
    const rows = result.rows.length > WHOLE_RESULT_ROWS ? withoutBlankEnd(result.rows) : result.rows;
    const values = rows.map((cells, row) =>
      cells.map((item, column) => {
        const key = siteKey(cell.sheetId, cell.row + row, cell.column + column);
        if ("error" in item) {
          this.notes.set(key, { error: item.error, message: item.message });
          return ErrorValueObject.create(item.error as ErrorType);
        }
        if ("rich" in item) this.notes.set(key, { rich: item.rich });
        else if (this.notes.size > 0) this.notes.delete(key);
        return valueObject(item.value);
      }),
    );
    const single = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined;
    return single ?? arrayOf(values);
  }
}

const worse = (known: string | undefined, next: string | undefined): string | undefined =>
  next === BUSY || known === undefined ? (next ?? known) : known;
