import fc from "fast-check";
import { readDecisionLine, readDecisionLines } from "../../../src/domain/decisions/read-lines";

const NAMES = ["X.1221", "X.stie", "X.1333 Cor. 1", "X.1352, Amd. 1", "X.sr-ai", "TR.qs-dlt", "X.5Gsec-message"];
const isName = (text: string): boolean => NAMES.includes(text);

describe("a line with a decision", () => {
  it.each([
    ["X.1221, approved", { item: "X.1221", decision: "approved" }],
    ["X.1221\tApproved", { item: "X.1221", decision: "Approved" }],
    ["X.1221;approuvé", { item: "X.1221", decision: "approuvé" }],
    ["X.1221: TAP approved", { item: "X.1221", decision: "TAP approved" }],
    ["• X.1221 – approved", { item: "X.1221", decision: "approved" }],
    ["a) X.1221 approved", { item: "X.1221", decision: "approved" }],
    ["Approved: X.1221", { item: "X.1221", decision: "Approved" }],
    ["Approved X.1221", { item: "X.1221", decision: "Approved" }],
    ["X.1333 Cor. 1 consented", { item: "X.1333 Cor. 1", decision: "consented" }],
    ["X.1352, Amd. 1, consent", { item: "X.1352, Amd. 1", decision: "consent" }],
    ["X.5Gsec-message - agreed", { item: "X.5Gsec-message", decision: "agreed" }],
    [
      "X.sr-ai, TAP determined as X.1999, TD2100",
      { item: "X.sr-ai", decision: "TAP determined", number: "X.1999", text: "TD2100" },
    ],
    ["X.sr-ai, determined, now X.1999", { item: "X.sr-ai", decision: "determined", number: "X.1999" }],
    [
      "X.sr-ai; determined; 2024-Q3; A.5 TD99",
      { item: "X.sr-ai", decision: "determined", timing: "2024-Q3", a5: "TD99" },
    ],
    [
      "X.sr-ai; determined; pending French title",
      { item: "X.sr-ai", decision: "determined", note: "pending French title" },
    ],
    ["X.unknown, approved", { item: "X.unknown", decision: "approved" }],
    ["X.1221, aproved", { item: "X.1221", decision: "aproved" }],
    ["X.sr-ai consent; X.1221", { item: "X.sr-ai", decision: "consent", number: "X.1221" }],
    ["X.1221", { item: "X.1221" }],
  ])("%j", (line, cells) => {
    expect(readDecisionLine(line, isName)).toEqual(cells);
  });
});

describe("pasted lines", () => {
  it("a line that only names a decision holds for those below it", () => {
    const pasted = "Item\tDecision\nTAP approved:\n- X.1221\n- X.stie\n\nConsent\nX.1333 Cor. 1\nTR.qs-dlt, agreed";
    expect(readDecisionLines(pasted, isName)).toEqual([
      { item: "X.1221", decision: "TAP approved" },
      { item: "X.stie", decision: "TAP approved" },
      { item: "X.1333 Cor. 1", decision: "Consent" },
      { item: "TR.qs-dlt", decision: "agreed" },
    ]);
  });

  it("reads items and decisions whatever separates and frames them", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            item: fc.constantFrom(...NAMES),
            decision: fc.constantFrom("approved", "TAP determined", "consent", "approuvé", "not approved", "à l’étude"),
            separator: fc.constantFrom("\t", ";", " | ", ", ", " – ", " - ", ": "),
            bullet: fc.constantFrom("", "- ", "• ", "1) ", "12. "),
          }),
        ),
        (lines) => {
          const text = lines.map(({ item, decision, separator, bullet }) => bullet + item + separator + decision);
          expect(readDecisionLines(text.join("\r\n"), isName)).toEqual(
            lines.map(({ item, decision }) => ({ item, decision })),
          );
        },
      ),
    );
  });

  it("reads any text without an error", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readDecisionLines(text, isName).length >= 0));
  });
});
