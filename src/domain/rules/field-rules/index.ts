/** All field rules, F-01 to F-48. */
import { CONSULTATION_RULES } from "./consultations";
import { DECISION_RULES } from "./decisions";
import type { FieldRule } from "./field-rule";
import { ITEM_RULES } from "./items";
import { NAME_RULES } from "./names";
import { PLAN_RULES } from "./plans";
import { PROCESS_RULES } from "./processes";
import { TEXT_RULES } from "./texts";

export type { FieldRule, Violation, Subject } from "./field-rule";

export const FIELD_RULES: readonly FieldRule[] = [
  ...NAME_RULES,
  ...PLAN_RULES,
  ...PROCESS_RULES,
  ...DECISION_RULES,
  ...CONSULTATION_RULES,
  ...TEXT_RULES,
  ...ITEM_RULES,
].sort((a, b) => a.id.localeCompare(b.id));
