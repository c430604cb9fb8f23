/** What an answer rests on besides its arguments. */
import type { ProgrammeIndex } from "../programme/queries/programme-index";

export interface Ask {
  index: ProgrammeIndex;
  /** Whether cells can hold cards. */
  cards: boolean;
}
