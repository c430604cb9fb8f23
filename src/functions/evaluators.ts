/** Finds what answers a function: at hand for most, loaded on first use where rules or annexes are asked. */
import { ANSWERS } from "./answers";
import type { EvaluationContext } from "./evaluation-context";
import type { FunctionId } from "./catalogue";
import type { Evaluator } from "./evaluate";

const evaluators = new Map<FunctionId, Evaluator<EvaluationContext>>(
  Object.entries(ANSWERS) as [FunctionId, Evaluator<EvaluationContext>][],
);

/** What answers a function; null where it still has to be loaded. */
export function cachedEvaluator(id: FunctionId): Evaluator<EvaluationContext> | null {
  return evaluators.get(id) ?? null;
}

/** What answers a function, loaded if need be. */
export async function evaluatorOf(id: FunctionId): Promise<Evaluator<EvaluationContext>> {
  const known = evaluators.get(id);
  if (known) return known;
  const loaded: Partial<Record<FunctionId, Evaluator<EvaluationContext>>> =
    id === "ANNEX"
      ? (await import(/* webpackChunkName: "annexes" */ "./annex-answers")).ANNEX_ANSWERS
      : (await import(/* webpackChunkName: "rules" */ "./rule-answers")).RULE_ANSWERS;
  for (const [each, evaluator] of Object.entries(loaded)) evaluators.set(each as FunctionId, evaluator);
  const evaluator = evaluators.get(id);
  if (!evaluator) throw new Error(`Nothing answers ${id}`);
  return evaluator;
}
