import { mergeText } from "../../../src/i18n/merge";
import fc from "fast-check";
import type { ReadDocument, Row, TableKind } from "../../../src/domain/document";
import { blankEvent } from "../../../src/domain/event-fields";
import type { Programme, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { joinDocuments, mergeDocuments, statusAsOf } from "../../../src/domain/merge";
import { readDocument } from "../../../src/import";
import { documentOf, row } from "../documents";

function only(programme: Programme): WorkItem {
  expect(programme.items).toHaveLength(1);
  return programme.items[0] as WorkItem;
}

function entered(item: string, event: Partial<ProgrammeEvent>): ProgrammeEvent {
  return {
    ...blankEvent(),
    id: `entered ${event.date ?? ""} ${event.kind ?? ""}`,
    item,
    who: "secretariat",
    ...event,
  };
}

describe("items under several names", () => {
  test("a number and a provisional name that are met apart become one when a document links them", () => {
    const documents = [
      documentOf("2022-09-08", { "New work items": [row({ acronym: "X.abc", title: "Guidelines for abc" })] }),
      documentOf("2023-09-08", { "TAP approved": [row({ number: "X.1999", title: "Guidelines for abc" })] }),
      documentOf("2023-03-03", {
        "TAP determined": [row({ number: "X.1999", acronym: "X.abc", title: "Guidelines for abc" })],
      }),
    ];
    const item = only(joinDocuments(documents));
    expect(item).toMatchObject({ key: "x.abc", number: "X.1999", name: "X.abc", status: "Approved" });
  });

  test("recorded items that a new document shows to be one are merged under the older key", () => {
    const known = joinDocuments([
      documentOf("2022-09-08", { "New work items": [row({ acronym: "X.abc" })] }),
      documentOf("2023-09-08", { "TAP approved": [row({ number: "X.1999" })] }),
    ]);
    expect(known.items).toHaveLength(2);
    const link = documentOf("2023-03-03", { "TAP determined": [row({ number: "X.1999", acronym: "X.abc" })] });
    const { programme, diff } = mergeDocuments(known, [link]);
    expect(only(programme)).toMatchObject({ key: "x.abc", status: "Approved" });
    expect(diff.merged).toEqual([{ kept: "x.abc", dropped: "x.1999" }]);
    expect(programme.events.every((event) => event.item === "x.abc")).toBe(true);
  });

  test("a name that one table gives to two numbers identifies neither, and is reported", () => {
    const rows = [row({ number: "X.1284", acronym: "X.abc" }), row({ number: "X.1285", acronym: "X.abc" })];
    const programme = joinDocuments([documentOf("2023-09-08", { "TAP determined": rows })]);
    expect(programme.items.map(({ number }) => number)).toEqual(["X.1284", "X.1285"]);
    expect(programme.findings.map((finding) => mergeText(finding)).join()).toMatch(
      /X\.1284 \(X\.abc\) and X\.1285 \(X\.abc\)/,
    );
  });

  test("names that nearly agree stay apart and are reported", () => {
    const rows = [row({ acronym: "X.sec_abc_tn" }), row({ acronym: "X.sec-abc-tn" })];
    const programme = joinDocuments([documentOf("2023-09-08", { "New work items": rows })]);
    expect(programme.items).toHaveLength(2);
    expect(programme.findings).toMatchObject([{ severity: "warning" }]);
  });

  test("a revision printed under the plain number is an item beside the Recommendation it revises", () => {
    const programme = joinDocuments([
      documentOf(
        "2017-03-30",
        { "Recommendations approved": [row({ number: "X.1373", mark: "*" })] },
        "lead-study-group-report",
      ),
      documentOf("2023-09-08", { "TAP determined": [row({ number: "X.1373rev", kind: "Rev" })] }),
      documentOf("2024-03-01", { "TAP approved": [row({ number: "X.1373", kind: "Rev" })] }),
    ]);
    expect(programme.items.map(({ key, status, since }) => [key, status, since])).toEqual([
      ["x.1373", "Approved", "2017-03-30"],
      ["x.1373rev", "Approved", "2024-03-01"],
    ]);
  });

  test("the approval of a revision under the plain number is recognised where the table has no New/Revised column", () => {
    const programme = joinDocuments([
      documentOf("2023-09-08", { "TAP determined": [row({ number: "X.1373rev", kind: "Rev" })] }),
      documentOf(
        "2024-09-06",
        { "Recommendations approved": [row({ number: "X.1373", mark: "*" })] },
        "lead-study-group-report",
      ),
    ]);
    expect(only(programme)).toMatchObject({ key: "x.1373rev", status: "Approved" });
  });
});

describe("the latest event decides", () => {
  const abc = (cells: Partial<Row> = {}) => row({ acronym: "X.abc", title: "Guidelines", ...cells });

  test("a text not approved can be agreed at the same meeting, whatever the order of the tables", () => {
    const programme = joinDocuments([
      documentOf("2023-09-08", {
        Agreed: [row({ number: "X.sup99", formerly: "X.abc" })],
        "TAP not approved": [abc({ number: "X.1999" })],
      }),
    ]);
    expect(only(programme)).toMatchObject({ status: "Agreed", number: "X.sup99", name: "X.abc", aliases: ["X.1999"] });
  });

  test("plans change no status, unless there is no other event", () => {
    const planned = documentOf("2023-09-08", { "Planned for consent": [abc({ timing: "2024-Q1" })] });
    expect(only(joinDocuments([planned]))).toMatchObject({ status: "Under study", process: "AAP", timing: "2024-Q1" });
    const determined = documentOf("2023-03-03", { "TAP determined": [abc()] });
    expect(only(joinDocuments([planned, determined]))).toMatchObject({ status: "Determined", since: "2023-03-03" });
  });

  test("a second determination restarts the date; a report that repeats the first does not", () => {
    const first = documentOf("2022-09-08", { "TAP determined": [abc()] });
    const report = documentOf("2022-12-01", { "TAP determined": [abc({ sg: "SG17" })] }, "lead-study-group-report");
    const again = documentOf("2023-03-03", { "TAP determined": [abc()] });
    expect(only(joinDocuments([first, report]))).toMatchObject({ since: "2022-09-08" });
    const programme = joinDocuments([again, first, report]);
    expect(only(programme)).toMatchObject({ since: "2023-03-03" });
    expect(statusAsOf(programme, "x.abc", "2022-10-01")).toBe("Determined");
  });

  test("a report that covers years does not undo an approval; a new consent does, and is reported", () => {
    const consented = documentOf("2022-09-08", { "AAP consented": [abc()] });
    const approved = documentOf("2022-12-01", { "Recommendations approved": [abc()] }, "lead-study-group-report");
    const report = documentOf("2023-03-03", { "AAP consented": [abc()] }, "lead-study-group-report");
    expect(only(joinDocuments([consented, approved, report]))).toMatchObject({
      status: "Approved",
      since: "2022-12-01",
    });
    const again = joinDocuments([consented, approved, documentOf("2023-09-08", { "AAP consented": [abc()] })]);
    expect(only(again)).toMatchObject({ status: "Consented", since: "2023-09-08" });
    expect(again.findings).toMatchObject([{ severity: "warning", item: "x.abc" }]);
  });

  test.each([
    ["Agreed as X.Sup39 (see Table e) #3 below)", ["X.1999", "X.Sup39"]],
    ["Agreed as X Suppl. 39", ["X.1999", "X Suppl. 39"]],
    ["Agreed as a supplement", ["X.1999"]],
    ["For further study", ["X.1999"]],
  ])("the decision “%s” gives the text these names", (decision, names) => {
    const rows = [row({ number: "X.1999", decision })];
    const { number, aliases } = only(joinDocuments([documentOf("2023-09-08", { "TAP not approved": rows })]));
    expect([number, ...aliases]).toEqual(names);
  });

  test("an approved text that is new again is reported", () => {
    const programme = joinDocuments([
      documentOf("2022-09-08", { "AAP consented": [abc()], "TAP approved": [abc()] }),
      documentOf("2023-09-08", { "New work items": [abc()] }),
    ]);
    expect(programme.findings.map((finding) => mergeText(finding)).join()).toContain("needs an item of its own");
  });

  test("the meaning of marks depends on the family of the document", () => {
    const processes = (table: TableKind, family: ReadDocument["family"]) =>
      ["", "*", "**", "***"].map((mark) => {
        const marked = row({ acronym: "X.abc", mark: mark === "" ? null : mark });
        return only(joinDocuments([documentOf("2023-09-08", { [table]: [marked] }, family)])).process;
      });
    expect(processes("Under development", "lead-study-group-report")).toEqual(["AAP", "TAP", "Approval", "Agreement"]);
    expect(processes("New work items", "executive-summary").slice(0, 3)).toEqual(["AAP", "TAP", "Agreement"]);
  });

  test("start of work and determination are read from the columns of the texts not approved", () => {
    const rows = [abc({ startOfWork: "2020-09", determined: "(2022-09 /) 2023-03", decision: "For further study" })];
    const programme = joinDocuments([documentOf("2023-09-08", { "TAP not approved": rows })]);
    expect(programme.events.map(({ date, kind }) => [date, kind])).toEqual([
      ["2020-09-30", "New work item"],
      ["2022-09-30", "Determined"],
      ["2023-03-31", "Determined"],
      ["2023-09-08", "Not approved"],
    ]);
    expect(only(programme).remarks).toBe("For further study");
  });

  test("a step entered by a user may return to the start of a status", () => {
    const known = joinDocuments([documentOf("2023-09-08", { "TAP determined": [row({ number: "X.1999" })] })]);
    const steps = [
      entered("x.1999", { date: "2023-10-01", kind: "Step", from: "Determined", step: "Announced" }),
      entered("x.1999", { date: "2024-03-01", kind: "Step", from: "Determined", step: null, id: "deferred" }),
    ];
    const { programme } = mergeDocuments({ ...known, events: [...known.events, ...steps] }, [
      documentOf("2024-03-01", { Agreed: [row({ acronym: "TR.other" })] }),
    ]);
    expect(programme.items.find(({ key }) => key === "x.1999")).toMatchObject({ status: "Determined", step: null });
  });

  test("a row of the export carries its own date", () => {
    const rows = [
      row({ number: "X.1250rev", question: "10/17", kind: "Rev", status: "Determined", statusDate: "2025-04-17" }),
      row({ number: "X.508", formerly: "X.pki-em", status: "Approved", statusDate: "2024-10-29", process: "AAP" }),
      row({ acronym: "X.dpki", status: "Under study", statusDate: null }),
    ];
    const programme = joinDocuments([
      documentOf("2025-11-27", { "Work programme export": rows }, "work-programme-export"),
    ]);
    expect(programme.items.map(({ key, status, since, process }) => [key, status, since, process])).toEqual([
      ["x.pki-em", "Approved", "2024-10-29", "AAP"],
      ["x.1250rev", "Determined", "2025-04-17", "TAP"],
      ["x.dpki", "Under study", "2025-11-27", null],
    ]);
  });

  test("the status of an export that was read from its text is the item's status", () => {
    const read = readDocument(
      [
        "ITU-T Work Programme Report;;;;;",
        "Report Generated On:;27/Nov/2025 8:22:49 AM;;;;",
        "Work Item;Question;Title/Subject;Approval process;Version;Status",
        "X.1250rev;Q10/17;Baseline capabilities;TAP;Rev.;Determined  2025-04-17",
        "X.508 (ex X.pki-em);Q11/17;The Directory: Key management;AAP;New;Approved 2024-10-29",
        "TR.abc;Q11/17;A report;Agreement;New;Under study",
      ].join("\r\n"),
    );
    if ("notADocument" in read) throw new Error(read.notADocument.code);
    expect(joinDocuments([read]).items.map(({ key, status, since, process }) => [key, status, since, process])).toEqual(
      [
        ["tr.abc", "Under study", "2025-11-27", "Agreement"],
        ["x.pki-em", "Approved", "2024-10-29", "AAP"],
        ["x.1250rev", "Determined", "2025-04-17", "TAP"],
      ],
    );
  });

  test("a document without a date is not merged, and this is reported", () => {
    const programme = joinDocuments([documentOf(null, { Agreed: [abc()] })]);
    expect(programme).toMatchObject({ items: [], events: [], findings: [{ severity: "error" }] });
  });
});

describe("joining into a programme that people keep", () => {
  const first = documentOf("2023-03-03", {
    "New work items": [row({ acronym: "X.abc", title: "Old title", timing: "2024-Q1" })],
  });
  const second = documentOf("2023-09-08", {
    "TAP determined": [row({ acronym: "X.abc", title: "New title", timing: "2024-Q3" })],
  });

  test("changes of users are kept, and the document's values are reported", () => {
    const known = joinDocuments([first]);
    const edited = {
      ...known,
      items: known.items.map((item) => ({ ...item, title: "Our title", remarks: "call the editor" })),
    };
    const { programme, diff } = mergeDocuments(edited, [second]);
    expect(only(programme)).toMatchObject({
      title: "Our title",
      remarks: "call the editor",
      timing: "2024-Q3",
      status: "Determined",
    });
    expect(diff.kept).toEqual([{ key: "x.abc", field: "title", kept: "Our title", document: "New title" }]);
    expect(diff.changed).toMatchObject([{ key: "x.abc" }]);
    expect(diff.eventsAdded).toHaveLength(1);
  });

  test("what people entered stays in the history and decides where it is the latest", () => {
    const known = joinDocuments([second]);
    const event = entered("x.abc", { date: "2023-09-08", kind: "Approved", to: "Approved", from: "Determined" });
    const edited: Programme = {
      ...known,
      items: known.items.map((item) => ({ ...item, status: "Approved" })),
      events: [...known.events, event],
    };
    const { programme } = mergeDocuments(edited, [first]);
    expect(only(programme)).toMatchObject({ status: "Approved", since: "2023-09-08" });
    expect(programme.events).toContainEqual(event);
  });

  test("an item that users entered is found by its names, and kept where no document names it", () => {
    const known = joinDocuments([first]);
    const mine = (key: string): WorkItem => ({
      ...only(known),
      key,
      name: key,
      number: null,
      aliases: [],
      title: `Text ${key}`,
    });
    const edited = { ...known, items: [...known.items, mine("X.mine"), mine("X.other")] };
    const later = documentOf("2024-03-01", { "AAP consented": [row({ acronym: "X.mine", number: "X.1998" })] });
    const { programme, diff } = mergeDocuments(edited, [later]);
    expect(programme.items.map(({ key, status }) => [key, status])).toContainEqual(["X.mine", "Consented"]);
    expect(programme.items.find(({ key }) => key === "X.other")).toEqual(mine("X.other"));
    expect(diff.added).toEqual([]);
  });

  test("a document that is read again replaces its earlier reading", () => {
    const known = joinDocuments([first, second]);
    const corrected = documentOf("2023-09-08", { "TAP determined": [row({ acronym: "X.abc", title: "Right title" })] });
    const { programme, diff } = mergeDocuments(known, [corrected]);
    expect(only(programme).title).toBe("Right title");
    expect(programme.events).toHaveLength(2);
    expect(diff.eventsChanged).toEqual(["2023-09 executive summary A a 1"]);
  });

  test("a Recommendation is not confused with its revision that is recorded under the plain number", () => {
    const revision = documentOf("2023-09-08", { "TAP determined": [row({ number: "X.1373", kind: "Rev" })] });
    const base = documentOf(
      "2017-03-30",
      { "Recommendations approved": [row({ number: "X.1373" })] },
      "lead-study-group-report",
    );
    const { programme } = mergeDocuments(joinDocuments([revision]), [base]);
    expect(programme.items.map(({ key, status }) => [key, status])).toEqual([
      ["x.1373", "Approved"],
      ["x.1373rev", "Determined"],
    ]);
  });

  test("an item that a user deleted is not restored until a document names it again", () => {
    const known = joinDocuments([first, second]);
    const without = { ...known, items: [] };
    const other = documentOf("2024-03-01", { "New work items": [row({ acronym: "X.other" })] });
    const { programme } = mergeDocuments(without, [other]);
    expect(programme.items.map(({ key }) => key)).toEqual(["x.other"]);
    expect(programme.events).toHaveLength(3);
    const again = mergeDocuments(programme, [
      documentOf("2024-09-06", { "TAP approved": [row({ acronym: "X.abc" })] }),
    ]);
    expect(again.programme.items.map(({ key, status }) => [key, status])).toEqual([
      ["x.abc", "Approved"],
      ["x.other", "Under study"],
    ]);
    expect(again.programme.events.filter(({ item }) => item === "x.abc")).toHaveLength(3);
  });

  test("two items become one when a user deletes one row, gives its name to the other, and loads again", () => {
    const plain = documentOf("2023-09-08", { "Planned for consent": [row({ number: "X.1715Amd" })] });
    const numbered = documentOf("2024-03-01", { "AAP consented": [row({ number: "X.1715 Amd.1" })] });
    const known = joinDocuments([plain, numbered]);
    expect(known.findings.map((finding) => mergeText(finding)).join()).toContain("X.1715Amd has no number of its own");
    const items = known.items
      .filter(({ key }) => key === "x.1715amd")
      .map((item) => ({ ...item, number: "X.1715 Amd.1" }));
    const { programme } = mergeDocuments({ ...known, items }, [numbered]);
    expect(only(programme)).toMatchObject({ status: "Consented", number: "X.1715 Amd.1", aliases: ["X.1715Amd"] });
    expect(programme.events.every(({ item }) => item === "x.1715amd")).toBe(true);
  });

  test("an old name remains an alias when a user renames an item", () => {
    const known = joinDocuments([first]);
    const renamed = { ...known, items: known.items.map((item) => ({ ...item, name: "X.abd" })) };
    expect(only(mergeDocuments(renamed, [second]).programme)).toMatchObject({ name: "X.abd", aliases: ["X.abc"] });
  });

  test("an item that a corrected version no longer reports is removed, and this is reported", () => {
    const { programme } = mergeDocuments(joinDocuments([first]), [documentOf("2023-03-03", {})]);
    expect(programme.items).toEqual([]);
    expect(programme.findings).toMatchObject([{ severity: "warning", item: "x.abc" }]);
  });

  test("what they entered with a day before the item's first row stays the item's", () => {
    const reported = documentOf("2023-09-08", { "AAP consented": [row({ number: "X.1236", acronym: "X.sr-ctea" })] });
    const known = joinDocuments([reported]);
    const key = known.items[0]?.key ?? "";
    const edited: Programme = {
      ...known,
      events: [entered(key, { date: "2023-03-15", kind: "Changed" }), ...known.events],
    };
    for (const documents of [[], [reported]]) {
      const { programme } = mergeDocuments(edited, documents);
      expect(programme.items).toMatchObject([{ key, number: "X.1236", status: "Consented" }]);
      expect(programme.events.map(({ item }) => item)).toEqual([key, key]);
    }
  });

  test("an item that they changed stays as it is, with its history, where a corrected version leaves it out", () => {
    const known = joinDocuments([second]);
    const change = entered("x.abc", { date: "2023-09-08", kind: "Changed" });
    const edited: Programme = {
      ...known,
      items: known.items.map((item) => ({ ...item, remarks: "call the editor" })),
      events: [...known.events, change],
    };
    // Another row is in its place.
    const corrected = documentOf("2023-09-08", { "TAP determined": [row({ acronym: "X.other", title: "Other" })] });
    const once = mergeDocuments(edited, [corrected]).programme;
    expect(once.items.find(({ key }) => key === "x.abc")).toEqual(edited.items[0]);
    expect(once.events.flatMap(({ item, to }) => (item === "x.abc" ? [to] : []))).toEqual(["Determined", null]);
    expect(new Set(once.events.map(({ id }) => id)).size).toBe(3);
    expect(once.findings).toMatchObject([{ item: "x.abc", found: { code: "noLongerReported" } }]);
    const { items, events } = mergeDocuments(once, [corrected]).programme;
    expect({ items, events }).toEqual({ items: once.items, events: once.events });
    const reportedAgain = mergeDocuments(once, [second]).programme;
    expect(reportedAgain.items).toMatchObject([{ key: "x.abc", remarks: "call the editor", status: "Determined" }]);
    expect(reportedAgain.events.map(({ item }) => item)).toEqual(["x.abc", "x.abc"]);
  });
});

describe("documents in any order", () => {
  const tables: TableKind[] = [
    "New work items",
    "TAP determined",
    "TAP approved",
    "TAP not approved",
    "AAP consented",
    "Agreed",
    "Planned for consent",
    "Planned for agreement",
    "Discontinued",
    "Under development",
  ];
  const rows = fc.record({
    number: fc.option(fc.constantFrom("X.1001", "X.1002", "X.1003 Amd.1", "X.1001rev", "X.sup41")),
    acronym: fc.option(fc.constantFrom("X.aa", "X.bb", "X.cc-1", "TR.dd")),
    formerly: fc.option(fc.constantFrom("X.aa", "X.ee")),
    title: fc.constantFrom("Guidelines for one thing", "Requirements for another", null),
    mark: fc.constantFrom(null, "*", "**"),
    kind: fc.constantFrom(null, "New", "Rev"),
    timing: fc.constantFrom(null, "2025-Q1"),
  });
  const named = rows.filter(({ number, acronym }) => number !== null || acronym !== null).map((cells) => row(cells));
  const contents = fc.dictionary(fc.constantFrom(...tables), fc.array(named, { maxLength: 3 }), { maxKeys: 4 });
  const dates = fc.constantFrom("2017-03-30", "2019-09-05", "2022-05-20", "2023-09-08", "2024-03-01", "2025-04-17");
  const families = fc.constantFrom<ReadDocument["family"]>("executive-summary", "lead-study-group-report");
  const documents = fc
    .uniqueArray(fc.tuple(dates, families, contents), { selector: ([date, family]) => date + family, maxLength: 5 })
    .map((all) => all.map(([date, family, tablesOf]) => documentOf(date, tablesOf, family)));

  test("give the same programme", () => {
    fc.assert(
      fc.property(
        documents.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(joinDocuments(shuffled)).toEqual(joinDocuments(all));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("give the same programme whether they come together or one by one", () => {
    const texts = ["a", "b", "c", "d"].map((name, at) => ({ number: `X.100${at}`, acronym: `X.${name}${name}` }));
    const consistent = fc
      .tuple(fc.constantFrom(...texts), fc.constantFrom("number", "acronym", "both"))
      .map(([names, printed]) =>
        row({
          number: printed === "acronym" ? null : names.number,
          acronym: printed === "number" ? null : names.acronym,
          kind: "New",
          title: `Text ${names.number}`,
        }),
      );
    const tablesOfTexts = fc.dictionary(fc.constantFrom(...tables), fc.array(consistent, { maxLength: 3 }), {
      maxKeys: 4,
    });
    const several = fc
      .uniqueArray(fc.tuple(dates, families, tablesOfTexts), {
        selector: ([date, family]) => date + family,
        maxLength: 5,
      })
      .map((all) => all.map(([date, family, tablesOf]) => documentOf(date, tablesOf, family)));
    // Keys are those under which an item was first met, so they alone may differ.
    const withoutKeys = ({ items, events, meetings, frames, documents: records }: Programme) => ({
      items: items.map(({ key: _, ...item }) => ({ ...item, aliases: [...item.aliases].sort() })),
      events: events.map(({ item: _, ...event }) => event),
      meetings,
      frames,
      records,
    });
    fc.assert(
      fc.property(several, (all) => {
        const oneByOne = all.reduce<Programme>(
          (known, each) => mergeDocuments(known, [each]).programme,
          joinDocuments([]),
        );
        expect(withoutKeys(oneByOne)).toEqual(withoutKeys(joinDocuments(all)));
      }),
      { numRuns: 100 },
    );
  });

  test("every row is one event of one item, and joining again changes nothing", () => {
    fc.assert(
      fc.property(documents, (all) => {
        const programme = joinDocuments(all);
        const count = all.flatMap((each) =>
          each.annexes.flatMap(({ sections }) => sections.flatMap((section) => section.rows)),
        ).length;
        expect(programme.events.filter(({ printed }) => printed !== null)).toHaveLength(count);
        const keys = new Set(programme.items.map(({ key }) => key));
        expect(keys.size).toBe(programme.items.length);
        for (const event of programme.events) expect(keys.has(event.item)).toBe(true);
        const again = mergeDocuments(programme, all);
        expect(again.programme.items).toEqual(programme.items);
        expect(again.programme.events).toEqual(programme.events);
      }),
      { numRuns: 100 },
    );
  });
});
