import { canBecome, judge, possibleNext } from "../../../src/programme/rules";
import { item, MARCH, meeting, on, SEPTEMBER } from "./samples";

const tried = (changes: Record<string, string | null>, values = {}, date = "2023-10-02", more = {}) =>
  judge({ item: item(values), changes, origin: "person", reason: null }, on(date, {}, more));

const textOf = (verdict: ReturnType<typeof judge>) => (verdict.outcome === "refuse" ? verdict.text : "taken");

describe("what the secretariat reads", () => {
  test("an approval that comes too early names the clause, the earliest day and what is possible", () => {
    expect(textOf(tried({ status: "Approved" }))).toBe(
      "X.1221 cannot be Approved on 2023-10-02: a determined text needs three months' notice before the meeting (Resolution 1, 9.3.3). " +
        "Earliest: 2023-12-08. Possible now: Under study, Deferred to WTSA, Discontinued.",
    );
  });

  test("a meeting that begins before the notice is over cannot approve on its last day either", () => {
    const winter = meeting("2023-12-01", "2023-12-12");
    const context = on("2023-12-12", { meetings: [SEPTEMBER, winter, MARCH] });
    expect(
      textOf(judge({ item: item(), changes: { status: "Approved" }, origin: "person", reason: null }, context)),
    ).toBe(
      "X.1221 cannot be Approved on 2023-12-12: a determined text needs three months' notice before the meeting, and the meeting begins on 2023-12-01 (Resolution 1, 9.3.3). " +
        "Earliest: 2023-12-08. Possible now: Under study, Deferred to WTSA, Discontinued.",
    );
  });

  test.each([
    [{ status: "Aproved" }, {}, "“Aproved” is no status. Did you mean Approved?"],
    [{ status: null }, {}, "The status of X.1221 cannot be empty. Choose a status."],
    [{ status: "Approved" }, { status: "Under study", process: "AAP" }, "X"],
    [{ status: "Determined" }, { status: "Under study", process: "AAP" }, "X"],
    [{ status: "Not approved" }, { status: "Under study", process: "AAP" }, "X"],
    [{ status: "Approved" }, { status: "Consented", process: "AAP", since: "2023-09-08" }, "X"],
    [{ status: "Determined" }, { status: "Consented", process: "AAP", since: "2023-09-08" }, "X"],
    [{ process: "AAP" }, {}, "X"],
    [{ process: "TAP" }, { status: "Consented", process: "AAP" }, "X"],
    [{ status: "Under study" }, { status: "Approved" }, "X"],
    [{ status: "Agreed" }, {}, "X"],
    [{ step: "Last Call" }, {}, "X"],
    [{ step: "Consultation closed" }, {}, "X"],
    [{ timing: "soon" }, {}, "X"],
    [{ question: "Q22" }, {}, "X"],
    [{ key: "other" }, {}, "X"],
    [{ item: null }, {}, "X"],
    [{ since: "2023-02-29" }, {}, "X"],
  ])("%j of %j", (changes, values, expected) => {
    console.log(textOf(tried(changes, values)));
    void expected;
  });

  test("next", () => {
    console.log(
      JSON.stringify(
        possibleNext(item(), on("2024-03-01", { meetings: [SEPTEMBER, MARCH] })).map((p) => ({
          ...p,
          warnings: p.warnings.map((w) => w.message),
        })),
        null,
        1,
      ),
    );
    console.log(canBecome(item(), "Approved", on("2024-03-01", { meetings: [SEPTEMBER, MARCH] })));
  });
});
