/** Files that are not read: each refusal gives the true reason, and what a document may hold is counted while it is unpacked. */
import { strToU8, zipSync } from "fflate";
import type { Refusal } from "../../src/domain/document-problems";
import { refusalText } from "../../src/i18n/imports";
import { readBytes, readHtml } from "../../src/import/bytes";
import { LIMITS, LimitExceeded, Meter } from "../../src/import/limits";
import { archiveSource } from "../../src/import/sources/archive";
import { htmlSource } from "../../src/import/sources/html";
import { finish, type Pacing } from "../../src/domain/steps";
import { wordFile, wordParagraph, wordTable } from "../documents/package";

async function refused(bytes: Uint8Array, name: string): Promise<Refusal> {
  const result = await readBytes(bytes, name);
  if (!("notADocument" in result)) throw new Error(`${name} was read.`);
  return result.notADocument;
}

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const compound = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(stream, "utf16le")]),
  );

it.each([
  ["report.pdf", ascii("%PDF-1.7\n%âãÏÓ"), { code: "foreignFormat", values: { format: "pdf" } }],
  ["report.rtf", ascii("{\\rtf1\\ansi text}"), { code: "foreignFormat", values: { format: "rtf" } }],
  ["report.doc", compound("WordDocument"), { code: "foreignFormat", values: { format: "doc" } }],
  ["report.xls", compound("Workbook"), { code: "foreignFormat", values: { format: "xls" } }],
  ["report.docx", compound("EncryptedPackage"), { code: "encrypted" }],
  ["photo.png", ascii("\x89PNG\r\n\x1a\n"), { code: "foreignFormat", values: { format: "picture" } }],
  ["cut.docx", wordFile(wordParagraph("Annex A")).subarray(0, 120), { code: "damaged" }],
  ["empty.txt", new Uint8Array(), { code: "empty" }],
  [
    "README.md",
    ascii("# Tool\n\nExecutive summary: it works.\n\n| Name | Title |\n|---|---|\n| a | b |\n"),
    { code: "noTable" },
  ],
])("refuses %s with the true reason and a way out", async (name, bytes, expected) => {
  const refusal = await refused(bytes, name);
  expect(refusal).toMatchObject(expected);
  expect(refusalText(refusal)).toMatch(new RegExp(`^${name.replace(".", "\\.")} .*\\.$`));
  if (refusal.code === "foreignFormat") expect(refusalText(refusal)).toMatch(/\.docx.*copy/);
});

it("refuses a file whose packed bytes were changed, whatever they unpack to", async () => {
  const file = zipSync({ "word/document.xml": strToU8(`<body>${wordParagraph("Annex A")}</body>`) }, { level: 0 });
  file[file.indexOf("A".charCodeAt(0))] = "B".charCodeAt(0);
  expect(await refused(file, "changed.docx")).toMatchObject({ code: "damaged" });
});

it("names the study group of a document that is not of SG17", async () => {
  const table = wordTable([
    ["ITU-T Rec. No.", "Q", "Title"],
    ["Y.3901", "20/13", "Requirements of mill networks"],
  ]);
  const body =
    wordParagraph("Executive summary of the SG13 meeting") + wordParagraph("Recommendations determined") + table;
  expect(await refused(wordFile(body), "sg13.docx")).toMatchObject({
    code: "otherStudyGroup",
    values: { studyGroup: "SG13" },
  });
});

it("refuses a page that is nested too deep, and reads one that is never closed", async () => {
  const deep = await readHtml("<div>".repeat(5000), "page");
  expect(deep).toEqual({
    notADocument: { code: "limit", name: "page", values: { limit: "depth", most: LIMITS.depth } },
  });
  const open = await readHtml(
    "<p>Annex A<p>New work items<table><tr><td>Q<td>Work item<td>Title<tr><td>2/17<td>X.a-1<td>T",
    "page",
  );
  if ("notADocument" in open) throw new Error(open.notADocument.code);
  expect(open.document.annexes[0]?.sections[0]?.rows).toMatchObject([
    { question: "2/17", acronym: "X.a-1", title: "T" },
  ]);
});

it("stops as soon as a limit is exceeded, while it unpacks", () => {
  const file = wordFile(wordParagraph("a").repeat(2000) + wordTable([["a", "b"]]).repeat(100));
  for (const limit of ["unpacked", "paragraphs", "tables", "cells", "depth"] as const) {
    const meter = new Meter({ ...LIMITS, [limit]: 3 });
    expect(() => finish(archiveSource(file, meter))).toThrow(new LimitExceeded(limit));
  }
  // The cells of a table are no paragraphs; further paragraphs inside a cell are.
  const cells = (content: string): string => `<table>${`<tr><td>${content}</td></tr>`.repeat(5)}</table>`;
  const few = { ...LIMITS, paragraphs: 3 };
  expect(finish(htmlSource(cells("a"), new Meter(few))).blocks).toHaveLength(1);
  expect(() => finish(htmlSource(cells("<p>a<p>b"), new Meter(few)))).toThrow(new LimitExceeded("paragraphs"));
  const wide = `<table><tr><td rowspan="60000" colspan="200">a</td></tr>${"<tr><td>b</td></tr>".repeat(50)}</table>`;
  expect(() => finish(htmlSource(wide, new Meter({ ...LIMITS, cells: 1000 })))).toThrow(new LimitExceeded("cells"));
});

it("reads in slices: it pauses, gives up after its time, and stops when it is cancelled", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [
    String(index + 1),
    "2/17",
    `X.item-${String(index)}`,
    "Title",
  ]);
  const file = wordFile(wordParagraph("New work items") + wordTable([["#", "Q", "Work item", "Title"], ...rows]));
  let clock = 0;
  let pauses = 0;
  const pacing = (step: number, signal?: AbortSignal): Pacing => ({
    now: () => (clock += step),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
    signal,
  });
  const read = await readBytes(file, "items.docx", pacing(1));
  expect(read).toMatchObject({ family: "executive-summary" });
  expect(pauses).toBeGreaterThan(10);
  expect(await readBytes(file, "items.docx", pacing(LIMITS.time))).toMatchObject({
    notADocument: { code: "limit", values: { limit: "time" } },
  });
  const stop = new AbortController();
  stop.abort(new Error("Cancelled"));
  await expect(readBytes(file, "items.docx", pacing(1, stop.signal))).rejects.toThrow("Cancelled");
});

it("refuses a text of more lines than any report has at once, and reads one with an open quotation mark", async () => {
  const lines = 'Work Item;Question;Title\n"X.abc;2/17;Orchards\n';
  const long = await refused(ascii(lines.repeat(LIMITS.paragraphs)), "long.csv");
  expect(long).toMatchObject({ code: "limit", values: { limit: "paragraphs", most: LIMITS.paragraphs } });
  expect(await readBytes(ascii(lines), "open.csv")).toMatchObject({ family: "work-programme-export" });
});
