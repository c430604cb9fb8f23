/** Several users press Load in the same workbook at the same moment. */
import { autumn, march, revised, withEdits } from "./editing";
import { fresh, loadTogether, oneAfterTheOther, orders } from "./together";

test.each([
  ["an empty workbook", fresh],
  ["a workbook in use", withEdits],
] as const)("the same documents loaded by two at once into %s are loaded once", async (_, prepare) => {
  const expected = await oneAfterTheOther(prepare, revised);
  for (const order of orders(4)) {
    expect([order, await loadTogether(prepare, order, [revised, revised], 30)]).toEqual([order, expected]);
  }
});

test("different documents loaded by two at once are both loaded, one after the other", async () => {
  const either = [
    await oneAfterTheOther(fresh, [march], [autumn]),
    await oneAfterTheOther(fresh, [autumn], [march]),
  ].map((each) => JSON.stringify(each));
  for (const order of orders(4)) {
    const content = JSON.stringify(await loadTogether(fresh, order, [[march], [autumn]], 30));
    expect(either).toContain(content);
  }
});

test("five who load at once load once", async () => {
  const expected = await oneAfterTheOther(fresh, revised);
  for (const order of orders(1)) {
    const five = [revised, revised, revised, revised, revised];
    expect([order, await loadTogether(fresh, order, five, 30)]).toEqual([order, expected]);
  }
});
