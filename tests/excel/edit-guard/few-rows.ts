/** The seeds with a few rows of each section: small enough to be loaded and evaluated thousands of times. */
import type { ReadDocument } from "../../../src/domain/document";

/** Keeps the first rows of every section. */
export function fewRows(documents: readonly ReadDocument[], rows = 2): ReadDocument[] {
  return documents.map((document) => ({
    ...document,
    annexes: document.annexes.map((annex) => ({
      ...annex,
      sections: annex.sections.map((section) => ({
        ...section,
        rows: section.rows.slice(0, rows),
      })),
    })),
    rgms: document.rgms.slice(0, rows),
  }));
}
