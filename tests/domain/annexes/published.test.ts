import { blankMeeting } from "../../../src/domain/meeting-fields";
import { gapText } from "../../../src/i18n/reports";
import { blankEvent } from "../../../src/domain/event-fields";
import { compareReports, generateExecutiveSummary, generateLeadReport, whatChanged } from "../../../src/domain/annexes";
import type { ReadDocument } from "../../../src/domain/document";
import { joinDocuments } from "../../../src/domain/merge";
import type { Programme, ProgrammeEvent } from "../../../src/domain/model";
import { readSeeds } from "../../../src/import/seeds";

const SEEDS = readSeeds();
const PROGRAMME = joinDocuments(SEEDS);

function published(family: ReadDocument["family"]): ReadDocument {
  const document = SEEDS.find((seed) => seed.family === family);
  if (!document) throw new Error(`no seed is a ${family}`);
  return document;
}

function itemCalled(programme: Programme, name: string) {
  const item = programme.items.find(({ number, name: provisional }) => number === name || provisional === name);
  if (!item) throw new Error(`no item ${name}`);
  return item;
}

/** The programme after a decision typed into the workbook: no document has printed it. */
function decide(
  programme: Programme,
  name: string,
  to: "Approved" | "Consented",
  meeting: string,
  date: string,
): Programme {
  const item = itemCalled(programme, name);
  const event: ProgrammeEvent = {
    ...blankEvent(),
    id: `typed ${name} ${to}`,
    item: item.key,
    date,
    meeting,
    kind: to,
    from: item.status,
    to,
    process: item.process,
    who: "secretariat",
  };
  return {
    ...programme,
    items: programme.items.map((each) => (each.key === item.key ? { ...each, status: to, since: date } : each)),
    events: [...programme.events, event],
  };
}

const rowsOf = (report: ReturnType<typeof generateExecutiveSummary>, table: string) =>
  report.annexes.flatMap(({ sections }) => sections).find((section) => section.table === table)?.rows ?? [];

describe("annexes of meetings that are published", () => {
  it("gives September 2023 back, row for row and field for field", () => {
    const report = generateExecutiveSummary(PROGRAMME, "2023-09");
    expect(compareReports(published("executive-summary"), report)).toEqual([]);
    expect(report.annexes.flatMap(({ sections }) => sections.map(({ rows }) => rows.length))).toEqual([
      4, 3, 8, 10, 6, 1, 11, 9, 4, 28, 1,
    ]);
    expect(report.gaps).toEqual([]);
  });

  it("gives the lead study group report of March 2017 back, its empty section included", () => {
    const report = generateLeadReport(PROGRAMME, "2017-03");
    expect(compareReports(published("lead-study-group-report"), report)).toEqual([]);
    expect(report.annexes.flatMap(({ sections }) => sections.map(({ rows }) => rows.length))).toEqual([
      11, 0, 4, 2, 77,
    ]);
  });

  it("lists the differences from a published table", () => {
    const document = structuredClone(published("executive-summary"));
    const row = document.annexes[0]?.sections[0]?.rows[0];
    if (!row) throw new Error("no first row");
    row.title = "Another title";
    const differences = compareReports(document, generateExecutiveSummary(PROGRAMME, "2023-09"));
    expect(differences).toEqual([
      expect.objectContaining({ where: "A/a/1", field: "title", published: "Another title" }),
    ]);
  });

  it("lists its meetings in the error for an unknown one", () => {
    expect(() => generateExecutiveSummary(PROGRAMME, "2031-01")).toThrow(/no meeting “2031-01”.*2023-09/s);
  });
});

describe("annexes of the next meeting", () => {
  const approved = decide(PROGRAMME, "X.1221", "Approved", "2024-03", "2024-03-01");
  const next = decide(approved, "X.508", "Consented", "2024-03", "2024-03-01");
  const report = generateExecutiveSummary(next, "2024-03");

  it("lists each decision in its table, written from the item", () => {
    expect(rowsOf(report, "TAP approved")).toEqual([
      expect.objectContaining({
        seq: 1,
        question: "4/17",
        printedName: "X.1221 (X.stie)",
        kind: "New",
        editors: ["Michael ROSA", "Duncan SPARRELL"],
        text: "TD1262",
        a5: "TD808",
        equivalent: "OASIS STIX Version 2.1",
      }),
    ]);
    expect(rowsOf(report, "AAP consented").map(({ printedName }) => printedName)).toEqual(["X.508 (X.pki-em)"]);
  });

  it("plans texts for the next meeting, without those already decided", () => {
    const planned = rowsOf(report, "Planned for approval").map(({ number }) => number);
    expect(planned).toContain("X.1222");
    expect(planned).not.toContain("X.1221");
    expect(rowsOf(report, "Planned for consent").map(({ acronym }) => acronym)).not.toContain("X.pki-em");
    expect(rowsOf(report, "Planned for agreement").map(({ acronym }) => acronym)).toContain("X.sup-sat-dfs");
  });

  it("marks texts for re-determination and explains the mark", () => {
    const section = report.annexes
      .flatMap(({ sections }) => sections)
      .find(({ table }) => table === "Planned for determination");
    expect(section?.rows.filter(({ mark }) => mark === "*").map(({ number }) => number)).toEqual(["X.1353", "X.1471"]);
    expect(section?.notes).toContain("* for TAP re-determination.");
  });

  it("lists missing values before printing", () => {
    const messages = report.gaps.map(({ lack }) => gapText(lack));
    expect(messages).toContainEqual(
      expect.stringContaining("X.508 (X.pki-em) has no A.5 or A.25 justification, although it has an equivalent"),
    );
    expect(messages).toContainEqual(expect.stringMatching(/X\.5Gsec-netec is timed for 2024-Q1, before the meeting/));
    expect(messages).toContainEqual(expect.stringMatching(/X\.1127 has been Determined since 2017-03-30/));
  });

  it("dates its headings by the meeting", () => {
    expect(report.annexes[0]?.title).toBe(
      "Actions taken on Recommendations, and other texts at SG17 closing plenary on 1 March 2024",
    );
  });

  it("names the meeting after by its year, as published, whatever coordination meetings come between", () => {
    expect(report.annexes[1]?.title).toBe("Recommendations planned for action in 2nd SG17 meeting in 2024");
    const meetings = [
      ...PROGRAMME.meetings,
      blankMeeting("2024-05", "SG17 interim coordination meeting", false),
      ...["2024-10", "2024-11"].map((id) => blankMeeting(id, "SG17 meeting", false)),
    ];
    const titles = ["2024-03", "2024-09", "2024-11"].map(
      (meeting) => generateExecutiveSummary({ ...PROGRAMME, meetings }, meeting).annexes[1]?.title,
    );
    expect(titles).toEqual(
      ["2nd SG17 meeting in 2024", "3rd SG17 meeting in 2024", "the next SG17 meeting"].map(
        (name) => `Recommendations planned for action in ${name}`,
      ),
    );
  });

  it("uses the user's headings and notes", () => {
    const headings = { "2024-03": { "A/a": { sectionTitle: "TAP Recommendations approved (WTSA-24 Resolution 1)" } } };
    const own = generateExecutiveSummary(next, "2024-03", { headings });
    expect(own.annexes[0]?.sections[0]?.title).toBe("TAP Recommendations approved (WTSA-24 Resolution 1)");
  });

  it("lists changes since the last meeting", () => {
    const changes = whatChanged(next, "2023-09-08");
    expect(changes.map(({ item, changes: fields }) => [item.number, fields])).toEqual([
      ["X.508", [{ field: "status", from: "Under study", to: "Consented" }]],
      ["X.1221", [{ field: "status", from: "Determined", to: "Approved" }]],
    ]);
  });
});
