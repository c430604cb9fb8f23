/** The reason of an edit is shown as a reason, never as part of a changed value. */
import { reportTexts } from "../../../src/i18n/reports";
import { refusalText } from "../../../src/i18n/rules";
import { printChanges, whatChanged } from "../../../src/domain/annexes";
import type { Programme } from "../../../src/domain/model";
import { evaluate } from "../../../src/domain/rules";
import { event, item, on } from "../rules/samples";

function programmeAfter(changes: Record<string, string>, reason: string): Programme {
  const before = item({ status: "Under study", since: "2023-03-03" });
  const verdict = evaluate({ item: before, changes, origin: "person", reason }, on("2024-03-01", { items: [before] }));
  if (verdict.outcome !== "accept") throw new Error(refusalText(verdict));
  const events = verdict.events.map((draft, index) => event({ ...draft, id: String(index), who: "NN" }));
  return { documents: [], items: [verdict.item], events, meetings: [], frames: [], findings: [] };
}

describe("an edit with its reason", () => {
  const programme = programmeAfter({ title: "Another title", remarks: "See R12" }, "Decided in plenary; see R 12");

  test("lists the changed fields without it", () => {
    expect(whatChanged(programme, "2023-12-31")[0]?.changes).toEqual([
      { field: "title", from: "Structured threat information expression", to: "Another title" },
      { field: "remarks", from: null, to: "See R12" },
    ]);
  });

  test("is printed with it, where it happened", () => {
    const { table } =
      printChanges(whatChanged(programme, "2023-12-31"), "2023-12-31", reportTexts().changes).sections[0] ?? {};
    const where = table?.rows[0]?.at(-1);
    expect(where).toBe("NN: Decided in plenary; see R 12");
    expect(where).not.toContain("\n");
  });

  test("records a corrected date with its reason apart", () => {
    const before = item();
    const verdict = evaluate(
      { item: before, changes: { since: "2023-09-07" }, origin: "person", reason: "Closing plenary was on the 7th" },
      on("2024-03-01", { items: [before] }),
    );
    expect(verdict).toMatchObject({
      events: [
        {
          changes: [{ field: "since", from: "2023-09-08", to: "2023-09-07" }],
          reason: "Closing plenary was on the 7th",
        },
      ],
    });
  });
});
