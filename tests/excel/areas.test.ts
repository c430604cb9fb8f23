/** Cells and areas by position, however an Excel writes addresses. */
import fc from "fast-check";
import { areasOf, cellId, intersects, parseAreas, splitAddress } from "../../src/excel/areas";

describe("an address", () => {
  test.each([
    ["Sheet1!B2", "Sheet1", "B2"],
    ["'My sheet''s'!$B$2", "My sheet's", "$B$2"],
    ["'[Book 1.xlsx]My sheet'!B2", "My sheet", "B2"],
    ["'C:\\Files\\[Book.xlsx]a!b'!R2C2", "a!b", "R2C2"],
  ])("%s has a sheet and cells", (address, sheet, cells) => expect(splitAddress(address)).toEqual({ sheet, cells }));

  test("without a sheet is not an area", () => expect(splitAddress("B2")).toBeNull());

  test.each([
    ["B2", [{ row: 1, column: 1, rows: 1, columns: 1 }]],
    ["$B$2:$C$4", [{ row: 1, column: 1, rows: 3, columns: 2 }]],
    ["R2C2:R4C3", [{ row: 1, column: 1, rows: 3, columns: 2 }]],
    ["A:B", [{ row: 0, column: 0, rows: 1_048_576, columns: 2 }]],
    ["3:3", [{ row: 2, column: 0, rows: 1, columns: 16_384 }]],
    ["XFD1048576", [{ row: 1_048_575, column: 16_383, rows: 1, columns: 1 }]],
  ])("%s is an area by position", (address, areas) => expect(parseAreas(address)).toEqual(areas));

  test.each([",", ";"])("has several areas with the list separator %s", (separator) =>
    expect(parseAreas(["A1", "C3:C4"].join(separator))).toEqual([
      ...(parseAreas("A1") ?? []),
      ...(parseAreas("C3:C4") ?? []),
    ]),
  );

  test("that cannot be parsed is not an area", () => expect(parseAreas("Table1[Item]")).toBeNull());
});

test("cells become areas that hold each of them once, and few where they are side by side", () => {
  const block = [0, 1, 2].flatMap((row) => [cellId(row, 0), cellId(row, 1)]);
  expect(areasOf([...block, cellId(6, 1), cellId(9, 5)].reverse())).toEqual([
    { row: 0, column: 0, rows: 3, columns: 2 },
    { row: 6, column: 1, rows: 1, columns: 1 },
    { row: 9, column: 5, rows: 1, columns: 1 },
  ]);
  const cell = fc.tuple(fc.nat(8), fc.nat(8)).map(([row, column]) => cellId(row, column));
  fc.assert(
    fc.property(fc.uniqueArray(cell), (cells) => {
      const areas = areasOf(cells);
      for (let row = 0; row < 9; row += 1)
        for (let column = 0; column < 9; column += 1) {
          const id = cellId(row, column);
          expect(areas.filter((area) => intersects(area, id)).length).toBe(cells.includes(id) ? 1 : 0);
        }
    }),
  );
});
