/** The functions that ask the rules. In a chunk of their own, with the rules, so that the add-in starts without them. */
import type { WorkItem } from "../domain/model";
import { canBecome, checkItem, possibleNext } from "../domain/rules";
import type { Finding } from "../domain/rules/types";
import { ruleContext } from "../excel/rule-context";
import { refusalText, wordFinding } from "../i18n/rules";
import type { EvaluationContext } from "./evaluation-context";
import type { ParsedArguments } from "./arguments";
import type { RuleFunctionId } from "./catalogue";
import type { Answer } from "./cells";
import type { Evaluator } from "./evaluate";

function nextStatuses(item: WorkItem, { index }: EvaluationContext): string[] {
  const steps = possibleNext(item, ruleContext(index)).filter((step) => step.now && step.status !== item.status);
  return [...new Set(steps.map((step) => step.status))];
}

/** Why an item may not take a status on a day; null where it may. */
function obstacle(item: WorkItem, given: ParsedArguments, { index }: EvaluationContext): string | null {
  if (given.status === null) return null;
  const answer = canBecome(item, given.status, ruleContext(index, given.date));
  return answer.can ? null : refusalText(answer.refused);
}

function findingRow(finding: Finding): Answer[] {
  const { message, clause, advice } = wordFinding(finding);
  return [finding.severity, finding.rule, message, clause, advice];
}

const findings = (item: WorkItem, { index }: EvaluationContext): Finding[] => checkItem(item, ruleContext(index));

/** What the rules answer. */
export const RULE_ANSWERS: Record<RuleFunctionId, Evaluator<EvaluationContext>> = {
  NEXT: {
    shape: "list",
    rows: (item, _given, asked) => {
      const statuses = nextStatuses(item, asked);
      return statuses.length === 0 ? [[""]] : statuses.map((status) => [status]);
    },
    inOneCell: (item, _given, asked) => nextStatuses(item, asked).join(", "),
  },
  CANBECOME: {
    shape: "cell by cell",
    answer: (item, given, asked) => (given.status === null ? "" : obstacle(item, given, asked) === null),
  },
  WHYNOT: { shape: "cell by cell", answer: (item, given, asked) => obstacle(item, given, asked) ?? "" },
  CHECK: {
    shape: "list",
    rows: (item, _given, asked) => {
      const found = findings(item, asked);
      return found.length === 0 ? [["OK"]] : found.map(findingRow);
    },
    inOneCell: (item, _given, asked) => {
      const found = findings(item, asked);
      return found.length === 0
        ? "OK"
        : found.map((finding) => `${finding.severity}: ${wordFinding(finding).message}`).join("\n");
    },
  },
};
