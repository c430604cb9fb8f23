/** What a join cannot settle by itself, said to a person. */
import type { ReadDocument } from "../document";
import type { JoinFinding, ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import { nearKey, normaliseName } from "../designations/normalise";
import type { Contested } from "./grouping";

const NAME_IN_TEXT = /\b(?:[A-Z]|TR|TP|X?STR|X?STP)\.[A-Za-z0-9][\w.-]*\w/g;
/** Below this share of common words, two titles are so different that one name may have been used for two texts. */
const LEAST_SHARED_WORDS = 0.25;

const HOW_TO_UNITE =
  "If they are one text, delete one row, give its name to the other as Item or Provisional name, and load the document again.";

/** How an item is called in a message. */
export function displayName(item: WorkItem): string {
  if (item.number !== null && item.name !== null) return `${item.number} (${item.name})`;
  return item.number ?? item.name ?? item.key;
}

/** Names that one table gives to two texts. */
export function findContested(contested: readonly Contested[]): JoinFinding[] {
  return contested.map(({ rows: [first, second] }) => {
    const printed = [first, second].map(({ event, names }) => event.printed?.printedName ?? names.all.join(" "));
    const message = `${printed[0] ?? ""} and ${printed[1] ?? ""} bear the same name in one table (${first.event.source?.document ?? ""}, rows ${first.event.source?.position ?? 0} and ${second.event.source?.position ?? 0}); they were kept as two items.`;
    return { severity: "warning", item: null, message };
  });
}

/** Items whose names differ only by hyphens, underscores, dots or the X of XSTR. */
export function findNearNames(items: readonly WorkItem[]): JoinFinding[] {
  const byNearKey = new Map<string, WorkItem>();
  const findings: JoinFinding[] = [];
  for (const item of items) {
    for (const name of [item.number, item.name, ...item.aliases]) {
      if (name === null) continue;
      const key = nearKey(name);
      const other = byNearKey.get(key);
      if (other === undefined) byNearKey.set(key, item);
      else if (other !== item) {
        const message = `${displayName(item)} and ${displayName(other)} have nearly the same name. ${HOW_TO_UNITE}`;
        findings.push({ severity: "warning", item: item.key, message });
      }
    }
  }
  return findings;
}

/** An amendment without a number beside numbered ones of the same Recommendation. */
export function findUnnumberedChanges(items: readonly WorkItem[]): JoinFinding[] {
  const numbered = new Map<string, WorkItem>();
  for (const item of items) {
    const match = item.number === null ? null : /^(.*(?:amd|cor))\d+$/.exec(normaliseName(item.number));
    if (match?.[1]) numbered.set(match[1], item);
  }
  return items.flatMap((item) => {
    const other = item.number === null ? undefined : numbered.get(normaliseName(item.number));
    if (other === undefined) return [];
    const message = `${displayName(item)} bears no number of its own and may be ${displayName(other)}. ${HOW_TO_UNITE}`;
    return [{ severity: "info" as const, item: item.key, message }];
  });
}

function words(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

function shareOfWords(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(1, Math.min(left.size, right.size));
}

/** Titles of one item that differ at one meeting, or that have hardly a word in common. */
export function findTitleConflicts(item: WorkItem, events: readonly ProgrammeEvent[]): JoinFinding[] {
  const titled = events.flatMap((event) => (event.printed?.title ? [{ event, title: event.printed.title }] : []));
  const plain = (title: string) => [...words(title)].join(" ");
  for (const [index, { event, title }] of titled.entries()) {
    const before = titled[index - 1];
    if (before === undefined || before.title === title || plain(before.title) === plain(title)) continue;
    if (shareOfWords(before.title, title) < LEAST_SHARED_WORDS) {
      const message = `${displayName(item)} is “${before.title}” in the ${before.event.source?.document ?? ""} and “${title}” in the ${event.source?.document ?? ""}: is it the same text?`;
      return [{ severity: "warning", item: item.key, message }];
    }
    if (before.event.source?.document === event.source?.document) {
      const message = `${displayName(item)} has two titles in the ${event.source?.document ?? ""}: “${before.title}” and “${title}”; the later one was taken.`;
      return [{ severity: "info", item: item.key, message }];
    }
  }
  return [];
}

/** One text planned for two kinds of action at one meeting. */
export function findDoublePlans(item: WorkItem, events: readonly ProgrammeEvent[]): JoinFinding[] {
  const plans = new Map<string, Set<string>>();
  for (const event of events) {
    if (!event.kind.startsWith("Planned") || event.source === null) continue;
    plans.set(event.source.document, (plans.get(event.source.document) ?? new Set()).add(event.kind.toLowerCase()));
  }
  return [...plans].flatMap(([document, kinds]) => {
    if (kinds.size < 2) return [];
    const message = `${displayName(item)} is ${[...kinds].join(" and ")} in the ${document}.`;
    return [{ severity: "info" as const, item: item.key, message }];
  });
}

/** Items that a later document shows as not yet approved although they were. */
export function findSetbacks(item: WorkItem, setbacks: readonly [Status, ProgrammeEvent][]): JoinFinding[] {
  return setbacks.map(([before, event]) => {
    const message = `${displayName(item)} was ${before} and is ${event.kind.toLowerCase()} on ${event.date}${event.source ? ` (${event.source.document})` : ""}: if this is a new edition, it needs an item of its own.`;
    return { severity: "warning", item: item.key, message };
  });
}

/** Names in the objectives of rapporteur group meetings that are nearly, but not quite, those of an item. */
export function findNamesInObjectives(documents: readonly ReadDocument[], items: readonly WorkItem[]): JoinFinding[] {
  const texts = documents.flatMap((document) => document.rgms.flatMap((meeting) => meeting.objectives));
  if (texts.length === 0) return [];
  const exact = new Set<string>();
  const near = new Map<string, WorkItem>();
  for (const item of items) {
    for (const name of [item.number, item.name, ...item.aliases]) {
      if (name === null) continue;
      exact.add(normaliseName(name));
      near.set(nearKey(name), item);
    }
  }
  const findings = new Map<string, JoinFinding>();
  for (const name of texts.flatMap((text) => text.match(NAME_IN_TEXT) ?? [])) {
    const item = near.get(nearKey(name));
    if (item === undefined || exact.has(normaliseName(name))) continue;
    const message = `“${name}” in the objectives of a rapporteur group meeting is nearly the name of ${displayName(item)}.`;
    findings.set(message, { severity: "info", item: item.key, message });
  }
  return [...findings.values()];
}
