/** Texts for generating reports. */
import type { GapSentence } from "../domain/annexes/report";
import { reports } from "./en/reports";
import { catalogue } from "./language";

/** Returns the texts in the language in use. */
export const reportTexts = catalogue("reports", reports);

/** Returns the sentence for a gap. */
export function gapText(lack: GapSentence): string {
  const { gaps } = reportTexts();
  switch (lack.code) {
    case "lacks":
      return gaps.lacks(lack.values.name, lack.values.field);
    case "unjustified":
      return gaps.unjustified(lack.values.name, lack.values.equivalent);
    case "late":
      return gaps.late(lack.values.name, lack.values.timing, lack.values.meeting);
    case "noPart":
      return gaps.noPart[lack.values.part](lack.values.meeting);
    case "undecided":
      return gaps.undecided(lack.values.name, lack.values.since);
  }
}
