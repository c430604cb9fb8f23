import type { Changes } from "./changes";
import type { Engine } from "./engine";
import { movedArea } from "./structure";
import type { Area } from "../a1";

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

export interface ChartState {
  readonly id: string;
  name: string;
  readonly type: string;
  readonly source: { sheetId: string; area: Area };
  title: string;
  titleVisible: boolean;
  box: { left: number; top: number; width: number; height: number };
  legend: { visible: boolean; position: string };
}

export interface CommentState {
  readonly id: string;
  area: Area;
  content: string;
}

/** What Excel keeps for a sheet beside its cells. */
export interface SheetState {
  visibility: SheetVisibility;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  readonly customProperties: Map<string, string>;
  protection: { protected: boolean; options: Record<string, unknown>; password?: string };
  /** Locked is the rule; these areas are unlocked. */
  unlocked: Area[];
  pageLayout: Record<string, unknown>;
  printTitleRows: string;
  printArea: string;
  headersFooters: Record<string, string>;
  validations: ValidationRule[];
  conditionalFormats: ConditionalFormatRule[];
  charts: ChartState[];
  comments: CommentState[];
  hyperlinks: { area: Area; link: Record<string, unknown> }[];
  autoFilter: Area | undefined;
}

/** Sheet states by sheet id; areas in them move with the sheet. */
export class SheetStates {
  private readonly states = new Map<string, SheetState>();

  constructor(
    private readonly engine: Engine,
    changes: Changes,
  ) {
    changes.subscribe((change) => {
      if (change.kind === "sheetVisibility") {
        const state = this.of(change.sheetId);
        if (!change.hidden) state.visibility = "Visible";
        else if (state.visibility === "Visible") state.visibility = "Hidden";
      }
      if (!("start" in change) && change.kind !== "cellsInserted" && change.kind !== "cellsDeleted") return;
      const state = this.states.get(change.sheetId);
      if (!state) return;
      const move = <T extends { area: Area }>(items: T[]): T[] =>
        items.flatMap((item) => {
          const area = movedArea(change.sheetId, item.area, change);
          return area ? [{ ...item, area }] : [];
        });
      state.validations = move(state.validations);
      state.conditionalFormats = move(state.conditionalFormats);
      state.comments = move(state.comments);
      state.hyperlinks = move(state.hyperlinks);
      state.unlocked = move(state.unlocked.map((area) => ({ area }))).map(({ area }) => area);
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
      comments: [],
      hyperlinks: [],
      autoFilter: undefined,
    };
    this.states.set(sheetId, state);
    return state;
  }
}
