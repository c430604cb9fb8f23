import fc from "fast-check";
import { DOCUMENT_FAMILIES, TABLE_KINDS, type Row } from "../../src/domain/document";
import type { AnnexFrame, DocumentRecord, Meeting, ProgrammeEvent, Source, WorkItem } from "../../src/domain/model";
import { EVENT_KINDS, KINDS, PROCESSES, STATUSES } from "../../src/domain/vocabulary";
import { FIELDS } from "../../src/domain/item-fields";
import { DOCUMENTS, FRAMES, HISTORY, MEETINGS, WORK_PROGRAMME } from "../../src/excel/table-specs/tables";
import type { TableSpec } from "../../src/excel/table-specs/spec";
import type { RowCells, RowReader } from "../../src/domain/cells";
import { listCell, listOf } from "../../src/domain/cells";
import { documentCells, documentOfRow, frameCells, frameOfRow } from "../../src/excel/row-mapping/document-rows";
import { eventCells, eventOfRow } from "../../src/excel/row-mapping/event-rows";
import { itemCells, itemOfRow } from "../../src/domain/item-rows";
import { meetingCells, meetingOfRow } from "../../src/excel/row-mapping/meeting-rows";

/** Reads a row only through the columns of its table: a cell without a column would be lost. */
function through(spec: TableSpec, cells: RowCells): RowReader {
  const headers = spec.columns.map((column) => column.header);
  const row = headers.map((header) => cells[header] ?? "");
  return (header) => {
    expect(headers).toContain(header);
    return row[headers.indexOf(header)] ?? "";
  };
}

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== "");
const line = fc.oneof(
  word,
  fc.constantFrom(
    "=1+1",
    "+41 22",
    "-",
    "@SUM(A1)",
    "'quoted",
    "3-1",
    "1E5",
    "00123",
    "2023-09",
    "TRUE",
    "a, b",
    "https://itu.int",
  ),
);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => new Date(Date.UTC(1901, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const name = word.filter((text) => !/[;,\n]/.test(text));
const lines: fc.Arbitrary<[number, number]> = fc.tuple(fc.nat(9999), fc.nat(9999));

const row: fc.Arbitrary<Row> = fc.record(
  {
    seq: maybe(fc.nat(500)),
    sg: maybe(line),
    question: maybe(line),
    jointQuestions: fc.array(line, { maxLength: 3 }),
    number: maybe(line),
    acronym: maybe(line),
    formerly: maybe(line),
    mark: maybe(line),
    printedName: maybe(line),
    title: maybe(line),
    kind: maybe(line),
    editors: maybe(fc.array(line, { maxLength: 4 })),
    text: maybe(line),
    a5: maybe(line),
    equivalent: maybe(line),
    timing: maybe(line),
    startOfWork: maybe(line),
    determined: maybe(line),
    decision: maybe(line),
    contribution: maybe(line),
    lines,
    status: maybe(line),
    statusDate: maybe(line),
    version: maybe(line),
    studyPeriod: maybe(line),
    process: maybe(line),
  },
  {
    requiredKeys: [
      "seq",
      "sg",
      "question",
      "jointQuestions",
      "number",
      "acronym",
      "formerly",
      "mark",
      "printedName",
      "title",
      "kind",
      "editors",
      "text",
      "a5",
      "equivalent",
      "timing",
      "startOfWork",
      "determined",
      "decision",
      "contribution",
      "lines",
    ],
  },
);

const source: fc.Arbitrary<Source> = fc.record({
  document: line,
  family: fc.constantFrom(...DOCUMENT_FAMILIES),
  meeting: line,
  column: maybe(fc.constantFrom("startOfWork", "determined")),
  annex: line,
  section: fc.oneof(line, fc.constant("")),
  table: maybe(fc.constantFrom(...TABLE_KINDS)),
  position: fc.nat(999),
  lines,
});

const event: fc.Arbitrary<ProgrammeEvent> = fc.record({
  id: line,
  item: line,
  date: day,
  meeting: maybe(line),
  kind: fc.constantFrom(...EVENT_KINDS),
  from: maybe(fc.constantFrom(...STATUSES)),
  to: maybe(fc.constantFrom(...STATUSES)),
  process: maybe(fc.constantFrom(...PROCESSES)),
  step: maybe(line),
  source: maybe(source),
  printed: maybe(row),
  origin: fc.constantFrom("document", "user"),
  changes: fc.array(
    fc.record({ field: fc.constantFrom(...FIELDS.map(({ id }) => id)), from: maybe(line), to: maybe(line) }),
    { maxLength: 3 },
  ),
  facts: fc.record(
    {
      repliesInFavour: fc.nat(200),
      repliesAgainst: fc.nat(200),
      from: day,
      to: day,
      authorisedBy: line,
      supporters: fc.nat(50),
      justification: line,
      summary: line,
      contributions: fc.nat(50),
      translationsOut: day,
      notified: day,
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  reason: maybe(line),
  note: maybe(line),
  who: maybe(line),
  edit: maybe(line),
});

const item: fc.Arbitrary<WorkItem> = fc
  .record({
    key: line,
    number: maybe(line),
    name: maybe(line),
    aliases: fc.array(name, { maxLength: 3 }),
    studyGroup: fc.constantFrom("SG17", "SG13"),
    question: maybe(line),
    jointQuestions: fc.array(name, { maxLength: 2 }),
    title: fc.oneof(line, fc.constant("")),
    kind: maybe(fc.constantFrom(...KINDS)),
    process: maybe(fc.constantFrom(...PROCESSES)),
    status: fc.constantFrom(...STATUSES),
    since: maybe(day),
    step: maybe(line),
    timing: maybe(line),
    editors: fc.array(name, { maxLength: 4 }),
    text: maybe(line),
    a5: maybe(line),
    equivalent: maybe(line),
    parent: maybe(line),
    lastReported: fc.constantFrom(null, "2023-09"),
    remarks: maybe(line),
  })
  // An item has a name of one kind at least, and its number is not its provisional name.
  .filter((each) => (each.number ?? each.name) !== null && each.number !== each.name);

describe("rows give back what was written", () => {
  test("a work item", () => {
    fc.assert(
      fc.property(item, (each) => {
        expect(itemOfRow(through(WORK_PROGRAMME, itemCells(each)))).toEqual(each);
      }),
    );
  });

  test("an event with its source and the whole printed row", () => {
    fc.assert(
      fc.property(event, line, (each, called) => {
        expect(eventOfRow(through(HISTORY, eventCells(each, called)))).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });

  test("a meeting with any counts", () => {
    const counts = fc.dictionary(fc.oneof(fc.constantFrom("C", "LS/i", "TD"), name), fc.nat(999), {
      maxKeys: 5,
      noNullPrototype: true,
    });
    const figures = fc.dictionary(fc.oneof(fc.constantFrom("participants", "countries"), name), maybe(fc.nat(999)), {
      maxKeys: 5,
      noNullPrototype: true,
    });
    const meeting: fc.Arbitrary<Meeting> = fc.record(
      {
        id: name,
        name: line,
        place: maybe(line),
        from: maybe(day),
        to: maybe(day),
        held: fc.boolean(),
        documents: counts,
        participants: fc.record({ announced: figures, final: figures }),
        note: maybe(line),
      },
      { requiredKeys: ["id", "name", "place", "from", "to", "held", "documents", "note"] },
    );
    fc.assert(
      fc.property(meeting, (each) => {
        expect(meetingOfRow(through(MEETINGS, meetingCells(each)))).toEqual(each);
      }),
    );
  });

  test("a frame and a document", () => {
    const frame: fc.Arbitrary<AnnexFrame> = fc.record({
      document: line,
      meeting: line,
      annex: line,
      annexTitle: line,
      section: fc.oneof(line, fc.constant("")),
      sectionTitle: fc.oneof(line, fc.constant("")),
      table: maybe(fc.constantFrom(...TABLE_KINDS)),
      notes: fc.array(line, { maxLength: 3 }),
    });
    const document: fc.Arbitrary<DocumentRecord> = fc.record({
      id: line,
      family: fc.constantFrom("executive-summary", "lead-study-group-report", "work-programme-export"),
      header: fc.record({
        studyGroup: maybe(line),
        title: maybe(line),
        place: maybe(line),
        from: maybe(day),
        to: maybe(day),
        asOf: maybe(day),
      }),
      statistics: fc.record({ notes: fc.array(line) }),
      file: maybe(line),
      rows: fc.nat(),
      problems: fc.nat(),
      rgms: fc.constant([]),
      plannedMeetings: fc.constant([]),
    });
    fc.assert(
      fc.property(frame, document, (one, other) => {
        expect(frameOfRow(through(FRAMES, frameCells(one)))).toEqual(one);
        expect(documentOfRow(through(DOCUMENTS, documentCells(other)))).toEqual(other);
      }),
    );
  });
});

describe("lists of names", () => {
  test("a name with a comma stays one name", () => {
    expect(listOf(listCell(["KIM, Jr.", "Hang DONG"]))).toEqual(["KIM, Jr.", "Hang DONG"]);
    expect(listOf(listCell(["KIM, Jr."]))).toEqual(["KIM, Jr."]);
  });

  test("people may part names by commas, semicolons or lines", () => {
    expect(listOf("Hang DONG, Le YU")).toEqual(["Hang DONG", "Le YU"]);
    expect(listOf("Hang DONG; Le YU")).toEqual(["Hang DONG", "Le YU"]);
    expect(listOf("Hang DONG\nLe YU")).toEqual(["Hang DONG", "Le YU"]);
  });
});
