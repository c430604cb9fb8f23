/** A printed report as plain text: a line for each row, with tabs between cells. The reader for text can read it. */
import type { ChapterLine } from "../domain/annexes/report";
import { BULLET, NOTE_PREFIX, type PrintedReport } from "../domain/annexes/printed";

/** Tabs and line breaks within a cell would split it. */
const folded = (text: string) => text.replace(/\s+/g, " ");

/** A line with the bullet of its level. */
export const lineText = ({ level, text }: ChapterLine): string => `${level > 0 ? BULLET : ""}${folded(text)}`;

/** Returns the text of a report. */
export function documentText(report: PrintedReport): string {
  const lines: string[] = [...report.title];
  for (const { heading, lines: items, table } of report.chapters) {
    lines.push("", heading, ...items.map(lineText));
    if (table) lines.push(...table.rows.map((texts) => texts.join("\t")));
  }
  for (const annex of report.annexes) {
    lines.push("", annex.label, annex.title);
    if (annex.introduction) lines.push(annex.introduction);
    for (const { heading, table, notes, remarks } of annex.sections) {
      if (heading) lines.push(heading);
      lines.push(...[table.headers, ...table.rows].map((texts) => texts.map(folded).join("\t")));
      lines.push(...notes.map((note) => `${NOTE_PREFIX}${folded(note)}`), ...remarks.map(folded));
    }
  }
  return lines.join("\n");
}
