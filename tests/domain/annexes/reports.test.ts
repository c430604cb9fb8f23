import { reportTexts } from "../../../src/i18n/reports";
import {
  defaultMeeting,
  differencesFromPublished,
  generateReport,
  lastClosingBefore,
  printChanges,
  publishedAnnexes,
  publishedReports,
  whatChanged,
  withCustomHeading,
  editableHeadings,
} from "../../../src/domain/annexes";
import { blankEvent } from "../../../src/domain/event-fields";
import { joinDocuments } from "../../../src/domain/merge";
import type { FieldChange, Programme, ProgrammeEvent } from "../../../src/domain/model";
import { readSeeds } from "../../../src/import/seeds";

const SEEDS = readSeeds();
const PROGRAMME = joinDocuments(SEEDS);

describe("which report", () => {
  it("is that of the selected meeting and of no other; where none is selected, of the next planned one, else of the last one", () => {
    expect(defaultMeeting(PROGRAMME, "2023-09")?.id).toBe("2023-09");
    expect(defaultMeeting(PROGRAMME, "2031-01")).toBeNull();
    expect(defaultMeeting(PROGRAMME, null)?.id).toBe("2024-03");
    const held = PROGRAMME.meetings.filter((meeting) => meeting.held);
    expect(defaultMeeting({ ...PROGRAMME, meetings: held }, null)?.id).toBe("2023-09");
    expect(defaultMeeting({ ...PROGRAMME, meetings: [] }, null)).toBeNull();
  });

  it("counts news from the closing of the last meeting held before", () => {
    expect(lastClosingBefore(PROGRAMME, "2024-03")).toBe("2023-09-08");
    expect(lastClosingBefore(PROGRAMME, null)).toBe("2023-09-08");
    expect(lastClosingBefore({ ...PROGRAMME, meetings: [] }, null)).toBeNull();
  });

  it("lists the reports of a meeting that were read", () => {
    expect(publishedReports(PROGRAMME, "2023-09")).toEqual(["executive-summary"]);
    expect(publishedReports(PROGRAMME, "2017-03")).toEqual(["lead-study-group-report"]);
    expect(publishedReports(PROGRAMME, "2024-03")).toEqual([]);
  });
});

describe("a published document, remembered", () => {
  it("has its tables as they were read", () => {
    for (const [meeting, family] of [
      ["2023-09", "executive-summary"],
      ["2017-03", "lead-study-group-report"],
    ] as const) {
      const seed = SEEDS.find((each) => each.family === family);
      const tables = seed?.annexes.filter(({ sections }) => sections.length > 0);
      expect(
        publishedAnnexes(PROGRAMME, meeting, family)?.filter(({ sections }) => sections.some(({ table }) => table)),
      ).toEqual(tables?.filter(({ sections }) => sections.some(({ table }) => table)));
    }
  });

  it("shows the difference where a row number in the document is wrong", () => {
    const events = PROGRAMME.events.map((event): ProgrammeEvent => {
      const first = event.source?.document === "2023-09 executive summary" && event.source.table === "TAP approved";
      return first && event.source?.position === 2 && event.printed
        ? { ...event, printed: { ...event.printed, seq: 7 } }
        : event;
    });
    const wrong: Programme = { ...PROGRAMME, events };
    expect(differencesFromPublished(generateReport(wrong, "executive-summary", "2023-09"), wrong)).toEqual([
      { where: "A/a/2", field: "seq", published: 7, generated: 2 },
    ]);
  });
});

describe("a user's own words", () => {
  const { annexes } = generateReport(PROGRAMME, "executive-summary", "2024-03");
  const slots = () => editableHeadings(annexes, annexes);
  const slot = (place: string) => {
    const found = slots().find((each) => each.location === place);
    if (!found) throw new Error(`no place ${place}`);
    return found;
  };

  it("contain every heading and table, with the usual words", () => {
    expect(slots().map(({ location }) => location)).toEqual([
      ...["A", "A/a", "A/b", "A/c", "A/d", "A/e", "B", "B/a", "B/b", "B/c", "B/d", "C", "C/", "D", "D/", "E"],
    ]);
    expect(slot("A/c").title).toBe("TAP Recommendations determined (WTSA-20 Resolution 1)");
  });

  it("are kept where they differ from the usual ones, and only there", () => {
    const changed = withCustomHeading({}, "2024-03", slot("A/c"), {
      title: " Determined (WTSA-24) ",
      notes: ["One", " "],
    });
    expect(changed).toEqual({ "2024-03": { "A/c": { sectionTitle: "Determined (WTSA-24)", notes: ["One"] } } });
    const report = generateReport(PROGRAMME, "executive-summary", "2024-03", { headings: changed });
    expect(report.annexes[0]?.sections[2]).toMatchObject({ title: "Determined (WTSA-24)", notes: ["One"] });
    const { defaultTitle, defaultNotes } = slot("A/c");
    expect(
      withCustomHeading(changed, "2024-03", slot("A/c"), { title: defaultTitle, notes: defaultNotes ?? [] }),
    ).toEqual({});
    expect(withCustomHeading(changed, "2024-03", slot("A/c"), { title: "", notes: [] })).toEqual({});
  });

  it("name an annex too", () => {
    expect(withCustomHeading({}, "2024-03", slot("B"), { title: "Plans", notes: [] })).toEqual({
      "2024-03": { B: { annexTitle: "Plans" } },
    });
  });
});

describe("what changed", () => {
  const item = PROGRAMME.items.find(({ number }) => number === "X.1221");
  const typed = (changes: FieldChange[], date: string, more: Partial<ProgrammeEvent> = {}): ProgrammeEvent => ({
    ...blankEvent(),
    id: `typed ${date}`,
    item: item?.key ?? "",
    date,
    meeting: "2024-03",
    kind: "Changed",
    from: "Determined",
    process: "TAP",
    changes,
    ...more,
  });

  it("lists the first and last value of each field over several changes", () => {
    const events = [
      ...PROGRAMME.events,
      typed(
        [
          { field: "timing", from: "2024-Q1", to: "2024-Q2" },
          { field: "text", from: null, to: "TD1500" },
        ],
        "2024-01-10",
      ),
      typed(
        [
          { field: "timing", from: "2024-Q2", to: "2024-Q3" },
          { field: "title", from: "One; two", to: "One → two" },
        ],
        "2024-02-10",
      ),
    ];
    const changed = whatChanged({ ...PROGRAMME, events }, "2023-09-08");
    expect(changed[0]?.changes).toEqual([
      { field: "timing", from: "2024-Q1", to: "2024-Q3" },
      { field: "text", from: null, to: "TD1500" },
      { field: "title", from: "One; two", to: "One → two" },
    ]);
    const rows = printChanges(changed, "2023-09-08", reportTexts().changes).sections[0]?.table.rows ?? [];
    expect(rows.map(([name, , , date, what]) => [name, date, what])).toEqual([
      ["X.1221 (X.stie)", "2024-02-10", "Timing"],
      ["X.1221 (X.stie)", "2024-01-10", "Text"],
      ["X.1221 (X.stie)", "2024-02-10", "Title"],
    ]);
  });

  it("reads no change out of a text", () => {
    const prose = "Title: a → b; Timing: 2024-Q1 → 2024-Q4";
    const events = [
      ...PROGRAMME.events,
      typed([{ field: "remarks", from: null, to: prose }], "2024-01-10", { reason: prose, note: prose }),
    ];
    const [change] = whatChanged({ ...PROGRAMME, events }, "2023-09-08");
    expect(change?.changes).toEqual([{ field: "remarks", from: null, to: prose }]);
  });

  it("compares the rows of two documents", () => {
    const changes = whatChanged(PROGRAMME, "2017-03-30");
    const item1471 = changes.find((each) => each.item.number === "X.1471");
    expect(item1471?.changes).toContainEqual({ field: "status", from: "Under study", to: "Not approved" });
  });

  it("prints one line without changes", () => {
    expect(printChanges([], "2024-03-01", reportTexts().changes).sections[0]?.table.rows).toEqual([
      ["None", "", "", "", "", "", "", ""],
    ]);
  });
});
