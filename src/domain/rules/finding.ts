/** Creates findings. */
import type { MessageValues } from "../message";
import type { FindingCode } from "./finding-codes";
import type { Clause } from "./instruments";
import type { Finding, ItemField, Severity } from "./types";

/** The subject and severity of a finding. */
export interface About {
  severity: Severity;
  rule: string;
  item: string;
  key: string | null;
  field: ItemField | null;
  clauses: readonly Clause[];
}

/** Returns a finding with its code and the values of its sentence, which include the item. */
export function finding(about: About, code: FindingCode, values: MessageValues = {}): Finding {
  const { severity, rule, item, key, field, clauses } = about;
  return { severity, rule, item, key, field, code, values: { item, ...values }, clauses };
}
