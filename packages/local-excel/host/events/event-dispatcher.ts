import { formatArea, intersect } from "../a1";
import type { Area } from "../a1";
import type { Runtime } from "../bridge/runtime";
import type { Change, SingleEdit } from "../engine/changes";
import { COAUTHOR_MACHINE } from "../engine/engine";
import type { Origin } from "../engine/engine";
import type { StructuralChange } from "../engine/structure";
import type { Table, TableEvent } from "../engine/tables";
import type { Host } from "../host";
import { bindingSelections, bindingsIn } from "./binding-events";
import { EVENT, WORKBOOK_TARGET } from "./event-numbers";
import { structureEvents } from "./structure-events";

const EVENT_CATEGORY = 65_536;
/** `Document.SelectionChanged`, told through `window.external`. */
const DOCUMENT_SELECTION_CHANGED = 2;
/** `Settings.SettingsChanged`, which `workbook.settings.onSettingsChanged` waits for too. */
const DOCUMENT_SETTINGS_CHANGED = 1;
const BINDING_SELECTION_CHANGED = 3;
const BINDING_DATA_CHANGED = 4;

type Payload = Record<string, unknown>;

interface Edit {
  sheetId: string;
  areas: Area[];
  values: boolean;
  formulas: boolean;
  single?: SingleEdit | undefined;
  origin: Origin;
}

/** Tells every page what happened, the way Excel does: later, in one message, to those that asked. */
export class EventDispatcher {
  private readonly queues = new Map<Runtime, object[]>();
  private readonly edits: Edit[] = [];
  /** Tables in which the selection is, by page. */
  private readonly insideTables = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private active: string;

  constructor(private readonly host: Host) {
    this.active = host.engine.workbook.getActiveSheet().getSheetId();
    host.changes.subscribe((change, origin) => {
      this.dispatch(change, origin);
    });
  }

  get busy(): boolean {
    return this.timer !== undefined;
  }

  /** One call of an add-in is one event; a person's action is one event however many mutations it takes. */
  endOperation(): void {
    for (const edit of this.edits.splice(0)) this.raiseEdit(edit);
  }

  tableEvent(event: TableEvent, origin: Origin): void {
    const { table } = event;
    const type = event.kind === "tableAdded" ? EVENT.tableAdded : EVENT.tableDeleted;
    const payload = { tableId: table.id, tableName: table.name, worksheetId: table.sheetId };
    this.raise(type, [WORKBOOK_TARGET, table.sheetId], payload, origin);
  }

  /** A comment or a chart of a sheet came, changed or went: told for itself, its sheet and the workbook. */
  objectEvent(type: number, worksheetId: string, objectId: string, payload: Payload, origin: Origin): void {
    this.raise(type, [objectId, worksheetId, WORKBOOK_TARGET], { worksheetId, ...payload }, origin);
  }

  calculated(areas: ReadonlyMap<string, readonly Area[]>): void {
    const origin = this.host.engine.origin;
    for (const [worksheetId, calculated] of areas) {
      const address = calculated.map(formatArea).join(",");
      this.raise(EVENT.calculated, [worksheetId, WORKBOOK_TARGET], { worksheetId, address }, origin);
      this.raiseBindingData(worksheetId, calculated);
    }
  }

  /** Columns were sorted from left to right. */
  columnsSorted(sheetId: string, area: Area, origin: Origin): void {
    this.raiseSheet(EVENT.columnSorted, sheetId, { address: formatArea(area) }, origin);
  }

  /** A person clicked a cell; the offsets are those of its upper left corner, in points. */
  clicked(worksheetId: string, area: Area, offsets: { offsetX: number; offsetY: number }, origin: Origin): void {
    for (const runtime of this.host.runtimes()) {
      if (runtime.machine !== origin.machine) continue;
      const payload = { worksheetId, address: formatArea(area), ...offsets };
      this.raiseHandler(runtime, EVENT.singleClicked, [worksheetId, WORKBOOK_TARGET], payload, origin);
    }
  }

  /** `workbook.settings` were changed by one page, or by another client: the others hear of it. */
  settingsChanged(by?: Runtime): void {
    for (const runtime of this.host.runtimes()) {
      if (runtime !== by) this.raiseDocumentEvent(runtime, DOCUMENT_SETTINGS_CHANGED);
    }
    this.schedule();
  }

  /** The two oldest events: the runtime registers them nowhere, or by `window.external`. */
  private raiseDocumentEvent(runtime: Runtime, type: number): void {
    this.queue(runtime, { messageCategory: EVENT_CATEGORY, messageType: type, targetId: "", message: "{}" });
    runtime.externalHandlers.get(type)?.(type, { toArray: () => [] });
  }

  /** Contents of cells have changed, by an edit or a calculation: bindings hear of theirs. */
  private raiseBindingData(sheetId: string, areas: readonly Area[]): void {
    for (const id of bindingsIn(this.host, sheetId, areas)) {
      for (const runtime of this.host.runtimes()) this.raiseBinding(runtime, BINDING_DATA_CHANGED, id, {});
    }
  }

  /** The runtime registers these events nowhere; it drops those that nobody listens to. */
  private raiseBinding(runtime: Runtime, type: number, id: string, payload: Payload): void {
    if (!runtime.enableEvents) return;
    const message = JSON.stringify(payload);
    this.queue(runtime, { messageCategory: EVENT_CATEGORY, messageType: type, targetId: id, message });
    this.schedule();
  }

  private queue(runtime: Runtime, entry: object): void {
    const queue = this.queues.get(runtime);
    if (queue) queue.push(entry);
    else this.queues.set(runtime, [entry]);
  }

  protectionChanged(worksheetId: string, isProtected: boolean, origin: Origin): void {
    this.raise(
      EVENT.protectionChanged,
      [worksheetId, WORKBOOK_TARGET],
      { worksheetId, isProtected, sheetPassword: false },
      origin,
    );
  }

  private dispatch(change: Change, origin: Origin): void {
    switch (change.kind) {
      case "edited":
        this.dispatchEdit({ ...change, origin });
        return;
      case "rowsInserted":
      case "rowsDeleted":
      case "columnsInserted":
      case "columnsDeleted":
      case "cellsInserted":
      case "cellsDeleted":
      case "areaMoved":
        this.endOperation();
        this.raiseStructure(change, origin);
        return;
      case "sorted":
        this.raiseSheet(EVENT.rowSorted, change.sheetId, { address: formatArea(change.area) }, origin);
        return;
      case "rowsHidden": {
        const changeType = change.hidden ? "Hidden" : "Unhidden";
        const area = { ...change.area, startColumn: 0, endColumn: 16_383 };
        this.raiseSheet(EVENT.rowHiddenChanged, change.sheetId, { address: formatArea(area), changeType }, origin);
        return;
      }
      case "sheetRenamed":
        this.raiseSheet(
          EVENT.nameChanged,
          change.sheetId,
          { nameBefore: change.before, nameAfter: change.after },
          origin,
        );
        return;
      case "sheetMoved":
        this.raise(
          EVENT.moved,
          [WORKBOOK_TARGET],
          { worksheetId: change.sheetId, positionBefore: change.before, positionAfter: change.after },
          origin,
        );
        return;
      case "sheetVisibility": {
        const visibilityAfter = this.host.sheetState(change.sheetId).visibility;
        const visibilityBefore = visibilityAfter === "Visible" ? "Hidden" : "Visible";
        this.raiseSheet(EVENT.visibilityChanged, change.sheetId, { visibilityBefore, visibilityAfter }, origin);
        return;
      }
      case "sheetAdded":
        this.raise(EVENT.added, [WORKBOOK_TARGET], { worksheetId: change.sheetId }, origin);
        return;
      case "sheetDeleted":
        this.raise(EVENT.deleted, [WORKBOOK_TARGET], { worksheetId: change.sheetId }, origin);
        return;
      case "sheetActivated":
        this.raiseActivation(change.sheetId, origin);
        return;
      case "selected":
        this.raiseSelection(change.sheetId, change.areas, origin);
        return;
    }
  }

  private dispatchEdit(edit: Edit): void {
    if (edit.origin.kind === "addin") {
      this.raiseEdit(edit);
      return;
    }
    const last = this.edits.at(-1);
    const same = last?.sheetId === edit.sheetId && last.origin === edit.origin && last.values === edit.values;
    if (last && same && (!last.single || !edit.single || sameAreas(last.areas, edit.areas))) {
      const single = sameAreas(last.areas, edit.areas) && last.single && edit.single;
      last.single = single
        ? { ...single, before: last.single?.before ?? "", beforeType: last.single?.beforeType ?? "Empty" }
        : undefined;
      last.areas = union(last.areas, edit.areas);
      last.formulas ||= edit.formulas;
    } else {
      this.edits.push(edit);
    }
    this.schedule();
  }

  private raiseEdit(edit: Edit): void {
    const address = edit.areas.map(formatArea).join(",");
    const details: Payload = edit.single
      ? {
          valueBefore: edit.single.before,
          valueAfter: edit.single.after,
          valueTypeBefore: edit.single.beforeType,
          valueTypeAfter: edit.single.afterType,
        }
      : {};
    if (!edit.values) this.raiseSheet(EVENT.formatChanged, edit.sheetId, { address }, edit.origin);
    this.raiseChanged(
      edit.sheetId,
      edit.areas,
      { address, changeType: "RangeEdited", shiftDirection: "None", ...details },
      edit.origin,
    );
    if (edit.values) this.raiseBindingData(edit.sheetId, edit.areas);
    if (edit.values && edit.formulas) {
      const cellAddress = address;
      const formulaDetails = edit.single
        ? [{ cellAddress, previousFormula: edit.single.formulaBefore }]
        : [{ cellAddress }];
      this.raiseSheet(EVENT.formulaChanged, edit.sheetId, { formulaDetails }, edit.origin);
    }
  }

  private raiseStructure(change: StructuralChange, origin: Origin): void {
    for (const { sheetId, area, changeType, shiftDirection } of structureEvents(change)) {
      this.raiseChanged(sheetId, [area], { address: formatArea(area), changeType, shiftDirection }, origin);
      this.raiseBindingData(sheetId, [area]);
    }
  }

  /** A change of data: told for the sheet, the workbook, and the tables it touches. */
  private raiseChanged(worksheetId: string, areas: Area[], payload: Payload, origin: Origin): void {
    const first = areas[0];
    const referenceId = first ? this.host.eventReference(worksheetId, first) : "";
    const whole = { worksheetId, referenceId, ...payload };
    for (const runtime of this.host.runtimes()) {
      const own = origin.kind === "addin" && origin.machine === runtime.machine;
      const args = own ? { ...whole, triggerSource: "ThisLocalAddin" } : { ...whole, triggerSource: "Unknown" };
      this.raiseHandler(runtime, EVENT.changed, [worksheetId, WORKBOOK_TARGET], args, origin);
    }
    for (const table of this.host.tables.all(worksheetId)) {
      if (areas.some((area) => intersect(area, table.area))) this.raiseTable(table, whole, origin);
    }
  }

  private raiseTable(table: Table, payload: Payload, origin: Origin): void {
    this.raise(
      EVENT.tableChanged,
      [table.id, WORKBOOK_TARGET, table.sheetId],
      { ...payload, tableId: table.id },
      origin,
    );
  }

  private raiseActivation(sheetId: string, origin: Origin): void {
    const before = this.active;
    if (before === sheetId) return;
    this.active = sheetId;
    if (origin.machine === COAUTHOR_MACHINE) return;
    if (this.host.engine.sheet(before)) this.raiseSheet(EVENT.deactivated, before, {}, origin);
    this.raiseSheet(EVENT.activated, sheetId, {}, origin);
  }

  private raiseSelection(worksheetId: string, areas: Area[], origin: Origin): void {
    const address = areas.map(formatArea).join(",");
    for (const runtime of this.host.runtimes()) {
      if (runtime.machine !== origin.machine) continue;
      this.raiseHandler(
        runtime,
        EVENT.selectionChanged,
        [worksheetId, WORKBOOK_TARGET],
        { worksheetId, address },
        origin,
      );
      this.raiseTableSelection(runtime, worksheetId, areas, origin);
      for (const { id, ...selection } of bindingSelections(this.host, worksheetId, areas)) {
        this.raiseBinding(runtime, BINDING_SELECTION_CHANGED, id, selection);
      }
      this.raiseDocumentEvent(runtime, DOCUMENT_SELECTION_CHANGED);
    }
  }

  /** Tables hear of a selection that touches them, and once of one that has left them. */
  private raiseTableSelection(runtime: Runtime, worksheetId: string, areas: Area[], origin: Origin): void {
    for (const table of this.host.tables.all()) {
      const inside =
        table.sheetId === worksheetId
          ? areas.map((area) => intersect(area, table.area)).filter((area) => area !== undefined)
          : [];
      const key = `${String(runtime.id)}|${table.id}`;
      if (inside.length === 0 && !this.insideTables.delete(key)) continue;
      if (inside.length > 0) this.insideTables.add(key);
      const address = inside.map(formatArea).join(",");
      const payload = { worksheetId: table.sheetId, tableId: table.id, isInsideTable: inside.length > 0, address };
      this.raiseHandler(runtime, EVENT.tableSelectionChanged, [table.id], payload, origin);
    }
  }

  private raiseSheet(type: number, worksheetId: string, payload: Payload, origin: Origin): void {
    this.raise(type, [worksheetId, WORKBOOK_TARGET], { worksheetId, ...payload }, origin);
  }

  private raise(type: number, targets: string[], payload: Payload, origin: Origin): void {
    for (const runtime of this.host.runtimes()) this.raiseHandler(runtime, type, targets, payload, origin);
  }

  private raiseHandler(runtime: Runtime, type: number, targets: string[], payload: Payload, origin: Origin): void {
    if (!runtime.enableEvents) return;
    const remote = origin.machine !== runtime.machine;
    const message = JSON.stringify({ ...payload, source: remote ? "Remote" : "Local" });
    for (const targetId of targets) {
      if (!runtime.listensTo(type, targetId)) continue;
      const entry = {
        messageCategory: EVENT_CATEGORY,
        messageType: type,
        targetId,
        message,
        ...(remote ? { isRemoteOverride: true } : {}),
      };
      this.queue(runtime, entry);
    }
    if (this.queues.size > 0) this.schedule();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.endOperation();
      const queues = [...this.queues];
      this.queues.clear();
      for (const [runtime, entries] of queues) runtime.post({ type: 3, message: { entries } });
    }, 0);
  }
}

function sameAreas(a: Area[], b: Area[]): boolean {
  return (
    a.length === 1 &&
    b.length === 1 &&
    a[0] !== undefined &&
    b[0] !== undefined &&
    formatArea(a[0]) === formatArea(b[0])
  );
}

/** Areas told together, without those that lie in others. */
function union(a: Area[], b: Area[]): Area[] {
  const all = [...a, ...b];
  return all.filter(
    (area, index) =>
      !all.some((other, at) => {
        if (at === index) return false;
        const shared = intersect(area, other);
        return (
          shared !== undefined &&
          formatArea(shared) === formatArea(area) &&
          (formatArea(other) !== formatArea(area) || at < index)
        );
      }),
  );
}
