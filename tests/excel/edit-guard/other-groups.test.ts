/** Items of other study groups: edits of their table are evaluated like those of the work programme. */
import { GuardHarness } from "./guard-harness";

const OTHERS = "OtherGroups";

let harness: GuardHarness;
beforeAll(async () => {
  harness = await GuardHarness.withSeeds();
});
afterAll(() => {
  harness.close();
});

const value = (header: string) => harness.value(OTHERS, "Y.3514", header);

test("a status that the process does not allow is reverted, a permitted one is entered in History", async () => {
  await harness.type("Y.3514", "Status", "Agreed", OTHERS);
  expect(value("Status")).toBe("Consented");
  await harness.type("Y.3514", "Status", "Approved", OTHERS);
  expect(value("Status")).toBe("Approved");
  expect(harness.history("Y.3514").at(-1)).toMatchObject({ To: "Approved", Origin: "user" });
});

test("the month in which a document reported it last cannot be typed, and what is no study group is reverted", async () => {
  await harness.type("Y.3514", "Last reported", "2024-01", OTHERS);
  expect(value("Last reported")).toBe("2017-03");
  await harness.type("Y.3514", "Study group", "Geneva", OTHERS);
  expect(value("Study group")).toBe("SG13");
});

test("a row typed there is an item of the study group that it names", async () => {
  const row = harness.rows(OTHERS).length;
  await harness.enter(harness.at(OTHERS, row, "Study group"), "sg 20");
  await harness.enter(harness.at(OTHERS, row, "Item"), "Y.4999");
  await harness.settled();
  const items = harness.open.page.store.currentProgramme()?.items ?? [];
  expect(items.find(({ number }) => number === "Y.4999")).toMatchObject({ studyGroup: "SG20", status: "Under study" });
  expect(harness.value(OTHERS, "Y.4999", "Study group")).toBe("SG20");
});
