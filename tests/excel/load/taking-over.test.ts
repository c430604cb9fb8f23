/** One load ends what another has begun. */
import { contentOf } from "../support";
import { revised, withEdits } from "./editing";
import { chooser, oneAfterTheOther, orders, together } from "./together";

test("a load that takes over from a slow but active one does no harm, and neither does the slow one", async () => {
  const expected = await oneAfterTheOther(withEdits, revised);
  for (const order of orders(4)) {
    const { open, others, gate } = await together(withEdits);
    const [other] = others;
    const all = Promise.allSettled([
      open.page.workbook.loadDocuments(revised, { lockTimeout: 30 }),
      other?.page.workbook.loadDocuments(revised, { lockTimeout: 0 }),
    ]);
    const outcomes = await gate.through(all, chooser(order));
    expect([order, outcomes.map(({ status }) => status)]).toEqual([order, ["fulfilled", "fulfilled"]]);
    expect([order, await contentOf(open)]).toEqual([order, expected]);
    open.local.close();
  }
});

test("a load whose page was closed is completed by another user's load", async () => {
  const expected = await oneAfterTheOther(withEdits, revised);
  for (let closing = 1; closing <= 5; closing += 1) {
    const { open, others, gate } = await together(withEdits);
    const [other] = others;
    void open.page.workbook.loadDocuments(revised).catch(() => undefined);
    const theirs = other?.page.workbook.loadDocuments(revised, { lockTimeout: 0.3 });
    const outcome = await gate.through(
      theirs ?? Promise.reject(new Error("nobody else")),
      () => 0,
      (count) => {
        if (count === closing) open.local.closePane(open.local.window);
        return Promise.resolve();
      },
    );
    expect(outcome.outcome).toBe("loaded");
    expect([closing, other && (await contentOf(other))]).toEqual([closing, expected]);
    open.local.close();
  }
});
