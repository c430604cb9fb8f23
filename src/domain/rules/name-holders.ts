/** Other items that use a name, and whether an item may use it too: editions, and numbers assigned again (A.12 2.1 and practice). */
import { normaliseName } from "../designations/normalise";
import type { WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { designationParts } from "./text-kinds";
import { memoize } from "../memoize";
import type { RuleContext } from "./types";

/** Other items that have or had a name, grouped by their effect on an item that is to get it. */
export interface NameHolders {
  /** Items of the study group that own the name: no other item can get it. */
  owners: WorkItem[];
  /** Published texts with that number: the item is another edition, and both are valid. */
  editions: WorkItem[];
  /** Items that ended, or were published under another number: the name is available again. */
  former: WorkItem[];
  /** Items of other study groups. */
  elsewhere: WorkItem[];
}

/** Statuses of texts that are in force. */
export const PUBLISHED: readonly Status[] = ["Approved", "Agreed"];
const nameKey = memoize(normaliseName);

/** Returns the other items with a name, grouped by their effect on an item that is to get it. */
export function nameHoldersOf(
  name: string,
  item: Pick<WorkItem, "key" | "studyGroup">,
  context: RuleContext,
): NameHolders {
  const holders: NameHolders = { owners: [], editions: [], former: [], elsewhere: [] };
  for (const holder of context.programme.itemsNamed(name)) {
    if (holder.key === item.key) continue;
    holders[holder.studyGroup === item.studyGroup ? relationOf(name, holder) : "elsewhere"].push(holder);
  }
  return holders;
}

function relationOf(name: string, holder: WorkItem): "owners" | "editions" | "former" {
  const key = nameKey(name);
  const isNumber = holder.number !== null && nameKey(holder.number) === key;
  const isCurrent = isNumber || (holder.name !== null && nameKey(holder.name) === key);
  const ended = PUBLISHED.includes(holder.status) || holder.status === "Discontinued";
  if (!isCurrent) return ended ? "former" : "owners";
  if (PUBLISHED.includes(holder.status)) return isNumber && mayHaveEditions(name) ? "editions" : "owners";
  // A deleted Recommendation was published under its number; work that was stopped was not.
  return holder.status === "Discontinued" && holder.step === null ? "former" : "owners";
}

/** Amendments, corrigenda and errata are not revised; a correction of one is another one. */
function mayHaveEditions(name: string): boolean {
  const { change } = designationParts(name);
  return change === null || change === "revision";
}
