import { clause, clausesInForce, EDITIONS, editionOf } from "../../../src/domain/rules/instruments";
import { replayHistories } from "../../../tools/replay-histories";

const cited = (edition: Parameters<typeof clause>[0], date: string) =>
  clausesInForce([clause(edition, "1")], date).map(({ edition: id }) => editionOf(id).edition);

describe("editions of instruments", () => {
  test.each([
    ["A.8-2008", "2012-09-07", "10/2008"],
    ["A.8-2008", "2022-03-08", "10/2008"],
    ["A.8-2008", "2022-03-09", "03/2022"],
    ["A.8-2008", "2026-06-10", "01/2024"],
    ["Res.1-2016", "2012-03-02", "Rev. Johannesburg, 2008"],
    ["Res.1-2016", "2023-09-08", "Rev. Geneva, 2022"],
    ["Res.1-2016", "2025-12-11", "Rev. New Delhi, 2024"],
    ["A.1-2016", "2017-03-30", "10/2016"],
    ["A.1-2019", "2017-03-30", "10/2016"],
    ["Res.1-2016", "1999-01-01", "Rev. Johannesburg, 2008"],
  ] as const)("%s is cited on %s from the edition %s", (edition, date, inForce) => {
    expect(cited(edition, date)).toEqual([inForce]);
  });

  test("practice and the Author's guide are not replaced by another edition", () => {
    expect(cited("practice", "2026-01-01")).toEqual([editionOf("practice").edition]);
    expect(cited("guide-2016", "2026-01-01")).toEqual(["02/2016"]);
  });

  test("each states what was read of it, and follows the previous edition", () => {
    for (const [at, { name, from, read }] of EDITIONS.entries()) {
      expect(read).not.toBe("");
      const next = EDITIONS[at + 1];
      if (next?.name === name && next.from !== null && from !== null) expect(next.from > from).toBe(true);
    }
  });

  test("a step of 2012 and one of 2025 are refused by the editions of their days", () => {
    const clauses = ["2012-09-07", "2025-04-17"].map((date) => {
      const base = { process: "AAP", status: "Under study", since: "2010-01-01" } as const;
      const [history] = replayHistories([{ id: "X.9", base, steps: [{ date, to: "Determined" }] }]).sequences;
      return history?.steps[0]?.findings[0]?.clause;
    });
    expect(clauses).toEqual(["Resolution 1 (2008), 9.3.1", "Resolution 1 (2024), 9.3.1"]);
  });
});
