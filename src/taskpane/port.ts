/** What Find calls on the workbook. */
import { programmeIndex, unreadable } from "../functions/programme-source";
import type { WorkItem } from "../domain/model";
import { findItem, listItems, type ProgrammeIndex } from "../domain/item-index";
import type { Status } from "../domain/vocabulary";
import { currentDate } from "../excel/current-date";
import { onSelectionChanged, goToItem, type Selected } from "../excel/navigation";
import { currentIndex, onProgrammeChanged } from "../excel/programme-store";
import type { FindPort, FoundItems, OfferedStep } from "./ports";

/** The guard is loaded with the rules, a moment after the pane. */
const guard = () => import(/* webpackChunkName: "guard" */ "../excel/edit-guard");
type GuardModule = Awaited<ReturnType<typeof guard>>;

async function give(
  key: string,
  status: Parameters<GuardModule["requestStep"]>[1],
  step: string | null,
): Promise<void> {
  await (await guard()).requestStep(key, status, { step });
}

async function nextSteps(item: WorkItem, index: ProgrammeIndex): Promise<OfferedStep[]> {
  const [{ possibleNext }, { ruleContext }, { actionText }] = await Promise.all([
    import(/* webpackChunkName: "guard" */ "../domain/rules"),
    import(/* webpackChunkName: "guard" */ "../excel/rule-context"),
    import(/* webpackChunkName: "guard" */ "../i18n/rules"),
  ]);
  return possibleNext(item, ruleContext(index)).map((step) => ({
    status: step.status,
    step: step.step,
    earliest: step.earliest,
    now: step.now,
    action: actionText(step),
  }));
}

/** The item that a selection is about, where the programme knows it. */
function keyOf(selected: Selected, index: ProgrammeIndex): string | null {
  if (selected === null) return null;
  if ("key" in selected) return index.itemWithKey(selected.key)?.key ?? null;
  const found = findItem(index, selected.text);
  return "found" in found ? found.found.key : null;
}

function found(index: ProgrammeIndex, items: WorkItem[]): FoundItems {
  const counts = new Map<Status, number>();
  for (const { status } of listItems(index, {})) counts.set(status, (counts.get(status) ?? 0) + 1);
  return { source: currentIndex() ? "workbook" : "documents", items, known: index.programme.items.length, counts };
}

/** What Find calls. */
export function findPort(): FindPort {
  return {
    find: async (text) => {
      const index = await programmeIndex();
      if (text === "") return found(index, []);
      const { searchItems } = await import(/* webpackChunkName: "search" */ "../domain/item-index/search");
      return found(index, searchItems(index, text, { everyGroup: true, today: currentDate() }));
    },
    withStatus: async (status) => {
      const index = await programmeIndex();
      return found(index, listItems(index, { statuses: [status] }));
    },
    view: async (key) => {
      if (unreadable() !== null) return null;
      const index = await programmeIndex();
      const item = index.itemWithKey(key);
      if (!item) return null;
      return { item, events: index.eventsOf(key), next: currentIndex() ? await nextSteps(item, index) : [] };
    },
    showOnSheet: (key) => goToItem(key),
    applyStep: give,
    onProgrammeChanged: (listener) => onProgrammeChanged(() => listener()),
    onItemSelected: (listener) =>
      onSelectionChanged((selected) => {
        const index = currentIndex();
        const key = index && keyOf(selected, index);
        if (key) listener(key);
      }),
  };
}
