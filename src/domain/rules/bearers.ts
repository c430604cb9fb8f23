/** Who bears a name besides an item, and whether the item may bear it too: editions, and numbers given again (A.12 2.1 and practice). */
import { normaliseName } from "../designations/normalise";
import type { WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { designationParts } from "./text-kinds";
import { memoize } from "./memoize";
import type { RuleContext } from "./types";

/** Other items that bear or bore a name, by what that means for the one that is to bear it. */
export interface Bearers {
  /** Items of the study group that own the name: nobody else can bear it. */
  owners: WorkItem[];
  /** Published texts of that number: the item is another edition, and both stay. */
  editions: WorkItem[];
  /** Items that ended, or were published under another number: the name is free again. */
  former: WorkItem[];
  /** Items of other study groups. */
  elsewhere: WorkItem[];
}

const PUBLISHED: readonly Status[] = ["Approved", "Agreed"];
const nameKey = memoize(normaliseName);

/** The other bearers of a name, sorted by what they mean for an item that is to bear it. */
export function bearersOf(name: string, item: Pick<WorkItem, "key" | "studyGroup">, context: RuleContext): Bearers {
  const bearers: Bearers = { owners: [], editions: [], former: [], elsewhere: [] };
  for (const holder of context.programme.itemsNamed(name)) {
    if (holder.key === item.key) continue;
    bearers[holder.studyGroup === item.studyGroup ? relationOf(name, holder) : "elsewhere"].push(holder);
  }
  return bearers;
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
