/**
 * One status cell typed into again and again while the guard is at work on it: before, between and after its requests, and while it looks
 * at everything because one of them failed. OVERTYPED_RUNS=500 for a long look.
 */
import * as fc from "fast-check";
import { CUT_OFF, interceptRequests } from "../support";
import { GuardHarness } from "./guard-harness";

const RUNS = Number(process.env["OVERTYPED_RUNS"] ?? 40);
const WORK = "WorkProgramme";
const ITEM = "X.1220";

const aWord = fc.constantFrom("Consented", "Not approved", "Agreed", "Approved", "no status");

interface Moment {
  request: number;
  when: "before" | "after";
}

const aMoment: fc.Arbitrary<Moment> = fc.record({
  request: fc.integer({ min: 1, max: 5 }),
  when: fc.constantFrom("before", "after"),
});

const at = (request: number, when: "before" | "after") => ({ request, when });
/** Found by trying all of them. */
const FOUND: [[string, string, string], [Moment, Moment], number][] = [
  [["Consented", "Agreed", "Consented"], [at(2, "before"), at(2, "before")], 1],
  [["Consented", "Agreed", "Consented"], [at(2, "after"), at(3, "before")], 1],
  [["Not approved", "Agreed", "Consented"], [at(4, "before"), at(4, "after")], 1],
];

/** Has words typed just before or just after a request is carried out; request number `fails` is not. */
function around(
  harness: GuardHarness,
  words: readonly ({ word: string } & Moment)[],
  fails: number,
  type: (word: string) => void,
): void {
  interceptRequests(harness.open, async (at, answer) => {
    const typeNow = async (now: string): Promise<void> => {
      for (const { word, request, when } of words) {
        if (request !== at || when !== now) continue;
        type(word);
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    };
    await typeNow("before");
    const result = at === fails ? CUT_OFF : await answer();
    await typeNow("after");
    return result;
  });
}

test("three statuses typed into one cell at any moment: the cell, History and memory agree, or a message gives the reason", async () => {
  const play = async (
    [first, second, third]: [string, string, string],
    [one, two]: [Moment, Moment],
    fails: number,
  ): Promise<void> => {
    const harness = await GuardHarness.small(true, { hurry: 10 });
    const typed: string[] = [];
    const type = (word: string): void => {
      typed.push(word);
      void harness.enter(harness.at(WORK, ITEM, "Status"), word);
    };
    around(
      harness,
      [
        { word: second, ...one },
        { word: third, ...two },
      ],
      fails,
      type,
    );
    type(first);
    await harness.settled();
    const cell = harness.status(ITEM);
    const recorded = harness.history(ITEM).findLast((row) => row["To"] !== "")?.["To"];
    const known = harness.open.page.store.currentIndex()?.itemsNamed(ITEM)[0]?.status;
    const isMarked = harness.messages.some((each) => each.outcome === "marked" && each.tried.endsWith(` to ${cell}`));
    const last = typed.at(-1) ?? "";
    const putBack = harness.messages.some((each) => each.outcome === "reverted" && each.tried.endsWith(` to ${last}`));
    harness.close();
    if (!isMarked) expect({ recorded, known }).toEqual({ recorded: cell, known: cell });
    // The recorded status can always be typed.
    if (!putBack || recorded === last) expect(cell).toBe(last);
  };
  await fc.assert(
    fc.asyncProperty(fc.tuple(aWord, aWord, aWord), fc.tuple(aMoment, aMoment), fc.integer({ min: 0, max: 2 }), play),
    { numRuns: RUNS, examples: FOUND },
  );
});
