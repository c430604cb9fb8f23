/** Items of other study groups: what this study group's meetings tell does not apply to them. */
import type { Meeting, WorkItem } from "../model";
import { OWN_GROUP } from "../vocabulary";
import type { RuleContext } from "./types";

export { OWN_GROUP };

const NO_MEETINGS: readonly Meeting[] = [];

/** The context in which an item is judged: no rule on meetings speaks of another study group's items, whose meetings are not listed. */
export function contextFor(item: Pick<WorkItem, "studyGroup"> | null, context: RuleContext): RuleContext {
  return item === null || item.studyGroup === OWN_GROUP
    ? context
    : { ...context, meetings: NO_MEETINGS, meeting: null };
}
