/** A work programme export as the database gives it: a preamble, the header, and a line for each item. */

/** The bytes of an export of these lines, each with as many cells as the header. */
export function exportText(lines: readonly string[]): Uint8Array {
  const head = [
    "ITU-T Work Programme Report;;;;;;",
    `${String(lines.length)} work item(s) match the following criteria:;;;;;;`,
    "Report Generated On:;27/Nov/2025 8:22:49 AM;;;;;",
    ";;;;;;",
    "Work Item;Question;Title/Subject;Study Group;Study Period;Version;Status",
  ];
  return new TextEncoder().encode([...head, ...lines].join("\r\n"));
}
