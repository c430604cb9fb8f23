/** Work programme exports: chosen columns, separators in titles, line ends and encodings as they come. */
import { readDocument } from "../../src/import";
import { problemText } from "../../src/i18n/imports";
import { readBytes } from "../../src/import/bytes";
import type { ReadDocument } from "../../src/domain/document";

const PREAMBLE = [
  "ITU-T Work Programme Report;;;;;;",
  ";;;;;;",
  "4 work item(s) match the following criteria:;;;;;;",
  "Study Period: ;2022-2024;;;;;",
  "Study Group:;SG17: Security;;;;;",
  "Report Generated On:;3/Feb/2024 10:01:02 AM;;;;;",
  ";;;;;;",
];
const TABLE = [
  "Work Item;Question;Title/Subject;Timing;Study Group;Study Period;Version;Status;Priority",
  "X.1254 (2020) Cor.1;Q10/17;Entity authentication — assurance framework;2024-12;SG17;2022-2024;-;Under study;High",
  "X.1352Amd.1;Q6/17;Security requirements; devices; and gateways;2024-Q3;SG17;2022-2024;-;Determined  2023-09-08;High",
  "XSTR.sec-ai (ex TR.sec-ai);Q15/17;Technical Report: “Café” networks;2025-03;SG17;2022-2024;New;Pending SG/WP confirmation;Low",
  "X.1280rev;Q10/17;Framework for out-of-band;2025-09;SG17;2022-2024;Rev.;Consented 2023-09-08;Low",
];
const TEXT = [...PREAMBLE, ...TABLE].join("\r\n");

function read(text: string): ReadDocument {
  const result = readDocument(text);
  if ("notADocument" in result) throw new Error(result.notADocument.code);
  return result;
}

function rows(document: ReadDocument) {
  return document.annexes[0]?.sections[0]?.rows ?? [];
}

it("reads names, Questions, titles with separators in them, kinds, statuses and their dates", () => {
  const document = read(TEXT);
  expect(document.family).toBe("work-programme-export");
  expect(document.document).toMatchObject({
    studyGroup: "SG17",
    title: "ITU-T Work Programme Report",
    asOf: "2024-02-03",
  });
  expect(rows(document)).toMatchObject([
    {
      number: "X.1254 (2020) Cor.1",
      question: "10/17",
      kind: null,
      status: "Under study",
      statusDate: null,
      lines: [9, 9],
    },
    {
      number: "X.1352Amd.1",
      title: "Security requirements; devices; and gateways",
      status: "Determined",
      statusDate: "2023-09-08",
    },
    {
      acronym: "XSTR.sec-ai",
      formerly: "TR.sec-ai",
      kind: "New",
      version: "New",
      status: "Pending SG/WP confirmation",
    },
    { number: "X.1280rev", kind: "Rev", version: "Rev.", timing: "2025-09", sg: "SG17", studyPeriod: "2022-2024" },
  ]);
  expect(document.problems.map(problemText)).toEqual([expect.stringContaining("“Priority”")]);
});

it.each(["\n", "\r", "\r\n"])("reads alike with line ends %j", (end) => {
  expect(rows(read(TEXT.replace(/\r\n/g, end)))).toEqual(rows(read(TEXT)));
});

it("reads alike in UTF-8, UTF-16, Windows-1252 and Mac Roman", async () => {
  const windows: Record<string, number> = { "—": 0x97, "“": 0x93, "”": 0x94, é: 0xe9 };
  const mac: Record<string, number> = { "—": 0xd1, "“": 0xd2, "”": 0xd3, é: 0x8e };
  const encode = (table: Record<string, number>): Uint8Array =>
    Uint8Array.from([...TEXT].map((character) => table[character] ?? character.charCodeAt(0)));
  const encodings = [
    Buffer.from(TEXT),
    Buffer.from(`\ufeff${TEXT}`),
    Buffer.from(TEXT, "utf16le"),
    encode(windows),
    encode(mac),
  ];
  for (const bytes of encodings) {
    const result = await readBytes(new Uint8Array(bytes), "export.csv");
    expect(rows(result as ReadDocument)).toEqual(rows(read(TEXT)));
  }
});

it("takes the columns in any choice and order, saved again with commas and quotation marks", () => {
  const text =
    'Status,Work Item\nx,y\n\nWork Item,Status,Title/Subject\nX.abc-1,"Approved 2024-10-29","Say ""yes"", or no"\n';
  expect(rows(read(text))).toMatchObject([
    { acronym: "X.abc-1", status: "Approved", statusDate: "2024-10-29", title: 'Say "yes", or no', question: null },
  ]);
});

it("joins a row that a line end inside its title parted, and reports a stated count that differs", () => {
  const document = read(
    TEXT.replace("assurance framework", "assurance\r\nframework").replace("4 work item(s)", "5 work item(s)"),
  );
  expect(rows(document)[0]).toMatchObject({ title: "Entity authentication — assurance framework", lines: [9, 10] });
  expect(document.problems.map(problemText)).toContain("The export states 5 work items and contains 4.");
});
