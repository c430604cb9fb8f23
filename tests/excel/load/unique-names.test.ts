import { CHECKS, PROGRAMME_TABLES } from "../../../src/excel/table-specs/tables";
import { UniqueNames } from "../../../src/excel/load/unique-names";

test("no sheet gets a name that Excel reserves or refuses", () => {
  const uniqueNames = new UniqueNames(["Meetings"]);
  const names = ["History", "history", "meetings", "'quoted'", "a/b:c*?[d]\\", "x".repeat(40), "x".repeat(40)].map(
    (name) => uniqueNames.sheet(name),
  );
  expect(names).toEqual([
    "History (2)",
    "history (3)",
    "meetings (2)",
    "quoted",
    "a-b-c---d--",
    "x".repeat(31),
    `${"x".repeat(27)} (2)`,
  ]);
  for (const { sheet } of [...PROGRAMME_TABLES, CHECKS]) expect(new UniqueNames([]).sheet(sheet)).toBe(sheet);
});
