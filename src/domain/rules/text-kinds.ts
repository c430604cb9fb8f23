/** The kind of text of a work item, from its designation, and whether such a text is approved or agreed. */
import { designationOf } from "../item-name";
import type { WorkItem } from "../model";
import { parseDesignation, type Designation, type Product } from "../designations/designations";
import { memoize } from "../memoize";
import { isOneOf, KINDS, type Kind } from "../vocabulary";

/** How a text is brought into force: approved under TAP or AAP, or agreed; "either" where its content decides. */
type KindOfDecision = "approved" | "agreed" | "either";

/** Approval or agreement by product (A.1 1.8.2; Resolution 1, 1bis.6 to 1bis.9 and 9.7). */
const DECISIONS: Readonly<Record<Product, KindOfDecision>> = {
  Recommendation: "approved",
  Annex: "approved",
  Appendix: "agreed",
  Supplement: "agreed",
  "Technical Report": "agreed",
  "Technical Paper": "agreed",
  "Implementers' guide": "agreed",
  Handbook: "agreed",
};

/** Whether a working party may agree a text: on a condition, unknown (Rec. A.13 was not read), or no. */
type WorkingPartyRight = "on condition" | "unknown" | "no";
const WORKING_PARTY_RIGHTS: Partial<Record<Product, WorkingPartyRight>> = {
  "Technical Report": "on condition",
  Handbook: "on condition",
  "Implementers' guide": "on condition",
  Supplement: "unknown",
  "Technical Paper": "unknown",
};

export interface TextKind {
  product: Product;
  change: "revision" | "amendment" | "corrigendum" | "erratum" | null;
  decision: KindOfDecision;
  /** Whether the name is a number; a provisional name does not distinguish a Recommendation from another text. */
  numbered: boolean;
  workingParty: WorkingPartyRight;
}

/** Parses a designation; memoized. */
export const designationParts: (designation: string) => Designation = memoize(parseDesignation);

/** Returns the kind of text of a designation; null where the name has no recognised form. */
export const textKindOf: (designation: string) => TextKind | null = memoize((designation: string) => {
  const { product, change, number } = designationParts(designation);
  return (
    product && {
      product,
      change,
      // An amendment is approved or agreed according to what it adds.
      decision: change === "amendment" ? "either" : DECISIONS[product],
      numbered: number !== null,
      workingParty: WORKING_PARTY_RIGHTS[product] ?? "no",
    }
  );
});

const KIND_OF_CHANGE = { revision: "Rev", amendment: "Amd", corrigendum: "Cor", erratum: "Cor" } as const;

/** Returns the kind of a text as its name says, else as recorded: reports print "New" for a new amendment. */
export function kindOfText(recorded: string | null, designation: string): Kind {
  const change = textKindOf(designation)?.change;
  if (change) return KIND_OF_CHANGE[change];
  return isOneOf(KINDS, recorded) ? recorded : "New";
}

/** Returns the kind of text for which the transition table has separate rows: an Erratum has no process. */
export function textClass(item: Pick<WorkItem, "number" | "name">): "erratum" | undefined {
  return textKindOf(designationOf(item))?.change === "erratum" ? "erratum" : undefined;
}

/** Returns the text that a designation changes: "X.1352" of "X.1352 Amd.1", "X.1373" of "X.1373rev"; null where there is none. */
export function parentInName(item: Pick<WorkItem, "number" | "name" | "kind">): string | null {
  const { change, parent, number } = designationParts(designationOf(item));
  if (parent !== null) return parent;
  return item.kind === "Rev" && change === null ? number : null;
}
