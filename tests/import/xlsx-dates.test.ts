/** Dates in Excel files, in both date systems; what is no date stays the number that it is. */
import { strToU8, zipSync } from "fflate";
import { finish } from "../../src/domain/steps";
import { Meter } from "../../src/import/limits";
import { archiveSource } from "../../src/import/sources/archive";

const DAY_STYLE = 1;
const MONTH_STYLE = 2;

/** All texts of a workbook with one row of numbers. */
function textsOf(cells: readonly [number, number][], date1904: boolean): string {
  const row = cells.map(([value, style], at) => `<c r="${"ABCDEF"[at] ?? ""}1" s="${style}"><v>${value}</v></c>`);
  const files = {
    "xl/workbook.xml": `<workbook><workbookPr date1904="${date1904 ? "1" : "0"}"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd.mm.yyyy"/><numFmt numFmtId="171" formatCode="mmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${row.join("")}</row></sheetData></worksheet>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  return JSON.stringify(finish(archiveSource(bytes, new Meter())));
}

it.each([
  { date1904: false, serial: 45177 },
  { date1904: true, serial: 43715 },
])("8 September 2023 is read, date1904: $date1904", ({ date1904, serial }) => {
  const cells: [number, number][] = [
    [serial + 0.75, DAY_STYLE],
    [serial, MONTH_STYLE],
    [serial, 0],
    [-7, DAY_STYLE],
    [99_999_999, DAY_STYLE],
  ];
  const texts = textsOf(cells, date1904);
  for (const text of ["2023-09-08", "2023-09", String(serial), "-7", "99999999"]) expect(texts).toContain(`"${text}"`);
});
