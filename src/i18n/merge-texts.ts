/** The shape of the findings of merging: a sentence for each code of the domain. */
import type { MergeSentence } from "../domain/merge/sentences";
import type { SentencesOf } from "./sentences";

export type MergeTexts = SentencesOf<MergeSentence>;
