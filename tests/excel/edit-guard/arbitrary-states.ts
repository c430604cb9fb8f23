/** Arbitrary states of a workbook in use: filters, protection, copies, tables that cannot be read, own columns, late co-authors. */
import * as fc from "fast-check";
import { STATUSES } from "../../../src/domain/vocabulary";
import { planFault } from "../support";
import { act, ANNEXES, at, FIELDS, lineOf, rowIn, sheetOf, show, value, type Act } from "./act";
import type { GuardHarness } from "./guard-harness";
import { RENAMED, WORK } from "./random-invariants";

const TABLES = [WORK, "History", "Meetings", ...ANNEXES];
const SHEETS = ["Work programme", "History of items", "Meetings", "2023-09 Annex A", "2023-09 Annex B", "Checks"];
/** Headings that may be renamed, hidden ones among them. */
const HEADINGS: readonly (readonly [table: string, heading: string])[] = [
  [WORK, "Status"],
  [WORK, "Question"],
  [WORK, "Key"],
  ["History", "To"],
  ["History", "Item"],
  ["Annex_2023_09_B", "Status"],
  ["Annex_2023_09_A", "Title"],
  ["Meetings", "Name"],
];

/** The name of a table's sheet. */
const nameOfSheet = (harness: GuardHarness, table: string): string =>
  sheetOf(harness, table).slice(1, -1).replaceAll("''", "'");

const filters = [
  act(
    fc.tuple(fc.constantFrom(...TABLES), fc.nat(8), fc.array(at, { minLength: 1, maxLength: 3 })),
    (drawn) => `filter a table ${show(drawn)}`,
    async (random, [name, column, rows]) => {
      if (!random.has(name)) return;
      const { harness } = random;
      const headers = harness.headers(name);
      const position = column % headers.length;
      const shown = rows.map((row) => String(harness.rows(name)[rowIn(harness, name, row)]?.[position] ?? ""));
      await harness.user.filter(name, headers[position] ?? "", shown);
    },
  ),
  act(
    fc.tuple(fc.constantFrom(...TABLES), at, fc.boolean()),
    (drawn) => `hide or show a row by hand ${show(drawn)}`,
    async (random, [name, row, isHidden]) => {
      if (!random.has(name)) return;
      const { harness } = random;
      const line = String(lineOf(harness, name, rowIn(harness, name, row)));
      await harness.user.hideRows(`${sheetOf(harness, name)}!A${line}:A${line}`, isHidden);
    },
  ),
];

const sheets = [
  act(
    fc.tuple(fc.constantFrom(...SHEETS), fc.boolean()),
    (drawn) => `protect or unprotect ${show(drawn)}`,
    async (random, [name, isProtected]) => {
      if (!random.open.local.sheetNames().includes(name)) return;
      await random.ribbon(({ worksheets }) => {
        const { protection } = worksheets.getItem(name);
        if (isProtected) protection.protect();
        else protection.unprotect();
      });
      if (!isProtected) await random.unprotected();
    },
  ),
  act(
    fc.tuple(fc.constantFrom(...TABLES), fc.boolean(), at, value),
    (drawn) => `copy a sheet, and type there ${show(drawn)}`,
    async (random, [name, isKept, row, text]) => {
      if (!random.has(name)) return;
      const { harness } = random;
      await harness.user.copySheet(nameOfSheet(harness, name));
      const copy = random.open.local.tables().at(-1);
      if (!copy || TABLES.includes(copy.name)) throw new Error(`the copy of ${name} has no table of its own`);
      const header = copy.columns.find((column) => column.name === "Status")?.name ?? copy.columns[0]?.name ?? "";
      const address = harness.at(copy.name, rowIn(harness, copy.name, row), header);
      await harness.user.paste(address, [[text]]);
      const before = random.open.local.value(address);
      await random.settled();
      if (random.open.local.value(address) !== before) throw new Error(`${address} of a copy was changed`);
      if (!isKept) await harness.user.deleteSheet(nameOfSheet(harness, copy.name));
    },
  ),
];

const broken = [
  act(
    fc.constantFrom(...HEADINGS),
    (drawn) => `rename a heading ${show(drawn)}`,
    async (random, [name, heading]) => {
      if (random.has(name) && random.harness.table(name).showHeaders && random.harness.headers(name).includes(heading))
        await random.harness.user.renameTableColumn(name, heading, `My ${heading}`);
    },
  ),
  act(
    fc.tuple(fc.constantFrom(...TABLES), fc.boolean()),
    (drawn) => `header row off or on ${show(drawn)}`,
    async (random, [name, isShown]) => {
      if (random.has(name)) await random.ribbon(({ tables }) => (tables.getItem(name).showHeaders = isShown));
    },
  ),
  act(
    fc.constantFrom(...TABLES),
    (name) => `rename the table ${name}`,
    async (random, name) => {
      if (random.has(name)) await random.ribbon(({ tables }) => (tables.getItem(name).name = `${RENAMED}${name}`));
    },
  ),
  act(
    fc.constant(0),
    () => "repair",
    (random) => random.repair(),
  ),
];

const own = [
  act(
    fc.constantFrom("History", ...ANNEXES),
    (name) => `a column with a formula in ${name}`,
    async (random, name) => {
      if (random.has(name) && random.harness.table(name).showHeaders) await random.addOwnColumn(name);
    },
  ),
];

const colleague = [
  act(
    fc.constantFrom(0, 2_000, 10_000),
    (delay) => `a colleague opens the workbook, who sees changes ${String(delay)} ms late`,
    (random, delay) => random.colleagueJoins(delay),
  ),
  act(
    fc.tuple(at, fc.constantFrom(...FIELDS), value),
    (drawn) => `the colleague types ${show(drawn)}`,
    async ({ colleague: there }, [row, header, text]) => {
      if (!there?.hasTable(WORK) || !there.headers(WORK).includes(header)) return;
      await there.user.paste(there.at(WORK, rowIn(there, WORK, row), header), [[text]]);
    },
  ),
  act(
    fc.tuple(at, fc.constantFrom(...STATUSES)),
    (drawn) => `the colleague takes the step ${show(drawn)}`,
    async ({ colleague: there }, [row, status]) => {
      if (!there?.hasTable(WORK) || !there.headers(WORK).includes("Key")) return;
      const key = String(there.value(WORK, rowIn(there, WORK, row), "Key"));
      if (key !== "") await there.open.page.guard.requestStep(key, status);
    },
  ),
  act(
    fc.integer({ min: 500, max: 12_000 }),
    (milliseconds) => `${String(milliseconds)} ms pass`,
    (random, milliseconds) => random.pass(milliseconds),
  ),
  act(
    fc.constant(0),
    () => "the colleague leaves",
    (random) => random.colleagueLeaves(),
  ),
];

/** An act during which a request of the add-in fails, or is done by half; where it is refused it is done again. An audit finds the rest. */
const failing = (acts: fc.Arbitrary<Act>): fc.Arbitrary<Act> =>
  act(
    fc.tuple(fc.constantFrom<"error" | "half">("error", "half"), fc.integer({ min: 1, max: 4 }), acts),
    ([fault, request, { label }]) => `${label}, while request ${String(request)} meets ${fault}`,
    async (random, [fault, request, { run }]) => {
      if (random.closed) return;
      const planned = planFault(random.open, fault, request);
      const refused = await run(random).then(
        () => false,
        () => true,
      );
      await random.settled();
      planned.cancel();
      if (refused) await run(random);
      if (!random.closed) await random.open.page.guard.auditWorkbook();
    },
  );

/** States of the workbook, and what is done while requests fail. @param acts what may be done then */
export const anyState = (acts: fc.Arbitrary<Act>): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.oneof(...filters) },
    { weight: 3, arbitrary: fc.oneof(...sheets) },
    { weight: 3, arbitrary: fc.oneof(...broken) },
    { weight: 1, arbitrary: fc.oneof(...own) },
    { weight: 3, arbitrary: fc.oneof(...colleague) },
    { weight: 2, arbitrary: failing(acts) },
  );
