/** Compares a generated report with the published one. */
import type { ReadDocument, Row } from "../document";
import type { GeneratedReport } from "./report";

export interface ReportDifference {
  /** "A/c/3": annex, section, position of the row from 1; "A/c" for the heading and notes of a table. */
  where: string;
  /** Field of the row, or "title", "notes", "rows". */
  field: string;
  published: unknown;
  generated: unknown;
}

/** Fields that are not compared: the position of a row in its source. */
const IGNORED = new Set<keyof Row>(["lines"]);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function compareRows(where: string, published: Row, generated: Row): ReportDifference[] {
  const fields = Object.keys(published).filter((field) => !IGNORED.has(field as keyof Row)) as (keyof Row)[];
  return fields
    .filter((field) => !same(published[field], generated[field]))
    .map((field) => ({ where, field, published: published[field], generated: generated[field] }));
}

/** Returns the differences between two reports, in the order of the tables of the published one; empty where they are equal. */
export function compareReports(
  published: Pick<ReadDocument, "annexes">,
  generated: Pick<GeneratedReport, "annexes">,
): ReportDifference[] {
  const differences: ReportDifference[] = [];
  const sections = new Map(
    generated.annexes.flatMap((annex) => annex.sections.map((section) => [section.table, { annex, section }] as const)),
  );
  for (const annex of published.annexes) {
    for (const section of annex.sections) {
      const where = section.id ? `${annex.id}/${section.id}` : annex.id;
      const counterpart = section.table ? sections.get(section.table) : undefined;
      if (!counterpart) {
        differences.push({ where, field: "section", published: section.title || annex.title, generated: null });
        continue;
      }
      const texts = [
        { field: "annexTitle", published: annex.title, generated: counterpart.annex.title },
        { field: "title", published: section.title, generated: counterpart.section.title },
        { field: "notes", published: section.notes, generated: counterpart.section.notes },
        { field: "rows", published: section.rows.length, generated: counterpart.section.rows.length },
      ];
      differences.push(
        ...texts.filter((text) => !same(text.published, text.generated)).map((text) => ({ where, ...text })),
      );
      section.rows.forEach((row, index) => {
        const generatedRow = counterpart.section.rows[index];
        if (generatedRow) differences.push(...compareRows(`${where}/${index + 1}`, row, generatedRow));
      });
    }
  }
  return differences;
}
