/** The version of the data that functions answer from, kept in the workbook beside what was calculated with it. */
import { programmeVersion, storeProblems } from "./programme-store";
import { currentSettings } from "./settings";

/** Name of the workbook setting with the version that the formulas were calculated with. */
export const CALCULATED_WITH = "SG17.calculatedWith";

const PRODUCT = process.env.SG17_VERSION ?? "";

/**
 * A text that changes whenever an answer may change.
 * @param isDated whether some answer depends on the current day and meeting
 */
export function dataVersion(isDated: boolean): string {
  const { currentMeeting, currentDate } = currentSettings();
  const data = storeProblems().length > 0 ? "unreadable" : (programmeVersion() ?? "documents");
  return [PRODUCT, data, ...(isDated ? [new Date().toDateString(), currentMeeting, currentDate] : [])].join(" ");
}
