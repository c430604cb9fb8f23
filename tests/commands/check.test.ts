/** Check, pressed on the ribbon of the built add-in. */
import { formatArea, type HeadlessExcel } from "local-excel";
import { openAddin, pressLoad } from "../../tools/session";

let session: HeadlessExcel;

function findings(): unknown[][] {
  const table = session.tables().find(({ name }) => name === "Checks");
  if (!table) throw new Error("no Checks table");
  return session.values(`Checks!${formatArea(table.area)}`);
}

beforeAll(async () => {
  session = await openAddin();
  await pressLoad(session);
});

afterAll(() => {
  session.close();
});

test("writes the findings with item, rule, clause and advice; pressing it again gives the same sheet", async () => {
  await session.runAction("check");
  await session.settled();
  const first = findings();
  const [headers = [], ...rows] = first;
  expect(headers).toEqual(expect.arrayContaining(["Severity", "Item", "Rule", "Message", "Clause"]));
  const item = headers.indexOf("Item");
  expect(rows.filter((row) => row[item] === "X.1127").length).toBeGreaterThan(0);
  expect(rows.every((row) => row[headers.indexOf("Message")] !== "")).toBe(true);

  await session.runAction("check");
  await session.settled();
  expect(findings()).toEqual(first);
});
