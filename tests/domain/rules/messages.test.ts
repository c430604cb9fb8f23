import { actionText, refusalText } from "../../../src/i18n/rules";
import { canBecome, evaluate, type ProposedEdit } from "../../../src/domain/rules";
import type { WorkItem } from "../../../src/domain/model";
import { item, MARCH, meeting, on, SEPTEMBER } from "./samples";

const CONSENTED = { status: "Consented", process: "AAP", since: "2023-09-08" } as const;
const STUDIED = { status: "Under study", process: "AAP" } as const;

function textOf(changes: ProposedEdit["changes"], values: Partial<WorkItem> = {}, date = "2023-10-02"): string {
  const verdict = evaluate({ item: item(values), changes, origin: "person", reason: null }, on(date));
  return verdict.outcome === "refuse" ? refusalText(verdict) : "taken";
}

describe("messages of refusals", () => {
  test("an approval that is too early names the clause, the earliest day and the alternatives", () => {
    expect(textOf({ status: "Approved" })).toBe(
      "X.1221 cannot be Approved on 2023-10-02: a determined text needs three months' notice before the meeting (Resolution 1 (2022), 9.3.3). " +
        "Earliest: 2023-12-08. Possible now: Under study, Deferred to WTSA, Discontinued.",
    );
  });

  test("a meeting that begins before the notice is over cannot approve on its last day either", () => {
    const context = on("2023-12-12", { meetings: [SEPTEMBER, meeting("2023-12-01", "2023-12-12"), MARCH] });
    const answer = canBecome(item(), "Approved", context);
    expect(answer).toMatchObject({ can: false, refused: { earliest: "2024-02-20" } });
    expect(!answer.can && refusalText(answer.refused)).toBe(
      "X.1221 cannot be Approved on 2023-12-12: a determined text needs three months' notice before the meeting, and the meeting begins on 2023-12-01 (Resolution 1 (2022), 9.3.3). " +
        "Earliest: 2024-02-20. Possible now: Under study, Deferred to WTSA, Discontinued.",
    );
  });

  test("the next meeting can approve without a finding", () => {
    const context = on("2024-03-01", { meetings: [SEPTEMBER, MARCH] });
    expect(canBecome(item(), "Approved", context)).toEqual({ can: true, warnings: [] });
  });

  test("alternatives are returned for buttons, with action and transitions", () => {
    const verdict = evaluate(
      { item: item(), changes: { status: "Approved" }, origin: "person", reason: null },
      on("2023-10-02"),
    );
    expect(verdict).toMatchObject({
      outcome: "refuse",
      overridable: true,
      earliest: "2023-12-08",
      possible: [
        { status: "Under study", transitions: ["T21"] },
        { status: "Deferred to WTSA", transitions: ["T22"] },
        { status: "Discontinued", transitions: ["T39"] },
      ],
    });
    expect(verdict.outcome === "refuse" && verdict.possible.map((step) => actionText(step))).toEqual([
      "Return to study",
      "Defer to WTSA",
      "Discontinue",
    ]);
  });

  test.each<[string, ProposedEdit["changes"], Partial<WorkItem>, string]>([
    ["a misspelt status", { status: "Aproved" }, {}, "“Aproved” is not a valid status. Did you mean Approved?"],
    ["a cleared status", { status: null }, {}, "The status of X.1221 cannot be empty. Choose a status."],
    [
      "an approval without determination or consent",
      { status: "Approved" },
      STUDIED,
      "X.1221 cannot be Approved on 2023-10-02: a text must be determined or consented before it is approved (Resolution 1 (2022), 9.3.1; Rec. A.8 (2022), 3.1). Possible now: Consented, Deferred to WTSA, Discontinued.",
    ],
    [
      "a determination under AAP",
      { status: "Determined" },
      STUDIED,
      "X.1221 cannot be Determined on 2023-10-02: its process is AAP, and only texts under TAP can be Determined (Resolution 1 (2022), 9.3.1). Possible now: Consented, Deferred to WTSA, Discontinued.",
    ],
    [
      "a status that nothing leads to",
      { status: "Not approved" },
      STUDIED,
      "X.1221 cannot be Not approved on 2023-10-02: the procedures do not allow this change from Under study. Possible now: Consented, Deferred to WTSA, Discontinued.",
    ],
    [
      "an approval within the Last Call",
      { status: "Approved" },
      CONSENTED,
      "X.1221 cannot be Approved on 2023-10-02: a consented text has a Last Call of four weeks (Rec. A.8 (2022), 4.1). Earliest: 2023-10-06. Possible now: Under study, Deferred to WTSA, Discontinued.",
    ],
    [
      "a move to TAP of a text whose study group review nobody noted",
      { status: "Determined" },
      CONSENTED,
      "X.1221 cannot be Determined on 2023-10-02: a consented text moves to TAP only from the step Study group review, at the request of a Member State that is present (Resolution 1 (2022), 8.3; Rec. A.8 (2022), 5.2). Possible now: Under study, Deferred to WTSA, Discontinued.",
    ],
    [
      "another process after determination",
      { process: "AAP" },
      {},
      "The process of X.1221 cannot change from TAP to AAP: it is Determined, and the process is final once a text is determined or consented (Resolution 1 (2022), 8.3).",
    ],
    [
      "another process after consent",
      { process: "TAP" },
      CONSENTED,
      "The process of X.1221 cannot change from AAP to TAP: it is Consented, and the process is final once a text is determined or consented (Resolution 1 (2022), 8.3; Rec. A.8 (2022), 5.2). A consented text moves to TAP at the study group meeting that decides on it: set its Step to Study group review first, then its Status to Determined.",
    ],
    [
      "anything after approval",
      { status: "Under study" },
      { status: "Approved" },
      "X.1221 cannot be Under study on 2023-10-02: an approved text changes only by a new edition, amendment or corrigendum in a separate row, or by deletion of the Recommendation, which begins with the step Deletion agreed (Resolution 1 (2022), 9.3.9, 9.8.2; Rec. A.8 (2022), 3.7). No other status is possible from Approved.",
    ],
    [
      "an agreement on a determined text",
      { status: "Agreed" },
      {},
      "X.1221 cannot be Agreed on 2023-10-02: a determined or consented text is approved and not agreed (Rec. A.1 (2019), 1.8.2). Possible now: Under study, Deferred to WTSA, Discontinued.",
    ],
    [
      "a step of the other process",
      { step: "Last Call" },
      {},
      "“Last Call” is not a step of the status Determined. Choose one of Announced, Consultation closed, Consultation below 70 %, More time requested, Approval postponed or Re-determined.",
    ],
    [
      "a date before the present status",
      { status: "Under study", since: "2023-08-01" },
      {},
      "X.1221 cannot be Under study on 2023-08-01: it has been Determined only since 2023-09-08. Earliest: 2023-09-08.",
    ],
    [
      "no timing",
      { timing: "soon" },
      {},
      "“soon” is not a valid timing (Rec. A.1 (2019), Annex A). Enter it as 2024-Q1 or 2024-03.",
    ],
    ["no Question", { question: "Q22" }, {}, "“Q22” is not a valid Question. Enter it as 2/17 or Q2/17."],
    ["another key", { key: "other" }, {}, "The hidden Key identifies the row and cannot be changed."],
    ["no name", { item: null }, {}, "A work item needs a name. Enter a name, or delete the row."],
    [
      "no date of the calendar",
      { since: "2023-02-29" },
      {},
      "“2023-02-29” is not a valid date. Enter a date such as 2023-09-08.",
    ],
    [
      "a date far ahead",
      { since: "2033-09-08" },
      {},
      "2033-09-08 is in the future and after the current meeting. Enter the date on which it happened.",
    ],
    ["no kind", { kind: "Nwe" }, {}, "“Nwe” is not a valid kind of text. Did you mean New?"],
    ["no process", { process: "tapp" }, { status: "Under study" }, "“tapp” is not a valid process. Did you mean TAP?"],
    ["no title", { title: "" }, {}, "X.1221 needs a title (Rec. A.12 (2016), 2.4). Enter the title."],
    [
      "agreement for a Recommendation",
      { process: "Agreement" },
      { status: "Under study" },
      "A Recommendation is not compatible with the process Agreement: X.1221 needs TAP or AAP (Rec. A.1 (2019), 1.8.2.1). Choose TAP or AAP.",
    ],
  ])("%s", (_, changes, values, expected) => {
    expect(textOf(changes, values)).toBe(expected);
  });
});
