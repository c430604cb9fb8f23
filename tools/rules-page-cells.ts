/** Cells of the page of the rules: clauses, periods, confidence, tables. */
import { amountText } from "../src/i18n/rules";
import { editionOf, type Clause, type Confidence } from "../src/domain/rules/instruments";
import { PERIODS } from "../src/domain/rules/periods";
import type { State } from "../src/domain/rules/states";
import type { Transition } from "../src/domain/rules/transition-table";
import type { Term } from "../src/domain/rules/transitions/row";

/** How a rule was confirmed, in a cell. */
export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  confirmed: "yes",
  "second hand": "second hand",
  inferred: "inferred",
  memory: "from memory",
};

/** The periods of a transition and its deadline, in words. */
export function waitsOf({ waits, deadline }: Transition): string {
  const from = ({ since, fromMeetingEnd }: Term): string =>
    fromMeetingEnd ? `the end of the meeting of ${since}` : since;
  const conditions = waits.map(
    (wait) => `${amountText(PERIODS[wait.period])} since ${from(wait)}${wait.toMeeting ? ", to the meeting" : ""}`,
  );
  if (deadline) conditions.push(`within ${amountText(PERIODS[deadline.period])} of ${from(deadline)}`);
  return conditions.join("; ");
}

/** A status with its step. */
export function label({ status, step }: State): string {
  return step === null ? status : `${status}: ${step}`;
}

/** Clauses with the edition that was read. */
export function cited(clauses: readonly Clause[]): string {
  return clauses
    .map(({ edition, clause }) => {
      const { name, edition: year } = editionOf(edition);
      return edition === "practice" ? "practice" : `${name} (${year})${clause ? ` ${clause}` : ""}`;
    })
    .join("; ");
}

/** A table in Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line), ""];
}
