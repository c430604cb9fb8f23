/** Texts with the same title, and when two texts may have the same title. */
import { nearKey } from "../designations/normalise";
import { spellingKey } from "../merge/spellings";
import { plainTitle } from "../merge/titles";
import { designationOf } from "../item-name";
import type { Programme, WorkItem } from "../model";
import { memoize } from "../memoize";
import { PUBLISHED } from "./name-holders";
import { designationParts, textKindOf } from "./text-kinds";
import type { RuleContext } from "./types";

const comparable = memoize(plainTitle);

const tables = new WeakMap<Programme["items"], ReadonlyMap<string, readonly WorkItem[]>>();

/** Returns a look-up of items by title; its index is built on the first call and cached per list of items. */
export function itemsTitled({ items }: Pick<Programme, "items">): (title: string) => readonly WorkItem[] {
  return (title) => {
    let table = tables.get(items);
    if (!table) {
      const byTitle = new Map<string, WorkItem[]>();
      for (const item of items) {
        const same = byTitle.get(comparable(item.title));
        if (same) same.push(item);
        else byTitle.set(comparable(item.title), [item]);
      }
      tables.set(items, (table = byTitle));
    }
    return table.get(comparable(title)) ?? [];
  };
}

/** Limit on the texts of one title that are compared, so that the cost stays bounded. */
const MOST_TWINS = 20;

/**
 * Returns other texts that may be this one under another name: they have the same title, and one of the two is still in progress. Texts in
 * force can share a title after renumbering.
 */
export function twinsOf(item: WorkItem, { itemsTitled }: Pick<RuleContext, "itemsTitled">): WorkItem[] {
  if (!itemsTitled || item.title === "") return [];
  const isTwin = (other: WorkItem): boolean =>
    mayBeOneText(item, other) && (!mayShareTitle(item, other) || isOtherSpelling(item, other));
  return itemsTitled(item.title).slice(0, MOST_TWINS).filter(isTwin);
}

/** Whether two items may be one text: of one study group, neither of them ended, and not both in force. */
export function mayBeOneText(first: WorkItem, second: WorkItem): boolean {
  const statuses = [first.status, second.status];
  if (first.key === second.key || first.studyGroup !== second.studyGroup) return false;
  return !statuses.includes("Discontinued") && !statuses.every((status) => PUBLISHED.includes(status));
}

/** Whether two texts of one Question have names that differ in spelling only: "X.1352Amd" and "X.1352 Amd.1". */
function isOtherSpelling(first: WorkItem, second: WorkItem): boolean {
  const [one, other] = [designationOf(first), designationOf(second)];
  const isSame = first.studyGroup === second.studyGroup && first.question === second.question;
  return (
    isSame && nearKey(one) !== nearKey(other) && spellingKey(one) === spellingKey(other) && hasNoOrdinal(one, other)
  );
}

/** Two amendments with different numbers are two texts. */
function hasNoOrdinal(...names: readonly string[]): boolean {
  return names.some((name) => designationParts(name).ordinal === null);
}

/** Whether two texts may have the same title: editions and changes of one text, parts, supplements, and texts of other study groups. */
export function mayShareTitle(first: WorkItem, second: WorkItem): boolean {
  if (first.studyGroup !== second.studyGroup) return true;
  const [firstText, secondText] = [first, second].map((item) => ({
    kind: textKindOf(designationOf(item)),
    base: basesOf(item),
  }));
  if (!firstText || !secondText) return true;
  // A text that changes or supplements another text has the title of that text.
  if ([firstText, secondText].some(({ kind }) => kind?.change != null || kind?.product === "Supplement")) return true;
  if (firstText.kind?.product !== secondText.kind?.product) return true;
  return firstText.base.some((base) => secondText.base.includes(base));
}

/** "X.1221" of "X.1221.1", of "X.1221 (2023)" and of the texts that change it. */
const BASE = /^([A-Z]\.\d+)(?:\.\d+)*/;

/** The Recommendations of which a text is an edition or a part, by all its names. */
function basesOf(item: WorkItem): string[] {
  const names = [item.number, item.name, item.parent, ...item.aliases].filter((name) => name !== null);
  return names.flatMap((name) => {
    const { canonical, parent, joint } = designationParts(name);
    return [canonical, parent ?? canonical, ...joint].map((name) => BASE.exec(name)?.[1] ?? name);
  });
}
