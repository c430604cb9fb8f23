import fc from "fast-check";
import { TableSnapshot, type RowValues } from "../../../src/domain/edit-review/table-snapshot";

const HEADERS = ["Item", "Id", "Note"];
const [ITEM, ID, NOTE] = [0, 1, 2];
const ITEMS = ["a", "b", "c", ""];
const item = fc.constantFrom(...ITEMS);
const id = fc.constantFrom("1", "2", "3", "4", "");
const row = fc.tuple(item, id, fc.constantFrom("x", "y"));
const at = fc.nat(20);

const edit = fc.oneof(
  fc.record({ kind: fc.constant("append" as const), row }),
  fc.record({ kind: fc.constant("remove" as const), at }),
  fc.record({ kind: fc.constant("set" as const), at, column: fc.constantFrom(ITEM, NOTE), value: item }),
  fc.record({ kind: fc.constant("assignKey" as const), at, id }),
  fc.record({ kind: fc.constant("reverse" as const) }),
);

function apply(snapshot: TableSnapshot, change: typeof edit extends fc.Arbitrary<infer T> ? T : never): void {
  if (change.kind === "append") snapshot.append(change.row);
  else if (change.kind === "reverse") snapshot.reorder([...snapshot.all()].reverse());
  else {
    const own = snapshot.idAt(change.at % Math.max(1, snapshot.length));
    if (own === undefined) return;
    if (change.kind === "remove") snapshot.remove(own);
    else if (change.kind === "set") snapshot.set(own, change.column, change.value);
    else snapshot.assignKey(own, change.id);
  }
}

const rowsByText = (snapshot: TableSnapshot, column: number, text: string): string[] =>
  [...snapshot.all()].filter(({ values }) => values[column] === text).map(({ id: own }) => own);

test("the look-up of rows by a text equals a look at every row after any edits", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.array(edit, { maxLength: 12 }),
      fc.constantFrom(ITEM, ID),
      (rows, edits, column) => {
        const snapshot = new TableSnapshot("Table", HEADERS, ID, new Set([ID]), rows as RowValues[]);
        const texts = column === ITEM ? ITEMS : ["1", "2", "3", "4", ""];
        for (const change of [null, ...edits]) {
          if (change) apply(snapshot, change);
          for (const text of texts) expect(snapshot.rowsWith(column, text)).toEqual(rowsByText(snapshot, column, text));
        }
      },
    ),
  );
});
