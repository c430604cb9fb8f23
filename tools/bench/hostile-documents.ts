/** Documents that are made to hold a reader up: huge, deep, or broken. */
import { zipSync, type Zippable } from "fflate";
import { excelFile, wordFile, wordParagraph, wordTable } from "../../tests/documents/package";

export interface HostileDocument {
  what: string;
  name: string;
  /** Makes the bytes of the file. */
  make: () => Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const repeated = (text: string, times: number): string => text.repeat(times);
const ROW = wordTable([
  ["Q", "Acronym", "Title"],
  ["2/17", "X.abc", "Title"],
]);

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  {
    what: ".docx of 200 MB unpacked",
    name: "a.docx",
    make: () => wordFile(repeated(wordParagraph(repeated("a", 1_000_000)), 200)),
  },
  { what: ".docx of 100,000 tables", name: "a.docx", make: () => wordFile(repeated(ROW, 100_000)) },
  {
    what: ".docx of 1,000,000 paragraphs",
    name: "a.docx",
    make: () => wordFile(repeated(wordParagraph("a"), 1_000_000)),
  },
  {
    what: ".docx of 2,000 tables in one another",
    name: "a.docx",
    make: () => wordFile(repeated("<w:tbl><w:tr><w:tc>", 2_000) + repeated("</w:tc></w:tr></w:tbl>", 2_000)),
  },
  { what: "archive in an archive", name: "a.docx", make: nestedArchive },
  {
    what: ".xlsx of 2,600,000 cells",
    name: "a.xlsx",
    make: () =>
      excelFile([
        { name: "Sheet", rows: Array.from({ length: 100_000 }, () => Array.from({ length: 26 }, () => "a")) },
      ]),
  },
  {
    what: ".html of 100,000 tables",
    name: "a.html",
    make: () =>
      bytesOf(`<html>${repeated("<table><tr><td>Q</td><td>Acronym</td><td>Title</td></tr></table>", 100_000)}`),
  },
  {
    what: ".html of 1,000,000 paragraphs",
    name: "a.html",
    make: () => bytesOf(`<html>${repeated("<p>a</p>", 1_000_000)}`),
  },
  {
    what: "text of 1,000,000 lines",
    name: "a.txt",
    make: () => bytesOf(repeated("Annex A\nNew work items\n", 500_000)),
  },
  {
    what: ".csv with an open quotation mark",
    name: "a.csv",
    make: () => bytesOf(`Work Item;Question;Title\n"${repeated("X.abc;2/17;Title\n", 190_000)}`),
  },
  {
    what: "header of 64,000 commas",
    name: "a.csv",
    make: () => bytesOf(`Work Item,Question,Title${repeated(",", 64_000)}\n${repeated("X.abc,2/17,Title\n", 1_000)}`),
  },
];

function nestedArchive(): Uint8Array {
  let inner: Uint8Array = new Uint8Array(1_000_000);
  for (let depth = 0; depth < 20; depth++) {
    const files: Zippable = { "word/document.xml": inner, "word/document.docx": inner };
    inner = zipSync(files, { level: 1 });
  }
  return inner;
}
