import real from "./histories/real.json";
import practice from "./histories/practice.json";
import refused from "./histories/refused.json";
import { replayHistories, type History } from "../../../tools/replay-histories";

const problems = (histories: unknown, together = false) =>
  replayHistories(histories as History[], together).sequences.flatMap(({ id, steps, check }) => [
    ...steps.flatMap(({ date, verdict, findings }) =>
      verdict === "refused" ? [`${id} ${date}: ${findings.map(({ message }) => message).join(" ")}`] : [],
    ),
    ...check.flatMap(({ severity, message }) => (severity === "info" ? [] : [`${id}, Check: ${message}`])),
  ]);

describe("histories of real texts, 2010 to 2026", () => {
  test("are accepted step by step, and Check finds nothing to act on", () => expect(problems(real)).toEqual([]));
});

describe("histories of the kinds that occur in practice", () => {
  test.each((practice as History[]).map((history) => [history.id, history] as const))("%s", (_, history) =>
    expect(problems([history])).toEqual([]),
  );
});

describe("histories that the procedures forbid", () => {
  const cases = refused as unknown as (History & { rule: string; clause: string })[];

  test.each(cases.map((history) => [history.id, history] as const))("%s", (_, history) => {
    const [result] = replayHistories([history]).sequences;
    const last = result?.steps.at(-1);
    expect(result?.steps.slice(0, -1).filter(({ verdict }) => verdict === "refused")).toEqual([]);
    expect(last?.verdict).toBe("refused");
    expect(last?.findings[0]).toMatchObject({ severity: "error", rule: history.rule, clause: history.clause });
  });
});
