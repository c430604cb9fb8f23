/** Documents composed as reading yields them, of any length. */
import { emptyRow } from "../../../src/domain/row-fields";
import type { ReadDocument, Row } from "../../../src/domain/document";

export const EMPTY_ROW = emptyRow([1, 1]);

const WORDS = [
  "Security",
  "framework",
  "guidelines",
  "for",
  "quantum",
  "key",
  "distribution",
  "networks",
  "and",
  "services",
];

function title(index: number): string {
  return Array.from({ length: 8 }, (_, at) => WORDS[(index * 7 + at * 3) % WORDS.length]).join(" ");
}

/** A report of one annex of new work items. */
export function reportOf(rows: readonly Partial<Row>[], meeting = "2024-03"): ReadDocument {
  return {
    family: "executive-summary",
    document: {
      studyGroup: "SG17",
      title: "Executive Summary",
      place: "Geneva",
      from: `${meeting}-01`,
      to: `${meeting}-08`,
      asOf: `${meeting}-08`,
    },
    annexes: [
      {
        id: "C",
        title: "New work items",
        sections: [
          {
            id: "",
            title: "",
            table: "New work items",
            rows: rows.map((row, index) => ({ ...EMPTY_ROW, lines: [index + 1, index + 1], ...row })),
            notes: [],
          },
        ],
      },
    ],
    rgms: [],
    statistics: {},
    plannedMeetings: [],
    problems: [],
  };
}

/** An export of the work programme database with any number of items. */
export function exportOf(count: number): ReadDocument {
  return {
    family: "work-programme-export",
    document: { studyGroup: "SG17", title: null, place: null, from: null, to: null, asOf: "2025-11-10" },
    annexes: [
      {
        id: "",
        title: "",
        sections: [
          {
            id: "",
            title: "",
            table: "Work programme export",
            rows: Array.from({ length: count }, (_, index) => ({
              ...EMPTY_ROW,
              question: `${String((index % 15) + 1)}/17`,
              acronym: `X.item-${String(index)}`,
              printedName: `X.item-${String(index)}`,
              title: title(index),
              timing: `2027-${String((index % 12) + 1).padStart(2, "0")}`,
              status: "Under study",
              statusDate: null,
              version: "New",
              studyPeriod: "2025-2028",
              process: null,
              lines: [index + 20, index + 20] as [number, number],
            })),
            notes: [],
          },
        ],
      },
    ],
    rgms: [],
    statistics: {},
    plannedMeetings: [],
    problems: [],
  };
}
