/**
 * What the rules must accept in practice, point by point: the rows and rules that hold it, each with clause, edition and confidence, and the
 * histories or edits that show it.
 */
import practice from "./histories/practice.json";
import lawful from "./histories/lawful.json";
import refused from "./histories/refused.json";
import { evaluate, type ProposedEdit } from "../../../src/domain/rules";
import type { FindingCode } from "../../../src/domain/rules/finding-codes";
import { FIELD_RULES } from "../../../src/domain/rules/field-rules";
import { clausesInForce, editionOf, type Clause } from "../../../src/domain/rules/instruments";
import { PRECONDITIONS } from "../../../src/domain/rules/preconditions";
import type { PreconditionId } from "../../../src/domain/rules/precondition-ids";
import { TRANSITIONS } from "../../../src/domain/rules/transition-table";
import type { Meeting, WorkItem } from "../../../src/domain/model";
import type { Severity } from "../../../src/domain/rules/types";
import { item, MARCH, meeting, on, SEPTEMBER } from "./samples";

interface Basis {
  clauses: readonly Clause[];
  confidence: string;
}

const BASES: ReadonlyMap<string, Basis> = new Map<string, Basis>([
  ...TRANSITIONS.map((row): [string, Basis] => [row.id, row]),
  ...FIELD_RULES.map((rule): [string, Basis] => [rule.id, rule]),
  ...Object.entries(PRECONDITIONS).map(([id, rule]): [PreconditionId, Basis] => [id as PreconditionId, rule]),
]);
const HISTORIES = [...practice, ...lawful.histories, ...refused].map(({ id }) => id);

/** Each point with its rows, rules and preconditions, and the beginnings of the histories that show it. */
const POINTS: Record<string, { held: string[]; shown: string[] }> = {
  "second cycles": { held: ["T44", "T47", "F-48"], shown: ["X.1401", "X.1402", "X.1403"] },
  "postponed and re-determined": { held: ["T18", "T50", "F-45"], shown: ["X.1404", "X.1406", "X.2106", "X.2107"] },
  "not approved after a failed consultation, by the study group": {
    held: ["T12", "T19"],
    shown: [
      "X.1408",
      "a working party does not decide that a text is not approved",
      "a working party does not decline",
    ],
  },
  "replies are data of the step": { held: ["support", "F-28"], shown: ["X.2103", "60 % of the replies", "below 70 %"] },
  "working parties agree as far as the instruments read go": {
    held: ["agreementByWorkingParty", "bodyMayAgree", "F-42"],
    shown: ["X Suppl. 41", "XSTP.abc", "a working party does not agree an appendix"],
  },
  "agreed texts end": { held: ["T56"], shown: ["X Suppl. 8", "TR.old"] },
  "a Recommendation is deleted in steps, or by WTSA": {
    held: ["T42", "T51", "T52", "T53", "T55", "atWtsa"],
    shown: [
      "X.1412",
      "X.1413",
      "X.1414",
      "a Recommendation is not deleted by one press",
      "a deletion waits three months",
    ],
  },
  "an approved number stays": { held: ["F-01"], shown: ["the number of an approved Recommendation stays"] },
  "moves to another Question or study group are recorded": { held: ["F-07"], shown: ["X.1422", "X.1423", "X.2124"] },
  "a rapporteur meeting decides nothing": {
    held: ["F-18", "F-19"],
    shown: ["a rapporteur group determines nothing", "a rapporteur group approves nothing"],
  },
  "rules on meetings are silent for other study groups": { held: ["F-45", "inMeeting"], shown: ["Y.1425"] },
  "an Erratum has no process": { held: ["T57", "F-13"], shown: ["X.1415 Err.1", "an Erratum is not determined"] },
  "a reason is given in Remarks": { held: ["reason"], shown: ["X.1405", "X.1427"] },
  "status strings and timings of the database": { held: ["F-09", "F-17"], shown: ["X.1426", "X.2122"] },
  "the number of supporting members is a remark": { held: ["F-36"], shown: [] },
};

describe.each(Object.entries(POINTS))("%s", (_, { held, shown }) => {
  test.each(held)("%s has a clause, an edition and a confidence", (id) => {
    const basis = BASES.get(id);
    expect(basis?.confidence).toBeTruthy();
    // A change that no transition allows is in no instrument, nor is what asks for a reason.
    if (id !== "F-48" && id !== "reason") expect(basis?.clauses.length).toBeGreaterThan(0);
    for (const { edition } of basis?.clauses ?? []) expect(editionOf(edition).read).not.toBe("");
  });

  test("is shown by histories", () => {
    expect(shown.filter((start) => !HISTORIES.some((id) => id.startsWith(start)))).toEqual([]);
  });
});

describe("edits that practice needs", () => {
  const edit = (before: WorkItem | null, changes: ProposedEdit["changes"], world: Parameters<typeof on>[1] = {}) =>
    evaluate({ item: before, changes, origin: "person", reason: null }, on("2024-03-01", world));
  const codesOf = (verdict: ReturnType<typeof edit>): [FindingCode, Severity][] =>
    (verdict.outcome === "accept" ? verdict.warnings : verdict.findings).map(({ code, severity }) => [code, severity]);
  const studied = item({ key: "new", number: null, name: "X.guide-cdd", status: "Under study", process: "AAP" });

  test("a number that an ended item bore without being published under it is free, with a warning", () => {
    const ended = item({ number: "X Suppl.39", name: "X.rdda", status: "Agreed", aliases: ["X.1771"] });
    const verdict = edit(studied, { item: "X.1771 (ex X.guide-cdd)" }, { items: [ended, studied] });
    expect(verdict.outcome).toBe("accept");
    expect(codesOf(verdict)).toContainEqual(["givenAgain", "warning"]);
  });

  test("a new edition has the number of the one in force", () => {
    const first = item({ key: "x.1373", number: "X.1373", status: "Approved", since: "2017-03-30" });
    const second = item({ key: "x.1373rev", number: "X.1373rev", kind: "Rev", since: "2023-09-08" });
    const verdict = edit(second, { item: "X.1373" }, { items: [first, second] });
    expect(verdict.outcome).toBe("accept");
    expect(codesOf(verdict).filter(([, severity]) => severity === "error")).toEqual([]);
  });

  test("the earliest day of a TAP approval is the next listed meeting on which it can happen", () => {
    const later: Meeting = meeting("2024-09-02", "2024-09-06");
    const determined = item({ since: "2024-02-20" });
    const verdict = edit(
      determined,
      { status: "Approved" },
      { items: [determined], meetings: [SEPTEMBER, MARCH, later] },
    );
    expect(verdict).toMatchObject({ outcome: "refuse", earliest: "2024-09-02" });
  });

  test("the parent of a typed amendment follows from its name, so that its stability is checked", () => {
    const parent = item({ key: "x.805", number: "X.805", status: "Approved", since: "2023-03-03" });
    const verdict = edit(null, { item: "X.805 Amd.1" }, { items: [parent] });
    expect(verdict).toMatchObject({ outcome: "accept", item: { parent: "X.805" } });
    expect(codesOf(verdict)).toContainEqual(["stability", "info"]);
  });

  test("Questions outside 1 to 17 are remarked upon", () => {
    expect(codesOf(edit(studied, { question: "18/17" }, { items: [studied] })).map(([code]) => code)).not.toEqual([]);
  });

  test("a clause is cited from the edition in force on the day of the step", () => {
    const notice = TRANSITIONS.find(({ id }) => id === "T13")?.clauses ?? [];
    const cited = (date: string): string[] =>
      clausesInForce(notice, date).map(({ edition }) => editionOf(edition).edition);
    expect(new Set(cited("2020-03-26"))).toEqual(new Set(["Rev. Hammamet, 2016"]));
    expect(new Set(cited("2025-12-11"))).toEqual(new Set(["Rev. New Delhi, 2024"]));
  });
});
