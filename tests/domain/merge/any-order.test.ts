import fc from "fast-check";
import type { ReadDocument, Row, TableKind } from "../../../src/domain/document";
import { joinDocuments, mergeDocuments } from "../../../src/domain/merge";
import type { Programme } from "../../../src/domain/model";
import { documentOf, row } from "../documents";

/** What is of interest of a programme: which rows belong together. Keys say only under which name an item was met first. */
function shape({ items, events }: Programme): unknown {
  const names = new Map(
    items.map((item) => [item.key, JSON.stringify({ ...item, key: "", aliases: item.aliases.length })]),
  );
  return events.map(({ id, item }) => [id, names.get(item)]);
}

const TITLES = [
  "Requirements for data de-identification assurance",
  "Guidelines for combining records with a trusted third party",
  "Test notation version 3: core language",
];
/** Names that collide on purpose: numbers given again, editions, spellings, parts, second bearers. */
const cells = fc.record<Partial<Row>>({
  number: fc.constantFrom(null, null, "X.1771", "X.1771rev", "X.1037", "X.1352Amd", "X.1352 Amd.1", "X.sup39"),
  acronym: fc.constantFrom("X.rdda", "X.guide-cdd", "X.sgc_rcs", "X.sgc-rcs", "X.foo-1", "X.foo-2", null),
  formerly: fc.constantFrom(null, null, "X.foo", "X.rdda"),
  title: fc.constantFrom(...TITLES),
  kind: fc.constantFrom(null, "New", "Rev"),
  question: fc.constantFrom("4/17", "5/17"),
});
const TABLES: TableKind[] = [
  "New work items",
  "TAP determined",
  "TAP approved",
  "TAP not approved",
  "AAP consented",
  "Agreed",
  "Discontinued",
];
const rows = fc.array(
  cells.filter(({ number, acronym }) => number !== null || acronym !== null).map((each) => row(each)),
  { maxLength: 3 },
);
const contents = fc.dictionary(fc.constantFrom(...TABLES), rows, { maxKeys: 3 });
const dates = fc.constantFrom("2012-03-02", "2017-03-30", "2022-09-02", "2023-03-03", "2023-09-08", "2024-03-01");
const documents: fc.Arbitrary<ReadDocument[]> = fc
  .uniqueArray(fc.tuple(dates, contents), { selector: ([date]) => date, minLength: 2, maxLength: 4 })
  .map((all) => all.map(([date, tables]) => documentOf(date, tables)));

test("documents in any order, together or one by one, give the same programme", () => {
  fc.assert(
    fc.property(
      documents.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const oneByOne = shuffled.reduce((known, each) => mergeDocuments(known, [each]).programme, joinDocuments([]));
        expect(shape(oneByOne)).toEqual(shape(joinDocuments(all)));
      },
    ),
    { numRuns: 150 },
  );
});
