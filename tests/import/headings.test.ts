/** Headings of tables in any style and language, through the reader: a table's kind comes from its heading, or is asked for. */
import type { ReadDocument, Section } from "../../src/domain/document";
import { readBytes } from "../../src/import/bytes";

const COLUMNS = ["#", "Q", "Acronym", "Title", "New / Revised", "Editor(s)", "Location of text"];
const FRONT = ["Executive Summary", "Meeting of ITU-T SG17 'Security', Geneva, 20 February – 1 March 2024"];
const FIRST = ["1", "2/17", "X.1910 (X.orch1a)", "Security requirements for orchards", "New", "Anna KELLER", "TD1381"];
const SECOND = ["1", "3/17", "X.1920 (X.orch2a)", "Security requirements for brooks", "New", "Rui SOUSA", "TD1382"];

const cells = (row: readonly string[]): string => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const single = (text: string): string => `<tr><td colspan="7">${text}</td></tr>`;
const paragraphs = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join("");

async function read(name: string, content: string): Promise<ReadDocument> {
  const result = await readBytes(new TextEncoder().encode(content), name);
  if ("notADocument" in result) throw new Error(result.notADocument.code);
  return result;
}

/** A heading before the second table of an annex, as a web page and as text. */
async function secondTables(heading: string): Promise<(Section | undefined)[]> {
  const table = (row: readonly string[]): string => `<table>${cells(COLUMNS)}${cells(row)}</table>`;
  const page = `${paragraphs(...FRONT)}<h2>Annex A – Actions taken</h2><h3>a) TAP Recommendations approved</h3>${table(FIRST)}
    <h3>${heading}</h3>${table(SECOND)}`;
  const text = [
    ...[...FRONT, "Annex A", "Actions taken on Recommendations", "a) TAP Recommendations approved"],
    ...[COLUMNS.join(" "), FIRST.join(" "), heading, COLUMNS.join(" "), SECOND.join(" ")],
  ].join("\n");
  const documents = [await read("page.html", page), await read("text.txt", text)];
  return documents.map((document) => document.annexes.at(-1)?.sections.at(-1));
}

describe("a heading", () => {
  it.each([
    ["4. Plans: Recommendations for consent at the next meeting", "Planned for consent"],
    ["IV – Texts for agreement (non-normative)", "Agreed"],
    ["(iii) Recommendations under the Alternative Approval Process – consented", "AAP consented"],
    ["Table 3: List of draft new Recommendations proposed for determination", "Planned for determination"],
    ["Section C. Recommendations determined under the traditional approval process", "TAP determined"],
    ["Recommendations approved (traditional approval process)", "TAP approved"],
    ["Draft Recs. for TAP determination (planned)", "Planned for determination"],
    ["Recommendations expected to be consented in September 2024", "Planned for consent"],
    ["Texts to agree upon next time", "Planned for agreement"],
    ["Newly established work programme items", "New work items"],
    ["New WIs", "New work items"],
    ["5.2.1 Work items stopped/closed", "Discontinued"],
    ["Annex III – Recommendations consented", "AAP consented"],
    ["Recommandations ayant fait l’objet d’un consentement (AAP)", "AAP consented"],
    ["Annexe B – Textes dont l’approbation est prévue à la prochaine réunion", "Planned for approval"],
    ["Recomendaciones aprobadas (TAP)", "TAP approved"],
    ["Anexo C: Nuevos temas de estudio", "New work items"],
  ])("names the kind of its table: %s", async (heading, kind) => {
    for (const section of await secondTables(heading)) {
      expect(section).toMatchObject({ table: kind, rows: [{ number: "X.1920" }] });
      expect(section).not.toHaveProperty("doubtful");
    }
  });

  it.each([
    "Proposed new work items",
    "B.3) Recommendations whose approval was deferred",
    "Recommendations not determined",
    "Recommendations in force since the last meeting",
    "Work items proposed for deletion",
  ])("that names no kind begins a table of its own, whose kind is asked for: %s", async (heading) => {
    for (const section of await secondTables(heading)) {
      expect(section).toMatchObject({ table: null, rows: [{ number: "X.1920" }] });
      expect(heading).toContain(section?.title);
    }
  });

  it.each([
    ["Recommendations submitted for consent", "AAP consented"],
    ["Recommendations consented, ready for Last Call", "Planned for consent"],
  ])("that leaves the result open is doubtful: %s", async (heading, kind) => {
    for (const section of await secondTables(heading)) expect(section).toMatchObject({ table: kind, doubtful: true });
  });
});

it("reads headings inside a table: of annexes, of known kinds, and others", async () => {
  const table = `<table>${single("Annex III – Recommendations consented")}${cells(COLUMNS)}${cells(FIRST)}
    ${single("Recommendations discussed")}${cells(COLUMNS)}${cells(SECOND)}
    ${single("Annex IV – Work items discontinued")}${cells(COLUMNS)}${cells(SECOND)}</table>`;
  const { annexes } = await read("page.html", `${paragraphs(...FRONT)}<p>Annex III</p>${table}`);
  expect(
    annexes.map(({ id, sections }) => [id, sections.map((section) => [section.table, section.rows.length])]),
  ).toEqual([
    [
      "III",
      [
        ["AAP consented", 1],
        [null, 1],
      ],
    ],
    ["IV", [["Discontinued", 1]]],
  ]);
});

it("begins another table where the column headers come again and rows count from 1, and goes on where they count on", async () => {
  const header = COLUMNS.join(" ");
  const third = ["2", ...SECOND.slice(1)].join(" ");
  const text = [
    ...FRONT,
    "Annex A",
    "TAP Recommendations approved",
    header,
    FIRST.join(" "),
    header,
    third,
    header,
    SECOND.join(" "),
  ];
  const { annexes, problems } = await read("text.txt", text.join("\n"));
  expect(annexes[0]?.sections.map(({ table, rows }) => [table, rows.length])).toEqual([
    ["TAP approved", 2],
    [null, 1],
  ]);
  expect(problems.map(({ code }) => code)).toContain("headerWithoutHeading");
});

it("reads chapters of text that speak of plans: nothing below them is a decision", async () => {
  const header = COLUMNS.join(" ");
  const text = [
    ...[...FRONT, "1. Decisions", "a) Recommendations consented (AAP)", header, FIRST.join(" ")],
    ...["2. Plans for the next meeting", "a) Recommendations for consent (AAP)", header, SECOND.join(" ")],
    ...["3. Others", "b) Texts for agreement", header, SECOND.join(" ")],
  ];
  const { annexes } = await read("text.txt", text.join("\n"));
  expect(annexes[0]?.sections.map(({ table }) => table)).toEqual(["AAP consented", "Planned for consent", "Agreed"]);
});

it("begins another table at a heading of no known kind before rows without numbers, and none where a page breaks", async () => {
  const [header, first, second] = [COLUMNS, FIRST, SECOND].map((row) => row.slice(1).join(" "));
  const text = (...between: string[]): string =>
    [...FRONT, "Annex A", "TAP Recommendations approved", header, first, ...between, header, second].join("\n");
  const tablesOf = async (...between: string[]): Promise<unknown[]> =>
    (await read("text.txt", text(...between))).annexes.flatMap(({ sections }) =>
      sections.map(({ title, table, rows }) => [title, table, rows.length]),
    );
  for (const heading of ["Texts forwarded to TSAG", "Matters for the director"])
    expect(await tablesOf(heading)).toEqual([
      ["", "TAP approved", 1],
      [heading, null, 1],
    ]);
  expect(await tablesOf("- 5 -")).toEqual([["", "TAP approved", 2]]);
  expect(await tablesOf("3/17 X.1911 Security requirements for", "cloud services New Rui SOUSA TD1383")).toEqual([
    ["", "TAP approved", 3],
  ]);
});

it("keeps sentences between a heading and its table as notes of the table", async () => {
  const table = `<table>${cells(COLUMNS)}${cells(FIRST)}</table>`;
  const page = `${paragraphs(...FRONT, "Annex B", "New work items", "Okapis were seen.", "Note: Zebras too.")}${table}`;
  const { annexes } = await read("page.html", page);
  expect(annexes[0]?.sections[0]?.notes).toEqual(["Okapis were seen.", "Zebras too."]);
});
