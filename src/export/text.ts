/** A printed report as plain text: a line for each row, its cells parted by tabs. Reading takes it back. */
import { NOTE_PREFIX, type PrintedReport } from "../domain/annexes/printed";

/** White space within a cell would part it in two. */
const folded = (text: string) => text.replace(/\s+/g, " ");

/** The text of a report. */
export function documentText(report: PrintedReport): string {
  const lines: string[] = [...report.title];
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
