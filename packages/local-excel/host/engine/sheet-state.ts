import { CommandType } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";

import { contains, intersect, subtract } from "../a1";
import type { Area } from "../a1";
import type { Change, Changes } from "./changes";
import type { ChartSource, ChartState } from "./charts";
import type { Engine } from "./engine";
import type { SlicerState } from "./slicers";
import { STRUCTURAL_COMMANDS, movedArea } from "./structure";
import type { StructuralChange } from "./structure";

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface ValidationRule {
  area: Area;
  rule: Record<string, unknown>;
  prompt: Record<string, unknown>;
  errorAlert: Record<string, unknown>;
  ignoreBlanks: boolean;
}

export interface ConditionalFormatRule {
  readonly id: string;
  area: Area;
  type: string;
  stopIfTrue: boolean;
  priority: number;
  /** The settings of the type: rule, format and so on, by property name. */
  settings: Record<string, unknown>;
  format: { fill?: string; font?: Record<string, unknown> };
}

export interface CommentState {
  readonly id: string;
  area: Area;
  /** As people read it. */
  content: string;
  /** With its mentions as `<at id="0">Name</at>`; empty where it has none. */
  richContent: string;
  mentions: readonly { readonly id: number; readonly name: string; readonly email: string }[];
  resolved: boolean;
  readonly author: string;
  /** When it was written, as ISO 8601. */
  readonly created: string;
  replies: readonly ReplyState[];
}

/** A reply; it moves, and is resolved, with its comment. */
export type ReplyState = Omit<CommentState, "area" | "resolved" | "replies">;

/** What Excel keeps for a sheet beside its cells. */
export interface SheetState {
  visibility: SheetVisibility;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  readonly customProperties: Map<string, string>;
  /** The password as given here, or the hash of the one that a file has. */
  protection: { protected: boolean; options: Record<string, unknown>; password?: string; passwordHash?: string };
  /** Locked is the rule; these areas are unlocked. */
  unlocked: Area[];
  pageLayout: Record<string, unknown>;
  printTitleRows: string;
  printArea: string;
  headersFooters: Record<string, string>;
  validations: ValidationRule[];
  conditionalFormats: ConditionalFormatRule[];
  charts: ChartState[];
  slicers: SlicerState[];
  comments: CommentState[];
  hyperlinks: { area: Area; link: Record<string, unknown> }[];
  autoFilter: Area | undefined;
  /** Groups of the outline: whole rows, whole columns. A line lies as deep as there are groups around it. */
  rowGroups: { area: Area }[];
  columnGroups: { area: Area }[];
  /** Cells before which a printed page ends. */
  horizontalPageBreaks: { area: Area }[];
  verticalPageBreaks: { area: Area }[];
}

/** What hangs on cells, moves with them, and comes back when a change is undone. */
type Attached = Pick<
  SheetState,
  | "validations"
  | "conditionalFormats"
  | "comments"
  | "hyperlinks"
  | "charts"
  | "slicers"
  | "unlocked"
  | "rowGroups"
  | "columnGroups"
  | "horizontalPageBreaks"
  | "verticalPageBreaks"
>;

function defined<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

function attachedOf(state: SheetState): Attached {
  const { validations, conditionalFormats, comments, hyperlinks, charts, slicers, unlocked } = state;
  const { rowGroups, columnGroups, horizontalPageBreaks, verticalPageBreaks } = state;
  const lines = { rowGroups, columnGroups, horizontalPageBreaks, verticalPageBreaks };
  return { validations, conditionalFormats, comments, hyperlinks, charts, slicers, unlocked, ...lines };
}

/** Only conditional formats, charts and the list of unlocked areas are changed in place. */
function copyOf(attached: Attached): Attached {
  return {
    ...attached,
    conditionalFormats: structuredClone(attached.conditionalFormats),
    charts: structuredClone(attached.charts),
    unlocked: [...attached.unlocked],
  };
}

const RESTORE_STATE = "local-excel.mutation.restore-sheet-state";

/** Sheet states by sheet id; areas in them move with the sheet. */
export class SheetStates {
  /** Called when an undo has brought attached things back. */
  onRestored: (sheetId: string) => void = () => undefined;
  private readonly states = new Map<string, SheetState>();
  /** While an undo has restored a sheet's state, its structural changes move nothing. A redo goes forwards, and moves. */
  private readonly restored = new Set<string>();
  private redoing = false;

  constructor(
    private readonly engine: Engine,
    changes: Changes,
  ) {
    this.registerRestoring();
    changes.subscribe((change) => {
      if (change.kind === "sheetVisibility") {
        const state = this.of(change.sheetId);
        if (!change.hidden) state.visibility = "Visible";
        else if (state.visibility === "Visible") state.visibility = "Hidden";
      }
      if (change.kind === "sorted" && !this.restored.has(change.sheetId)) this.followSort(change);
      if (!("start" in change) && change.kind !== "cellsInserted" && change.kind !== "cellsDeleted") return;
      this.moveChartSources(change);
      const state = this.states.get(change.sheetId);
      if (!state || this.restored.has(change.sheetId)) return;
      const move = <T extends { area: Area }>(items: T[]): T[] =>
        items.flatMap((item) => {
          const area = movedArea(change.sheetId, item.area, change);
          return area ? [{ ...item, area }] : [];
        });
      state.validations = move(state.validations);
      state.conditionalFormats = move(state.conditionalFormats);
      state.comments = move(state.comments);
      state.hyperlinks = move(state.hyperlinks);
      state.rowGroups = move(state.rowGroups);
      state.columnGroups = move(state.columnGroups);
      state.horizontalPageBreaks = move(state.horizontalPageBreaks);
      state.verticalPageBreaks = move(state.verticalPageBreaks);
      state.unlocked = move(state.unlocked.map((area) => ({ area }))).map(({ area }) => area);
    });
  }

  /** Changes what is attached to a sheet's cells, as a part of the undo step under way. */
  edit(sheetId: string, work: (state: SheetState) => void): void {
    const before = this.attached(sheetId);
    work(this.of(sheetId));
    const unit = { unitId: this.engine.unitId, subUnitId: sheetId };
    // Not copied: a rule or chart is added first and gets its settings later in the same request.
    const after = attachedOf(this.of(sheetId));
    this.engine.pushUndo(
      [{ id: RESTORE_STATE, params: { ...unit, attached: before } }],
      [{ id: RESTORE_STATE, params: { ...unit, attached: after } }],
    );
  }

  /** Removes what is attached to the cells of an area; a rule for more cells stays with the others. */
  clear(sheetId: string, area: Area, what: "All" | "Formats"): void {
    const outside = <T extends { area: Area }>(items: T[]): T[] =>
      items.flatMap((item) => subtract(item.area, area).map((part) => ({ ...item, area: part })));
    const state = this.states.get(sheetId);
    const all: { area: Area }[] = state
      ? [...state.validations, ...state.conditionalFormats, ...state.comments, ...state.hyperlinks]
      : [];
    if (!all.some((item) => intersect(item.area, area))) return;
    this.edit(sheetId, (edited) => {
      edited.conditionalFormats = outside(edited.conditionalFormats);
      if (what === "Formats") return;
      edited.validations = outside(edited.validations);
      edited.comments = outside(edited.comments);
      edited.hyperlinks = outside(edited.hyperlinks);
    });
    this.onRestored(sheetId);
  }

  private attached(sheetId: string): Attached {
    return copyOf(attachedOf(this.of(sheetId)));
  }

  /** Charts of all sheets follow the cells that they show. */
  private moveChartSources(change: StructuralChange): void {
    const moved = (source: ChartSource | undefined): ChartSource | undefined => {
      if (source?.sheetId !== change.sheetId) return source;
      const area = movedArea(source.sheetId, source.area, change);
      return area && { ...source, area };
    };
    for (const [sheetId, state] of this.states) {
      if (this.restored.has(sheetId)) continue;
      state.charts = state.charts.map((chart) => ({
        ...chart,
        series: chart.series.map(({ id, name, nameCell, values, categories }) =>
          defined({ id, name, nameCell: moved(nameCell), values: moved(values), categories: moved(categories) }),
        ),
      }));
    }
  }

  /** Comments and links move with the rows that they belong to; validation and conditional formats stay. */
  private followSort({ sheetId, area, order }: Extract<Change, { kind: "sorted" }>): void {
    const state = this.states.get(sheetId);
    if (!state) return;
    const to = new Map(Object.entries(order).map(([row, from]) => [from, Number(row)]));
    const follow = <T extends { area: Area }>(items: T[]): T[] =>
      items.map((item) => {
        const row = to.get(item.area.startRow);
        const single = item.area.startRow === item.area.endRow && contains(area, item.area);
        return single && row !== undefined ? { ...item, area: { ...item.area, startRow: row, endRow: row } } : item;
      });
    state.comments = follow(state.comments);
    state.hyperlinks = follow(state.hyperlinks);
  }

  /** Undoing an insertion or deletion brings back what it removed, which moving areas alone cannot do. */
  private registerRestoring(): void {
    const { commands, injector, unitId } = this.engine;
    commands.registerCommand({
      id: RESTORE_STATE,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: { subUnitId: string; attached: Attached }) => {
        if (!params) return true;
        Object.assign(this.of(params.subUnitId), copyOf(params.attached));
        if (!this.redoing) this.restored.add(params.subUnitId);
        this.onRestored(params.subUnitId);
        return true;
      },
    });
    commands.beforeCommandExecuted((command) => {
      if (command.id === "univer.command.redo") this.redoing = true;
    });
    commands.onCommandExecuted((command) => {
      if (command.id !== "univer.command.undo" && command.id !== "univer.command.redo") return;
      this.restored.clear();
      this.redoing = false;
    });
    injector.get(SheetInterceptorService).interceptCommand({
      getMutations: (command) => {
        if (!STRUCTURAL_COMMANDS.has(command.id)) return { redos: [], undos: [] };
        const undos = [...this.states.keys()].map((subUnitId) => ({
          id: RESTORE_STATE,
          params: { unitId, subUnitId, attached: this.attached(subUnitId) },
        }));
        return { redos: [], undos };
      },
    });
  }

  of(sheetId: string): SheetState {
    const known = this.states.get(sheetId);
    if (known) return known;
    const hidden = this.engine.sheet(sheetId)?.isSheetHidden() === 1;
    const state: SheetState = {
      visibility: hidden ? "Hidden" : "Visible",
      tabColor: this.engine.sheet(sheetId)?.getConfig().tabColor ?? "",
      showGridlines: true,
      showHeadings: true,
      customProperties: new Map(),
      protection: { protected: false, options: {} },
      unlocked: [],
      pageLayout: {
        orientation: "Portrait",
        paperSize: "Letter",
        zoom: { scale: 100 },
        blackAndWhite: false,
        bottomMargin: 54,
        topMargin: 54,
        leftMargin: 50.4,
        rightMargin: 50.4,
        headerMargin: 21.6,
        footerMargin: 21.6,
        centerHorizontally: false,
        centerVertically: false,
        draftMode: false,
        firstPageNumber: "",
        printComments: "NoComments",
        printErrors: "AsDisplayed",
        printGridlines: false,
        printHeadings: false,
        printOrder: "DownThenOver",
      },
      printTitleRows: "",
      printArea: "",
      headersFooters: {},
      validations: [],
      conditionalFormats: [],
      charts: [],
      slicers: [],
      comments: [],
      hyperlinks: [],
      autoFilter: undefined,
      rowGroups: [],
      columnGroups: [],
      horizontalPageBreaks: [],
      verticalPageBreaks: [],
    };
    this.states.set(sheetId, state);
    return state;
  }
}
