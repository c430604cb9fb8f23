/** Groups the lines of a check: what must be acted on line by line, and the remarks of each rule as one line. */
import { SEVERITY_ORDER } from "../domain/rules/check";
import type { CheckLine } from "../excel/checks";
import { commandTexts } from "../i18n/commands";
import { WORKBOOK_LANGUAGE } from "../i18n/language";

/** Names in a folded line; more are counted. */
const NAMES_AT_MOST = 40;

/** The lines in the order of the sheet: errors and warnings by rule, then one line for the remarks of each rule. */
export function groupedLines(lines: readonly CheckLine[]): CheckLine[] {
  const toActOn = lines.filter(({ severity }) => severity !== "info");
  const order = ({ severity, rule }: CheckLine): string => `${String(SEVERITY_ORDER.indexOf(severity))} ${rule}`;
  const remarks = new Map<string, CheckLine[]>();
  for (const line of lines) {
    if (line.severity !== "info") continue;
    const key = `${line.rule} ${line.field ?? ""}`;
    remarks.set(key, [...(remarks.get(key) ?? []), line]);
  }
  return [
    ...toActOn.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
    ...[...remarks.values()].sort((a, b) => b.length - a.length).map(folded),
  ];
}

/** One line for all remarks of a rule: how many, about which items, and the first as an example. */
function folded(lines: readonly CheckLine[]): CheckLine {
  const [first] = lines as readonly [CheckLine, ...CheckLine[]];
  if (lines.length === 1) return first;
  const texts = commandTexts(WORKBOOK_LANGUAGE);
  const names = [...new Set(lines.map(({ item }) => item))];
  return {
    ...first,
    key: null,
    item: texts.items(names.length),
    message: texts.remarks(lines.length, first.message, names.slice(0, NAMES_AT_MOST), names.length - NAMES_AT_MOST),
  };
}
