import { TextDecoder } from "node:util";
import { readFileSync } from "node:fs";
import path from "node:path";
import { previewFiles } from "../../src/taskpane/import-preview";

// A browser has it; jsdom has not.
Object.assign(globalThis, { TextDecoder });

const seed = readFileSync(path.resolve(__dirname, "..", "..", "seeds", "002_6de7bdcfc1d3d7d8.txt"));

it("says what was read of each file, and why one was not, before anything is written", async () => {
  const { previews, documents } = await previewFiles([
    new File([new Uint8Array(seed)], "summary.txt"),
    new File(["Dear all, see you on Monday."], "letter.txt"),
    new File([""], "empty.txt"),
  ]);
  expect(documents).toHaveLength(1);
  expect(previews[0]?.summary?.date).toBe("2023-09-08");
  expect(previews[0]?.summary?.tables.reduce((rows, table) => rows + table.rows, 0)).toBeGreaterThan(80);
  for (const refused of previews.slice(1)) {
    expect(refused.summary).toBeNull();
    expect(refused.problems[0]?.message).toContain(refused.name);
  }
});
