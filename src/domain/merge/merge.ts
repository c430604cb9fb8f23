/** Merges documents into a new or existing programme. */
import { fullItemName } from "../item-name";
import type { ReadDocument } from "../document";
import type { JoinFinding, Meeting, Programme, ProgrammeEvent, WorkItem } from "../model";
import { naturalKey } from "../designations/natural-order";
import { normaliseName } from "../designations/normalise";
import { OWN_GROUP } from "../vocabulary";
import { documentId, reportedBy } from "./document-events";
import type { Draft, Reported } from "./document-events";
import { finish, mapInSteps, type Steps } from "../steps";
import { diffOf, keepEdits } from "./differences";
import type { KeptEdit, ProgrammeDiff } from "./differences";
import {
  findContested,
  findDoublePlans,
  findNamesInObjectives,
  findNearNames,
  findSetbacks,
  findTitleConflicts,
  findUnnumberedChanges,
} from "./findings";
import { foldEvents } from "./fold";
import { contestedNames } from "./contested";
import { groupDrafts } from "./grouping";
import type { Group } from "./grouping";
import { joinMeetings, meetingsReportedBy } from "./meetings";
import { recordOf } from "./recorded-documents";
import { compareEvents, compareHappenings, eventsByItem } from "./order";
import { namesOfRow } from "./row-names";
import type { RowNames } from "./row-names";

/** The merged programme and its changes. */
export interface Merged {
  programme: Programme;
  diff: ProgrammeDiff;
}

/** A programme without documents. */
export const EMPTY_PROGRAMME: Programme = {
  documents: [],
  items: [],
  events: [],
  meetings: [],
  frames: [],
  findings: [],
};
const NO_NAMES: RowNames = {
  number: null,
  name: null,
  all: [],
  keys: [],
  ownKeys: [],
  designation: null,
  revisesItself: false,
};

/** Keeps one document for each identity: the longer one, whatever the order. */
function withoutDuplicates(documents: readonly ReadDocument[]): { unique: ReadDocument[]; findings: JoinFinding[] } {
  const chosen = new Map<string, ReadDocument>();
  const findings: JoinFinding[] = [];
  for (const [index, document] of documents.entries()) {
    const id = documentId(document) ?? `undated ${index}`;
    const chosenBefore = chosen.get(id);
    if (chosenBefore === undefined) {
      chosen.set(id, document);
      continue;
    }
    const [text, chosenText] = [JSON.stringify(document), JSON.stringify(chosenBefore)];
    if (text === chosenText) continue;
    const fuller = text.length - chosenText.length || (text < chosenText ? 1 : -1);
    if (fuller > 0) chosen.set(id, document);
    const found = { code: "duplicateDocument", values: { document: id } } as const;
    findings.push({ severity: "warning", item: null, found });
  }
  const unique = [...chosen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document);
  return { unique, findings };
}

function isOf(event: ProgrammeEvent, documents: ReadonlySet<string>): boolean {
  return event.source !== null && documents.has(event.source.document);
}

/**
 * Existing events stay with their item; the events of a document that is read again are replaced. If a user deleted an item,
 * its events stay in History, and restore it only if a document reports it again.
 */
function* keptDrafts(
  existing: Programme,
  incoming: ReadonlySet<string>,
): Steps<{ drafts: Draft[]; orphans: ProgrammeEvent[] }> {
  const existingItems = new Set(existing.items.map(({ key }) => key));
  const kept = existing.events.filter((event) => !isOf(event, incoming));
  const ofItems = kept.filter((event) => existingItems.has(event.item));
  return {
    drafts: yield* mapInSteps(ofItems, (event) => ({
      event,
      names: event.printed === null ? NO_NAMES : namesOfRow(event.printed),
    })),
    orphans: kept.filter((event) => !existingItems.has(event.item)),
  };
}

/** Assigns each row of a document that is read again to the item that it had. */
function anchored(
  draft: Draft,
  eventsBefore: ReadonlyMap<string, ProgrammeEvent>,
  existingItems: ReadonlySet<string>,
): Draft {
  const before = eventsBefore.get(draft.event.id);
  if (before === undefined || !existingItems.has(before.item)) return draft;
  const isSame = before?.printed?.printedName === draft.event.printed?.printedName;
  return isSame ? { ...draft, event: { ...draft.event, item: before.item } } : draft;
}

/** The identity of a new item: its first reported name, the provisional one if there is one. */
function newKey(drafts: readonly Draft[], usedKeys: ReadonlySet<string>): string {
  const ordered = [...drafts].sort((a, b) => compareHappenings(a.event, b.event));
  const names = ordered.flatMap(({ names: { name, keys } }) => [
    ...(name === null ? [] : [normaliseName(name)]),
    ...keys,
  ]);
  const wanted = [...new Set(names)];
  const free = wanted.find((key) => !usedKeys.has(key));
  if (free !== undefined) return free;
  const stem = wanted[0] ?? ordered[0]?.event.id ?? "item";
  for (let count = 2; ; count += 1) if (!usedKeys.has(`${stem}#${count}`)) return `${stem}#${count}`;
}

/** Of several existing items in a group, the key of the one reported first. */
function oldestOf({ drafts, existing }: Group): string {
  const own = drafts.filter(({ event }) => existing.includes(event.item));
  const [first] = own.sort((a, b) => compareHappenings(a.event, b.event));
  return first?.event.item ?? [...existing].sort()[0] ?? "";
}

interface Assembled {
  items: WorkItem[];
  events: ProgrammeEvent[];
  findings: JoinFinding[];
  kept: KeptEdit[];
  merged: { kept: string; dropped: string }[];
}

function noLongerReported(item: WorkItem): JoinFinding {
  const found = { code: "noLongerReported", values: { item: fullItemName(item) } } as const;
  return { severity: "warning", item: item.key, found };
}

function groupOrder(group: Group): string {
  const first = [...group.drafts].sort((a, b) => compareHappenings(a.event, b.event))[0];
  return first === undefined ? "" : `${first.event.date} ${first.event.id}`;
}

/**
 * What documents that are read again reported of an item before, where only entries of users are left of it: it stays as it is, with its
 * history. Another row may have an event's identity now.
 */
function withdrawnEvents(
  drafts: readonly Draft[],
  before: readonly ProgrammeEvent[],
  incoming: ReadonlySet<string>,
  usedIds: ReadonlySet<string>,
): ProgrammeEvent[] {
  if (drafts.some(({ event }) => event.origin !== "user")) return [];
  return before
    .filter((event) => isOf(event, incoming))
    .map((event) => (usedIds.has(event.id) ? { ...event, id: `${event.id} ${event.item}` } : event));
}

function* assemble(
  existing: Programme,
  drafts: Draft[],
  orphans: readonly ProgrammeEvent[],
  incoming: ReadonlySet<string>,
): Steps<Assembled> {
  yield;
  const contested = yield* contestedNames(drafts);
  const groups = yield* groupDrafts(drafts, existing.items, contested);
  yield 0.4;
  const existingItems = new Map(existing.items.map((item) => [item.key, item]));
  const eventsBefore = eventsByItem(existing.events);
  const usedKeys = new Set(existingItems.keys());
  const usedIds = new Set(drafts.map(({ event }) => event.id));
  const orphansOf = eventsByItem(orphans);
  const result: Assembled = { items: [], events: [], findings: findContested(contested), kept: [], merged: [] };
  yield;
  const ordered = yield* mapInSteps(groups, (group) => ({ group, at: groupOrder(group) }));
  ordered.sort((a, b) => (a.at < b.at ? -1 : 1));
  yield* mapInSteps(ordered, ({ group }) => add(group));
  for (const events of orphansOf.values()) result.events.push(...events);
  return result;

  function add(group: Group): void {
    const isNew = group.existing.length === 0;
    const key = isNew ? newKey(group.drafts, usedKeys) : oldestOf(group);
    usedKeys.add(key);
    for (const dropped of group.existing) if (dropped !== key) result.merged.push({ kept: key, dropped });
    const before = existingItems.get(key);
    if (before !== undefined && group.drafts.length === 0) {
      // An item that a user typed has no events. One whose reports were all taken away is no longer part of the programme.
      if (eventsBefore.has(key)) result.findings.push(noLongerReported(before));
      else result.items.push(before);
      return;
    }
    const returning = orphansOf.get(key) ?? [];
    orphansOf.delete(key);
    const withdrawn = before ? withdrawnEvents(group.drafts, eventsBefore.get(key) ?? [], incoming, usedIds) : [];
    if (before && withdrawn.length > 0) result.findings.push(noLongerReported(before));
    const folded = foldEvents(key, [...withdrawn, ...group.drafts.map(({ event }) => event), ...returning]);
    const base = before && foldEvents(key, eventsBefore.get(key) ?? []).item;
    const { item, kept } = before && base ? keepEdits(before, base, folded.item) : { item: folded.item, kept: [] };
    result.items.push(item);
    result.events.push(...folded.events);
    result.kept.push(...kept);
    result.findings.push(
      ...findSetbacks(item, folded.setbacks),
      ...findTitleConflicts(item, folded.events),
      ...findDoublePlans(item, folded.events),
    );
  }
}

function assignMeetings(events: readonly ProgrammeEvent[], meetings: readonly Meeting[]): ProgrammeEvent[] {
  const ids = new Set(meetings.map(({ id }) => id));
  return events.map((event) => {
    // Only an earlier event, reported by its month, can refer to a meeting that does not exist.
    const isCertain = event.origin === "user" || event.source?.column === null;
    if (event.meeting !== null && (isCertain || ids.has(event.meeting))) return event;
    const heldMeeting = meetings.find(
      ({ from, to }) => from !== null && to !== null && from <= event.date && event.date <= to,
    );
    const meeting = heldMeeting?.id ?? (event.origin === "document" ? null : event.meeting);
    return meeting === event.meeting ? event : { ...event, meeting };
  });
}

function* inNaturalOrder(items: readonly WorkItem[]): Steps<WorkItem[]> {
  // Editions follow each other; items of other study groups come last, as their table does.
  const keyed = yield* mapInSteps(items, (item) => ({
    item,
    at: [
      item.studyGroup === OWN_GROUP ? "" : "1",
      naturalKey(fullItemName(item)),
      item.since ?? "",
      naturalKey(item.key),
    ].join("\u0000"),
  }));
  return keyed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ item }) => item);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What a merge yields: the programme, the values of users that it keeps, and the items that it found to be one. */
export type MergeResult = Pick<Assembled, "kept" | "merged"> & { programme: Programme };

/**
 * Merges documents into an existing programme, in steps. Its keys and the changes of users stay. A document that is read again replaces its
 * earlier reading.
 * @param removed ids of documents to remove
 */
export function* mergeSteps(
  existing: Programme,
  documents: readonly ReadDocument[],
  removed: readonly string[] = [],
): Steps<MergeResult> {
  const { unique, findings } = withoutDuplicates(documents);
  const reports: Reported[] = [];
  for (const document of unique) reports.push(yield* reportedBy(document));
  const incoming = new Set([...removed, ...reports.flatMap(({ id }) => (id === null ? [] : [id]))]);
  const before = new Map(existing.events.map((event) => [event.id, event]));
  const existingItems = new Set(existing.items.map(({ key }) => key));
  yield;
  const drafted = reports.flatMap(({ drafts }) => drafts);
  const reported = yield* mapInSteps(drafted, (draft) => anchored(draft, before, existingItems));
  yield 0.15;
  const { drafts, orphans } = yield* keptDrafts(existing, incoming);
  const assembled = yield* assemble(existing, [...drafts, ...reported], orphans, incoming);
  yield 0.9;
  const meetings = joinMeetings(existing.meetings, unique.flatMap(meetingsReportedBy));
  const items = yield* inNaturalOrder(assembled.items);
  const frames = [
    ...existing.frames.filter((frame) => !incoming.has(frame.document)),
    ...reports.flatMap((report) => report.frames),
  ];
  const records = unique.flatMap((document) => {
    const id = documentId(document);
    return id === null ? [] : [recordOf(id, document)];
  });
  const events = assignMeetings(assembled.events, meetings);
  yield;
  events.sort(compareEvents);
  yield;
  const programme: Programme = {
    documents: [...existing.documents.filter(({ id }) => !incoming.has(id)), ...records].sort(byId),
    items,
    events,
    meetings,
    frames: frames
      .map((frame, index) => ({ frame, index }))
      .sort((a, b) =>
        a.frame.document < b.frame.document ? -1 : a.frame.document > b.frame.document ? 1 : a.index - b.index,
      )
      .map(({ frame }) => frame),
    findings: [
      ...findings,
      ...reports.flatMap((report) => report.findings),
      ...assembled.findings,
      ...(yield* findNearNames(items)),
      ...findUnnumberedChanges(items),
      ...findNamesInObjectives(unique, items),
    ],
  };
  return { programme, kept: assembled.kept, merged: assembled.merged };
}

/** Merges documents at once, and lists the changes; `diff.kept` lists the changes of users for which a document reports another value. */
export function mergeDocuments(existing: Programme, documents: readonly ReadDocument[]): Merged {
  const { programme, ...assembled } = finish(mergeSteps(existing, documents));
  return { programme, diff: diffOf(existing, programme, assembled) };
}

/** Merges documents into one programme, in steps; their order does not matter. */
export function* joinSteps(documents: readonly ReadDocument[]): Steps<Programme> {
  return (yield* mergeSteps(EMPTY_PROGRAMME, documents)).programme;
}

/** Merges documents into one programme; their order does not matter. */
export function joinDocuments(documents: readonly ReadDocument[]): Programme {
  return finish(joinSteps(documents));
}
