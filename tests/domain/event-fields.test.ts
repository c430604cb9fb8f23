import { blankEvent, EVENT_FIELDS } from "../../src/domain/event-fields";
import type { EventFacts, ProgrammeEvent } from "../../src/domain/model";
import { eventCells, eventOfRow } from "../../src/excel/row-mapping/event-rows";
import { HISTORY } from "../../src/excel/table-specs/tables";

const FACTS: Required<EventFacts> = {
  repliesInFavour: 20,
  repliesAgainst: 3,
  from: "2024-01-01",
  to: "2024-01-28",
  authorisedBy: "SG17 plenary",
  supporters: 4,
  contribution: "C1234",
  justification: "A.1",
  summary: "yes",
  contributions: 2,
  translationsOut: "2024-02-01",
  notified: "2024-02-02",
};

const BY_USER: ProgrammeEvent = {
  ...blankEvent(),
  origin: "user",
  id: "x.one 2024-03-08 by hand 1.1",
  item: "x.one",
  date: "2024-03-08",
  meeting: "2024-03",
  kind: "Determined",
  from: "Under study",
  to: "Determined",
  process: "TAP",
  step: "Consultation",
  changes: [{ field: "timing", from: "2024-Q1", to: "2024-Q3" }],
  facts: FACTS,
  reason: "Plenary decision",
  who: "A. User",
  edit: "x.one 2024-03-08 by hand 1",
};

const BY_DOCUMENT: ProgrammeEvent = {
  ...blankEvent(),
  origin: "document",
  id: "2024-03|A|a|1",
  item: "x.one",
  date: "2024-03-08",
  kind: "Determined",
  note: "Determined on 8 March",
  source: {
    document: "2024-03 executive summary",
    family: "executive-summary",
    meeting: "2024-03",
    annex: "A",
    section: "a",
    table: "TAP approved",
    position: 1,
    lines: [10, 12],
    column: "determined",
  },
};

describe("the declaration of an event's fields", () => {
  test.each(EVENT_FIELDS.map(({ header }) => header))("%s is one column of History", (header) => {
    expect(HISTORY.columns.filter((column) => column.header === header)).toHaveLength(1);
  });

  test.each([
    ["a user", BY_USER],
    ["a document", BY_DOCUMENT],
  ])("an event of %s is read back from its row", (_, event) => {
    const cells = eventCells(event, "X.one");
    expect(cells["Rest"]).toBeUndefined();
    expect(eventOfRow((header) => cells[header] ?? "")).toEqual(event);
  });

  test("covers every property and every fact of an event", () => {
    const read = new Set<string>(["id", "item", "printed"]);
    const recorded = <T extends object>(object: T): T =>
      new Proxy(object, {
        get: (target, property) => {
          read.add(String(property));
          return Reflect.get(target, property) as unknown;
        },
      });
    for (const { value } of EVENT_FIELDS) {
      value(recorded({ ...BY_USER, facts: recorded(FACTS) }), "X.one");
      value(recorded(BY_DOCUMENT), "X.one");
    }
    const properties = [...Object.keys(blankEvent()), ...Object.keys(FACTS)];
    expect(properties.filter((property) => !read.has(property))).toEqual([]);
  });
});
