/** The commands of the README as a shell runs them: what they print through a pipe, and how they end. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compareReports } from "../../src/domain/annexes";
import type { ReadDocument } from "../../src/domain/document";
import type { GeneratedReport } from "../../src/domain/annexes";
import { readSeeds } from "../../src/import/seeds";
import { ensureBuilt, ROOT } from "../../tools/build";

const TSX = path.join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");

function command(tool: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [TSX, path.join("tools", tool), ...args], { cwd: ROOT, encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

beforeAll(() => {
  ensureBuilt();
});

test("formula prints a value, an array or an error with its message", () => {
  expect(command("formula.ts", '=SG17.STATUS("X.1817")')).toMatchObject({ status: 0, out: '{"value":"Approved"}\n' });
  const spilled = JSON.parse(command("formula.ts", '=SG17.STATUS({"X.1817";"X.1221"})').out) as unknown;
  expect(spilled).toEqual({ value: [["Approved"], ["Determined"]] });
  const unknown = JSON.parse(command("formula.ts", '=SG17.STATUS("X.5Gsec-mesage")').out) as unknown;
  expect(unknown).toEqual({ error: "#N/A", message: expect.stringContaining("X.5Gsec-message") as string });
});

test("annexes prints the whole published report through a pipe", () => {
  const { status, out } = command("annexes.ts", "--meeting", "2023-09");
  expect(status).toBe(0);
  const published = readSeeds().find(({ family }) => family === "executive-summary");
  const generated = JSON.parse(out) as Pick<ReadDocument, "annexes">;
  // What is printed leaves out which table a section is: the published document lends it, by place.
  generated.annexes.forEach((annex, a) =>
    annex.sections.forEach((section, s) => {
      section.table = published?.annexes[a]?.sections[s]?.table ?? null;
    }),
  );
  if (!published) throw new Error("no seed is an executive summary");
  expect(compareReports(published, generated as unknown as GeneratedReport)).toEqual([]);
});

test("read ends well where its reader closes the pipe", async () => {
  const seed = path.join("seeds", "002_6de7bdcfc1d3d7d8.txt");
  const run = spawn(process.execPath, [TSX, path.join("tools", "read.ts"), seed], { cwd: ROOT });
  let errors = "";
  run.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  run.stdout.destroy();
  const status = await new Promise((resolve) => run.on("close", resolve));
  expect({ status, errors }).toEqual({ status: 0, errors: expect.not.stringMatching(/EPIPE|Error/) as string });
});

test("read accepts Word files, web pages and exports, and prints one JSON", () => {
  for (const name of ["c01-word.docx", "02-summary-page.html", "57-saved-by-excel.csv"]) {
    const { status, out } = command("read.ts", path.join("tests", "fixtures", "documents", name));
    const read = JSON.parse(out) as ReadDocument;
    const rows = read.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows));
    expect([name, status, rows.length]).toEqual([name, 0, 2]);
  }
});

test("read ends with 2 and one sentence for what is no document of ours", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "read-"));
  const file = path.join(folder, "letter.txt");
  writeFileSync(file, "Dear colleagues,\nthe meeting is postponed.\n");
  const { status, out, err } = command("read.ts", file);
  rmSync(folder, { recursive: true });
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toMatch(/^letter\.txt contains no table /);
});
