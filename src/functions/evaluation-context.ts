/** What an answer depends on besides its arguments. */
import type { ProgrammeIndex } from "../domain/item-index/programme-index";
import type { Calendar } from "../excel/calendar";

export interface EvaluationContext {
  index: ProgrammeIndex;
  /** Whether cells can hold data types: cards, formatted numbers. */
  cards: boolean;
  calendar: Calendar;
}
