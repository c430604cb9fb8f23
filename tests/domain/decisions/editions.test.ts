import { canBeChanged, newTextOf, reviewDecisions } from "../../../src/domain/decisions";
import { item, MEETINGS, WorkbookModel } from "../edit-review/workbook-model";

const base = item("X.1817", "X.5Gsec-message", "Approved", "TAP");
const [, meeting] = MEETINGS;

describe("texts that change an approved one", () => {
  it("get the next name that no text has", () => {
    const model = new WorkbookModel([base, item("X.1817 Amd.1", null, "Approved", "TAP", { kind: "Amd" })]);
    const { programme } = model.context().ruleContext;
    expect((["Rev", "Amd", "Cor"] as const).map((kind) => newTextOf(base, kind, programme).item)).toEqual([
      "X.1817rev",
      "X.1817 Amd.2",
      "X.1817 Cor.1",
    ]);
  });

  it.each(["Rev", "Amd", "Cor"] as const)("%s is entered as a new work item with its parent", (kind) => {
    if (!meeting) throw new Error("The model has no second meeting.");
    const model = new WorkbookModel([base]);
    const context = model.context();
    const { results, plan } = reviewDecisions(context, meeting, [newTextOf(base, kind, context.ruleContext.programme)]);
    expect(results).toMatchObject([{ outcome: "accepted", item: { kind, parent: "X.1817", process: "TAP" } }]);
    expect(plan.addedKeys).toHaveLength(1);
  });

  it("are not offered for a text under study, nor for an amendment", () => {
    expect(canBeChanged(base)).toBe(true);
    expect(canBeChanged(item("X.1", null, "Under study", "TAP"))).toBe(false);
    expect(canBeChanged(item("X.1 Amd.1", null, "Approved", "TAP", { kind: "Amd" }))).toBe(false);
  });
});
