/** Findings of a merge that a user must resolve. */
import { fullItemName } from "../item-name";
import type { ReadDocument } from "../document";
import type { JoinFinding, ProgrammeEvent, WorkItem } from "../model";
import type { EventKind, Status } from "../vocabulary";
import { nearKey, normaliseName } from "../designations/normalise";
import type { Contested } from "./contested";
import { mapInSteps, type Steps } from "../steps";
import { shareOfWords } from "./titles";

const NAME_IN_TEXT = /\b(?:[A-Z]|TR|TP|X?STR|X?STP)\.[A-Za-z0-9][\w.-]*\w/g;
/** Below this share of common words, two titles are so different that one name may have been used for two texts. */
const LEAST_SHARED_WORDS = 0.25;

/** Reports names that one table uses for two texts. */
export function findContested(contested: readonly Contested[]): JoinFinding[] {
  return contested.map(({ rows: [first, second] }) => {
    const printed = [first, second].map(({ event, names }) => event.printed?.printedName ?? names.all.join(" "));
    const values = {
      first: printed[0] ?? "",
      second: printed[1] ?? "",
      document: first.event.source?.document ?? "",
      firstRow: first.event.source?.position ?? 0,
      secondRow: second.event.source?.position ?? 0,
    };
    return { severity: "warning", item: null, found: { code: "contested", values } };
  });
}

/** Whether the name is a present or former number of both: editions of one text, or a reassigned number, which remain two items. */
function shareNumber(first: WorkItem, second: WorkItem, key: string): boolean {
  const names = [first, second].map((item) =>
    [item.number, ...item.aliases].flatMap((name) =>
      name !== null && nearKey(name).replace(/rev$/, "") === key.replace(/rev$/, "") ? [normaliseName(name)] : [],
    ),
  );
  return names.every((list) => list.some((name) => /^[a-z]\.\d/.test(name)));
}

/** Reports items whose names differ only by hyphens, underscores, dots or the X of XSTR. Two parts of a text may share its name. */
export function* findNearNames(items: readonly WorkItem[]): Steps<JoinFinding[]> {
  const byNearKey = new Map<string, { item: WorkItem; name: string }>();
  const findings: JoinFinding[] = [];
  yield* mapInSteps(items, (item) => {
    for (const name of [item.number, item.name, ...item.aliases]) {
      if (name === null) continue;
      const key = nearKey(name);
      const other = byNearKey.get(key);
      if (other === undefined) byNearKey.set(key, { item, name: normaliseName(name) });
      else if (other.item !== item && other.name !== normaliseName(name) && !shareNumber(item, other.item, key)) {
        const values = { item: fullItemName(item), other: fullItemName(other.item) };
        findings.push({ severity: "warning", item: item.key, found: { code: "nearNames", values } });
      }
    }
  });
  return findings;
}

/** Reports amendments without a number beside numbered ones of the same Recommendation. */
export function findUnnumberedChanges(items: readonly WorkItem[]): JoinFinding[] {
  const numbered = new Map<string, WorkItem>();
  for (const item of items) {
    const match = item.number === null ? null : /^(.*(?:amd|cor))\d+$/.exec(normaliseName(item.number));
    if (match?.[1]) numbered.set(match[1], item);
  }
  return items.flatMap((item): JoinFinding[] => {
    const other = item.number === null ? undefined : numbered.get(normaliseName(item.number));
    if (other === undefined) return [];
    const values = { item: fullItemName(item), other: fullItemName(other) };
    return [{ severity: "info", item: item.key, found: { code: "unnumbered", values } }];
  });
}

function words(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

/** Reports titles of one item that differ at one meeting, or that have few words in common. */
export function findTitleConflicts(item: WorkItem, events: readonly ProgrammeEvent[]): JoinFinding[] {
  const titled = events.flatMap((event) => (event.printed?.title ? [{ event, title: event.printed.title }] : []));
  const plain = (title: string) => [...words(title)].join(" ");
  for (const [index, { event, title }] of titled.entries()) {
    const before = titled[index - 1];
    if (before === undefined || before.title === title || plain(before.title) === plain(title)) continue;
    const document = event.source?.document ?? "";
    if (shareOfWords(before.title, title) < LEAST_SHARED_WORDS) {
      const beforeDocument = before.event.source?.document ?? "";
      const values = { item: fullItemName(item), before: before.title, beforeDocument, title, document };
      return [{ severity: "warning", item: item.key, found: { code: "unlikeTitles", values } }];
    }
    if (before.event.source?.document === event.source?.document) {
      const values = { item: fullItemName(item), before: before.title, title, document };
      return [{ severity: "info", item: item.key, found: { code: "twoTitles", values } }];
    }
  }
  return [];
}

/** Reports texts planned for two kinds of action at one meeting. */
export function findDoublePlans(item: WorkItem, events: readonly ProgrammeEvent[]): JoinFinding[] {
  const plans = new Map<string, Set<EventKind>>();
  for (const event of events) {
    if (!event.kind.startsWith("Planned") || event.source === null) continue;
    plans.set(event.source.document, (plans.get(event.source.document) ?? new Set()).add(event.kind));
  }
  return [...plans].flatMap(([document, kinds]): JoinFinding[] => {
    if (kinds.size < 2) return [];
    const values = { item: fullItemName(item), kinds: [...kinds], document };
    return [{ severity: "info", item: item.key, found: { code: "doublePlan", values } }];
  });
}

/** Reports approved items that a later document lists as not yet approved. */
export function findSetbacks(item: WorkItem, setbacks: readonly [Status, ProgrammeEvent][]): JoinFinding[] {
  return setbacks.map(([before, event]) => {
    const { kind, date, source } = event;
    const values = { item: fullItemName(item), before, event: kind, date, document: source?.document ?? null };
    return { severity: "warning", item: item.key, found: { code: "setback", values } };
  });
}

/** Reports names in the objectives of rapporteur group meetings that are similar, but not equal, to those of an item. */
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
    const values = { name, item: fullItemName(item) };
    const found = { code: "nearNameInObjectives", values } as const;
    findings.set(`${name} ${item.key}`, { severity: "info", item: item.key, found });
  }
  return [...findings.values()];
}
