import { TextDecoder } from "node:util";
import { readFileSync } from "node:fs";
import path from "node:path";
import { joinDocuments, mergeDocuments } from "../../src/domain/merge";
import { readSeeds } from "../../src/import/seeds";
import { ImportSession } from "../../src/taskpane/import-preview";

// A browser has it; jsdom has not.
Object.assign(globalThis, { TextDecoder });

const seed = readFileSync(path.resolve(__dirname, "..", "..", "seeds", "002_6de7bdcfc1d3d7d8.txt"));
const FIXTURES = path.resolve(__dirname, "..", "fixtures", "documents");
const text = (name: string, content: string) => ({ kind: "text", name, text: content }) as const;

it("says what was read of each file, and why one was not, before anything is written", async () => {
  const session = await ImportSession.read(
    [
      { kind: "file", file: new File([new Uint8Array(seed)], "summary.txt") },
      { kind: "file", file: new File(["Dear all, see you on Monday."], "letter.txt") },
      { kind: "file", file: new File([""], "empty.txt") },
    ],
    () => null,
  );
  expect(session.documents()).toHaveLength(1);
  const previews = await session.previews();
  expect(previews[0]?.summary?.date).toBe("2023-09-08");
  expect(previews[0]?.summary?.tables.reduce((rows, table) => rows + table.rows.length, 0)).toBeGreaterThan(80);
  for (const refused of previews.slice(1)) {
    expect(refused.summary).toBeNull();
    expect(refused.problems[0]?.message).toContain(refused.name);
  }
});

describe("beside a loaded programme", () => {
  const programme = joinDocuments(readSeeds());
  const next = readFileSync(path.join(FIXTURES, "62-join-2024-03.txt"), "utf8");

  it("says of every row what it would change: new, from which status to which, or nothing", async () => {
    const session = await ImportSession.read([text("next", next)], () => programme);
    const rows = (await session.previews())[0]?.summary?.tables.flatMap((table) => table.rows) ?? [];
    expect(rows).toHaveLength(7);
    expect(rows.find(({ item }) => item.startsWith("X.1818"))).toMatchObject({ kind: "status", to: "Approved" });
    expect(rows.find(({ item }) => item.startsWith("X.1819"))).toMatchObject({ kind: "status", to: "Determined" });
    expect(rows.filter(({ kind }) => kind === "unread")).toEqual([]);
  });

  it("leaves out the rows that the user leaves out", async () => {
    const session = await ImportSession.read([text("next", next)], () => programme);
    session.choose({ document: 0, kind: "row", row: 0, left: true });
    const written = session
      .documents()[0]
      ?.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows));
    expect(written).toHaveLength(6);
    expect((await session.previews())[0]?.summary?.tables[0]?.rows[0]).toMatchObject({ left: true });
    session.choose({ document: 0, kind: "row", row: 0, left: false });
    expect(session.documents()[0]?.annexes[0]?.sections[0]?.rows).toHaveLength(3);
  });

  it("gives the other rows the same place in the workbook, whatever is left out", async () => {
    const session = await ImportSession.read([text("next", next)], () => programme);
    const idsOf = () => joinDocuments(session.documents()).events.map(({ id, printed }) => [id, printed?.printedName]);
    const whole = new Map(idsOf() as [string, string][]);
    session.choose({ document: 0, kind: "row", row: 0, left: true });
    const kept = idsOf() as [string, string][];
    expect(kept.length).toBeLessThan(whole.size);
    for (const [id, name] of kept) expect(whole.get(id)).toBe(name);
  });

  it("says what a corrected version takes away", async () => {
    const loaded = mergeDocuments(
      programme,
      (await ImportSession.read([text("next", next)], () => programme)).documents(),
    );
    const shorter = next.split("\n").filter((line) => !line.includes("X.1818"));
    const session = await ImportSession.read([text("next", shorter.join("\n"))], () => loaded.programme);
    expect((await session.previews())[0]?.summary).toMatchObject({
      isCorrection: true,
      takenAway: [{ item: "X.1818", from: "Approved", to: "Determined" }],
    });
  });

  it("says which cell of the user is kept, and what the document has instead", async () => {
    const items = programme.items.map((item) =>
      item.number === "X.1818" ? { ...item, status: "Discontinued" as const } : item,
    );
    const session = await ImportSession.read([text("next", next)], () => ({ ...programme, items }));
    const rows = (await session.previews())[0]?.summary?.tables.flatMap((table) => table.rows) ?? [];
    expect(rows.find(({ item }) => item.startsWith("X.1818"))?.conflicts).toEqual([
      { column: "Status", yours: "Discontinued", document: "Approved" },
    ]);
  });
});

it("asks for the date that a document lacks, and dates it so", async () => {
  const lines = ["Annex A", "New work items", "# Q Work item Title Editor Timing TD C"];
  const undated = [...lines, "1 4/17 X.abc-1 Quokka guidelines Jari ARKKO 2021-Q1 TD1234 C12"].join("\n");
  const session = await ImportSession.read([text("undated", undated)], () => null);
  expect((await session.previews())[0]?.needsDate).toEqual({ date: null, meetings: [] });
  session.choose({ document: 0, kind: "date", date: "2021-09-03" });
  expect(session.documents()[0]?.document.asOf).toBe("2021-09-03");
  expect((await session.previews())[0]?.summary?.tables[0]?.rows[0]).toMatchObject({ kind: "new", to: "Under study" });
});

it("asks what a table is whose heading does not tell, and reads it as chosen", async () => {
  const html =
    "<p>Executive Summary</p><p>Meeting of ITU-T SG17, Geneva, 20 February – 1 March 2024</p><p>Annex A</p><p>Actions taken</p><p>Texts of interest</p>" +
    "<table><tr><td>Q</td><td>Acronym</td><td>Title</td></tr><tr><td>2/17</td><td>X.1901 (X.orchard)</td><td>Orchards</td></tr></table>";
  const session = await ImportSession.read([{ kind: "html", name: "page", text: html }], () => null);
  const [table] = (await session.previews())[0]?.summary?.tables.filter(({ rows }) => rows.length > 0) ?? [];
  expect(table?.asked).toEqual({ as: null });
  const index = (await session.previews())[0]?.summary?.tables.indexOf(table as never) ?? -1;
  const at =
    index >= 0 ? index : ((await session.previews())[0]?.summary?.tables.findIndex(({ rows }) => rows.length > 0) ?? 0);
  session.choose({ document: 0, kind: "table", table: at, as: "AAP consented" });
  const rows = (await session.previews())[0]?.summary?.tables.flatMap((each) => each.rows) ?? [];
  expect(rows).toMatchObject([{ kind: "new", to: "Consented" }]);
});

it("stops reading when it is cancelled", async () => {
  const stop = new AbortController();
  stop.abort(new Error("Stopped."));
  const reading = ImportSession.read([text("summary", seed.toString("utf8"))], () => null, { signal: stop.signal });
  await expect(reading).rejects.toThrow("Stopped.");
});
