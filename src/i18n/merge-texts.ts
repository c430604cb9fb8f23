/** The shape of what merging says: a sentence for every code of the domain. */
import type { MergeSentence } from "../domain/merge/sentences";
import type { SentencesOf } from "./sentences";

export type MergeTexts = SentencesOf<MergeSentence>;
