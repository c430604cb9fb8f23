/** Events of users, as History records them: identity, facts and author. */
import { hash } from "../hash";
import { foldSpaces } from "../text";
import type { IsoDate, ProgrammeEvent, WorkItem } from "../model";
import type { EventDraft } from "../rules/types";
import type { EditPlanBuilder } from "./edit-plan-builder";
import type { ItemEdit } from "./evaluate-edit";

/** Returns the events of a verdict as History keeps them. */
export function eventsOf(
  builder: EditPlanBuilder,
  item: WorkItem,
  drafts: readonly EventDraft[],
  edit: ItemEdit,
): ProgrammeEvent[] {
  const [first] = drafts;
  if (!first) return [];
  // The events of one edit are reverted together: their identities differ by the last number only.
  const now = drafts
    .map(({ kind, to, changes, reason }) => (to === null ? `${kind} ${JSON.stringify([changes, reason])}` : to))
    .join("\n");
  const stem = eventStem(item.key, first.date, builder.overlay.eventsOf(item.key), now);
  return drafts.map((draft, at) => ({
    origin: "user",
    id: `${stem}.${String(at + 1)}`,
    item: item.key,
    date: draft.date,
    meeting: draft.meeting,
    kind: draft.kind,
    from: draft.from,
    to: draft.to,
    process: draft.process,
    step: draft.step,
    source: null,
    printed: null,
    changes: draft.changes,
    facts: draft.facts,
    reason: draft.reason,
    note: null,
    edit: stem,
    who: edit.origin === "found" || edit.overwritten ? null : builder.context.userName,
  }));
}

/**
 * Returns the stem that the events of one edit share. It depends on the item's earlier events and on the new one only, so that two add-ins
 * that find the same edit (both started at the same time, or one while the other was evaluating it) record one event.
 * @param before the item's earlier events, in order
 * @param now what distinguishes this edit from others: "Under study > Determined"
 */
function eventStem(key: string, date: IsoDate, before: readonly ProgrammeEvent[], now: string): string {
  const basis = [key, String(before.length), before.at(-1)?.id ?? "", now].join("\n");
  // Two hashes with different seeds: 64 bits distinguish the steps of one item.
  const halves = [hash(basis), hash(basis, 0x01234567)].map((half) => half.toString(36));
  const stem = `${key} ${date} by hand ${halves.join("")}`;
  const used = new Set(before.map(({ edit }) => edit));
  let unused = stem;
  for (let count = 2; used.has(unused); count++) unused = `${stem}-${String(count)}`;
  return unused;
}

const LONGEST_NAME = 80;

/** Returns the name of a user as History records it: one line of limited length. */
export function asName(typed: string): string {
  return foldSpaces(typed).slice(0, LONGEST_NAME).trim();
}
