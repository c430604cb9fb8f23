import { countDecisions, decisionNamed, type DecisionResult } from "../../../src/domain/decisions";
import type { Kind, Process, Status } from "../../../src/domain/vocabulary";
import { item } from "../edit-review/workbook-model";

const accepted = (name: string, decision: string, kind: Kind | null, process: Process = "TAP"): DecisionResult => ({
  outcome: "accepted",
  item: item(null, name, "Under study" as Status, process, { kind }),
  decision: decisionNamed(decision),
  remarks: [],
});

describe("counts of decisions", () => {
  it("are those of section 1 of a summary", () => {
    const results: DecisionResult[] = [
      ...["X.a", "X.b", "X.c"].map((name) => accepted(name, "Determined", "New")),
      accepted("X.1373rev", "Determined", null),
      accepted("X.1352 Amd.1", "re-determined", null),
      accepted("X.1", "Approved", "New"),
      { outcome: "entered", item: item(null, "X.2", "Approved", "TAP"), decision: decisionNamed("Approved") },
      accepted("X.3", "Consented", "Rev", "AAP"),
      accepted("X.a", "Determined", "New"),
      { outcome: "blank" },
    ];
    expect(countDecisions(results)).toEqual([
      { table: "TAP approved", total: 2, kinds: [{ kind: "New", count: 2 }] },
      {
        table: "TAP determined",
        total: 5,
        kinds: [
          { kind: "New", count: 3 },
          { kind: "Rev", count: 1 },
          { kind: "Amd", count: 1 },
        ],
      },
      { table: "AAP consented", total: 1, kinds: [{ kind: "Rev", count: 1 }] },
    ]);
  });
});
