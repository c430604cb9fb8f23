/**
 * Random sequences of edits, loads, undos, restarts and co-authors' edits in workbooks in any state, in the local Excel, each on a workbook of
 * its own, held against a simple model. GUARD_RUNS=5000 for a long look, GUARD_SEED for other draws, GUARD_PATH to see one again.
 */
import * as fc from "fast-check";
import type { Act } from "./act";
import { anyAct } from "./arbitrary-edits";
import { RandomGuardHarness } from "./random-guard-harness";

const RUNS = Number(process.env["GUARD_RUNS"] ?? 70);
const { GUARD_SEED: seed, GUARD_PATH: path } = process.env;

const REFUSALS = new Set(["AccessDenied", "InvalidOperation"]);

/**
 * Excel refuses what a user does on a protected sheet, or to rows of a filtered table; nothing can be done to a table that has another name;
 * the add-in refuses a command with a sentence.
 */
function acceptRefusal(error: unknown): void {
  const { name, code, message } = error as { name: string; code?: string; message: string };
  const isSentence = name === "WorkbookError" && message.endsWith(".");
  const isGone = message.startsWith("there is no table");
  if (!isSentence && !isGone && !REFUSALS.has(code ?? "")) throw error;
}

async function play(sequence: readonly Act[]): Promise<void> {
  const random = await RandomGuardHarness.open();
  const errors = jest.spyOn(console, "error").mockImplementation(() => undefined);
  let last = "";
  try {
    for (const each of sequence) {
      last = each.label;
      await each.run(random).catch(acceptRefusal);
      if (!random.closed) await random.settled();
      random.check();
    }
    last = "the end";
    await random.checkAtEnd();
    if (errors.mock.calls.length > 0) throw new Error(String(errors.mock.calls[0]?.join(" ")));
  } catch (error) {
    const labels = sequence.map(({ label }) => label);
    throw new Error(
      `after ${last}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${labels.join("\n")}`,
    );
  } finally {
    errors.mockRestore();
    random.end();
  }
}

/** A long look may take a minute for each sequence, on any machine. */
const LIMIT_MS = process.env["GUARD_RUNS"] === undefined ? undefined : RUNS * 60_000;

test(
  "after any edits the tables agree, History explains every status, and nothing is lost without a message",
  async () => {
    const result = await fc.check(fc.asyncProperty(fc.array(anyAct, { minLength: 3, maxLength: 12 }), play), {
      numRuns: RUNS,
      endOnFailure: process.env["GUARD_SHRINK"] === undefined,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
      ...(path === undefined ? {} : { path }),
    });
    if (result.failed && result.counterexample)
      throw new Error(`${String(result.seed)} ${String(result.counterexamplePath)}: ${String(result.errorInstance)}`);
  },
  LIMIT_MS,
);
