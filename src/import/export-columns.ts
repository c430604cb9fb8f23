/** Columns of the work programme export: users choose them, and the database has had several names for some. */

export type ExportColumn =
  | "name"
  | "question"
  | "title"
  | "timing"
  | "sg"
  | "studyPeriod"
  | "version"
  | "status"
  | "process"
  | "equivalent"
  | "editors"
  | "text"
  | "other";

const NAMES: readonly (readonly [RegExp, ExportColumn])[] = [
  [/^work item$/, "name"],
  [/^questions?$/, "question"],
  [/^(?:title\/subject|subject\/title|title|subject)$/, "title"],
  [/^timing$/, "timing"],
  [/^study group$/, "sg"],
  [/^study period$/, "studyPeriod"],
  [/^version$/, "version"],
  [/^(?:work item )?status$/, "status"],
  [/^approval process$/, "process"],
  [/^equiv(?:alent|\.)? (?:num(?:ber|\.)?)$/, "equivalent"],
  [/^(?:editor(?:s|\(s\))?|contacts?|contact\(s\))$/, "editors"],
  [/^base texts?(?:\(s\))?$/, "text"],
];

/** The field of a column of an export; "other" for a column that no record has a place for. */
export function exportColumn(header: string): ExportColumn {
  const name = header
    .slice(0, 60)
    .toLowerCase()
    .replace(/\s*\/\s*/g, "/")
    .replace(/\s+/g, " ")
    .trim();
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
}
