/** Finds what answers a function: at hand for most, loaded on first use where the rules are asked. */
import { ANSWERS } from "./answers";
import type { Ask } from "./ask";
import type { FunctionId, RuleFunctionId } from "./catalogue";
import type { Evaluator } from "./respond";

let rules: Record<RuleFunctionId, Evaluator<Ask>> | null = null;

const isAtHand = (id: FunctionId): id is keyof typeof ANSWERS => id in ANSWERS;

/** What answers a function; null where the rules still have to be loaded. */
export function warmEvaluator(id: FunctionId): Evaluator<Ask> | null {
  return isAtHand(id) ? ANSWERS[id] : (rules?.[id] ?? null);
}

/** What answers a function, loaded if need be. */
export async function evaluatorOf(id: FunctionId): Promise<Evaluator<Ask>> {
  if (isAtHand(id)) return ANSWERS[id];
  rules ??= (await import(/* webpackChunkName: "rules" */ "./rule-answers")).RULE_ANSWERS;
  return rules[id];
}
