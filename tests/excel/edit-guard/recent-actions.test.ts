/** The list of recent actions: each can be undone, in any order where they do not depend on each other. */
import { GuardHarness } from "./guard-harness";

const WORK = "WorkProgramme";
const ITEM = "X.5Gsec-netec";
let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small();
});
afterEach(() => {
  harness.close();
});

const titles = (): string[] => harness.open.page.recentActions.recentActions().map(({ title }) => title);

/** Undoes the action with this title. Returns the reason where it cannot be undone. */
async function undo(title: string): Promise<string | null> {
  const { recentActions, undoAction } = harness.open.page.recentActions;
  const action = recentActions().find((each) => each.title === title);
  if (!action) throw new Error(`no action ${title}, only: ${titles().join(" | ")}`);
  const reason = await undoAction(action.id);
  await harness.settled();
  return reason;
}

function everything(): unknown {
  const loaded = harness.headers(WORK).indexOf("Loaded");
  return harness.open.local
    .tables()
    .map(({ name }) => [name, harness.rows(name).map((row) => row.filter((_, at) => name !== WORK || at !== loaded))]);
}

test("edits are undone in any order where they do not depend on each other", async () => {
  const start = everything();
  await harness.type(ITEM, "Timing", "2024-Q4");
  await harness.type(ITEM, "Status", "Determined");
  await harness.type(ITEM, "Title", "Another title");
  expect(titles()).toEqual([
    `${ITEM}: Title changed`,
    expect.stringMatching(/: Determined, (1 March|March 1,) 2024, meeting 2024-03$/),
    `${ITEM}: Timing changed`,
  ]);
  const decision = titles()[1] ?? "";
  expect(await undo(`${ITEM}: Timing changed`)).toBeNull();
  expect(await undo(decision)).toBeNull();
  expect(harness.value(WORK, ITEM, "Title")).toBe("Another title");
  expect(harness.status(ITEM)).toBe("Under study");
  expect(await undo(`${ITEM}: Title changed`)).toBeNull();
  expect(everything()).toEqual(start);
  expect(titles()).toEqual([]);
});

test("an edit on which a later one builds is not undone, and the reason names the column", async () => {
  await harness.type(ITEM, "Title", "One title");
  await harness.type(ITEM, "Title", "Another title");
  const before = everything();
  const { recentActions, undoAction } = harness.open.page.recentActions;
  expect(await undoAction(recentActions()[1]?.id ?? 0)).toContain(`Title of ${ITEM}`);
  await harness.settled();
  expect(everything()).toEqual(before);
});

test("decisions of the pane and pastes are one action each; nothing is undone while a sheet is protected", async () => {
  const start = everything();
  const key = String(harness.value(WORK, ITEM, "Key"));
  await harness.open.page.guard.requestStep(key, "Determined");
  await harness.settled();
  const protect = (sheet: string, isProtected: boolean) =>
    harness.open.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem(sheet);
      if (isProtected) protection.protect();
      else protection.unprotect();
      await context.sync();
    });
  const title = titles()[0] ?? "";
  const before = everything();
  for (const sheet of ["Work programme", "History of items"]) {
    await protect(sheet, true);
    await harness.settled();
    expect(await undo(title)).toContain(sheet);
    expect(everything()).toEqual(before);
    await protect(sheet, false);
    await harness.settled();
  }
  expect(await undo(title)).toBeNull();
  expect(everything()).toEqual(start);
});

test("the undo of a new item deletes its row, after a warning", async () => {
  const start = everything();
  const { area } = harness.table(WORK);
  await harness.user.type(`'Work programme'!A${String(area.endRow + 2)}`, "X.brand-new");
  await harness.settled();
  const [action] = harness.open.page.recentActions.recentActions();
  expect(action?.deletes).toContain("X.brand-new");
  expect(await undo(action?.title ?? "")).toBeNull();
  expect(everything()).toEqual(start);
});

test("an edit that was undone with Ctrl+Z leaves the list", async () => {
  await harness.type(ITEM, "Status", "Determined");
  expect(titles()).toHaveLength(1);
  await harness.user.undo();
  await harness.settled();
  expect(titles()).toEqual([]);
});
