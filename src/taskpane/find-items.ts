/** What Find shows and does: items of the programme, the card of one of them, its next steps. */
import { programmeIndex, unreadable } from "../functions/programme-source";
import type { ProgrammeEvent, WorkItem } from "../domain/model";
import { findItem, type ProgrammeIndex } from "../domain/item-index";
import type { Overview } from "../domain/item-index/overview";
import type { ChangingKind } from "../domain/decisions";
import type { PossibleStep } from "../domain/rules/types";
import type { Status } from "../domain/vocabulary";
import { currentDate } from "../excel/current-date";
import { onSelectionChanged, type Selected } from "../excel/navigation";
import { currentIndex } from "../excel/programme-store";

export { goToItem } from "../excel/navigation";
export { onProgrammeChanged } from "../excel/programme-store";

/** A step that the item may take, with the label of its button. */
export type OfferedStep = Pick<PossibleStep, "status" | "step" | "earliest" | "now"> & { action: string };

/** An item with its events and the steps that it may take. */
export interface ItemView {
  item: WorkItem;
  events: readonly ProgrammeEvent[];
  next: OfferedStep[];
  /** Items that may be the same text under another name. */
  twins: readonly WorkItem[];
}

/** Where what is found comes from: the workbook's own tables, or the built-in documents where the workbook has none. */
interface Sourced {
  source: "workbook" | "documents";
}
/** The items that a search returns. */
export interface FoundItems extends Sourced {
  items: WorkItem[];
}
/** The programme in numbers. */
export interface FoundOverview extends Sourced, Overview {}

/** The guard is loaded with the rules, a moment after the pane. */
const guard = () => import(/* webpackChunkName: "guard" */ "../excel/edit-guard");

/** Returns the programme in numbers. */
export async function overview(): Promise<FoundOverview> {
  const { overviewOf } = await import(/* webpackChunkName: "overview" */ "../domain/item-index/overview");
  return { ...overviewOf(await programmeIndex(), currentDate()), source: source() };
}

/** Returns the items that a text describes, best first. */
export async function searchFor(text: string): Promise<FoundItems> {
  const { searchItems } = await import(/* webpackChunkName: "search" */ "../domain/item-index/search");
  const items = searchItems(await programmeIndex(), text, { everyGroup: true, today: currentDate() });
  return { items, source: source() };
}

/** Returns the items that have a status; null for those not heard of since the latest two meetings, which no status includes. */
export async function itemsWithStatus(status: Status | null): Promise<FoundItems> {
  const { itemsOfStatus } = await import(/* webpackChunkName: "overview" */ "../domain/item-index/overview");
  return { items: itemsOfStatus(await programmeIndex(), status, currentDate()), source: source() };
}

/** Returns an item with what its card shows; null where the programme no longer has it. */
export async function viewItem(key: string): Promise<ItemView | null> {
  if (unreadable() !== null) return null;
  const index = await programmeIndex();
  const item = index.itemWithKey(key);
  if (!item) return null;
  const offered = currentIndex() ? await offeredFor(item, index) : { next: [], twins: [] };
  return { item, events: index.eventsOf(key), ...offered };
}

/** Enters a step of an item with its number and text, as an edit of its row. */
export async function applyStep(
  key: string,
  { status, step }: Pick<OfferedStep, "status" | "step">,
  filled: FilledFields,
): Promise<void> {
  await (await guard()).requestStep(key, status, { step, ...filled });
}

/** What is entered with a step: the number that the text gets, and where the text is; "" where it stays as it is. */
export interface FilledFields {
  item: string;
  text: string;
}

/** Enters a revision, an amendment or a corrigendum of an item as a new work item. */
export async function startNewText(key: string, kind: ChangingKind): Promise<string> {
  const item = currentIndex()?.itemWithKey(key);
  if (!item) return "";
  const [decisions, { resultText }] = await Promise.all([
    import(/* webpackChunkName: "decisions" */ "../excel/decisions"),
    import(/* webpackChunkName: "decisions" */ "../i18n/decisions"),
  ]);
  const result = await decisions.startNewText(item, kind);
  return result ? resultText(result) : "";
}

/** Subscribes to the selection of items' rows on sheets; the listener gets the item's key. */
export function onItemSelected(listener: (key: string) => void): () => void {
  return onSelectionChanged((selected) => {
    const index = currentIndex();
    const key = index && keyOf(selected, index);
    if (key) listener(key);
  });
}

async function offeredFor(item: WorkItem, index: ProgrammeIndex): Promise<Pick<ItemView, "next" | "twins">> {
  const [{ possibleNext, twinsOf }, { ruleContext }, { actionText }] = await Promise.all([
    import(/* webpackChunkName: "guard" */ "../domain/rules"),
    import(/* webpackChunkName: "guard" */ "../excel/rule-context"),
    import(/* webpackChunkName: "guard" */ "../i18n/rules"),
  ]);
  const context = ruleContext(index);
  const next = possibleNext(item, context).map((step) => ({
    status: step.status,
    step: step.step,
    earliest: step.earliest,
    now: step.now,
    action: actionText(step),
  }));
  return { next, twins: twinsOf(item, context) };
}

/** The key of the item that a selection is about; null where the programme does not have it. */
function keyOf(selected: Selected, index: ProgrammeIndex): string | null {
  if (selected === null) return null;
  if ("key" in selected) return index.itemWithKey(selected.key)?.key ?? null;
  const match = findItem(index, selected.text);
  return "found" in match ? match.found.key : null;
}

function source(): Sourced["source"] {
  return currentIndex() ? "workbook" : "documents";
}
