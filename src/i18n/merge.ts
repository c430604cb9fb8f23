/** Words what merging documents finds. */
import type { JoinFinding } from "../domain/model";
import { merge } from "./en/merge";
import { catalogue } from "./language";
import { sentenceFor } from "./sentences";

const mergeTexts = catalogue("merge", merge);

/** Words a finding of the merge. */
export function mergeText({ found }: JoinFinding): string {
  return sentenceFor(mergeTexts(), found);
}
