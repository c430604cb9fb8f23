/** Every kind of action that writes to the workbook, for tests of what must hold for each of them. */
import type { OpenOptions } from "local-excel";
import type { ReadDocument } from "../../../src/domain/document";
import type { CellDifference, MadeByLoad } from "../../../src/excel/load";
import { fewRows } from "../edit-guard/few-rows";
import { GuardHarness } from "../edit-guard/guard-harness";

export const WORK = "WorkProgramme";
/** An item that may become Determined, shown in the work programme and in Annex B. */
export const ITEM = "X.5Gsec-netec";
const TODAY = "2026-11-21";

export interface Action {
  /** Brings the workbook to where the action begins; returns what the action needs of that. */
  prepare?: (harness: GuardHarness) => Promise<unknown>;
  /** The action, done again it changes nothing more. Rejects with the reason where it is refused without a message. */
  run: (harness: GuardHarness, prepared: unknown) => Promise<unknown>;
  /** The sheet that the user types into. */
  typesOn?: string;
  /** The other sheets that it cannot do without; null is the structure of the workbook. */
  needs: readonly (string | null)[];
}

const load = async (
  { open }: GuardHarness,
  documents: readonly ReadDocument[],
  options: { replace?: boolean; today?: string } = {},
) => {
  const outcome = await open.page.workbook.loadDocuments(documents, { ...options, lockTimeout: 0 });
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  return outcome;
};

const seeds = ({ open }: GuardHarness, rows: number): ReadDocument[] => fewRows(open.page.readSeeds(), rows);

/** The documents as loaded, but for the Question of the first row, which the workbook does not know. */
function withNewQuestion(harness: GuardHarness): ReadDocument[] {
  let isChanged = false;
  return seeds(harness, 2).map((document) => ({
    ...document,
    annexes: document.annexes.map((annex) => ({
      ...annex,
      sections: annex.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => {
          if (isChanged) return row;
          isChanged = true;
          return { ...row, question: "23/17" };
        }),
      })),
    })),
  }));
}

const change = async ({ open }: GuardHarness, work: (context: Excel.RequestContext) => void): Promise<void> => {
  await open.run(async (context) => {
    work(context);
    await context.sync();
  });
};

const repair = async ({ open }: GuardHarness): Promise<void> => {
  const { outcome } = await open.page.workbook.repairTables({ lockTimeout: 0 });
  if (outcome !== "loaded") throw new Error(outcome);
};

const ANNEXES = ["A", "B", "C", "D", "E"].map((annex) => `2023-09 Annex ${annex}`);
const LOADED = [
  ...["Lists", "Work programme", "Other study groups", "2017-03 Annex 1", "2017-03 Annex 2", ...ANNEXES],
  ...["2023-09 Interim meetings", "Meetings", "History of items", "Checks", "Documents"],
];
/** Sheets in which a load of other rows changes nothing. */
const UNCHANGED = ["2023-09 Annex D", "2023-09 Annex E", "Meetings", "Checks"];

export const ACTIONS: Readonly<Record<string, Action>> = {
  "a typed status": {
    run: (harness) => harness.type(ITEM, "Status", "Determined"),
    typesOn: "Work programme",
    needs: ["2023-09 Annex B", "History of items"],
  },
  "a status typed in an annex": {
    run: (harness) => harness.type(ITEM, "Status", "Determined", "Annex_2023_09_B"),
    typesOn: "2023-09 Annex B",
    needs: ["Work programme", "History of items"],
  },
  "a decision in the pane": {
    run: (harness) => harness.open.page.guard.requestStep(String(harness.value(WORK, ITEM, "Key")), "Determined"),
    needs: ["Work programme", "2023-09 Annex B", "History of items"],
  },
  "the undo of an edit": {
    prepare: async (harness) => {
      await harness.type(ITEM, "Status", "Determined");
      return harness.open.page.recentActions.recentActions()[0]?.id;
    },
    run: async (harness, id) => {
      const { recentActions, undoAction } = harness.open.page.recentActions;
      if (!recentActions().some((each) => each.id === id)) return;
      const refused = await undoAction(id as number);
      if (refused !== null) throw new Error(refused);
    },
    needs: ["Work programme", "2023-09 Annex B", "History of items"],
  },
  "a deleted row restored": {
    prepare: async (harness) => {
      await harness.user.deleteTableRows(WORK, harness.rowOf(WORK, ITEM));
      await harness.settled();
      return harness.messages.find(({ canRestore }) => canRestore)?.id;
    },
    run: (harness, message) => harness.open.page.guard.restoreRow(String(message)),
    needs: ["Work programme"],
  },
  "a load of more rows": {
    run: (harness) => load(harness, seeds(harness, 3)),
    needs: LOADED.filter((sheet) => !UNCHANGED.includes(sheet)),
  },
  "a load of fewer rows": {
    run: (harness) => load(harness, seeds(harness, 1)),
    needs: LOADED.filter((sheet) => ![...UNCHANGED, "Lists"].includes(sheet)),
  },
  "a load that brings a Question": {
    run: (harness) => load(harness, withNewQuestion(harness)),
    needs: ["Lists", "Work programme", "Other study groups", "2017-03 Annex 1", "History of items"],
  },
  "a replacement": {
    run: (harness) => load(harness, seeds(harness, 3), { replace: true, today: TODAY }),
    needs: [...LOADED, null],
  },
  "the undo of a replacement": {
    prepare: async (harness) => (await load(harness, seeds(harness, 3), { replace: true, today: TODAY })).made,
    run: (harness, made) => harness.open.page.workbook.undoLoad(made as MadeByLoad),
    // Names of sheets are cut to make room for the date.
    needs: [...LOADED.map((sheet) => `${sheet.slice(0, 16).trim()} ${TODAY}`), null],
  },
  "the documents’ values": {
    prepare: async (harness) => {
      await harness.type(ITEM, "Title", "Our title");
      return (await load(harness, seeds(harness, 2))).report.differences;
    },
    run: (harness, differences) => harness.open.page.workbook.applyDifferences(differences as CellDifference[]),
    needs: ["Work programme"],
  },
  "a check": {
    run: (harness) =>
      harness.open.page.checks.writeFindings([
        { severity: "error", rule: "R", item: ITEM, key: null, field: null, message: "m", clause: "c", advice: "a" },
      ]),
    needs: ["Checks"],
  },
  "a generated sheet": {
    run: ({ open }) => open.page.reportSheets.writeChanges([], "2023-09-08", "2024-03-01"),
    needs: [null],
  },
  "a repair of a heading": {
    prepare: (harness) => harness.user.renameTableColumn(WORK, "Status", "State"),
    run: repair,
    needs: ["Work programme"],
  },
  "a repair of a name and a heading": {
    prepare: async (harness) => {
      await harness.user.renameTableColumn(WORK, "Status", "State");
      await change(harness, ({ workbook }) => (workbook.tables.getItem("History").name = "Chronicle"));
    },
    run: repair,
    needs: ["Work programme", "History of items"],
  },
  "a repair of a range": {
    prepare: (harness) => change(harness, ({ workbook }) => workbook.tables.getItem(WORK).convertToRange()),
    run: repair,
    needs: ["Work programme"],
  },
  "a repair of a missing sheet": {
    prepare: (harness) => harness.user.deleteSheet("Meetings"),
    run: repair,
    needs: ["History of items", null],
  },
};

/** A workbook at which an action can begin. */
export async function before(
  action: Action,
  options: Partial<OpenOptions> = {},
): Promise<{ harness: GuardHarness; run: () => Promise<string> }> {
  const harness = await GuardHarness.small(true, options);
  const prepared = await action.prepare?.(harness);
  await harness.settled();
  harness.news();
  /** Runs the action. Returns what is said about it. */
  const run = async (): Promise<string> => {
    const refused = await action.run(harness, prepared).then(
      () => "",
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    await harness.settled();
    return [refused, ...harness.news().map(({ text }) => text)].filter((text) => text !== "").join("\n");
  };
  return { harness, run };
}

/** Everything that the sheets and tables of a workbook hold, by their names. */
export function everything({ open: { local } }: GuardHarness): Record<string, unknown> {
  const used = local.excel.host.engine.sheets().map((sheet) => {
    const area = local.excel.host.cells.usedArea(sheet, true);
    return [sheet.getName(), area ? local.excel.host.cells.values(sheet, area) : []];
  });
  return Object.fromEntries([...used, ...local.tables().map(({ name, area }) => [`table ${name}`, area])]) as Record<
    string,
    unknown
  >;
}
