/** Makes findings. */
import type { MessageValues } from "../message";
import type { FindingCode } from "./finding-codes";
import type { Clause } from "./instruments";
import type { Finding, ItemField, Severity } from "./types";

/** What a finding is about, and how grave it is. */
export interface About {
  severity: Severity;
  rule: string;
  item: string;
  key: string | null;
  field: ItemField | null;
  clauses: readonly Clause[];
}

/** A finding with its code and the values that its sentence names, the item among them. */
export function finding(about: About, code: FindingCode, values: MessageValues = {}): Finding {
  const { severity, rule, item, key, field, clauses } = about;
  return { severity, rule, item, key, field, code, values: { item, ...values }, clauses };
}
