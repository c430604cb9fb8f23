/** Meetings and header of summaries printed in other ways than the seed. */
import { readDocument } from "../../src/import";
import type { ReadDocument } from "../../src/domain/document";

function read(lines: readonly string[]): ReadDocument {
  const result = readDocument(
    [...lines, "Annex A", "New work items", "1 4/17 X.abc-1 Title Jari ARKKO 2021-Q1 TD1234 C12"].join("\n"),
  );
  if ("notADocument" in result) throw new Error(result.notADocument.code);
  return result;
}

it.each([
  ["Meeting of ITU-T SG17 'Security', Geneva, 24 August – 3 September 2021", "Geneva", "2021-08-24", "2021-09-03"],
  ["ITU-T Study Group 17 meeting (Geneva, 20-29 March 2018)", "Geneva", "2018-03-20", "2018-03-29"],
  [
    "SG17 meeting, Geneva, Switzerland, 30 August - 8 September 2016",
    "Geneva, Switzerland",
    "2016-08-30",
    "2016-09-08",
  ],
  ["SG17 meeting (virtual, 17 - 27 March 2020)", "virtual", "2020-03-17", "2020-03-27"],
  ["Meeting of SG17, 28 December 2020 – 8 January 2021, Geneva", "Geneva", "2020-12-28", "2021-01-08"],
])("reads place and dates of %j", (line, place, from, to) => {
  const { document } = read(["- 2 -", "SG17-TD1234", "Executive summary", line]);
  expect(document).toMatchObject({ studyGroup: "SG17", title: "Executive summary", place, from, to, asOf: to });
});

const RGMS = ["2.3 Interim RGMs", "3 Questions plan to hold the following 3 RGMs before next SG17 meeting:"];

it("reads interim meetings with other bullets, without numbers and over several lines", () => {
  const { rgms } = read([
    "Executive Summary",
    "Meeting of ITU-T SG17, Geneva, 24 August – 3 September 2021",
    ...RGMS,
    "# Q Date Place/Host Subject/objective",
    "Q2/17 12-13 October 2021 e-meeting",
    "• progress X.5Gsec-q",
    "and X.5Gsec-t",
    "4/17 tbd",
    "Beijing (China)",
    "– review",
    "10/17 (14/17) 3 and 5 Nov. 2021, 13:00-15:00 (CET) Kampala / UCC",
  ]);
  expect(rgms).toEqual([
    {
      seq: null,
      question: "2/17",
      date: "12-13 October 2021",
      place: "e-meeting",
      objectives: ["progress X.5Gsec-q and X.5Gsec-t"],
    },
    { seq: null, question: "4/17", date: "tbd", place: "Beijing (China)", objectives: ["review"] },
    {
      seq: null,
      question: "10/17",
      date: "3 and 5 Nov. 2021, 13:00-15:00 (CET)",
      place: "Kampala / UCC",
      objectives: [],
    },
  ]);
});

it("reads interim meetings in cells parted by bars", () => {
  const { rgms } = read([
    "Executive Summary",
    "Meeting of ITU-T SG17, Geneva, 24 August – 3 September 2021",
    ...RGMS,
    "| # | Q | Date | Place/Host | Subject/objective |",
    "| 1. | 2/17 | 12 October 2021 | e-meeting | progress X.5Gsec-q |",
    "| 2. | 4/17 | tbc | - | |",
  ]);
  expect(rgms).toEqual([
    { seq: 1, question: "2/17", date: "12 October 2021", place: "e-meeting", objectives: ["progress X.5Gsec-q"] },
    { seq: 2, question: "4/17", date: "tbc", place: null, objectives: [] },
  ]);
});

it("reads planned meetings as far as the text gives them", () => {
  const { plannedMeetings } = read([
    "Executive Summary",
    "Meeting of ITU-T SG17, Geneva, 24 August – 3 September 2021",
    "2 Next SG17 meetings",
    "2.1 3rd SG17 meeting: Geneva, 10 - 20 May 2022 (8 working days)",
    "2.2 4th SG17 meeting: Aug/Sep 2022, Kampala, Uganda",
    "3 Other business",
  ]);
  expect(plannedMeetings).toMatchObject([
    { name: "3rd SG17 meeting", place: "Geneva", from: "2022-05-10", to: "2022-05-20" },
    { name: "4th SG17 meeting", place: "Kampala, Uganda", from: null, to: null },
  ]);
});
