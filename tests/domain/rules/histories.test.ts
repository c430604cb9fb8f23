import real from "./histories/real.json";
import lawful from "./histories/lawful.json";
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

describe("lawful histories with every step, while the meetings of their time are listed", () => {
  test.each((lawful.histories as History[]).map((history) => [history.id, history] as const))("%s", (_, history) => {
    const meetings = [...lawful.meetings, ...(history.meetings ?? [])];
    expect(problems([{ ...history, meetings }])).toEqual([]);
  });

  test("record each postponement and each determination", () => {
    const of = (id: string): History | undefined =>
      (lawful.histories as History[]).find((history) => history.id.startsWith(id));
    const [postponed, determined] = ["X.2106", "X.2107"].map((id) => replayHistories([of(id)].flatMap((h) => h ?? [])));
    expect(postponed?.sequences[0]?.steps.slice(1, 4).map(({ findings }) => findings[0]?.rule)).toEqual(
      Array(3).fill("T18"),
    );
    expect(determined?.sequences[0]?.steps.slice(0, 3).map(({ since }) => since)).toEqual([
      "2020-03-26",
      "2020-09-03",
      "2021-04-30",
    ]);
  });
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
