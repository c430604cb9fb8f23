/** What the guard knows of the programme when it judges: the store's items as their history explains them, the meeting, the date. */
import type { CellReference } from "../../domain/edit-review/message";
import type { ReviewContext, EditPlan } from "../../domain/edit-review/edit-plan";
import { keyOf } from "../../domain/edit-review/table-snapshot";
import type { IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../../domain/model";
import { normaliseName } from "../../domain/designations";
import { isOneOf, STATUSES } from "../../domain/vocabulary";
import { STATUS } from "../table-specs/spec";
import type { ProgrammeIndex } from "../../domain/item-index/programme-index";
import { itemsTitled, evaluate, questionsNamed } from "../../domain/rules";
import type { ProgrammeFacts, RuleContext } from "../../domain/rules/types";
import { itemOfRow } from "../row-mapping/item-rows";
import { currentSettings } from "../settings";
import { currentIndex, currentProgramme } from "../programme-store";
import { rowCursor } from "../tables";
import { ROW_CODEC, type WatchedTable } from "./guarded-tables";

const NONE: readonly never[] = [];
const NOTHING = { documents: [], items: [], events: [] };
const NO_FACTS: ProgrammeFacts = { eventsOf: () => NONE, itemsNamed: () => NONE };

/** Today as people here count days. */
export function today(): IsoDate {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The meeting whose decisions are entered: the one chosen in the pane, else the next one that is planned. */
export function currentMeeting(meetings: readonly Meeting[], chosen: string | null): Meeting | null {
  if (chosen !== null) return meetings.find((meeting) => meeting.id === chosen) ?? null;
  const planned = meetings.filter((meeting) => !meeting.held);
  const start = (meeting: Meeting): string => meeting.from ?? meeting.id;
  return planned.sort((a, b) => (start(a) < start(b) ? -1 : 1))[0] ?? null;
}

/**
 * What the rules go by, for whoever asks them: the guard, a check, the functions and the pane.
 * @param index the programme; the workbook's own unless another is given
 * @param date the day of a decision; without one the chosen day, the current meeting's closing day, or today
 */
export function ruleContext(index: ProgrammeIndex | null = currentIndex(), date: IsoDate | null = null): RuleContext {
  const settings = currentSettings();
  const programme = index?.programme ?? currentProgramme();
  const meetings = programme?.meetings ?? NONE;
  const meeting = currentMeeting(meetings, settings.currentMeeting);
  const now = today();
  return {
    programme: index ?? NO_FACTS,
    meetings,
    meeting: date === null && settings.currentDate === null ? meeting : null,
    date: date ?? settings.currentDate ?? meeting?.to ?? meeting?.from ?? now,
    today: now,
    settings: { questions: () => questionsNamed(programme ?? NOTHING) },
    itemsTitled: itemsTitled(programme ?? NOTHING),
  };
}

/** What the guard remembers between passes besides the shadows; gone with the session. */
export class GuardState {
  /** Items whose row holds something History does not explain, as History explains them. */
  private readonly unexplained = new Map<string, WorkItem>();
  private readonly deletedItems = new Map<string, WorkItem>();
  private readonly removedEvents = new Map<string, ProgrammeEvent>();
  private readonly marks = new Set<string>();

  item(key: string): WorkItem | undefined {
    return this.unexplained.get(key) ?? currentIndex()?.itemWithKey(key);
  }

  isUnexplained(key: string): boolean {
    return this.unexplained.has(key);
  }

  deletedItem(key: string): WorkItem | undefined {
    return this.deletedItems.get(key);
  }

  removedEvent(id: string): ProgrammeEvent | undefined {
    return this.removedEvents.get(id);
  }

  isMarked(cell: CellReference): boolean {
    return this.marks.has(cellId(cell));
  }

  /** Takes note of what a plan did. Called before the store learns of it. */
  update(plan: EditPlan, tables: readonly WatchedTable[]): void {
    for (const key of [...plan.deletedKeys, ...plan.removedKeys]) {
      const item = this.item(key);
      if (item) this.deletedItems.set(key, item);
    }
    for (const { event } of plan.revertedEvents) this.removedEvents.set(event.id, event);
    for (const { id } of [...plan.events, ...plan.restoredEvents]) this.removedEvents.delete(id);
    for (const [key, item] of plan.unexplained) {
      if (item) this.unexplained.set(key, item);
      else this.unexplained.delete(key);
    }
    for (const mark of plan.marks) {
      const { table, column } = mark;
      const row = tables.find((each) => each.name === table)?.guarded.snapshot.idAt(mark.position);
      if (!mark.on) this.marks.delete(cellId({ table, row: mark.row ?? "", column }));
      else if (row !== undefined) this.marks.add(cellId({ table, row, column }));
    }
  }

  forget(): void {
    this.unexplained.clear();
    this.deletedItems.clear();
    this.removedEvents.clear();
    this.marks.clear();
  }
}

/** Identity of a cell: it stays with the row when the row moves. */
export const cellId = ({ table, row, column }: CellReference): string => `${table}\u0001${row}\u0001${String(column)}`;

/**
 * Items as their rows stood when they were last judged, each read once: for as long as no row changes. The store may have been read again
 * since, with an edit in it that is still to be judged.
 */
export function itemsInSnapshots(tables: readonly WatchedTable[]): (key: string) => WorkItem | undefined {
  const programme = tables.find((table) => table.guarded.role === "programme")?.guarded.snapshot;
  if (!programme) return () => undefined;
  const cursor = rowCursor(programme);
  const status = programme.headers.indexOf(STATUS);
  const read = new Map<string, WorkItem>();
  return (key) => {
    const values = programme.values(key);
    // A word that is no status says nothing of the item: it is what its history makes of it.
    if (!values || !isOneOf(STATUSES, values[status])) return undefined;
    let item = read.get(key);
    if (!item) read.set(key, (item = itemOfRow(cursor.at(values))));
    return item;
  };
}

/** Keys of items whose row holds again what it held: a reading of the tables meanwhile may have met the edit that was put back. */
export function revertedRows(plan: EditPlan, tables: readonly WatchedTable[]): Set<string> {
  const keys = new Set<string>();
  for (const { table, position, purpose } of plan.writes) {
    const guarded = purpose === "revert" ? tables.find((each) => each.name === table)?.guarded : undefined;
    if (guarded?.role === "programme") keys.add(keyOf(guarded.snapshot.idAt(position) ?? ""));
  }
  return keys;
}

/** Those of some items that the plan says nothing of and that the store takes for something else than their rows say. */
export function itemsOutOfStep(keys: ReadonlySet<string>, plan: EditPlan, tables: readonly WatchedTable[]): WorkItem[] {
  const index = currentIndex();
  const inSnapshots = itemsInSnapshots(tables);
  return [...keys].flatMap((key) => {
    const item = plan.items.has(key) ? undefined : inSnapshots(key);
    return item && index?.itemWithKey(key)?.status !== item.status ? [item] : [];
  });
}

/** The world of one pass. */
export function reviewContextOf(
  tables: readonly WatchedTable[],
  state: GuardState,
  isCircuitOpen: (cell: CellReference) => boolean,
  who: string | null,
): ReviewContext {
  const settings = currentSettings();
  const inSnapshots = itemsInSnapshots(tables);
  return {
    tables: tables.filter((table) => table.problem === null).map((table) => table.guarded),
    codec: ROW_CODEC,
    item: (key) => (state.isUnexplained(key) ? state.item(key) : (inSnapshots(key) ?? state.item(key))),
    ruleContext: ruleContext(),
    judge: evaluate,
    mode: settings.mode,
    who,
    newKey: normaliseName,
    isCircuitOpen,
    isMarked: (cell) => state.isMarked(cell),
    isUnexplained: (key) => state.isUnexplained(key),
    deletedItem: (key) => state.deletedItem(key),
    removedEvent: (id) => state.removedEvent(id),
  };
}
