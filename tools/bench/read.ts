/** Reading documents of 1, 10 and 100 times the seed's length, in every format: the time per line or row has to stay flat. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readDocument } from "../../src/import";
import { readBytes } from "../../src/import/bytes";
import { excelFile, wordFile, wordParagraph, wordTable } from "../../tests/documents/package";
import { ROOT } from "../build";
import { duration, timed, times, type Result } from "./measure";

const SEED = path.join(ROOT, "seeds", "002_6de7bdcfc1d3d7d8.txt");
const FIRST_ANNEX = /^Annex A$/m;

/** The executive summary with its annexes so many times one after the other. */
function longSummary(factor: number): string {
  const text = readFileSync(SEED, "utf8");
  const start = text.search(FIRST_ANNEX);
  return text.slice(0, start) + Array.from({ length: factor }, () => text.slice(start)).join("\n");
}

/** The rows of the seed so many times, as a table of a Word file, a web page and a workbook. */
function longFiles(factor: number): { what: string; name: string; bytes: Uint8Array; rows: number }[] {
  const seed = readDocument(readFileSync(SEED, "utf8"));
  if ("notADocument" in seed) throw new Error(seed.notADocument.code);
  const own = seed.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows));
  const rows = Array.from({ length: factor }, () => own).flatMap((some) =>
    some.map((row) =>
      [row.question, row.printedName, row.title, row.editors?.join(", "), row.text].map((cell) => cell ?? ""),
    ),
  );
  const table = [["Q", "Acronym", "Title", "Editor(s)", "Location of text"], ...rows];
  const heading = "Recommendations determined";
  const markup = (cell: string): string => cell.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const lines = table.map((row) => `<tr>${row.map((cell) => `<td>${markup(cell)}</td>`).join("")}</tr>`);
  const html = new TextEncoder().encode(`<p>${heading}</p><table>${lines.join("")}</table>`);
  return [
    { what: ".docx", name: "a.docx", bytes: wordFile(wordParagraph(heading) + wordTable(table)), rows: rows.length },
    { what: ".html", name: "a.html", bytes: html, rows: rows.length },
    { what: ".xlsx", name: "a.xlsx", bytes: excelFile([{ name: heading, rows: table }]), rows: rows.length },
  ];
}

/** One line for each format and length; the ratio is that of the time per row to the shortest's. */
export async function benchFiles(): Promise<Result[]> {
  const results: Result[] = [];
  const shortest = new Map<string, number>();
  for (const factor of [1, 10, 100]) {
    for (const { what, name, bytes, rows } of longFiles(factor)) {
      let best = Infinity;
      for (let round = 0; round < 3; round++) {
        best = Math.min(best, await timed(() => readBytes(bytes, name).then(() => undefined)));
      }
      const perRow = best / rows;
      const floor = shortest.get(what) ?? perRow;
      shortest.set(what, floor);
      results.push({
        what: `read ${String(rows)} rows of ${what}`,
        ours: `${duration(best)}, ${(perRow * 1000).toFixed(1)} µs a row`,
        against: "the time per row of the shortest",
        floor: `${(floor * 1000).toFixed(1)} µs a row`,
        ratio: times(perRow / floor),
        goal: "flat",
        reached: perRow / floor <= 1.5,
      });
    }
  }
  return results;
}

/** One line for each length; the ratio is that of the time per line to the shortest's. */
export async function benchRead(): Promise<Result[]> {
  const results: Result[] = [];
  let shortest = 0;
  await timed(() => void readDocument(longSummary(1)));
  for (const factor of [1, 10, 100]) {
    const text = longSummary(factor);
    const lines = text.split("\n").length;
    let best = Infinity;
    for (let round = 0; round < 3; round++) best = Math.min(best, await timed(() => void readDocument(text)));
    const perLine = best / lines;
    shortest ||= perLine;
    const ratio = perLine / shortest;
    results.push({
      what: `read ${String(lines)} lines`,
      ours: `${duration(best)}, ${(perLine * 1000).toFixed(1)} µs a line`,
      against: "the time per line of the shortest",
      floor: `${(shortest * 1000).toFixed(1)} µs a line`,
      ratio: times(ratio),
      goal: "flat",
      reached: ratio <= 1.5,
    });
  }
  return results;
}
