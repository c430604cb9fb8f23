import { blankItem } from "../../src/domain/blank";
import { cardLabel, FIELDS, isEditable, isOnCard, type ItemFieldSpec } from "../../src/domain/item-fields";
import { diffOf } from "../../src/domain/merge/differences";
import { MEETING_FIELDS } from "../../src/domain/meeting-fields";
import type { Programme, WorkItem } from "../../src/domain/model";
import { emptyRow, historyHeader, printedValue, ROW_FIELDS } from "../../src/domain/row-fields";
import { FIELD_PARSERS } from "../../src/domain/rules/field-edits";
import { evaluate } from "../../src/domain/rules";
import { itemCells, itemOfRow, enteredText } from "../../src/domain/item-rows";
import { HISTORY, MEETINGS, WORK_PROGRAMME } from "../../src/excel/table-specs/tables";
import { entityCard } from "../../src/functions/cards";
import { refusalText } from "../../src/i18n/rules";
import { pane as en } from "../../src/i18n/en/pane";
import { pane as fr } from "../../src/i18n/fr/pane";

/** An item with something of its own in every field. */
const FULL: WorkItem = {
  ...blankItem("x1"),
  number: "X.1",
  name: "X.one",
  aliases: ["X.uno", "X.eins"],
  studyGroup: "SG13",
  question: "2/13",
  jointQuestions: ["3/13", "4/13"],
  title: "A title",
  kind: "Rev",
  process: "TAP",
  status: "Determined",
  since: "2023-09-08",
  step: "Announced",
  timing: "2024-Q1",
  editors: ["A. Editor", "B. Editor"],
  text: "TD1",
  a5: "TD2",
  equivalent: "ISO/IEC 1",
  parent: "X.0",
  lastReported: "2023-09",
  remarks: "A remark",
};

const cellsOf = (item: WorkItem) => {
  const headers = WORK_PROGRAMME.columns.map(({ header }) => header);
  const cells = itemCells(item);
  expect(Object.keys(cells).filter((header) => !headers.includes(header))).toEqual([]);
  return cells;
};

const programmeOf = (item: WorkItem): Programme => ({
  documents: [],
  items: [item],
  events: [],
  meetings: [],
  frames: [],
  findings: [],
});

describe("the declaration of a work item's fields", () => {
  test("covers every property of a work item", () => {
    const touched = new Set<string>(["key"]);
    for (const { value } of FIELDS) {
      const watched = new Proxy(blankItem("x"), {
        get: (item, property) => {
          touched.add(String(property));
          return Reflect.get(item, property) as unknown;
        },
      });
      value(watched);
    }
    expect([...touched].sort()).toEqual(Object.keys(blankItem("")).sort());
  });

  test.each(FIELDS.map((field) => [field.id, field] as const))(
    "%s has one column and reads back what it writes",
    (_, field) => {
      expect(WORK_PROGRAMME.columns.filter(({ header }) => header === field.header)).toHaveLength(1);
      expect(field.value(FULL)).not.toBeNull();
      const read = itemOfRow((header) => cellsOf(FULL)[header] ?? "");
      expect(field.value(read)).toEqual(field.value(FULL));
      expect(read).toEqual(FULL);
    },
  );

  test.each(FIELDS.map((field) => [field.id, field] as const))("%s has a label in both languages", (id) => {
    expect(en.item.fields[id]).not.toBe("");
    expect(fr.item.fields[id]).not.toBe("");
  });

  test("people can type into exactly the fields that the edit rules have a parser for", () => {
    const editable = FIELDS.filter(isEditable).map(({ id }) => id);
    expect(Object.keys(FIELD_PARSERS).sort()).toEqual([...editable, "key"].sort());
  });

  test("cards show every field but those that are off the card", () => {
    const shown = Object.keys(entityCard(FULL, "yyyy-mm-dd").properties ?? {});
    expect(shown).toEqual(FIELDS.filter(isOnCard).map(cardLabel));
  });

  test.each(FIELDS.map((field) => [field.id, field] as const))("a change of %s is a difference", (_, field) => {
    const changed = structuredClone(FULL);
    field.assign(changed, field.type === "list" ? ["Other"] : field.type === "date" ? "2024-01-01" : otherText(field));
    const { changed: items } = diffOf(programmeOf(FULL), programmeOf(changed), { kept: [], merged: [] });
    expect(items).toHaveLength(1);
    expect(cellsOf(changed)[field.header]).not.toEqual(cellsOf(FULL)[field.header]);
  });

  test.each(FIELDS.filter(isEditable).map((field) => [field.id, field] as const))(
    "what the guard reads from the cell of %s is what its parser accepts unchanged",
    (id, field) => {
      const own = { ...FULL, studyGroup: "SG17", question: "2/17", jointQuestions: [] };
      const text = enteredText(id, cellsOf(own)[field.header] ?? "");
      const context = {
        programme: { eventsOf: () => [], itemsNamed: () => [] },
        meetings: [],
        meeting: null,
        date: "2023-10-01",
        today: "2023-10-01",
      };
      const verdict = evaluate({ item: own, changes: { [id]: text }, origin: "person", reason: null }, context);
      if (verdict.outcome !== "accept") throw new Error(refusalText(verdict));
      expect(field.value(verdict.item)).toEqual(field.value(own));
      expect(verdict.events).toEqual([]);
    },
  );
});

const otherText = ({ id }: ItemFieldSpec): string =>
  (({ kind: "New", process: "AAP", status: "Approved" }) as Record<string, string>)[id] ?? "Other";

describe("the declaration of a printed row's fields", () => {
  test("covers every field of a row, each with a column of its own in History", () => {
    const row = emptyRow();
    const plain = ROW_FIELDS.filter(({ exportOnly }) => exportOnly !== true).map(({ id }) => id);
    expect([...plain, "lines"].sort()).toEqual(Object.keys(row).sort());
    for (const field of ROW_FIELDS)
      expect(HISTORY.columns.filter(({ header }) => header === historyHeader(field))).toHaveLength(1);
  });

  test.each(FIELDS.flatMap((field) => (field.printed ? [[field.id, field, field.printed] as const] : [])))(
    "what a document prints of %s becomes the item's",
    (_, field, id) => {
      const row = { ...emptyRow(), [id]: field.type === "list" ? ["One", "Two"] : "One" };
      const item = blankItem("x");
      field.assign(item, printedValue(row, id));
      expect(field.value(item)).toEqual(row[id]);
    },
  );
});

describe("the declaration of a meeting's fields", () => {
  test.each(MEETING_FIELDS.map((field) => [field.header, field] as const))("%s has one column", (header) => {
    expect(MEETINGS.columns.filter((column) => column.header === header)).toHaveLength(1);
  });
});
