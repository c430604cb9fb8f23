/** Two items that are one text under two names are joined, as one action that can be undone. */
import { fewRows } from "./few-rows";
import { GuardHarness } from "./guard-harness";

const WORK = "WorkProgramme";
let harness: GuardHarness;
beforeEach(async () => {
  harness = await GuardHarness.small();
});
afterEach(() => {
  harness.close();
});

const openItems = () =>
  (harness.open.page.store.currentProgramme()?.items ?? []).filter(
    ({ status, studyGroup }) => status === "Under study" && studyGroup === "SG17",
  );

function everything(): unknown {
  const loaded = harness.headers(WORK).indexOf("Loaded");
  return harness.open.local.tables().map(({ name }) => {
    const rows = harness.rows(name).map((row) => row.filter((_, at) => name !== WORK || at !== loaded));
    // A row that is restored is below the others.
    return [name, name === WORK ? rows.map(String).sort() : rows];
  });
}

async function join() {
  const [first, second] = openItems();
  if (!first || !second) throw new Error("Too few items.");
  const names = [first, second].flatMap(({ number, name }) => [number, name]).filter((name) => name !== null);
  await harness.open.page.guard.join(first.key, second.key);
  await harness.settled();
  const items = names.map((name) => harness.open.page.store.currentIndex()?.itemsNamed(name)[0]);
  return { first, second, items };
}

test("the joined item has the names, the events and the rows of both, in one row", async () => {
  const { store } = harness.open.page;
  const rows = harness.rows(WORK).length;
  const [a, b] = openItems();
  const events = [a, b].flatMap((item) => store.currentIndex()?.eventsOf(item?.key ?? "") ?? []);
  const { items } = await join();
  const [joined] = items;
  expect(new Set(items.map((item) => item?.key)).size).toBe(1);
  expect(harness.rows(WORK)).toHaveLength(rows - 1);
  const ids =
    store
      .currentIndex()
      ?.eventsOf(joined?.key ?? "")
      .map(({ id }) => id) ?? [];
  expect(ids).toEqual(expect.arrayContaining(events.map(({ id }) => id)));
  expect(ids).toHaveLength(events.length + 1);
  const dropped = [a, b].find((item) => item?.key !== joined?.key)?.key ?? "";
  expect(
    harness.open.local
      .tables()
      .flatMap(({ name }) => harness.rows(name))
      .flat(),
  ).not.toContain(dropped);
  // The store holds what a reading of the tables gives.
  const written = structuredClone(store.currentIndex()?.eventsOf(joined?.key ?? ""));
  await store.refreshStore();
  expect(store.currentIndex()?.eventsOf(joined?.key ?? "")).toEqual(written);
  expect(store.currentIndex()?.itemWithKey(joined?.key ?? "")).toEqual(joined);
});

test("the join is undone as one action", async () => {
  const before = everything();
  const { first, second } = await join();
  const { recentActions, undoAction } = harness.open.page.recentActions;
  const [action, ...others] = recentActions();
  expect(others).toEqual([]);
  expect(await undoAction(action?.id ?? 0)).toBeNull();
  await harness.settled();
  expect(everything()).toEqual(before);
  for (const { key } of [first, second]) expect(harness.open.page.store.currentIndex()?.itemWithKey(key)).toBeDefined();
});

test("a later edit of the joined item keeps the join from being undone", async () => {
  const { items } = await join();
  await harness.type(items[0]?.number ?? items[0]?.name ?? "", "Title", "Another title");
  const { recentActions, undoAction } = harness.open.page.recentActions;
  expect(await undoAction(recentActions().at(-1)?.id ?? 0)).toContain("Title");
});

test("loading the documents again keeps the items joined", async () => {
  const { items } = await join();
  const count = harness.rows(WORK).length;
  const { workbook, readSeeds, store } = harness.open.page;
  await workbook.loadDocuments(fewRows(readSeeds()));
  await harness.settled();
  expect(harness.rows(WORK)).toHaveLength(count);
  expect(store.currentIndex()?.itemWithKey(items[0]?.key ?? "")?.aliases).toEqual(items[0]?.aliases);
});

test("the message about a name in use offers to join the two items, as far as they may be one text", async () => {
  const [first, second] = openItems();
  const nameOf = (item: typeof first): string => item?.number ?? item?.name ?? "";
  harness.news();
  await harness.type(nameOf(first), "Item", nameOf(second));
  expect(harness.news()).toMatchObject([{ outcome: "reverted", key: first?.key, twin: second?.key }]);
  const published = harness.open.page.store.currentProgramme()?.items.find(({ status }) => status === "Approved");
  const agreed = harness.open.page.store.currentProgramme()?.items.find(({ status }) => status === "Agreed");
  await harness.type(nameOf(agreed), "Item", nameOf(published));
  expect(harness.news().map(({ twin }) => twin)).toEqual([null]);
});
