/** Nothing is lost in silence: damaged copies of the seeds read without a crash, and every line is accounted for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { type LineCoverage, readDocument, readWithCoverage } from "../../src/import";
import { readBytes } from "../../src/import/bytes";
import type { ReadDocument, Row } from "../../src/domain/document";
import { refusalText } from "../../src/i18n/imports";
import { damaged, damages } from "../documents/damage";

const seedsFolder = join(__dirname, "../../seeds");
const REPORT = readFileSync(join(seedsFolder, "000_3daf24ad36aefeb9.txt"), "utf8");
const SUMMARY = readFileSync(join(seedsFolder, "002_6de7bdcfc1d3d7d8.txt"), "utf8");

function rowsOf(document: ReadDocument): Row[] {
  return document.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows));
}

function squeezed(value: unknown): string {
  return JSON.stringify(value)
    .toLowerCase()
    .replace(/\\n|[^\p{L}\d]/gu, "");
}

/** Every line between the first annex heading and the end has its use; rows and problems say where they stand. */
function expectAccounted(
  text: string,
  { document, coverage }: { document: ReadDocument; coverage: LineCoverage },
): void {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/);
  const rows = rowsOf(document);
  for (const row of rows) {
    expect(row.lines[0]).toBeGreaterThanOrEqual(1);
    expect(row.lines[1]).toBeGreaterThanOrEqual(row.lines[0]);
    expect(row.lines[1]).toBeLessThanOrEqual(lines.length);
  }
  const problemLines = new Set(document.problems.map((problem) => problem.line));
  const [first, last] = coverage.span;
  for (let number = first; number <= last && first > 0; number++) {
    const line = (lines[number - 1] ?? "").replace(/[\u00ad\u200b-\u200d\u2060\ufeff\0]/g, "");
    if (line.trim() === "") continue;
    const use = coverage.uses[number];
    if (use === undefined) throw new Error(`line ${number} is unaccounted for: ${line}`);
    if (use === "problem" && !problemLines.has(number)) throw new Error(`line ${number} has no problem: ${line}`);
    if (use === "row") expectInRow(number, line, rows, document);
  }
}

/** The longer words of a line of a row are found again in the row, in a heading or note, or in a problem. */
function expectInRow(number: number, line: string, rows: readonly Row[], document: ReadDocument): void {
  const here = rows.filter((row) => row.lines[0] <= number && number <= row.lines[1]);
  if (here.length === 0) throw new Error(`line ${number} stands in no row: ${line}`);
  const around = document.problems.filter((problem) =>
    here.some((row) => row.lines[0] <= problem.line && problem.line <= row.lines[1]),
  );
  const frames = document.annexes.map(({ id, title, sections }) => [
    id,
    title,
    sections.map((section) => [section.title, section.notes]),
  ]);
  const kept = squeezed([here, around]);
  const framed = squeezed(frames);
  for (const word of line.match(/\p{L}{4,}|\d{4,}/gu) ?? []) {
    if (/^notes?$/i.test(word)) continue;
    // Where a space is dropped the next row's number is glued to a reference: "TD14564" is TD1456 and row 4.
    const letters = squeezed(/^\d{5,6}$/.test(word) ? word.slice(0, 4) : word);
    if (!kept.includes(letters) && !framed.includes(letters))
      throw new Error(`"${word}" of line ${number} is lost: ${line}`);
  }
}

describe.each([
  ["lead study group report", REPORT],
  ["executive summary", SUMMARY],
])("a damaged %s", (_family, seed) => {
  it("keeps every line accounted for, whatever lines are cut, doubled, swapped, joined, blanked or misspelt", () => {
    fc.assert(
      fc.property(damages, (list) => {
        const text = damaged(seed, list);
        const result = readWithCoverage(text);
        if (!("notADocument" in result)) expectAccounted(text, result);
      }),
      { numRuns: 20 },
    );
  });

  it("reads the same rows with any line ends and in any encoding it may come in", async () => {
    const wanted = rowsOf(readDocument(seed) as ReadDocument);
    for (const end of ["\r\n", "\r", "\u2028"]) {
      expect(rowsOf(readDocument(seed.replace(/\n/g, end)) as ReadDocument)).toEqual(wanted);
    }
    const encoded = [
      Buffer.from(`\ufeff${seed}`, "utf8"),
      Buffer.from(`\ufeff${seed}`, "utf16le"),
      Buffer.from(seed, "utf16le"),
      Buffer.from(`\ufeff${seed}`, "utf16le").swap16(),
      toWindows(seed),
    ];
    for (const bytes of encoded) {
      expect(rowsOf((await readBytes(new Uint8Array(bytes), "seed.txt")) as ReadDocument)).toEqual(wanted);
    }
  });

  it("reads half of it, from either side, with every line accounted for", () => {
    const lines = seed.split("\n");
    for (let part = 1; part < 20; part++) {
      const cut = Math.floor((lines.length * part) / 20);
      for (const text of [lines.slice(0, cut).join("\n"), lines.slice(cut).join("\n")]) {
        const result = readWithCoverage(text);
        if (!("notADocument" in result)) expectAccounted(text, result);
      }
    }
  });
});

/** Windows-1252 holds every character of the seeds. */
function toWindows(text: string): Buffer {
  const table: Record<string, number> = {
    "–": 0x96,
    "—": 0x97,
    "’": 0x92,
    "‘": 0x91,
    "“": 0x93,
    "”": 0x94,
    "…": 0x85,
    "•": 0x95,
  };
  return Buffer.from([...text].map((character) => table[character] ?? character.charCodeAt(0)));
}

it("reads two documents in one file, in either order, with all rows of both, and reports it", () => {
  for (const text of [`${REPORT}\n${SUMMARY}`, `${SUMMARY}\n${REPORT}`]) {
    const result = readWithCoverage(text);
    if ("notADocument" in result) throw new Error(result.notADocument.code);
    expect(rowsOf(result.document)).toHaveLength(94 + 85);
    expect(result.document.problems.map((problem) => problem.code)).toContain("anotherDocument");
    expectAccounted(text, result);
  }
});

it("gives in one sentence the reason why a text is no document", async () => {
  const texts = [
    "",
    " \n\n",
    "Dear colleagues,\nthe meeting is postponed.\n",
    "a;b;c\n1;2;3\n",
    "Annex A\nPhotographs\n",
  ];
  for (const text of texts) {
    const result = readDocument(text, { name: "note.txt" });
    if (!("notADocument" in result)) throw new Error(`"${text}" was read`);
    expect(refusalText(result.notADocument)).toMatch(/^note\.txt (?:is|contains) .*\.$/);
  }
  const binary = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
  expect(await readBytes(binary, "photo.jpg")).toHaveProperty("notADocument");
  expect(await readBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), "broken.docx")).toHaveProperty("notADocument");
});

it("reads 10 MB of anything to its end", () => {
  const size = 10_000_000;
  const texts = [
    "x".repeat(size),
    "\n".repeat(size),
    `Executive Summary\n${"The meeting took note of it.\n".repeat(size / 30)}${SUMMARY}`,
    `${SUMMARY}\nAnnex F\n${"- ".repeat(size / 2)}`,
  ];
  for (const text of texts) {
    expect(readDocument(text)).toBeDefined();
  }
});
