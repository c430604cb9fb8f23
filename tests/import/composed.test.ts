/** Documents of the same families that were never seen: composed from real titles and names that are not in the seeds. */
import { readDocument } from "../../src/import";
import { composeReport } from "../documents/compose-report";
import { measure } from "../documents/measure";

it("finds every row of composed summaries, invents none, and reads at least 99 % of the fields", () => {
  // Seeds of the generator that nothing was tuned on.
  const accuracy = measure(50_000, 25);
  expect({ found: accuracy.found, invented: accuracy.invented }).toEqual({ found: accuracy.rows, invented: 0 });
  expect(accuracy.fieldsRight / accuracy.fields).toBeGreaterThan(0.99);
  expect(accuracy.splitsRight / accuracy.splits).toBeGreaterThan(0.95);
  // What is wrong is said to be doubtful, and not everything is.
  const wrong = accuracy.splits - accuracy.splitsRight;
  expect(accuracy.wrongReported).toBeGreaterThanOrEqual(Math.floor(wrong * 0.7));
  expect(accuracy.rightReported).toBeLessThan(accuracy.splits * 0.1);
});

it("reads composed lead study group reports whole, in any layout", () => {
  for (let seed = 1; seed <= 25; seed++) {
    const composed = composeReport(seed);
    const read = readDocument(composed.text);
    if ("notADocument" in read) throw new Error(read.notADocument.code);
    expect(read.family).toBe("lead-study-group-report");
    expect(read.document).toMatchObject({
      from: "2014-01-17",
      to: "2014-09-24",
      asOf: "2014-09-24",
      title: null,
      place: null,
    });
    const sections = read.annexes.flatMap((annex) => annex.sections);
    expect(
      sections.map(({ id, title, rows }) => ({ id, title, rows: rows.map((row) => ({ ...row, lines: [0, 0] })) })),
    ).toEqual(composed.sections);
  }
});
