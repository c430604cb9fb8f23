/** Groups rows by item: rows belong together if they share a name, directly or through other rows. */
import type { ProgrammeEvent, WorkItem } from "../model";
import { nearKey, normaliseName } from "../designations/normalise";
import type { Draft } from "./document-events";
import { registeredNames } from "./item-names";
import { identifyingNames } from "./successive-bearers";
import { plainTitle } from "./titles";

/** Disjoint sets (union-find); each is represented by one of its members. */
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
    const [leftRoot, rightRoot] = [this.find(a), this.find(b)];
    if (leftRoot !== rightRoot)
      this.parents.set(leftRoot > rightRoot ? leftRoot : rightRoot, leftRoot > rightRoot ? rightRoot : leftRoot);
  }
}

/** A name that two rows of one table use for different texts. */
export interface Contested {
  name: string;
  rows: [Draft, Draft];
}

export interface Group {
  drafts: Draft[];
  /** Keys of the existing items in the group; more than one if a document shows that they are the same. */
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
      const key = [source.document, source.annex, source.section, name].join("|");
      const other = first.get(key);
      if (other === undefined) first.set(key, draft);
      else if (differ(other.names.number, draft.names.number) || differ(other.names.name, draft.names.name)) {
        contested.set(name, { name, rows: [other, draft] });
      }
    }
  }
  return [...contested.values()];
}

/** The names that identify the item of each draft. */
type NamesOfDrafts = ReadonlyMap<Draft, readonly string[]>;

/** Present and former names of existing items, each with the item's key; null if several items share the name. */
function ownedNames(
  drafts: readonly Draft[],
  existing: readonly WorkItem[],
  namesOf: NamesOfDrafts,
): Map<string, string | null> {
  const owners = new Map<string, string | null>();
  const own = (name: string, key: string) => {
    const other = owners.get(name);
    owners.set(name, other === undefined || other === key ? key : null);
  };
  // A number that several texts bore in succession is assigned through the rows, which distinguish them.
  const successive = new Set(
    [...namesOf.values()]
      .flat()
      .filter((name) => name.includes(" "))
      .map((name) => name.split(" ")[0]),
  );
  for (const item of existing)
    for (const name of registeredNames(item).strong) if (!successive.has(name)) own(name, item.key);
  for (const draft of drafts)
    if (draft.event.item !== "") for (const name of namesOf.get(draft) ?? []) own(name, draft.event.item);
  return owners;
}

/**
 * Groups drafts by item. A draft whose event already has an item's key stays with that item.
 * @param contested names that do not join rows
 */
export function groupDrafts(
  received: readonly Draft[],
  existing: readonly WorkItem[],
  contested: ReadonlySet<string>,
): Group[] {
  const sets = new Sets();
  const { drafts, namesOf } = withoutLaterBearers(received, identifyingNames(received));
  for (const [name, key] of ownedNames(drafts, existing, namesOf)) {
    if (key !== null && !contested.has(name)) sets.join(EXISTING + key, NAME + name);
  }
  const anchors = drafts.map((draft, index) => {
    const names = (namesOf.get(draft) ?? []).filter((name) => !contested.has(name)).map((name) => NAME + name);
    if (draft.event.item !== "") return EXISTING + draft.event.item;
    for (const name of names.slice(1)) sets.join(names[0] ?? name, name);
    return names[0] ?? `row ${index} ${draft.event.id}`;
  });
  for (const [firstAnchor, secondAnchor] of equivalentSpellings(drafts, anchors)) sets.join(firstAnchor, secondAnchor);
  const groups = new Map<string, Group>();
  const groupOf = (member: string) => {
    const root = sets.find(member);
    const group = groups.get(root) ?? { drafts: [], existing: [] };
    groups.set(root, group);
    return group;
  };
  for (const item of existing) groupOf(EXISTING + item.key).existing.push(item.key);
  drafts.forEach((draft, index) => groupOf(anchors[index] ?? "").drafts.push(draft));
  return attachToRevisions([...groups.values()], namesOf);
}

/**
 * Detaches existing rows from an item if a new document shows that they belong to a later bearer of its number (the approval
 * between two editions was not reported before).
 */
function withoutLaterBearers(
  received: readonly Draft[],
  names: NamesOfDrafts,
): { drafts: readonly Draft[]; namesOf: NamesOfDrafts } {
  const first = new Map<string, number>();
  const ranked = (draft: Draft): [string, number][] =>
    (names.get(draft) ?? []).map((name) => {
      const [base = name, rank = "0"] = name.split(" ");
      return [`${draft.event.item}\n${base}`, Number(rank)];
    });
  for (const draft of received)
    if (draft.event.item !== "")
      for (const [key, rank] of ranked(draft)) first.set(key, Math.min(rank, first.get(key) ?? rank));
  const namesOf = new Map<Draft, readonly string[]>();
  const drafts = received.map((draft) => {
    const isLater = draft.event.item !== "" && ranked(draft).some(([key, rank]) => rank > (first.get(key) ?? rank));
    const reassigned = isLater ? { ...draft, event: { ...draft.event, item: "" } } : draft;
    namesOf.set(reassigned, names.get(draft) ?? []);
    return reassigned;
  });
  return { drafts, namesOf };
}

/**
 * Pairs of anchors whose rows use two spellings of one name ("X.sgc_rcs" and "X.sgc-rcs", "X.1352Amd" and "X.1352 Amd.1"),
 * with equal Question and title. An amendment without a number is the only numbered one reported with or after it.
 */
function equivalentSpellings(drafts: readonly Draft[], anchors: readonly string[]): [string, string][] {
  const alike = new Map<string, { anchor: string; name: string }[]>();
  drafts.forEach((draft, index) => {
    const { question, title } = draft.event.printed ?? {};
    const anchor = anchors[index];
    if (question == null || title == null || anchor === undefined) return;
    for (const name of draft.names.keys) {
      if (NUMBER.test(name)) continue;
      const key = [question, plainTitle(title), nearKey(name).replace(ORDINAL, "$1")].join("\n");
      alike.set(key, [...(alike.get(key) ?? []), { anchor, name }]);
    }
  });
  return [...alike.values()].flatMap((rows) => {
    const ordinals = new Set(rows.flatMap(({ name }) => ORDINAL.exec(name)?.[2] ?? []));
    if (ordinals.size > 1) return [];
    const first = rows[0];
    return first === undefined ? [] : rows.slice(1).map(({ anchor }): [string, string] => [first.anchor, anchor]);
  });
}

/** A number has one spelling; the rows determine its bearer at a time. Amendments and corrigenda may have no number at first. */
const NUMBER = /^[a-z]\.\d(?!.*(?:amd|cor)\d*$)/;
/** The number of an amendment or corrigendum at the end of a name's key. */
const ORDINAL = /(amd|cor)(\d+)$/;

/**
 * Moves approvals to revisions: a report without a New/Revised column prints the approval of a revision under the plain
 * number. If the revision was determined or consented before, the approval belongs to it.
 */
function attachToRevisions(groups: Group[], namesOf: NamesOfDrafts): Group[] {
  const byName = new Map<string, Group[]>();
  for (const group of groups)
    for (const name of new Set(group.drafts.flatMap((draft) => namesOf.get(draft) ?? []))) {
      const plain = name.split(" ")[0] ?? name;
      byName.set(plain, [...(byName.get(plain) ?? []), group]);
    }
  for (const group of groups) {
    for (const draft of [...group.drafts]) {
      const { event, names } = draft;
      if (event.item !== "" || event.kind !== "Approved" || event.printed?.kind !== null || names.keys.length !== 1)
        continue;
      const revisions = byName.get(`${names.keys[0] ?? ""}rev`) ?? [];
      const revision = revisions.findLast((each) => each !== group && isPendingApproval(each, event));
      if (revision === undefined) continue;
      group.drafts.splice(group.drafts.indexOf(draft), 1);
      revision.drafts.push(draft);
    }
  }
  return groups.filter((group) => group.drafts.length > 0 || group.existing.length > 0);
}

function isPendingApproval(group: Group, approval: ProgrammeEvent): boolean {
  return group.drafts.some(({ event }) => {
    return event.date <= approval.date && (event.kind === "Determined" || event.kind === "Consented");
  });
}
