/** What kind of text a work item is to become, told by its designation, and whether such a text is approved or agreed. */
import type { WorkItem } from "../model";
import { parseDesignation, type Designation, type Product } from "../designations/designations";
import { remembered } from "./memoize";

/** How a text is brought into force: approved under TAP or AAP, or agreed; "either" where its content decides. */
type Decision = "approved" | "agreed" | "either";

/** What is decided how (A.1 1.8.2; Resolution 1, 1bis.6 to 1bis.9 and 9.7). */
const DECISIONS: Readonly<Record<Product, Decision>> = {
  Recommendation: "approved",
  Annex: "approved",
  Appendix: "agreed",
  Supplement: "agreed",
  "Technical Report": "agreed",
  "Technical Paper": "agreed",
  "Implementers' guide": "agreed",
  Handbook: "agreed",
};

/** Who may agree a text besides the study group: nobody, or a working party on a condition. */
const WORKING_PARTY_MAY_AGREE: readonly Product[] = ["Technical Report", "Handbook", "Implementers' guide"];

export interface TextKind {
  product: Product;
  change: "revision" | "amendment" | "corrigendum" | "erratum" | null;
  decision: Decision;
  /** Whether the name is a number; a provisional name does not yet tell a Recommendation from another text. */
  numbered: boolean;
  workingPartyMayAgree: boolean;
}

/** A designation taken apart; the same text is taken apart once. */
export const designationParts: (designation: string) => Designation = remembered(parseDesignation);

/** The kind of text a designation names; null where the name follows no known form. */
export const textKindOf: (designation: string) => TextKind | null = remembered((designation: string) => {
  const { product, change, number } = designationParts(designation);
  return (
    product && {
      product,
      change,
      // An amendment is approved or agreed according to what it adds.
      decision: change === "amendment" ? "either" : DECISIONS[product],
      numbered: number !== null,
      workingPartyMayAgree: WORKING_PARTY_MAY_AGREE.includes(product),
    }
  );
});

/** The designation people know an item by: its number, else its provisional name. */
export function designationOf(item: Pick<WorkItem, "number" | "name">): string {
  return item.number ?? item.name ?? "";
}
