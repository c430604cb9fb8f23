/** Sentences for findings of the merge. */
import type { JoinFinding } from "../domain/model";
import { merge } from "./en/merge";
import { catalogue } from "./language";
import { sentenceFor } from "./sentences";

const mergeTexts = catalogue("merge", merge);

/** Returns the sentence for a finding of the merge. */
export function mergeText({ found }: JoinFinding): string {
  return sentenceFor(mergeTexts(), found);
}
