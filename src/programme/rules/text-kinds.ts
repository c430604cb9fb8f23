/** What kind of text a work item is to become, told by its designation, and whether such a text is approved or agreed. */
import type { WorkItem } from "../model";
import { parseDesignation, type Product } from "../names/designations";

/** How a text is brought into force: approved under TAP or AAP, or agreed; "either" where its content decides. */
export type Decision = "approved" | "agreed" | "either";

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

const memory = new Map<string, TextKind | null>();
const MEMORY_LIMIT = 50_000;

/** The kind of text a designation names; null where the name follows no known form. */
export function textKindOf(designation: string): TextKind | null {
  const known = memory.get(designation);
  if (known !== undefined) return known;
  const parsed = parseDesignation(designation);
  const kind: TextKind | null = parsed.product && {
    product: parsed.product,
    change: parsed.change,
    // An amendment is approved or agreed according to what it adds.
    decision: parsed.change === "amendment" ? "either" : DECISIONS[parsed.product],
    numbered: parsed.number !== null,
    workingPartyMayAgree: WORKING_PARTY_MAY_AGREE.includes(parsed.product),
  };
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  memory.set(designation, kind);
  return kind;
}

/** The designation people know an item by: its number, else its provisional name. */
export function designationOf(item: Pick<WorkItem, "number" | "name">): string {
  return item.number ?? item.name ?? "";
}
