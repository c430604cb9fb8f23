/**
 * How well composed summaries are read: `npx tsx tests/documents/measure.ts [first seed] [count] [--wrong]`. Prints rows found,
 * rows invented, fields right, and splits of title and editors right in new work items.
 */
import type { Row } from "../../src/domain/document";
import { readDocument } from "../../src/import";
import { composeSummary } from "./compose";

export interface Accuracy {
  rows: number;
  found: number;
  invented: number;
  fields: number;
  fieldsRight: number;
  splits: number;
  splitsRight: number;
  /** Wrong splits that a problem reports, and problems about right splits. */
  wrongReported: number;
  rightReported: number;
  wrong: string[];
}

const IGNORED: readonly string[] = ["lines"];

/** Reads the composed documents of some seeds and compares every field of every row. */
export function measure(firstSeed: number, count: number): Accuracy {
  const total: Accuracy = {
    ...{ rows: 0, found: 0, invented: 0, fields: 0, fieldsRight: 0 },
    ...{ splits: 0, splitsRight: 0, wrongReported: 0, rightReported: 0, wrong: [] },
  };
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const composed = composeSummary(seed);
    const read = readDocument(composed.text);
    if ("notADocument" in read) {
      total.wrong.push(`${seed}: ${read.notADocument}`);
      for (const section of composed.sections) total.rows += section.rows.length;
      continue;
    }
    const sections = read.annexes.flatMap((annex) =>
      annex.sections.map((section) => ({ annex: annex.id, ...section })),
    );
    for (const wanted of composed.sections) {
      const section = sections.find(
        (other) => other.annex === wanted.annex && other.id === wanted.id && other.title === wanted.title,
      );
      const reported = (row: Row): boolean =>
        read.problems.some((problem) => problem.line === row.lines[0] && problem.code === "titleEnd");
      compareRows(
        wanted.rows,
        section?.rows ?? [],
        wanted.table === "New work items",
        `${seed} ${wanted.annex}${wanted.id}`,
        total,
        reported,
      );
      if (section && JSON.stringify(section.notes) !== JSON.stringify(wanted.notes)) {
        total.wrong.push(
          `${seed} ${wanted.annex}${wanted.id} notes: ${JSON.stringify(section.notes)} for ${JSON.stringify(wanted.notes)}`,
        );
      }
    }
  }
  return total;
}

function compareRows(
  wanted: readonly Row[],
  read: readonly Row[],
  isNew: boolean,
  where: string,
  total: Accuracy,
  reported: (row: Row) => boolean,
): void {
  const left = [...read];
  for (const row of wanted) {
    total.rows += 1;
    const keys = (Object.keys(row) as (keyof Row)[]).filter((key) => !IGNORED.includes(key));
    total.fields += keys.length;
    if (isNew) total.splits += 1;
    const at = left.findIndex((other) => other.printedName === row.printedName);
    const index = at >= 0 ? at : left.findIndex((other) => other.title === row.title);
    const match = left[index];
    if (!match) {
      total.wrong.push(`${where}: not found: ${row.printedName ?? ""}`);
      continue;
    }
    left.splice(index, 1);
    total.found += 1;
    for (const key of keys) {
      if (JSON.stringify(match[key]) === JSON.stringify(row[key])) total.fieldsRight += 1;
      else
        total.wrong.push(
          `${where} ${row.printedName ?? ""} ${key}: ${JSON.stringify(match[key])} for ${JSON.stringify(row[key])}`,
        );
    }
    if (!isNew) continue;
    const right = match.title === row.title && match.editors?.[0] === row.editors?.[0];
    if (right) total.splitsRight += 1;
    if (reported(match)) total[right ? "rightReported" : "wrongReported"] += 1;
  }
  total.invented += left.length;
  for (const row of left) total.wrong.push(`${where}: invented: ${row.printedName ?? JSON.stringify(row)}`);
}

if (process.argv[1]?.endsWith("measure.ts")) {
  const [first = "1000", count = "40"] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const { wrong, ...figures } = measure(Number(first), Number(count));
  if (process.argv.includes("--wrong")) process.stdout.write(`${wrong.join("\n")}\n`);
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  process.stdout.write(
    [
      `rows found       ${figures.found} of ${figures.rows}, ${figures.invented} invented`,
      `fields right     ${percent(figures.fieldsRight, figures.fields)} of ${figures.fields}`,
      `splits right     ${percent(figures.splitsRight, figures.splits)} of ${figures.splits}`,
      `doubts reported  ${figures.wrongReported} of ${figures.splits - figures.splitsRight} wrong splits, ${figures.rightReported} right ones`,
      "",
    ].join("\n"),
  );
}
