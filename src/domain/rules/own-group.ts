/** Items of other study groups: rules on this study group's meetings do not apply to them. */
import type { Meeting, WorkItem } from "../model";
import { OWN_GROUP } from "../vocabulary";
import type { RuleContext } from "./types";

const NO_MEETINGS: readonly Meeting[] = [];

/** Returns the context for an item; without meetings for items of other study groups, whose meetings are not listed. */
export function contextFor(item: Pick<WorkItem, "studyGroup"> | null, context: RuleContext): RuleContext {
  return item === null || item.studyGroup === OWN_GROUP
    ? context
    : { ...context, meetings: NO_MEETINGS, meeting: null };
}
