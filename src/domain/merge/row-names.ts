/** The names of an item in a row, and those that identify it. */
import type { Row } from "../document";
import { normaliseName } from "../designations/normalise";
import { parseDesignation } from "../designations/designations";
import type { Designation } from "../designations/designations";

export interface RowNames {
  /** As printed. */
  number: string | null;
  name: string | null;
  /** Every name, verbatim, the two above included. */
  all: string[];
  /** Keys that identify the item. */
  keys: string[];
  /** Those of its present names; the others are former names, or the name under which the text was agreed. */
  ownKeys: string[];
  /** The parsed number; null if the row has none. */
  designation: Designation | null;
  /** Whether the row is a revision of the Recommendation with this number. */
  revisesItself: boolean;
}

const AGREED_AS = /\b[Aa]greed as (?:ITU-T )?((?:[A-Z]|TR|TP|[A-Z]ST[RP])[. ][A-Za-z][\w.-]*(?: \d+)?)/;

/** The name under which a text that was not approved was agreed instead: "X.Sup39" of "Agreed as X.Sup39 (see Table e)". */
function agreedUnder(decision: string | null): string | null {
  const name = decision === null ? undefined : AGREED_AS.exec(decision)?.[1];
  return name !== undefined && parseDesignation(name).product !== null ? name : null;
}

/**
 * Whether the number is that of the Recommendation revised: "X.1254 (revised)", or "Z.161" where the New/Revised column
 * says Rev. Such a text is an item of its own beside the Recommendation, known as "Z.161rev".
 */
function isRevisionUnderPlainNumber(row: Row, designation: Designation): boolean {
  if (designation.change !== null || designation.product !== "Recommendation") return false;
  if (row.kind === "Rev") return true;
  // Most names do not mention a revision and need not be parsed.
  if (row.printedName === null || !/revis|rev\b|edition/i.test(row.printedName)) return false;
  return parseDesignation(row.printedName).change === "revision";
}

/** Names by row: rows are immutable, and their names are read several times. */
const namesCache = new WeakMap<Row, RowNames>();

/** The names of a row; `keys` is empty if the row has no name. */
export function namesOfRow(row: Row): RowNames {
  const cached = namesCache.get(row);
  if (cached !== undefined) return cached;
  const names = readNames(row);
  namesCache.set(row, names);
  return names;
}

function readNames(row: Row): RowNames {
  const designation = row.number === null ? null : parseDesignation(row.number);
  const revisesItself = designation !== null && isRevisionUnderPlainNumber(row, designation);
  const revised = revisesItself && row.number !== null ? `${row.number.replace(/\s+/g, "")}rev` : null;
  const agreedAs = agreedUnder(row.decision);
  const identifying = [revised ?? row.number, row.acronym, row.formerly, agreedAs];
  const keysOf = (names: readonly (string | null)[]): string[] => {
    const keys = names.filter((name) => name !== null).map(normaliseName);
    return [...new Set(keys.filter((key) => key !== ""))];
  };
  const isProvisional = row.formerly !== null && parseDesignation(row.formerly).number === null;
  const all = [row.number, revised, row.acronym, row.formerly, agreedAs, ...(designation?.joint ?? [])];
  return {
    number: row.number,
    name: row.acronym ?? (isProvisional && row.number !== null ? row.formerly : null),
    all: all.filter((name) => name !== null),
    keys: keysOf(identifying),
    ownKeys: keysOf([revised ?? row.number, row.acronym]),
    designation,
    revisesItself,
  };
}
