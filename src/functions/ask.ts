/** What an answer rests on besides its arguments. */
import type { ProgrammeIndex } from "../domain/item-index/programme-index";

export interface Ask {
  index: ProgrammeIndex;
  /** Whether cells can hold cards. */
  cards: boolean;
}
