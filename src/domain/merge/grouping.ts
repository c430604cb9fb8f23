/** Which rows speak of the same item: those that share a name, directly or through others. */
import type { ProgrammeEvent, WorkItem } from "../model";
import { normaliseName } from "../designations/normalise";
import type { Draft } from "./document-events";
import { registeredNames } from "./item-names";

/** Sets that can be joined; each is known by one of its members. */
class Sets {
  private readonly parents = new Map<string, string>();

  find(member: string): string {
    let root = member;
    for (let up = this.parents.get(root); up !== undefined && up !== root; up = this.parents.get(root)) root = up;
    for (let at = member; at !== root;) {
      const up = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left !== right) this.parents.set(left > right ? left : right, left > right ? right : left);
  }
}

/** A name that two rows of one table use for different texts. */
export interface Contested {
  name: string;
  rows: [Draft, Draft];
}

export interface Group {
  drafts: Draft[];
  /** Keys of existing items that turn out to be this one; more than one where a document says that they are the same. */
  existing: string[];
}

const EXISTING = "item ";
const NAME = "name ";

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && normaliseName(a) !== normaliseName(b);
}

/** Names that one table gives to two texts with different numbers or provisional names: they identify neither. */
export function contestedNames(drafts: readonly Draft[]): Contested[] {
  const first = new Map<string, Draft>();
  const contested = new Map<string, Contested>();
  for (const draft of drafts) {
    const source = draft.event.source;
    if (source === null) continue;
    for (const name of draft.names.keys) {
      const place = [source.document, source.annex, source.section, name].join("|");
      const other = first.get(place);
      if (other === undefined) first.set(place, draft);
      else if (differ(other.names.number, draft.names.number) || differ(other.names.name, draft.names.name)) {
        contested.set(name, { name, rows: [other, draft] });
      }
    }
  }
  return [...contested.values()];
}

/** Names by which existing items are known, now or from their events, each with its item; null where several share it. */
function ownedNames(drafts: readonly Draft[], existing: readonly WorkItem[]): Map<string, string | null> {
  const owners = new Map<string, string | null>();
  const own = (name: string, key: string) => {
    const other = owners.get(name);
    owners.set(name, other === undefined || other === key ? key : null);
  };
  for (const item of existing) for (const name of registeredNames(item).strong) own(name, item.key);
  for (const { event, names } of drafts) if (event.item !== "") for (const name of names.keys) own(name, event.item);
  return owners;
}

/**
 * Groups drafts by item. A draft whose event already bears an item's key stays with that item.
 * @param contested names that join nothing
 */
export function groupDrafts(
  drafts: readonly Draft[],
  existing: readonly WorkItem[],
  contested: ReadonlySet<string>,
): Group[] {
  const sets = new Sets();
  for (const [name, key] of ownedNames(drafts, existing)) {
    if (key !== null && !contested.has(name)) sets.join(EXISTING + key, NAME + name);
  }
  const anchors = drafts.map((draft, index) => {
    const names = draft.names.keys.filter((name) => !contested.has(name)).map((name) => NAME + name);
    if (draft.event.item !== "") return EXISTING + draft.event.item;
    for (const name of names.slice(1)) sets.join(names[0] ?? name, name);
    return names[0] ?? `row ${index} ${draft.event.id}`;
  });
  const groups = new Map<string, Group>();
  const groupOf = (member: string) => {
    const root = sets.find(member);
    const group = groups.get(root) ?? { drafts: [], existing: [] };
    groups.set(root, group);
    return group;
  };
  for (const item of existing) groupOf(EXISTING + item.key).existing.push(item.key);
  drafts.forEach((draft, index) => groupOf(anchors[index] ?? "").drafts.push(draft));
  return attachToRevisions([...groups.values()]);
}

/**
 * A report without a New/Revised column prints a revision's approval under the plain number. Where the revision was
 * determined or consented before, the approval is the revision's.
 */
function attachToRevisions(groups: Group[]): Group[] {
  const byName = new Map<string, Group>();
  for (const group of groups)
    for (const draft of group.drafts) for (const name of draft.names.keys) byName.set(name, group);
  for (const group of groups) {
    for (const draft of [...group.drafts]) {
      const { event, names } = draft;
      if (event.item !== "" || event.kind !== "Approved" || event.printed?.kind !== null || names.keys.length !== 1)
        continue;
      const revision = byName.get(`${names.keys[0] ?? ""}rev`);
      if (revision === undefined || revision === group || !awaitsApproval(revision, event)) continue;
      group.drafts.splice(group.drafts.indexOf(draft), 1);
      revision.drafts.push(draft);
    }
  }
  return groups.filter((group) => group.drafts.length > 0 || group.existing.length > 0);
}

function awaitsApproval(group: Group, approval: ProgrammeEvent): boolean {
  return group.drafts.some(({ event }) => {
    return event.date <= approval.date && (event.kind === "Determined" || event.kind === "Consented");
  });
}
