/** What a look at the whole workbook finds, without knowing what was typed when. */
import { guardTexts } from "../messages/guard";
import type { WorkItem } from "../model";
import { Drafting, type TypedCell } from "./drafting";
import { editItem } from "./item-edits";
import { itemKeyIn, type GuardedTable, type GuardWorld, type Plan } from "./plan";
import { addItem } from "./programme-rows";
import { changesOf, nothingElse } from "./row-edits";
import { isCopy, isLoose } from "./table-shadow";
import { designation } from "./working";

/**
 * Plans what a sweep finds: statuses in the work programme that History does not explain (typed while nobody watched) are judged as edits
 * from what History says, taken if they may be, marked if not; annexes that say something else than the work programme follow it.
 * @param statusOf the status, its date and step as the item's record has it; null where there is no record
 */
export function sweep(
  world: GuardWorld,
  statusOf: (key: string) => Pick<WorkItem, "status" | "since" | "step"> | null,
): Plan {
  const draft = new Drafting(world, []);
  for (const table of world.tables) if (table.role === "programme") sweepProgramme(draft, table, statusOf);
  for (const table of world.tables) if (table.role === "annex") sweepAnnex(draft, table);
  return draft.finish();
}

function sweepProgramme(draft: Drafting, table: GuardedTable, statusOf: Parameters<typeof sweep>[1]): void {
  const column = table.fields.indexOf("status");
  for (const { id, position, values } of table.shadow.all()) {
    if (column < 0) continue;
    if (isLoose(id) || isCopy(id)) {
      addItem(draft, table, position, id, values);
      continue;
    }
    const item = draft.working.item(id);
    const recorded = statusOf(id);
    const said = values[column] ?? "";
    if (item && draft.working.eventsOf(id).length === 0) {
      // In the table, but nobody ever recorded it: typed while nobody watched, and given its key by a load.
      draft.working.forget(id);
      addItem(draft, table, position, id, values);
      continue;
    }
    if (!item || !recorded || said === recorded.status) continue;
    const legal = { ...item, ...recorded };
    draft.working.take(legal, []);
    const cell: TypedCell = { table, row: id, position, column, field: "status", before: recorded.status, after: said };
    editItem(draft, {
      key: id,
      cells: [cell],
      changes: changesOf(draft, [cell]),
      origin: "found",
      reason: null,
      date: null,
    });
  }
}

function sweepAnnex(draft: Drafting, table: GuardedTable): void {
  const column = table.fields.indexOf("status");
  if (column < 0) return;
  for (const { id, position, values } of table.shadow.all()) {
    const key = itemKeyIn(table, values);
    const item = key === null ? undefined : draft.working.item(key);
    const said = values[column] ?? "";
    if (!item || said === item.status || draft.isPlanned(table, position, column)) continue;
    draft.write(table, { row: id, position, column }, item.status, "follows");
    if (said === "") continue;
    draft.say({
      ...nothingElse(),
      outcome: "noted",
      cause: `annex follows ${table.name}`,
      item: designation(item),
      key: item.key,
      at: { table: table.name, position, column },
      tried: "",
      text: guardTexts().foundFollow(table.name, designation(item), String(said), item.status),
    });
  }
}
