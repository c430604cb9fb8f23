/** Finds what answers a function: at hand for one item and for lists, loaded on first use for the others. */
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

async function load(id: FunctionId): Promise<Partial<Record<FunctionId, Evaluator<EvaluationContext>>>> {
  switch (id) {
    case "ANNEX":
      return (await import(/* webpackChunkName: "annexes" */ "./annex-answers")).ANNEX_ANSWERS;
    case "ITEM":
    case "HISTORY":
    case "TABLE":
    case "FIND":
      return (await import(/* webpackChunkName: "search" */ "./table-answers")).TABLE_ANSWERS;
    default:
      return (await import(/* webpackChunkName: "rules" */ "./rule-answers")).RULE_ANSWERS;
  }
}

/** What answers a function, loaded if need be. */
export async function evaluatorOf(id: FunctionId): Promise<Evaluator<EvaluationContext>> {
  const known = evaluators.get(id);
  if (known) return known;
  const loaded = await load(id);
  for (const [each, evaluator] of Object.entries(loaded)) evaluators.set(each as FunctionId, evaluator);
  const evaluator = evaluators.get(id);
  if (!evaluator) throw new Error(`Nothing answers ${id}`);
  return evaluator;
}
