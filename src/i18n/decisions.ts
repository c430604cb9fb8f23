/** Sentences about the decisions of a meeting. */
import type { DecisionCount, DecisionRefusal, DecisionResult } from "../domain/decisions";
import { decisions } from "./en/decisions";
import { catalogue, type Language } from "./language";
import { findingText, refusalText } from "./rules";

/** The texts of the area in the language in use. */
export const decisionTexts = catalogue("decisions", decisions);

/** Returns the result of a row; "" where nothing is decided in it. */
export function resultText(result: DecisionResult, language?: Language): string {
  const texts = decisionTexts(language);
  switch (result.outcome) {
    case "blank":
      return "";
    case "entered":
      return texts.entered;
    case "accepted":
      return texts.accepted(result.remarks.map((finding) => findingText(finding, language)));
    case "refused":
      return texts.refused(whyText(result.why, language));
  }
}

function whyText(why: DecisionRefusal, language?: Language): string {
  if (why.code === "rules") return refusalText(why.values.refused, language);
  const sentence = decisionTexts(language).refusals[why.code] as (values: unknown) => string;
  return sentence(why.values);
}

/** Returns the counts as section 1 of a summary has them: "TAP approved 4; TAP determined 8: 6 new, 1 revised, 1 amendment". */
export function countsText(counts: readonly DecisionCount[]): string {
  const texts = decisionTexts();
  return texts.counts(
    counts.map(({ table, total, kinds }) => {
      const count = texts.count(table, total);
      const [only, ...others] = kinds;
      const isPlain = table === "New work items" || (only?.kind === "New" && others.length === 0);
      if (isPlain) return count;
      return texts.countWithKinds(
        count,
        kinds.map((each) => texts.kind(each.kind, each.count)),
      );
    }),
  );
}
