/**
 * No action leaves half of itself: each of its requests fails in turn, is done by half, or is done without an answer. With GUARD_RUNS, which
 * asks for a long look, every request does all three.
 */
import { checkView, isReadable, markedItems } from "../edit-guard/random-invariants";
import type { GuardHarness } from "../edit-guard/guard-harness";
import { planFault } from "../support";
import { ACTIONS, before, everything, type Action } from "./actions";

/** How much of a request is done before it fails. */
const SHARES = [0, 0.5, 1];
const FAST = { hurry: 20 };
const IS_LONG = process.env["GUARD_RUNS"] !== undefined;
/** Requests of an action that fail; what comes later reads tables. */
const REQUESTS = IS_LONG ? Infinity : 4;
/** Done again these add another sheet, or find that half was undone. */
const NOT_REPEATED = ["a generated sheet", "the undo of a replacement"];

/** Does the action. Returns its number of requests, and what is there then. */
async function done(action: Action): Promise<{ count: number; expected: unknown }> {
  const { harness, run } = await before(action, FAST);
  const { traffic } = harness.open.local.excel;
  traffic.reset();
  await run();
  const expected = everything(harness);
  harness.close();
  return { count: Math.min(traffic.requests, REQUESTS), expected };
}

/** History explains every status that no message marks, and the annexes agree. */
function check(harness: GuardHarness): void {
  const pages = [harness.open.page];
  const view = { harness, pages, excused: markedItems(pages), isRecordTouched: false };
  if (isReadable(view)) checkView(view);
}

test.each(Object.entries(ACTIONS))("%s", async (name, action) => {
  const { count, expected } = await done(action);
  for (let at = 1; at <= count; at++) {
    for (const share of IS_LONG ? SHARES : [SHARES[(name.length + at) % SHARES.length] ?? 0]) {
      const { harness, run } = await before(action, FAST);
      const planned = planFault(harness.open, "half", at, share);
      const said = await run();
      planned.cancel();
      await harness.open.page.guard.auditWorkbook();
      await harness.settled();
      // A command that was refused is done again.
      const isRefused = said.startsWith("WorkbookError");
      if (isRefused && !NOT_REPEATED.includes(name)) {
        expect([at, share, await run()]).toEqual([at, share, expect.not.stringContaining("WorkbookError")]);
        expect([at, share, everything(harness)]).toEqual([at, share, expected]);
      }
      if (said === "") expect([at, share, everything(harness)]).toEqual([at, share, expected]);
      check(harness);
      harness.close();
    }
  }
});
