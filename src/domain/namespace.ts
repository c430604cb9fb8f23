/**
 * The functions' prefix in formulas. "SG17" is what the secretariat asked for, though it is also the address of a cell; a build may choose
 * another (`npm run build -- --env namespace=SG_17`). Manifest, metadata, help and tests all follow from here.
 */
export const NAMESPACE: string = process.env.SG17_NAMESPACE ?? "SG17";

/** Names that Excel would read as a cell: A1 to XFD1048576, or the R1C1 forms. */
const LOOKS_LIKE_A_CELL = /^(?:[A-Z]{1,3}[0-9]{1,7}|R[0-9]*C[0-9]*|R|C)$/i;

/** Excel wants a letter first, then letters, digits, dots and underscores, 3 to 128 in all, and nothing that is also a cell. */
export function isSafeFunctionName(name: string): boolean {
  return /^[A-Z][A-Z0-9_.]{2,127}$/i.test(name) && !LOOKS_LIKE_A_CELL.test(name);
}

/** Functions that apply the rules. */
export const RULE_FUNCTIONS = ["NEXT", "CANBECOME", "WHYNOT", "CHECK"] as const;

/** Functions whose answer depends on the current day and meeting, beside the programme: the rules, and FIND("overdue"). */
export const DATED_FUNCTIONS = [...RULE_FUNCTIONS, "FIND"] as const;
