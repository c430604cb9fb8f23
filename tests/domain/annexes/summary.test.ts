/** The executive summary before its annexes: counts from the tables, next meetings, interim meetings, users' texts, statistics. */
import { readFileSync } from "node:fs";
import {
  editableTexts,
  generateExecutiveSummary,
  generateStatistics,
  printReport,
  withCustomHeading,
  type HeadingSettings,
} from "../../../src/domain/annexes";
import { blankEvent } from "../../../src/domain/event-fields";
import { joinDocuments } from "../../../src/domain/merge";
import type { Programme, ProgrammeEvent } from "../../../src/domain/model";
import type { EventKind, Status } from "../../../src/domain/vocabulary";
import { documentText, lineText } from "../../../src/export/text";
import { gapText } from "../../../src/i18n/reports";
import { readDocument } from "../../../src/import";
import { readSeeds } from "../../../src/import/seeds";

const SEEDS = readSeeds();
const PROGRAMME = joinDocuments(SEEDS);
const SUMMARY = SEEDS.find(({ family }) => family === "executive-summary");

/** The published summary prints "1 Amendments" and "5 new Technical Report". */
const withoutPlurals = (line: string): string => line.replace(/\b(Amendment|Technical Report)s\b/g, "$1");

function summaryOf(programme: Programme, meeting: string, headings: HeadingSettings = {}) {
  const report = generateExecutiveSummary(programme, meeting, { headings });
  const printed = printReport(report, generateStatistics(programme, meeting, headings), programme);
  return {
    report,
    printed,
    lines: printed.chapters.flatMap(({ heading, lines }) => [heading, ...lines.map(lineText)]),
  };
}

/** Decisions of the meeting of March 2024, as the workbook records them. */
function decided(decisions: [name: string, kind: EventKind, to: Status][]): Programme {
  const events = decisions.map(([name, kind, to], at): ProgrammeEvent => {
    const item = PROGRAMME.items.find((each) => each.number === name || each.name === name);
    if (!item) throw new Error(`no item ${name}`);
    const { process } = item;
    const day = "2024-03-01";
    return { ...blankEvent(), id: `typed ${at}`, item: item.key, date: day, meeting: "2024-03", kind, to, process };
  });
  return { ...PROGRAMME, events: [...PROGRAMME.events, ...events] };
}

describe("the summary of September 2023", () => {
  it("has the published section 1, next meetings and announcement of interim meetings, line by line", () => {
    const published = readFileSync("seeds/002_6de7bdcfc1d3d7d8.txt", "utf8")
      .split("\n")
      .map((line) => line.trim());
    const from = published.findIndex((line) => line.startsWith("Hot topics"));
    const to = published.findIndex((line) => /^\d+ Questions plan/.test(line));
    expect(summaryOf(PROGRAMME, "2023-09").lines.map(withoutPlurals)).toEqual(
      published.slice(from, to + 1).map(withoutPlurals),
    );
  });

  it("reads back from its text as the published record", () => {
    const back = readDocument(documentText(summaryOf(PROGRAMME, "2023-09").printed));
    if ("notADocument" in back) throw new Error(back.notADocument.code);
    const { document, rgms, statistics, plannedMeetings, texts } = back;
    expect({ document, rgms, statistics, plannedMeetings, texts }).toEqual({
      document: SUMMARY?.document,
      rgms: SUMMARY?.rgms,
      statistics: SUMMARY?.statistics,
      plannedMeetings: SUMMARY?.plannedMeetings,
      texts: SUMMARY?.texts,
    });
  });
});

describe("the summary of the next meeting", () => {
  const programme = decided([
    ["X.1221", "Approved", "Approved"],
    ["X.1373rev", "Approved", "Approved"],
    ["X.sc-iot", "Determined", "Determined"],
    ["X.1144rev", "Consented", "Consented"],
    ["TR.zt-acp", "Agreed", "Agreed"],
    ["X.ctss", "Discontinued", "Discontinued"],
  ]);

  it("counts what its own tables hold, so that a reader finds no difference", () => {
    const { lines, printed } = summaryOf(programme, "2024-03");
    expect(lines.slice(0, 7)).toEqual([
      "1 Meeting Output (meeting statistics see Annex E below)",
      "- Output standards (5, see Annex A):",
      "- TAP approval (2): Details are in Annex A a).",
      "- TAP determined (1): 1 new Recommendation. Details are in Annex A c).",
      "- AAP consented (1): 1 revised Recommendation for AAP Last Call. Details are in Annex A d).",
      "- Agreed (1): 1 new Technical Report. Details are in Annex A e).",
      "- Work item discontinued (1, see Annex D).",
    ]);
    const back = readDocument(documentText(printed));
    if ("notADocument" in back) throw new Error(back.notADocument.code);
    expect(back.problems.filter(({ code }) => code === "countDiffers")).toEqual([]);
  });

  it("names the meetings after it, with place and dates where they are fixed, and leaves out those before it", () => {
    const meetings = programme.meetings.map((meeting) =>
      meeting.id === "2024-09" ? { ...meeting, from: "2024-09-02", to: "2024-09-06" } : meeting,
    );
    expect(summaryOf({ ...programme, meetings }, "2024-03").lines.slice(7)).toEqual([
      "2 Next SG17 meetings",
      "2.1 6th SG17 meeting: Geneva, 2 September – 6 September 2024",
      expect.stringMatching(/^- \d+ Candidate texts for action, details see Annex B\.$/),
    ]);
  });

  it("lists missing dates, statistics, texts and interim meetings, and prints what users enter of them", () => {
    const lacking = summaryOf(programme, "2024-09").report.gaps.map(({ lack }) => gapText(lack));
    expect(lacking).toEqual(
      expect.arrayContaining([
        "The dates of 2024-09 are missing.",
        "No meeting after 2024-09 is listed: Annex B names none.",
        "The hot topics of 2024-09 are missing.",
        "The text on SG17 subgroups is missing for 2024-09.",
        "No interim meetings after 2024-09 are listed.",
        "The numbers of contributions, liaison statements and TDs of 2024-09 are missing.",
        "The numbers of participants of 2024-09 are missing.",
        "The contributions by region of 2024-09 are missing.",
      ]),
    );
    const meetings = programme.meetings.map((meeting) =>
      meeting.id === "2024-03" ? { ...meeting, documents: { C: 200, TD: 400 } } : meeting,
    );
    let headings: HeadingSettings = {};
    const enter = (text: string, notes: string[]) => {
      const field = editableTexts(programme, "2024-03", headings).find(({ location }) => location === `text/${text}`);
      if (!field) throw new Error(`no text ${text}`);
      headings = withCustomHeading(headings, "2024-03", field, { title: "", notes });
    };
    enter("topics", ["AI security"]);
    enter("subgroups", ["JCA-IdM: continued"]);
    enter("regions", ["APT 150 (= China 100 + Japan 50)", "EUR 7"]);
    enter("remarks", ["- LS: stable"]);
    const { report, lines, printed } = summaryOf({ ...programme, meetings }, "2024-03", headings);
    expect(lines).toEqual(expect.arrayContaining(["- AI security", "- SG17 subgroups", "- JCA-IdM: continued"]));
    expect(printed.annexes.at(-1)?.sections.at(-1)?.remarks).toEqual([
      "- APT 150 (75%) (= China 100 + Japan 50)",
      "- EUR 7 (4%)",
      "- LS: stable",
    ]);
    const parts = report.gaps.flatMap(({ place }) => ("part" in place ? [place.part] : []));
    expect(parts).toEqual(["interim", "participants"]);
  });
});
