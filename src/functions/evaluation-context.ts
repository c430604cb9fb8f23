/** What an answer depends on besides its arguments. */
import type { ProgrammeIndex } from "../domain/item-index/programme-index";

export interface EvaluationContext {
  index: ProgrammeIndex;
  /** Whether cells can hold data types: cards, formatted numbers. */
  cards: boolean;
  /** Number format of a date in the order of the region, "dd.mm.yyyy". */
  dateFormat: string;
}
