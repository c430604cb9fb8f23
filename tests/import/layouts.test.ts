/** Tables as pages, word processors and spreadsheets lay them out: parted by page breaks, with lists in cells, in other languages. */
import type { ReadDocument, Row } from "../../src/domain/document";
import { readBytes } from "../../src/import/bytes";
import { rowsOf } from "../../src/import/read-source";
import { wordFile, wordParagraph, wordTable } from "../documents/package";

const FRONT = ["Executive Summary", "Meeting of ITU-T SG17, Geneva, 20 February – 1 March 2024", "Annex A"];
const HEADING = "a) TAP Recommendations approved (WTSA-20 Resolution 1)";
const COLUMNS = ["#", "Q", "Acronym", "Title", "New / Revised", "Editor(s)", "Location of text"];
const row = (number: number): string[] => [
  ...[String(number), "2/17", `X.191${String(number)}`, "Security of orchards", "New", "Anna KELLER", "TD1381"],
];

async function read(name: string, content: Uint8Array | string): Promise<ReadDocument> {
  const result = await readBytes(typeof content === "string" ? new TextEncoder().encode(content) : content, name);
  if ("notADocument" in result) throw new Error(result.notADocument.code);
  return result;
}

/** The same texts and tables as a Word document and as a web page. */
async function readBoth(parts: readonly (string | string[][])[]): Promise<ReadDocument[]> {
  const word = parts.map((part) => (typeof part === "string" ? wordParagraph(part) : wordTable(part))).join("");
  const cells = (texts: string[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  const page = parts.map((part) =>
    typeof part === "string" ? `<p>${part}</p>` : `<table>${part.map(cells).join("")}</table>`,
  );
  return [await read("a.docx", wordFile(word)), await read("a.html", `<html>${page.join("")}</html>`)];
}

const tablesOf = ({ annexes }: ReadDocument): unknown[] =>
  annexes.flatMap(({ sections }) => sections.map(({ table, rows }) => [table, rows.length]));

describe("a table that a page break parts", () => {
  it.each([[[]], [["- 5 -"]], [["Page 5 of 9"]]])(
    "goes on behind %j where its column headers come again",
    async (between) => {
      const parts = [...FRONT, HEADING, [COLUMNS, row(1), row(2)], ...between, [COLUMNS, row(3)]];
      for (const document of await readBoth(parts)) expect(tablesOf(document)).toEqual([["TAP approved", 3]]);
    },
  );

  it("goes on where its rows have no numbers, and where a row is parted too", async () => {
    const bare = (texts: string[]): string[] => texts.slice(1);
    const parts = [...FRONT, HEADING, [COLUMNS, row(1)].map(bare), [COLUMNS, row(2)].map(bare)];
    for (const document of await readBoth(parts)) expect(tablesOf(document)).toEqual([["TAP approved", 2]]);
    const rest = ["", "", "", "and of meadows", "", "", ""];
    for (const document of await readBoth([...FRONT, HEADING, [COLUMNS, row(1)], [COLUMNS, rest, row(2)]])) {
      expect(document.annexes.flatMap(({ sections }) => sections.map(({ table }) => table))).toEqual(["TAP approved"]);
      expect(document.problems.map(({ code }) => code)).toContain("noName");
    }
  });
});

it("reads lists in cells without their marks, and characters of symbol fonts", async () => {
  const cells = row(1).map((text) => `<td>${text}</td>`);
  cells[5] = "<td><ol><li>Anna KELLER</li><li>Rui SOUSA</li></ol></td>";
  cells[6] = "<td><ul><li>TD1381</li></ul></td>";
  const header = COLUMNS.map((text) => `<td>${text}</td>`).join("");
  const table = `<table><tr>${header}</tr><tr>${cells.join("")}</tr></table>`;
  const [own] = rowsOf(await read("a.html", `<html><p>${HEADING}</p>${table}</html>`));
  expect(own).toMatchObject<Partial<Row>>({ editors: ["Anna KELLER", "Rui SOUSA"], text: "TD1381" });
  const symbol = '<w:r><w:t>Zero</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>trust</w:t></w:r>';
  const word =
    wordParagraph(HEADING) + wordTable([COLUMNS, row(1)]).replace(/<w:r>(?=<w:t[^>]*>Security).*?<\/w:r>/, symbol);
  expect(rowsOf(await read("a.docx", wordFile(word)))[0]?.title).toBe("Zero\uf0b3trust");
});

it.each([
  ["Réunion de la CE 17 de l’UIT-T, Genève, 20 février – 1er mars 2024", "Genève"],
  ["Reunión de la CE 17 del UIT-T, Ginebra, del 20 de febrero al 1 de marzo de 2024", "Ginebra"],
])("reads the header and column headers of a document in French or Spanish: %s", async (meeting, place) => {
  const isFrench = place === "Genève";
  const columns = isFrench
    ? ["N°", "Question", "Acronyme", "Titre", "Nouveau / Révisé", "Éditeur(s)", "Texte"]
    : ["N.º", "Cuestión", "Acrónimo", "Título", "Nuevo / Revisado", "Editores", "Texto"];
  const heading = isFrench ? "Recommandations approuvées (TAP)" : "Recomendaciones aprobadas (TAP)";
  for (const document of await readBoth([meeting, heading, [columns, row(1)]])) {
    expect(document.document).toMatchObject({ studyGroup: "SG17", place, from: "2024-02-20", to: "2024-03-01" });
    expect(rowsOf(document)[0]).toMatchObject({
      seq: 1,
      question: "2/17",
      number: "X.1911",
      kind: "New",
      text: "TD1381",
    });
    expect(document.problems).toEqual([]);
  }
});

it.each([
  ...[
    "ene-25",
    "feb-25",
    "mzo-25",
    "abr-25",
    "may-25",
    "jun-25",
    "jul-25",
    "ago-25",
    "sept-25",
    "oct-25",
    "nov-25",
    "dic-25",
  ].entries(),
  ...[
    "janv-25",
    "févr-25",
    "mars-25",
    "avr-25",
    "mai-25",
    "juin-25",
    "juil-25",
    "août-25",
    "sept-25",
    "oct-25",
    "nov-25",
    "déc-25",
  ].entries(),
  ...[
    "Jan 25",
    "Feb 25",
    "Mrz 25",
    "Apr 25",
    "Mai 25",
    "Jun 25",
    "Jul 25",
    "Aug 25",
    "Sep 25",
    "Okt 25",
    "Nov 25",
    "Dez 25",
  ].entries(),
  ...[
    "jan/25",
    "fev/25",
    "mar/25",
    "abr/25",
    "mai/25",
    "jun/25",
    "jul/25",
    "ago/25",
    "set/25",
    "out/25",
    "nov/25",
    "dez/25",
  ].entries(),
])("reads month %i of a timing that a spreadsheet saved in its language: %s", async (month, timing) => {
  const [own] = rowsOf(
    await read("a.csv", `Work Item;Question;Title;Timing;Status\nX.abc;Q2/17;Orchards;${timing};Under study\n`),
  );
  expect(own?.timing).toBe(`2025-${String(month + 1).padStart(2, "0")}`);
});
