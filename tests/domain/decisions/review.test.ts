import fc from "fast-check";
import type { DecisionCells } from "../../../src/domain/decisions/decision-fields";
import { reviewDecisions, type DecisionResult } from "../../../src/domain/decisions/review";
import { undoEdits } from "../../../src/domain/edit-review/undo-edits";
import { ITEMS, item, MEETINGS, WorkbookModel } from "../edit-review/workbook-model";

const MEETING = MEETINGS[1];
if (!MEETING) throw new Error("The model has no second meeting.");

const review = (model: WorkbookModel, rows: readonly DecisionCells[]) =>
  reviewDecisions(model.context(), MEETING, rows);

const outcomes = (results: readonly DecisionResult[]): string[] =>
  results.map((result) => (result.outcome === "refused" ? result.why.code : result.outcome));

const status = (model: WorkbookModel, key: string) => model.items.get(key)?.status;

const NEW: DecisionCells = {
  item: "X.new-thing",
  decision: "New work item",
  title: "Security of new things",
  question: "3/17",
  joint: "Q2/17, (7/17)",
  process: "TAP",
  kind: "New",
  timing: "2025-Q3",
  editors: "Ana Silva, Jun Kim",
  text: "TD2200",
  contribution: "C1234",
};

describe("a list of decisions", () => {
  it("accepts what the rules allow, refuses the rest with the reason and what is possible", () => {
    const model = new WorkbookModel();
    const { results } = review(model, [
      { item: "X.1221", decision: "approved", text: "TD2000" },
      { item: "X.dpki", decision: "Determined" },
      { item: "X.sr-ai", decision: "TAP determined" },
      { item: "X.gpki" },
      { item: "X.nowhere", decision: "approved" },
      { item: "X.gpki", decision: "celebrated" },
    ]);
    expect(outcomes(results)).toEqual(["accepted", "rules", "accepted", "blank", "unknownItem", "unknownDecision"]);
    const refused = results[1];
    if (refused?.outcome !== "refused" || refused.why.code !== "rules") throw new Error("X.590 was not refused.");
    expect(refused.why.values.refused.findings[0]?.clauses).not.toEqual([]);
    expect(refused.why.values.refused.possible.map((step) => step.status)).toContain("Under study");
  });

  it("is entered as one plan, dated by the closing day of the meeting, and entered again changes nothing", () => {
    const model = new WorkbookModel();
    const rows = [
      { item: "X.stie", decision: "Approved", text: "TD2000", note: "as amended" },
      { item: "X.sr-ai", decision: "consentement" },
      { item: "X.gpki", decision: "Consent", number: "X.1999", text: "TD2001" },
      NEW,
    ];
    const { results, plan } = review(model, rows);
    expect(outcomes(results)).toEqual(["accepted", "rules", "accepted", "accepted"]);
    expect(plan.messages).toEqual([]);
    expect(new Set(plan.events.map(({ date, meeting }) => `${date} ${String(meeting)}`))).toEqual(
      new Set(["2024-03-01 2024-03"]),
    );
    model.apply(plan);
    expect(status(model, "x.1221")).toBe("Approved");
    expect(model.items.get("x.1221")?.text).toBe("TD2000");
    expect(model.items.get("x.gpki")).toMatchObject({ number: "X.1999", name: "X.gpki", status: "Consented" });
    expect(plan.events.find(({ to }) => to === "Approved")?.reason).toBe("as amended");
    const again = review(model, rows);
    expect(outcomes(again.results)).toEqual(["entered", "rules", "entered", "entered"]);
    expect([...again.plan.events, ...again.plan.writes, ...again.plan.addedKeys]).toEqual([]);
  });

  it("enters a new work item with everything that Annex C prints", () => {
    const model = new WorkbookModel();
    const { plan } = review(model, [NEW]);
    model.apply(plan);
    expect(model.items.get("x.new-thing")).toMatchObject({
      name: "X.new-thing",
      title: "Security of new things",
      question: "3/17",
      jointQuestions: ["2/17", "7/17"],
      process: "TAP",
      timing: "2025-Q3",
      editors: ["Ana Silva", "Jun Kim"],
      text: "TD2200",
      status: "Under study",
    });
    expect(plan.events).toMatchObject([{ kind: "New work item", facts: { contribution: "C1234" } }]);
    expect(model.rows.WorkProgramme).toHaveLength(ITEMS.length + 1);
  });

  it("refuses joint Questions that there are not", () => {
    const model = new WorkbookModel();
    const { results } = review(model, [
      { ...NEW, joint: "2/17, 99/17" },
      { ...NEW, item: "X.other", joint: "with Q3" },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
  });

  it("is undone as one action: new rows go, everything else is as before", () => {
    const model = new WorkbookModel();
    const before = JSON.stringify(model.rows);
    const { plan } = review(model, [
      { item: "X.1221", decision: "Approved" },
      NEW,
      { item: "X.sr-ai", number: "X.1888" },
    ]);
    model.apply(plan);
    const undone = undoEdits(
      model.context(),
      plan.events.map(({ item: key, id }) => ({ item: key, event: id })),
    );
    if (!("plan" in undone)) throw new Error("It could not be undone.");
    model.apply(undone.plan);
    model.rows.WorkProgramme = model.rows.WorkProgramme.filter((_, at) =>
      undone.plan.removedRows.every(({ position }) => position !== at),
    );
    expect(JSON.stringify(model.rows)).toBe(before);
  });

  it("keeps a note as the reason without overriding a rule by it", () => {
    const { results } = review(new WorkbookModel(), [
      { item: "X.590", decision: "Agreed", note: "the plenary wants it" },
    ]);
    expect(outcomes(results)).toEqual(["rules"]);
  });
});

describe("several decisions on one text", () => {
  it("not approved and determined again at one sitting", () => {
    const model = new WorkbookModel();
    const rows = [
      { item: "X.1221", decision: "Determined", text: "TD2100" },
      { item: "X.stie", decision: "Not approved", note: "opposed at the meeting" },
    ];
    const { results, plan } = review(model, rows);
    expect(outcomes(results)).toEqual(["accepted", "accepted"]);
    model.apply(plan);
    expect(status(model, "x.1221")).toBe("Determined");
    expect(plan.events.map(({ to }) => to).filter(Boolean)).toEqual(["Not approved", "Determined"]);
    expect(outcomes(review(model, rows).results)).toEqual(["entered", "entered"]);
  });

  it("renumbered in one row and consented in another, by either name", () => {
    const rows = [
      { item: "X.1999", decision: "consented", text: "TD2001" },
      { item: "X.gpki", number: "X.1999" },
    ];
    const model = new WorkbookModel();
    const { results, plan } = review(model, rows);
    expect(outcomes(results)).toEqual(["accepted", "accepted"]);
    model.apply(plan);
    expect(model.items.get("x.gpki")).toMatchObject({ number: "X.1999", status: "Consented" });
  });

  it("a new work item is agreed at the same meeting", () => {
    const rows = [
      { item: "TR.new", decision: "Agreed", text: "TD2300" },
      { ...NEW, item: "TR.new", process: "Agreement", text: "TD2300" },
    ];
    const model = new WorkbookModel();
    const { results, plan } = review(model, rows);
    expect(outcomes(results)).toEqual(["accepted", "accepted"]);
    model.apply(plan);
    expect(status(model, "tr.new")).toBe("Agreed");
  });

  it("what cannot both hold is entered neither way", () => {
    const { results, plan } = review(new WorkbookModel(), [
      { item: "X.sr-ai", decision: "Determined" },
      { item: "X.sr-ai", decision: "Agreed" },
    ]);
    expect(outcomes(results)).toEqual(["otherRefused", "rules"]);
    expect(plan.events).toEqual([]);
  });

  it("the same said twice counts once; a contradiction is refused", () => {
    const same = [
      { item: "X.1221", decision: "Approved" },
      { item: "X.stie", decision: "TAP approved", text: "TD1" },
    ];
    const { results, plan } = review(new WorkbookModel(), same);
    expect(outcomes(results)).toEqual(["accepted", "accepted"]);
    expect(plan.events.filter(({ to }) => to !== null)).toHaveLength(1);
    const other = [...same, { item: "X.1221", decision: "Approved", text: "TD2" }];
    expect(outcomes(review(new WorkbookModel(), other).results)).toEqual(Array(3).fill("contradictory"));
  });

  it("one number for two texts is refused for both", () => {
    const { results } = review(new WorkbookModel(), [
      { item: "X.sr-ai", decision: "Determined", number: "X.1999" },
      { item: "X.gpki", decision: "Consented", number: "X.1999" },
    ]);
    expect(outcomes(results)).toEqual(["numberTwice", "numberTwice"]);
  });

  it("a new work item with the name of an existing one is refused", () => {
    expect(outcomes(review(new WorkbookModel(), [{ ...NEW, item: "X.gpki" }]).results)).toEqual(["existing"]);
  });

  it("an approved text is not approved again", () => {
    expect(outcomes(review(new WorkbookModel(), [{ item: "X.1817", decision: "Approved" }]).results)).toEqual([
      "unchanged",
    ]);
  });
});

describe("rows as people paste them", () => {
  it("understands “item, decision” in one cell, and in the cells Item and Title", () => {
    const { results } = review(new WorkbookModel(), [
      { item: "X.1221, approved" },
      { item: "X.sr-ai", title: "TAP determined" },
    ]);
    expect(outcomes(results)).toEqual(["accepted", "accepted"]);
  });

  it("means by an ambiguous name the item of the row's Key", () => {
    const model = new WorkbookModel([
      item("X.1", "X.same", "Under study", "TAP", { key: "x.1" }),
      item("X.2", "X.same", "Under study", "TAP", { key: "x.2" }),
    ]);
    expect(outcomes(review(model, [{ item: "X.same", decision: "Determined" }]).results)).toEqual(["ambiguousItem"]);
    expect(outcomes(review(model, [{ item: "X.same", decision: "Determined", key: "x.2" }]).results)).toEqual([
      "accepted",
    ]);
  });
});

describe("any list", () => {
  const row = fc.record(
    {
      item: fc.constantFrom("X.1221", "X.stie", "X.590", "X.sr-ai", "X.gpki", "TR.qs-dlt", "X.1999", "X.new"),
      decision: fc.constantFrom(
        "Approved",
        "Determined",
        "consent",
        "agreed",
        "not approved",
        "discontinued",
        "new",
        "?",
      ),
      number: fc.constantFrom("X.1999", "X.2000", "X.1221"),
      text: fc.constantFrom("TD1", "TD2"),
      note: fc.constantFrom("because", "6 yes, 1 no"),
    },
    { requiredKeys: ["item"] },
  );

  it("has the same results in any order of its rows, and entered twice changes nothing", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (rows, random) => {
        const order = rows.map((_, at) => at).sort(() => ((random.next().value ?? 0) % 3) - 1);
        const straight = review(new WorkbookModel(), rows);
        const shuffled = review(
          new WorkbookModel(),
          order.map((at) => rows[at] ?? {}),
        );
        const byRow = outcomes(shuffled.results);
        expect(order.map((at) => outcomes(straight.results)[at])).toEqual(byRow);
        expect(new Set(shuffled.plan.events.map(({ id }) => id))).toEqual(
          new Set(straight.plan.events.map(({ id }) => id)),
        );
        const model = new WorkbookModel();
        model.apply(straight.plan);
        const again = review(model, rows);
        expect(again.plan.events).toEqual([]);
        expect(again.plan.addedKeys).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
