/** Arbitrary edits of the random guard harness, as fast-check draws them. */
import * as fc from "fast-check";
import { STATUSES } from "../../../src/domain/vocabulary";
import {
  act,
  ANNEXES,
  at,
  FIELDS,
  inWork,
  MORE_FIELDS,
  lineOf,
  rowIn,
  sheetOf,
  show,
  typed,
  unwatched,
  value,
  type Act,
} from "./act";
import { anyState } from "./arbitrary-states";
import { fewRows } from "./few-rows";
import { WORK } from "./random-guard-harness";

const edits = [
  act(
    fc.tuple(at, fc.constantFrom(...MORE_FIELDS), value),
    (drawn) => `type ${show(drawn)}`,
    async (random, [row, header, text]) => {
      const address = inWork(random, row, header);
      // Excel reads 7/17 in a column of dates as a date.
      if (address) await typed(random, address, header === "Since" && text === "7/17" ? "" : text);
    },
  ),
  act(
    fc.tuple(at, fc.constantFrom(...STATUSES)),
    (drawn) => `choose ${show(drawn)}`,
    async (random, [row, status]) => {
      const address = inWork(random, row, "Status");
      if (address) await typed(random, address, status);
    },
  ),
  act(
    fc.tuple(fc.constantFrom(...ANNEXES), at, value),
    (drawn) => `annex ${show(drawn)}`,
    async (random, [name, row, text]) => {
      if (random.has(name))
        await typed(random, random.harness.at(name, rowIn(random.harness, name, row), "Status"), text);
    },
  ),
  act(
    fc.tuple(fc.constantFrom(...ANNEXES), at, fc.constantFrom("Title", "Key", "Printed row", "Section"), value),
    (drawn) => `annex cell ${show(drawn)}`,
    async (random, [name, row, header, text]) => {
      if (!random.has(name) || !random.harness.headers(name).includes(header)) return;
      await typed(random, random.harness.at(name, rowIn(random.harness, name, row), header), text);
    },
  ),
  act(
    fc.tuple(fc.constantFrom("History", "Meetings"), at, fc.nat(60), value),
    (drawn) => `record ${show(drawn)}`,
    async (random, [name, row, column, text]) => {
      if (!random.has(name)) return;
      const headers = random.harness.headers(name);
      await typed(
        random,
        random.harness.at(name, rowIn(random.harness, name, row), headers[column % headers.length] ?? ""),
        text,
      );
    },
  ),
  act(
    fc.tuple(
      at,
      fc.constantFrom("Process", "Status", "Since"),
      fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }),
    ),
    (drawn) => `paste ${show(drawn)}`,
    async (random, [row, header, block]) => {
      const last = Math.max(1, random.harness.rows(WORK).length - block.length);
      const address = inWork(random, row % last, header);
      if (address) await random.harness.user.paste(address, block);
    },
  ),
  act(
    fc.tuple(at, at, fc.boolean()),
    (drawn) => `copy a row over another or below ${show(drawn)}`,
    async (random, [from, to, below]) => {
      const { harness } = random;
      const rows = harness.rows(WORK);
      const values = rows[rowIn(harness, WORK, from)] ?? [];
      const address = inWork(random, 0, harness.headers(WORK)[0] ?? "");
      if (!address) return;
      const target = below ? rows.length : rowIn(harness, WORK, to);
      await harness.user.paste(
        address.replace(/\d+$/, (first) => String(Number(first) + target)),
        [values],
      );
    },
  ),
  act(
    fc.tuple(at, fc.constantFrom("Status", "Process", "Question", "Since", "Key"), fc.integer({ min: 2, max: 5 })),
    (drawn) => `fill down ${show(drawn)}`,
    async (random, [row, header, count]) => {
      const { harness } = random;
      if (inWork(random, 0, header))
        await harness.user.fillDown(
          harness.at(WORK, row % Math.max(1, harness.rows(WORK).length - count), header, count),
        );
    },
  ),
  act(
    fc.tuple(at, fc.nat(20), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })),
    (drawn) => `clear ${show(drawn)}`,
    async (random, [row, column, high, wide]) => {
      const { harness } = random;
      const headers = harness.headers(WORK);
      const left = column % headers.length;
      const address = inWork(random, row % Math.max(1, harness.rows(WORK).length - high), headers[left] ?? "");
      if (address)
        await harness.user.clear(
          harness.at(
            WORK,
            row % Math.max(1, harness.rows(WORK).length - high),
            headers[left] ?? "",
            high,
            Math.min(wide, headers.length - left),
          ),
        );
    },
  ),
  act(
    fc.tuple(at, at, fc.boolean()),
    (drawn) => `cut ${show(drawn)}`,
    async (random, [from, to, whole]) => {
      const { harness } = random;
      const headers = harness.headers(WORK);
      const first = whole ? (headers[0] ?? "") : "Status";
      if (!inWork(random, 0, first)) return;
      const source = harness.at(WORK, rowIn(harness, WORK, from), first, 1, whole ? headers.length : 1);
      if (rowIn(harness, WORK, from) !== rowIn(harness, WORK, to))
        await harness.user.cut(source, harness.at(WORK, rowIn(harness, WORK, to), first));
    },
  ),
];

const rows = [
  act(
    fc.constantFrom("Question", "Status", "Item", "Since"),
    (header) => `sort by ${header}`,
    async (random, header) => {
      if (inWork(random, 0, header)) await random.harness.user.sort(WORK, header);
    },
  ),
  act(
    fc.constantFrom("History", ...ANNEXES),
    (name) => `sort ${name}`,
    async (random, name) => {
      if (random.has(name)) await random.harness.user.sort(name, random.harness.headers(name)[2] ?? "");
    },
  ),
  act(
    fc.constantFrom("Approved", "Under study"),
    (status) => `filter ${status}`,
    async (random, status) => {
      if (inWork(random, 0, "Status")) await random.harness.user.filter(WORK, "Status", [status]);
    },
  ),
  act(
    fc.constant(0),
    () => "clear the filter",
    async (random) => {
      if (random.has(WORK)) await random.harness.user.clearFilter(WORK);
    },
  ),
  act(
    fc.tuple(at, fc.integer({ min: 1, max: 3 }), fc.boolean()),
    (drawn) => `delete rows ${show(drawn)}`,
    async (random, [row, count, restored]) => {
      const { harness } = random;
      harness.news();
      if (harness.rows(WORK).length <= count + 1) return;
      await harness.user.deleteTableRows(WORK, row % (harness.rows(WORK).length - count), count);
      if (random.closed || !restored) return;
      await random.settled();
      const message = harness.news().find((each) => each.canRestore);
      if (message) await harness.open.page.guard.restoreRow(message.id);
    },
  ),
  act(
    fc.tuple(at, at),
    (drawn) => `move a row ${show(drawn)}`,
    async (random, [from, to]) => {
      const { harness } = random;
      const [line, before] = [from, to].map((row) => lineOf(harness, WORK, rowIn(harness, WORK, row)));
      await harness.user.moveRows(`${sheetOf(harness, WORK)}!A${String(line)}:A${String(line)}`, before ?? 0);
    },
  ),
  act(
    fc.tuple(at, value, fc.boolean()),
    (drawn) => `insert a row for a new item ${show(drawn)}`,
    async (random, [row, status, named]) => {
      const { harness } = random;
      const position = rowIn(harness, WORK, row);
      await harness.user.insertTableRows(WORK, position);
      if (!random.closed) await random.settled();
      const address = inWork(random, position, named ? "Provisional name" : "Status");
      if (address) await harness.enter(address, named ? `X.new-${String(row)}` : status);
    },
  ),
  act(
    fc.tuple(at, fc.boolean()),
    (drawn) => `delete a row of History ${show(drawn)}`,
    async (random, [row, restored]) => {
      const { harness } = random;
      random.touchRecord();
      harness.news();
      await harness.user.deleteTableRows("History", rowIn(harness, "History", row));
      if (random.closed) return;
      await random.settled();
      const message = harness.news().find((each) => each.canRestore);
      if (message && restored) await harness.open.page.guard.restoreRow(message.id);
    },
  ),
  act(
    fc.constantFrom("undo", "undo", "redo"),
    (step) => step,
    async (random, step) => {
      await random.undoing(() => random.harness.user[step]());
    },
  ),
];

const columns = [
  act(
    fc.nat(8),
    (column) => `add a column at ${String(column)}`,
    async (random, column) => {
      if (!random.harness.headers(WORK).includes("Mine"))
        await random.harness.user.addTableColumn(WORK, "Mine", column);
    },
  ),
  act(
    fc.constant(0),
    () => "remove the added column",
    async (random) => {
      if (random.harness.headers(WORK).includes("Mine")) await random.harness.user.removeTableColumn(WORK, "Mine");
    },
  ),
  act(
    fc.constantFrom(["Status", "State"], ["Remarks", "Comments"]),
    (names) => `rename ${names.join(" to ")} and back, typing meanwhile`,
    async (random, [from = "", to = ""]) => {
      const { harness } = random;
      if (!harness.headers(WORK).includes(from)) return;
      await harness.user.renameTableColumn(WORK, from, to);
      await random.settled();
      await harness.user.type(harness.at(WORK, rowIn(harness, WORK, 4), to), "Determined");
      await random.settled();
      await harness.user.renameTableColumn(WORK, to, from);
    },
  ),
  act(
    fc.constantFrom<[string, string]>(
      ["Work programme", "Programme"],
      ["Programme", "Work programme"],
      ["History", "Past"],
    ),
    (names) => `rename the sheet ${names.join(" to ")}`,
    async (random, [from, to]) => {
      if (random.open.local.sheetNames().includes(from)) await random.harness.user.renameSheet(from, to);
    },
  ),
  act(
    fc.constant(0),
    () => "delete Annex D",
    async (random) => {
      if (random.open.local.sheetNames().includes("2023-09 Annex D"))
        await random.harness.user.deleteSheet("2023-09 Annex D");
    },
  ),
];

const others = [
  act(
    fc.tuple(at, fc.constantFrom(...FIELDS), value),
    (drawn) => `a co-author types ${show(drawn)}`,
    async (random, [row, header, text]) => {
      const address = inWork(random, row, header);
      if (!address) return;
      if (!random.theirs) unwatched(random, rowIn(random.harness, WORK, row));
      await random.harness.coauthor.paste(address, [[header === "Since" && text === "7/17" ? "" : text]]);
    },
  ),
  act(
    fc.tuple(at, value, at, value),
    (drawn) => `both type at once ${show(drawn)}`,
    async (random, [mine, own, theirs, text]) => {
      const [one, other] = [inWork(random, mine, "Status"), inWork(random, theirs, "Status")];
      if (!one || !other) return;
      if (!random.theirs || random.closed || one === other) {
        unwatched(random, rowIn(random.harness, WORK, mine));
        unwatched(random, rowIn(random.harness, WORK, theirs));
      }
      await Promise.all([random.harness.user.paste(one, [[own]]), random.harness.coauthor.paste(other, [[text]])]);
    },
  ),
  act(
    fc.constantFrom("Question", "Item"),
    (header) => `a co-author sorts by ${header}`,
    async (random, header) => {
      if (inWork(random, 0, header)) await random.harness.coauthor.sort(WORK, header);
    },
  ),
  act(
    fc.tuple(at, fc.boolean()),
    (drawn) => `a co-author deletes or inserts a row ${show(drawn)}`,
    async (random, [row, deletes]) => {
      const { harness } = random;
      if (deletes && harness.rows(WORK).length > 3)
        await harness.coauthor.deleteTableRows(WORK, rowIn(harness, WORK, row));
      else await harness.coauthor.insertTableRows(WORK, rowIn(harness, WORK, row));
    },
  ),
  act(
    fc.constant(0),
    () => "a co-author with the add-in comes",
    (random) => random.theyCome(),
  ),
  act(
    fc.constant(0),
    () => "the co-author's add-in goes",
    (random) => random.theyGo(),
  ),
  act(
    fc.constant(0),
    () => "the add-in is closed",
    async (random) => {
      if (!random.closed) await random.close();
    },
  ),
  act(
    fc.constant(0),
    () => "the add-in is opened again",
    async (random) => {
      if (random.closed) await random.reopen();
    },
  ),
];

const doings = [
  act(
    fc.constant(0),
    () => "override what was put back last",
    async ({ harness, closed }) => {
      const message = closed ? undefined : harness.messages.find((each) => each.canOverride);
      if (message) await harness.open.page.guard.override(message.id, "Decided by correspondence");
    },
  ),
  act(
    at,
    (position) => `undo a recent action ${String(position)}`,
    async ({ closed, open }, position) => {
      if (closed) return;
      const { recentActions, undoAction } = open.page.recentActions;
      const actions = recentActions();
      if (actions.length > 0) await undoAction(actions[position % actions.length]?.id ?? 0);
    },
  ),
  act(
    fc.tuple(at, fc.constantFrom(...STATUSES)),
    (drawn) => `take the step ${show(drawn)}`,
    async (random, [row, status]) => {
      if (random.closed || !inWork(random, 0, "Key")) return;
      const key = String(random.harness.value(WORK, rowIn(random.harness, WORK, row), "Key"));
      if (key !== "") await random.open.page.guard.requestStep(key, status);
    },
  ),
  act(
    fc.constantFrom<"enforce" | "advise">("enforce", "enforce", "advise"),
    (mode) => mode,
    async ({ harness, closed }, mode) => {
      if (!closed) await harness.open.page.workbook.writeSettings({ mode });
    },
  ),
  act(
    fc.constantFrom("2024-03-01", "2023-09-08", "2026-01-15", null),
    (date) => `date ${String(date)}`,
    async ({ harness, closed }, currentDate) => {
      if (!closed) await harness.open.page.workbook.writeSettings({ currentDate });
    },
  ),
  act(
    fc.constant(0),
    () => "look at everything",
    async ({ harness, closed }) => {
      if (!closed) await harness.open.page.guard.auditWorkbook();
    },
  ),
  act(
    fc.integer({ min: 2, max: 3 }),
    (count) => `load the documents again, ${String(count)} rows a section`,
    async (random, count) => {
      if (random.closed) return;
      const { workbook, readSeeds } = random.open.page;
      await workbook.loadDocuments(fewRows(readSeeds(), count));
      random.documentsLoaded();
    },
  ),
  act(
    fc.tuple(
      at,
      fc.array(fc.tuple(at, fc.constantFrom("Status", "Process", "Timing"), value), { minLength: 2, maxLength: 5 }),
    ),
    (drawn) => `type fast ${show(drawn)}`,
    async (random, [first, edits]) => {
      const typing: Promise<void>[] = [];
      for (const [row, header, text] of edits) {
        const address = inWork(random, row % 2 === 0 ? first : row, header);
        if (address) typing.push(random.harness.user.paste(address, [[text]]));
        await new Promise((resolve) => setTimeout(resolve, row % 7));
      }
      await Promise.all(typing);
    },
  ),
  act(
    fc.integer({ min: 2, max: 5 }),
    (count) => `undo ${String(count)} times, fast`,
    async (random, count) => {
      await random.undoing(() => Promise.all(Array.from({ length: count }, () => random.harness.user.undo())));
    },
  ),
];

/** Anything, typing most often. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: fc.oneof(...edits) },
  { weight: 6, arbitrary: fc.oneof(...rows) },
  { weight: 2, arbitrary: fc.oneof(...columns) },
  { weight: 5, arbitrary: fc.oneof(...others) },
  { weight: 6, arbitrary: fc.oneof(...doings) },
  { weight: 7, arbitrary: anyState(fc.oneof(...edits, ...rows, ...doings)) },
);
