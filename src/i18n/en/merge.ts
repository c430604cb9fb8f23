/** Findings of merging documents, in English. */
import type { MergeTexts } from "../merge-texts";
import { and, plural } from "./grammar";

const UNITE =
  "If they are one text, delete one row, give its name to the other as Item or Provisional name, and load the document again.";

export const merge: MergeTexts = {
  contested: ({ first, second, document, firstRow, secondRow }) =>
    `${first} and ${second} have the same name in one table (${document}, rows ${String(firstRow)} and ${String(secondRow)}); they were kept as two items.`,
  nearNames: ({ item, other }) => `${item} and ${other} have nearly the same name. ${UNITE}`,
  unnumbered: ({ item, other }) => `${item} has no number of its own and may be ${other}. ${UNITE}`,
  unlikeTitles: ({ item, before, beforeDocument, title, document }) =>
    `${item} is “${before}” in the ${beforeDocument} and “${title}” in the ${document}: check that both are the same text.`,
  twoTitles: ({ item, before, title, document }) =>
    `${item} has two titles in the ${document}: “${before}” and “${title}”; the later one was used.`,
  doublePlan: ({ item, kinds, document }) =>
    `${item} is ${and(kinds.map((kind) => kind.toLowerCase()))} in the ${document}.`,
  setback: ({ item, before, event, date, document }) =>
    `${item} was ${before} and is ${event.toLowerCase()} on ${date}${document === null ? "" : ` (${document})`}: if this is a new edition, it needs an item of its own.`,
  nearNameInObjectives: ({ name, item }) =>
    `“${name}” in the objectives of a rapporteur group meeting is nearly the name of ${item}.`,
  duplicateDocument: ({ document }) =>
    `Two different documents are both the ${document}; the one with more rows was used.`,
  noLongerReported: ({ item }) =>
    `${item} is no longer reported by any document and was removed; if you changed its row, the row was kept.`,
  undated: ({ title, rows }) =>
    `“${title}” has no date, so its ${plural(rows, "row", "rows")} cannot be dated and were left out.`,
};
