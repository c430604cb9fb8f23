/** Computes an item from its events; the latest event decides. */
import { blankItem } from "../blank";
import type { IsoDate, ProgrammeEvent, WorkItem } from "../model";
import { printedValue, REPORTED_FIELDS } from "../row-fields";
import { KINDS, isOneOf } from "../vocabulary";
import type { EventKind, Kind, Status } from "../vocabulary";
import { parentInTitle, parseDesignation } from "../designations/designations";
import type { Change, Designation } from "../designations/designations";
import { normaliseName } from "../designations/normalise";
import { compareHappenings } from "./order";
import { namesOfRow } from "./row-names";
import type { RowNames } from "./row-names";
import { isRepetition, startsStatus } from "./item-state";
import { STATUS_OF_KIND } from "./table-rules";

export interface Folded {
  item: WorkItem;
  /** In the order in which they happened, with the status before and after each. */
  events: ProgrammeEvent[];
  /** Events that return an item to an earlier status: [status before, event]. */
  setbacks: [Status, ProgrammeEvent][];
}

/** Statuses that listing a text as under development does not change. */
const NOT_UNDONE_BY_A_LIST: ReadonlySet<Status> = new Set([
  "Determined",
  "Consented",
  "Not approved",
  "Approved",
  "Agreed",
]);
/** Events that fulfil a timing: determination, consent, agreement, and the approval that follows. */
const MEETS_ITS_TARGET: ReadonlySet<EventKind> = new Set<EventKind>(["Determined", "Consented", "Agreed", "Approved"]);
const FINAL: ReadonlySet<Status> = new Set(["Approved", "Agreed"]);
const KIND_OF_CHANGE: Record<Change, Kind> = { revision: "Rev", amendment: "Amd", corrigendum: "Cor", erratum: "Cor" };

interface ItemState {
  status: Status | null;
  since: IsoDate | null;
  step: string | null;
  remarks: string | null;
}

/** The status that an event gives an item; null if it changes none. */
function statusAfter(event: ProgrammeEvent, status: Status | null): Status | null {
  if (event.origin === "user") return event.to;
  if (event.kind.startsWith("Planned")) return status === null ? "Under study" : null;
  const to = STATUS_OF_KIND[event.kind];
  if (to === null || status === null) return to;
  const onlyLists = event.kind === "Listed as under study" && event.source?.table !== "Work programme export";
  if (onlyLists && NOT_UNDONE_BY_A_LIST.has(status)) return null;
  // A report over several years repeats determinations and consents of texts approved since.
  const isEarlierStep = event.kind === "Determined" || event.kind === "Consented";
  const overtaken = isEarlierStep && FINAL.has(status) && isRepetition(event);
  return overtaken ? null : to;
}

function applyEvent(state: ItemState, event: ProgrammeEvent): { next: ItemState; after: ProgrammeEvent } {
  const to = statusAfter(event, state.status);
  const after = event.origin === "document" ? { ...event, from: state.status, to } : event;
  if (to === null || !startsStatus(after, state.status)) {
    const step = event.kind === "Step" ? event.step : (event.step ?? state.step);
    return { next: { ...state, step }, after };
  }
  const remarks = event.kind === "Not approved" ? (event.note ?? event.reason) : null;
  return { next: { status: to, since: event.date, step: event.step, remarks }, after };
}

/** Collects printed names in order: the last number and provisional name, and all others. */
class Names {
  number: string | null = null;
  name: string | null = null;
  designation: RowNames["designation"] = null;
  revisesItself = false;
  private readonly namesByKey = new Map<string, string>();

  add(names: RowNames): void {
    for (const name of names.all) {
      const key = normaliseName(name);
      if (!this.namesByKey.has(key)) this.namesByKey.set(key, name);
    }
    if (names.number !== null) {
      this.number = names.number;
      this.designation = names.designation;
      this.revisesItself = names.revisesItself;
    }
    // A former name in "(ex …)" is used only if no provisional name was ever printed.
    if (names.name !== null) this.name = names.name;
  }

  aliases(): string[] {
    const own = new Set([this.number, this.name].map((name) => (name === null ? "" : normaliseName(name))));
    return [...this.namesByKey].filter(([key]) => !own.has(key)).map(([, name]) => name);
  }
}

/** Only such provisional names can refer to another text; the others need not be parsed. */
const DERIVED_TEXT = /rev|amd|cor|sup/i;

/** The designation in the number, otherwise in the provisional name. */
function designationOf(names: Names): Designation | null {
  if (names.designation !== null) return names.designation;
  return names.name !== null && DERIVED_TEXT.test(names.name) ? parseDesignation(names.name) : null;
}

function parentOf(names: Names, designation: Designation | null, title: string): string | null {
  if (names.revisesItself) return names.number;
  const titleParent = parentInTitle(title);
  if (designation?.product === "Supplement") return titleParent ?? designation.parent;
  return designation?.parent ?? titleParent;
}

function kindOf(printed: string | null, title: string, names: Names, designation: Designation | null): Kind | null {
  const word = printed?.replace(/\.$/, "") ?? null;
  if (isOneOf(KINDS, word)) return word;
  if (names.revisesItself) return "Rev";
  if (designation?.change) return KIND_OF_CHANGE[designation.change];
  const inTitle = /\((New|Rev)\.?\)\s*$/.exec(title)?.[1];
  return isOneOf(KINDS, inTitle) ? inTitle : null;
}

/**
 * Computes an item from all its events.
 * @param key the item's identity
 * @param events all its events, in any order; those that users entered keep their own `from` and `to`
 */
export function foldEvents(key: string, events: readonly ProgrammeEvent[]): Folded {
  const names = new Names();
  const setbacks: Folded["setbacks"] = [];
  const folded: ProgrammeEvent[] = [];
  let state: ItemState = { status: null, since: null, step: null, remarks: null };
  let printedKind: string | null = null;
  const item: WorkItem = blankItem(key);
  for (const event of [...events].sort(compareHappenings)) {
    const { next, after } = applyEvent(state, event);
    const isSetback = state.status !== null && FINAL.has(state.status) && next.status !== state.status;
    if (isSetback && state.status !== null && event.origin === "document") setbacks.push([state.status, event]);
    state = next;
    folded.push({ ...after, item: key });
    item.process = event.process ?? item.process;
    item.lastReported = later(item.lastReported, event.source?.meeting ?? null);
    if (event.printed === null) continue;
    names.add(namesOfRow(event.printed));
    printedKind = event.printed.kind ?? printedKind;
    assignPrintedFields(item, event.printed);
    // The timing was the target of this action, unless the row prints another.
    if (MEETS_ITS_TARGET.has(event.kind) && event.printed.timing === null) item.timing = null;
  }
  const designation = designationOf(names);
  return {
    item: {
      ...item,
      number: names.number,
      name: names.name,
      aliases: names.aliases(),
      kind: kindOf(printedKind, item.title, names, designation),
      parent: parentOf(names, designation, item.title),
      ...state,
      status: state.status ?? "Under study",
    },
    events: folded,
    setbacks,
  };
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Assigns the printed fields of a row to an item; empty fields do not change it. */
function assignPrintedFields(item: WorkItem, row: NonNullable<ProgrammeEvent["printed"]>): void {
  for (const { field, printed } of REPORTED_FIELDS) {
    const value = printedValue(row, printed);
    // Joint Questions are printed with the lead Question: if none are printed, there are none.
    if (value !== null || (field.id === "jointQuestions" && row.question !== null)) field.assign(item, value);
  }
}
