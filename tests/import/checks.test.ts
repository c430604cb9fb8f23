/** What a document says of itself against its tables, and slips that show from the document alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../../src/import";
import { problemText } from "../../src/i18n/imports";
import type { ReadDocument } from "../../src/domain/document";

const SUMMARY = readFileSync(join(__dirname, "../../seeds/002_6de7bdcfc1d3d7d8.txt"), "utf8");

function read(text: string): ReadDocument {
  const result = readDocument(text);
  if ("notADocument" in result) throw new Error(result.notADocument.code);
  return result;
}

function messages(text: string): string[] {
  return read(text).problems.map(problemText);
}

it("reports the known slips of the executive summary and nothing severe", () => {
  const problems = read(SUMMARY).problems;
  const expected: [number, RegExp][] = [
    [235, /X\.1471 is planned twice: in line 199 and here/],
    [
      15,
      /determined texts the text states 6 new, 1 amendments; the column New \/ Revised contains 7 new, 0 amendments/,
    ],
    [92, /“Jah Hoon Nah” may be “Jae Hoon NAH”/],
    [286, /“X\.sec-QKDN-tn” may be the text that line 64 spells “X\.sec_QKDN_tn”/],
    [0, /Timings are printed in 5 notations/],
    [416, /prints 3 figures for 7 columns/],
  ];
  for (const [line, message] of expected) {
    const there = problems.filter((problem) => problem.line === line).map(problemText);
    expect(there.join("\n")).toMatch(message);
  }
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  expect(problems.length).toBeLessThan(15);
});

it("reports no difference between stated and found counts in the seed, and each one that is made", () => {
  const differs = /the text states \d+ .*, the tables contain/i;
  expect(messages(SUMMARY).filter((message) => differs.test(message))).toEqual([]);
  for (const [from, to] of [
    ["TAP approval (4)", "TAP approval (5)"],
    ["TAP not approved (3)", "TAP not approved (2)"],
    ["TAP determined (8)", "TAP determined (9)"],
    ["AAP consented (10)", "AAP consented (11)"],
    ["Agreed (6)", "Agreed (7)"],
    ["New work items (28", "New work items (27"],
    ["discontinued (1", "discontinued (2"],
    ["25 Candidate texts", "26 Candidate texts"],
    ["following 10 RGMs", "following 11 RGMs"],
  ] as const) {
    expect(SUMMARY).toContain(from);
    const found = messages(SUMMARY.replace(from, to)).filter(
      (message) => differs.test(message) || /rapporteur group/.test(message),
    );
    expect(found).toHaveLength(1);
  }
});

it("reports a missing row, a repeated row and a missing lead Question", () => {
  const lines = SUMMARY.split("\n");
  const withoutRow = [...lines.slice(0, 216), ...lines.slice(220)].join("\n");
  expect(messages(withoutRow).join("\n")).toMatch(/Row 4 \(X\.tsfpp\) follows row 2/);
  const withoutTail = [...lines.slice(0, 215), ...lines.slice(216)].join("\n");
  expect(messages(withoutTail).join("\n")).toMatch(/X\.5Gsec-srocvs has no location of the text and no timing/);
  const repeated = [...lines.slice(0, 211), ...lines.slice(207, 211), ...lines.slice(211)].join("\n");
  expect(messages(repeated).join("\n")).toMatch(/X\.5Gsec-netec is planned twice/);
  expect(messages(SUMMARY.replace("8 10/17 X.1250rev", "8 X.1250rev")).join("\n")).toMatch(
    /X\.1250rev has no lead Question/,
  );
});
