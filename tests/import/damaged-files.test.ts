/** Nothing is lost in silence in any format: what is between the first and the last table is a row, heading, note or problem. */
import * as fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { readFile } from "../../src/import/bytes";
import { rowsOf } from "../../src/import/read-source";
import type { Reading } from "../../src/import/read-source";
import { excelFile, wordFile, wordParagraph, wordTable } from "../documents/package";

type Part = string | string[][];

const HEADER = ["#", "Q", "Acronym", "Title", "New / Revised", "Editor(s)", "Location of text"];

/** Rows with words that occur nowhere else, so that each can be found again. */
function rowsFrom(first: number, count: number): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return [
      String(index + 1),
      "2/17",
      `X.item${number}`,
      `Zebra${number} requirements`,
      "New",
      "Anna KELLER",
      `TD${2000 + number}`,
    ];
  });
}

const PARTS: Part[] = [
  "Executive Summary",
  "Meeting of ITU-T SG17 'Security', Geneva, 20 February – 1 March 2024",
  "Annex A",
  "Actions taken on Recommendations, and other texts at SG17 closing plenary on 1 March 2024",
  "a) TAP Recommendations approved (WTSA-20 Resolution 1)",
  [[...HEADER], ...rowsFrom(1, 3)],
  "Note: Quagga1 was approved after a second reading.",
  "b) AAP Recommendations consented (Recommendation ITU-T A.8)",
  [[...HEADER], ...rowsFrom(10, 2)],
  "Annex B",
  "New work items",
  [[...HEADER], ...rowsFrom(20, 3)],
];

interface Damage {
  kind:
    "drop part" | "swap parts" | "drop row" | "drop cell" | "empty cell" | "cells in one" | "stray text" | "repeat row";
  at: number;
  row: number;
  cell: number;
}

const damages = fc.array(
  fc.record<Damage>({
    kind: fc.constantFrom(
      ...([
        "drop part",
        "swap parts",
        "drop row",
        "drop cell",
        "empty cell",
        "cells in one",
        "stray text",
        "repeat row",
      ] as const),
    ),
    at: fc.nat(),
    row: fc.nat(),
    cell: fc.nat(),
  }),
  { maxLength: 6 },
);

function damaged(list: readonly Damage[]): Part[] {
  const parts = structuredClone(PARTS);
  for (const { kind, at, row, cell } of list) {
    const index = at % parts.length;
    const part = parts[index];
    if (kind === "drop part") parts.splice(index, 1);
    else if (kind === "swap parts" && index > 0)
      [parts[index - 1], parts[index]] = [parts[index] ?? "", parts[index - 1] ?? ""];
    else if (kind === "stray text") parts.splice(index, 0, `Okapi${at} was seen.`);
    else if (Array.isArray(part)) damageTable(part, kind, row, cell);
    if (parts.length === 0) parts.push("nothing");
  }
  return parts;
}

function damageTable(table: string[][], kind: Damage["kind"], row: number, cell: number): void {
  const index = row % table.length;
  const cells = table[index];
  if (!cells || cells.length === 0) return;
  const at = cell % cells.length;
  if (kind === "drop row" && table.length > 1) table.splice(index, 1);
  else if (kind === "repeat row") table.splice(index, 0, [...cells]);
  else if (kind === "drop cell") cells.splice(at, 1);
  else if (kind === "empty cell") cells[at] = "";
  else if (kind === "cells in one") table[index] = [cells.join(" "), ...cells.slice(1).map(() => "")];
}

const FORMATS: Record<string, (parts: readonly Part[]) => Uint8Array> = {
  "items.docx": (parts) =>
    wordFile(parts.map((part) => (Array.isArray(part) ? wordTable(part) : wordParagraph(part))).join("")),
  "items.html": (parts) =>
    Buffer.from(
      `<html><body>${parts
        .map((part) =>
          Array.isArray(part)
            ? `<table>${part.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`
            : `<p>${part}</p>`,
        )
        .join("")}</body></html>`,
    ),
  "items.xlsx": (parts) =>
    excelFile([{ name: "Sheet1", rows: parts.flatMap((part) => (Array.isArray(part) ? [...part, []] : [[part]])) }]),
  "items.csv": (parts) =>
    Buffer.from(
      parts.map((part) => (Array.isArray(part) ? part.map((row) => row.join(";")).join("\n") : part)).join("\n"),
    ),
  "items.txt": (parts) =>
    Buffer.from(
      parts.map((part) => (Array.isArray(part) ? part.map((row) => row.join("\t")).join("\n") : part)).join("\n"),
    ),
};

function squeezed(value: unknown): string {
  return JSON.stringify(value).toLowerCase();
}

const MARKED = /(?:zebra|okapi|quagga)\d+|x\.item\d+|td\d{4}/g;

/** Every word that only this test has is in a row, heading, note or problem, unless it is before the first table. */
function expectKept(parts: readonly Part[], { document, coverage }: Reading): void {
  const kept = squeezed([document.annexes, document.problems, document.rgms]);
  const first = parts.findIndex((part) => Array.isArray(part));
  const last = parts.findLastIndex((part) => Array.isArray(part));
  for (const part of parts.slice(first, last + 1)) {
    for (const word of squeezed(part).match(MARKED) ?? []) {
      if (!kept.includes(word)) throw new Error(`“${word}” is lost: ${JSON.stringify(parts)}`);
    }
  }
  const [from, to] = coverage.span;
  expect(from).toBeLessThanOrEqual(to);
}

describe.each(Object.keys(FORMATS))("a damaged %s", (name) => {
  it("keeps every cell and text of its tables in a row, heading, note or problem", async () => {
    await fc.assert(
      fc.asyncProperty(damages, async (list) => {
        const parts = damaged(list);
        const bytes = FORMATS[name]?.(parts) ?? new Uint8Array();
        const result = await readFile(new Uint8Array(bytes), name);
        if (!("notADocument" in result)) expectKept(parts, result);
      }),
      { numRuns: 60 },
    );
  });

  it("reads all rows where nothing is damaged, each in the table of its heading", async () => {
    const result = await readFile(new Uint8Array(FORMATS[name]?.(PARTS) ?? []), name);
    if ("notADocument" in result) throw new Error(result.notADocument.code);
    expect(rowsOf(result.document)).toHaveLength(8);
    const tables = result.document.annexes.flatMap((annex) =>
      annex.sections.map(({ table, rows }) => [table, rows.length]),
    );
    expect(tables).toEqual([
      ["TAP approved", 3],
      ["AAP consented", 2],
      ["New work items", 3],
    ]);
  });

  it("never throws on bytes that are cut off or changed", async () => {
    const whole = new Uint8Array(FORMATS[name]?.(PARTS) ?? []);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), async (end, at, byte) => {
        const bytes = whole.slice(0, end);
        if (at < bytes.length) bytes[at] = byte;
        expect(await readFile(bytes, name)).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});

interface MarkupDamage {
  kind: "drop" | "repeat" | "swap";
  at: number;
  to: number;
}

/** Damages tags or separators below the column headers of the first table, and nothing else. */
function damagedMarkup(content: string, markup: RegExp, list: readonly MarkupDamage[]): string {
  const start = content.indexOf("Zebra1 ");
  const pieces = content.slice(start).split(markup);
  // Every second piece is markup.
  const at = (nth: number): number => (nth % Math.floor(pieces.length / 2)) * 2 + 1;
  for (const { kind, at: first, to } of list) {
    const [one, other] = [at(first), at(to)];
    if (kind === "drop") pieces[one] = "";
    else if (kind === "repeat") pieces[one] = (pieces[one] ?? "").repeat(2);
    else [pieces[one], pieces[other]] = [pieces[other] ?? "", pieces[one] ?? ""];
  }
  return content.slice(0, start) + pieces.join("");
}

const markupDamages = fc.array(
  fc.record<MarkupDamage>({ kind: fc.constantFrom("drop", "repeat", "swap"), at: fc.nat(), to: fc.nat() }),
  { minLength: 1, maxLength: 4 },
);
/** One table, so that no damage joins its column headers with rows. */
const ONE_TABLE = PARTS.slice(0, 7);
const joined = (row: (cells: readonly string[]) => string): string =>
  ONE_TABLE.map((part) => (Array.isArray(part) ? part.map(row).join("\n") : part)).join("\n");

it.each<[string, string, RegExp, (content: string) => Uint8Array]>([
  ["tags.html", Buffer.from(FORMATS["items.html"]?.(ONE_TABLE) ?? []).toString(), /(<[^>]*>)/, Buffer.from],
  [
    "tags.docx",
    ONE_TABLE.map((part) => (Array.isArray(part) ? wordTable(part) : wordParagraph(part))).join(""),
    /(<[^>]*>)/,
    wordFile,
  ],
  ["quotes.csv", joined((cells) => cells.map((cell) => `"${cell}"`).join(";")), /([";\n])/, Buffer.from],
  ["bars.txt", joined((cells) => `| ${cells.join(" | ")} |`), /([|\n])/, Buffer.from],
])(
  "keeps every text of %s whatever tags or separators are missing, doubled or swapped",
  async (name, content, markup, file) => {
    await fc.assert(
      fc.asyncProperty(markupDamages, async (list) => {
        const damagedContent = damagedMarkup(content, markup, list);
        const result = await readFile(new Uint8Array(file(damagedContent)), name);
        if ("notADocument" in result) throw new Error(result.notADocument.code);
        const { annexes, problems } = result.document;
        const kept = squeezed([annexes, problems]);
        const lost = (damagedContent.toLowerCase().match(MARKED) ?? []).filter((word) => !kept.includes(word));
        // A table that is not read is reported as a whole.
        if (!problems.some(({ code }) => code === "tableUnread" || code === "columnUnread")) expect(lost).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);

it("reports Word and Excel files of which parts are missing or of another file", async () => {
  const files = ["items.docx", "items.xlsx"].map((name) => unzipSync(FORMATS[name]?.(PARTS) ?? new Uint8Array()));
  for (const file of files) {
    for (const part of Object.keys(file)) {
      const { [part]: content, ...others } = file;
      for (const parts of [
        others,
        { ...others, [part]: new Uint8Array() },
        { ...others, [`${part}x`]: content ?? new Uint8Array() },
      ]) {
        const result = await readFile(zipSync(parts), "items");
        const isWhole = !("notADocument" in result) && rowsOf(result.document).length === 8;
        expect(isWhole || "notADocument" in result).toBe(true);
      }
    }
  }
});
