/** Both seeds against transcriptions made by hand from their text (golden/): every field of every row. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSeeds } from "../../src/import/seeds";
import { emptyRow } from "../../src/domain/row-fields";
import type { ReadDocument, Row, Section } from "../../src/domain/document";

interface GoldenSection extends Omit<Section, "rows"> {
  columns: string[];
  rows: unknown[][];
}

interface Golden extends Omit<ReadDocument, "annexes" | "rgms" | "family" | "problems"> {
  annexes: { id: string; title: string; sections: GoldenSection[] }[];
  rgms: [number, string, string, string, string[]][];
}

function golden(name: string): Golden {
  return JSON.parse(readFileSync(join(__dirname, "golden", `${name}.json`), "utf8")) as Golden;
}

/** A transcribed row names the columns that hold something; all others are empty. */
function goldenRow(columns: readonly string[], values: readonly unknown[]): Row {
  return Object.assign(
    emptyRow([0, 0]),
    Object.fromEntries(columns.map((column, index) => [column, values[index]])),
  ) as Row;
}

const SEEDS = ["lead-study-group-report-2017-03", "executive-summary-2023-09"] as const;

describe.each(SEEDS)("the seed %s", (name) => {
  const read = readSeeds()[SEEDS.indexOf(name)] as ReadDocument;
  const expected = golden(name);

  it("has the header, annexes, section titles and notes of the transcription", () => {
    expect(read.document).toEqual(expected.document);
    const frame = (annexes: readonly { id: string; title: string; sections: readonly Omit<Section, "rows">[] }[]) =>
      annexes.map((annex) => ({
        id: annex.id,
        title: annex.title,
        sections: annex.sections.map(({ id, title, table, notes }) => ({ id, title, table, notes })),
      }));
    expect(frame(read.annexes)).toEqual(frame(expected.annexes));
  });

  it("has every row of the transcription and no other, equal in every field", () => {
    const rows = read.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows));
    const wanted = expected.annexes.flatMap((annex) =>
      annex.sections.flatMap((section) => section.rows.map((values) => goldenRow(section.columns, values))),
    );
    expect(rows).toEqual(wanted);
  });

  it("has the meetings and statistics of the transcription", () => {
    expect(read.rgms).toEqual(
      expected.rgms.map(([seq, question, date, place, objectives]) => ({ seq, question, date, place, objectives })),
    );
    expect(read.plannedMeetings).toMatchObject(expected.plannedMeetings);
    const { participants, documents } = read.statistics;
    expect({ participants, documents }).toEqual({
      participants: expected.statistics.participants,
      documents: expected.statistics.documents,
    });
  });
});

it("reads as many rows as the documents have", () => {
  const counts = readSeeds().map((document) =>
    document.annexes.flatMap((annex) => annex.sections.map((section) => section.rows.length)),
  );
  expect(counts).toEqual([
    [11, 0, 4, 2, 77],
    [4, 3, 8, 10, 6, 1, 11, 9, 4, 28, 1],
  ]);
});
