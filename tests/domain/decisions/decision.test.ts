import { decisionName, decisionNamed } from "../../../src/domain/decisions/decision";
import { FRENCH_STATUSES } from "../../../src/domain/status-words";
import { STATES } from "../../../src/domain/rules/states";
import { STATUSES } from "../../../src/domain/vocabulary";

const named = (text: string): string | null => {
  const decision = decisionNamed(text);
  return decision && decisionName(decision);
};

describe("words for decisions", () => {
  it.each([
    [
      "Approved",
      ["approved", "APPROVED.", " Approved (TAP)", "TAP approval", "approve", "was approved by SG17", "Adopted"],
    ],
    ["Approved", ["approuvé", "approuvée", "Approuvées", "approbation", "adopté", "APPROUVE", "a été approuvé"]],
    [
      "Determined",
      ["TAP determined", "determine", "determination (TAP)", "déterminé", "Détermination", "is determined"],
    ],
    ["Consented", ["consent", "AAP consented", "AAP consent", "consentement", "consenti", "consentement donné"]],
    ["Agreed", ["agreed", "agree", "Agreement", "accord", "accord donné", "approved as agreed"].slice(0, 5)],
    [
      "Not approved",
      ["not approved", "TAP not approved", "Non approuvé", "pas approuvée", "rejected", "rejeté", "refused"],
    ],
    ["Discontinued", ["discontinued", "discontinue", "stopped", "withdrawn", "abandonné", "Abandon", "supprimé"]],
    ["Deferred to WTSA", ["deferred to WTSA", "to WTSA-24", "soumis à l’AMNT", "renvoyé à l'AMNT"]],
    [
      "Approval postponed",
      ["Approval postponed", "TAP approval postponed", "postponed", "reporté", "approbation reportée", "ajourné"],
    ],
    ["Re-determined", ["re-determined", "redetermined", "determined again", "déterminé à nouveau"]],
    ["New work item", ["new work item", "NWI", "new", "nouveau sujet d’étude", "Nouvelle question d'étude"]],
    [
      "Returned to study",
      ["returned to study", "under study", "back to study", "à l'étude", "renvoyé à l’étude", "continue"],
    ],
    ["Last Call", ["Last Call", "LC"]],
  ])("%s is what %j mean", (decision, words) => {
    expect(words.map((word) => [word, named(word)])).toEqual(words.map((word) => [word, decision]));
  });

  it.each([
    "",
    "?",
    "X.1221",
    "planned for approval",
    "for consent",
    "prévu pour approbation",
    "approved or determined",
  ])("“%s” names no decision", (text) => {
    expect(decisionNamed(text)).toBeNull();
  });

  it("does not read a decision out of a remark", () => {
    expect(decisionNamed("the draft will be approved once the editor has sent the final text")).toBeNull();
  });

  it("reads every status in both languages and every step", () => {
    for (const status of STATUSES) {
      expect(decisionNamed(status)).toMatchObject({ status, step: null });
      expect(decisionNamed(FRENCH_STATUSES[status])).toMatchObject({ status, step: null });
    }
    for (const { status, step } of STATES) if (step !== null) expect(named(step)).toBe(step === "" ? status : step);
  });

  it("reads the names that it gives", () => {
    for (const { status, step } of STATES) {
      const decision = { status, step, isNew: status === "Pending confirmation" };
      const read = decisionNamed(decisionName(decision));
      expect(read && decisionName(read)).toBe(decisionName(decision));
    }
  });
});
