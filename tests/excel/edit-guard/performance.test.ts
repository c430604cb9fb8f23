/** What judging costs: the same round trips and the same time at any number of rows, and few round trips for a large paste. */
import { GuardHarness } from "./guard-harness";

const WORK = "WorkProgramme";
const ROWS = Number(process.env["GUARD_ROWS"] ?? 1_000);

async function costs(
  harness: GuardHarness,
  edit: () => Promise<void>,
): Promise<{ requests: number; milliseconds: number }> {
  const { traffic } = harness.open.local.excel;
  traffic.reset();
  const began = performance.now();
  await edit();
  await harness.settled();
  const milliseconds = performance.now() - began;
  return { requests: traffic.requests, milliseconds };
}

async function editCost(harness: GuardHarness): Promise<{ requests: number; milliseconds: number }> {
  const addresses = [3, 5, 7, 9, 11].map((row) => harness.at(WORK, row, "Status"));
  const all: { requests: number; milliseconds: number }[] = [];
  for (const address of addresses) all.push(await costs(harness, () => harness.user.paste(address, [["Finished"]])));
  expect(harness.messages.filter((message) => message.outcome === "reverted")).toHaveLength(addresses.length);
  all.sort((one, other) => one.milliseconds - other.milliseconds);
  expect(new Set(all.map((each) => each.requests)).size).toBe(1);
  return all[2] ?? { requests: 0, milliseconds: 0 };
}

test("one edit costs one round trip, however many rows; a paste of many cells costs two", async () => {
  const small = await GuardHarness.withItems(100);
  const few = await editCost(small);
  small.close();
  const harness = await GuardHarness.withItems(ROWS);
  try {
    const many = await editCost(harness);
    expect([few.requests, many.requests]).toEqual([1, 1]);
    const cells = Math.min(ROWS, 5_000);
    const address = harness.at(WORK, 0, "Status");
    const values = Array.from({ length: cells }, () => ["Finished"]);
    const pasted = await costs(harness, () => harness.user.paste(address, values));
    expect(pasted.requests).toBe(2);
    expect(harness.messages[0]?.count).toBe(cells);
    const column = harness.headers(WORK).indexOf("Status");
    expect(new Set(harness.rows(WORK).map((row) => row[column]))).toEqual(new Set(["Under study"]));
    if (process.env["GUARD_ROWS"]) console.log({ few, many, pasted });
  } finally {
    harness.close();
  }
});
