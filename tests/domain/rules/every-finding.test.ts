/** Findings that only few edits or rows cause: each of them does appear. */
import { checkItem, evaluate, type ProposedEdit, type RuleContext } from "../../../src/domain/rules";
import type { FindingCode } from "../../../src/domain/rules/finding-codes";
import type { ItemDetails } from "../../../src/domain/rules/types";
import type { WorkItem } from "../../../src/domain/model";
import { event, item, meeting, on } from "./samples";

const SEPTEMBER = meeting("2023-08-29", "2023-09-08");
const RAPPORTEURS = { ...meeting("2023-11-14", "2023-11-14"), name: "Rapporteur group meeting of Question 4/17" };
const STUDIED: Partial<WorkItem> = { status: "Under study", since: "2022-05-20" };
const DELETED_ROW_KEY = "x.805";

interface Case {
  values?: Partial<WorkItem> | null;
  changes: ProposedEdit["changes"];
  date?: string;
  details?: ItemDetails;
  items?: WorkItem[];
  context?: Partial<RuleContext>;
}

const EDITS: Partial<Record<FindingCode, Case>> = {
  noSteps: { values: STUDIED, changes: { step: "Last Call" } },
  noStudyGroup: { changes: { question: "1/99" } },
  badStudyGroup: { changes: { studyGroup: "Seventeen" } },
  questionWasDate: { changes: { question: "44974" } },
  timingWasDate: { changes: { timing: "45352" } },
  reportedOnly: { changes: { lastReported: "2024-03" } },
  erratumProcess: { values: { ...STUDIED, number: "X.805 Err.1" }, changes: { process: "AAP" } },
  meetingUndated: { changes: { status: "Approved" }, context: { undatedMeeting: "2024-09" } },
  edition: {
    values: null,
    changes: { item: "X.805", status: "Under study" },
    items: [item({ key: DELETED_ROW_KEY, number: "X.805", status: "Approved", since: "2003-10-29" })],
  },
  stability: {
    values: null,
    changes: { item: "X.805rev" },
    items: [item({ key: DELETED_ROW_KEY, number: "X.805", status: "Approved", since: "2023-03-03" })],
  },
  justification: {
    values: { status: "Discontinued" },
    changes: { status: "Under study" },
    details: { justification: "none" },
  },
  textLocated: { values: { ...STUDIED, text: null }, changes: { status: "Determined" } },
  summary: { values: STUDIED, changes: { status: "Determined" }, details: { summary: false } },
  outsideReferences: {
    values: { ...STUDIED, a5: null },
    changes: { status: "Determined" },
    details: { outsideNormativeReferences: true },
  },
  announcedInTime: { changes: { step: "Announced" }, date: "2023-12-20" },
};

test.each(Object.entries(EDITS))(
  "an edit causes %s",
  (code, { values = {}, changes, date = "2023-10-02", ...world }) => {
    const before = values === null ? null : item(values);
    const { items = [], details, context = {} } = world;
    const meetings = [SEPTEMBER, meeting("2024-02-20", "2024-03-01")];
    const facts = { items: [...items, ...(before ? [before] : [])], meetings, ...(details ? { details } : {}) };
    const verdict = evaluate({ item: before, changes, origin: "person", reason: null }, on(date, facts, context));
    const findings = verdict.outcome === "refuse" ? verdict.findings : verdict.warnings;
    expect(findings.map((found) => found.code)).toContain(code);
  },
);

const ON_RAPPORTEURS_DAY = { since: "2023-11-14" };

const ROWS: Partial<Record<FindingCode, Partial<WorkItem>>> = {
  "F-01": { number: null, name: null },
  "F-09": { ...STUDIED, timing: "soon" },
  "F-13 erratum": { ...STUDIED, number: "X.805 Err.1" },
  "F-17": { since: "8 September" },
  "F-18 rapporteurs": ON_RAPPORTEURS_DAY,
  "F-19 rapporteurs": { ...ON_RAPPORTEURS_DAY, status: "Approved" },
  "F-48 step": { step: "Read aloud" },
};

test.each(Object.entries(ROWS))("a row that was typed without the add-in causes %s", (code, values) => {
  const row = item(values);
  const context = on("2024-01-10", { items: [row], meetings: [SEPTEMBER, RAPPORTEURS] });
  expect(checkItem(row, context).map((found) => found.code)).toContain(code);
});

test("a step that no document reports is a remark", () => {
  const source = { document: "2024-03", family: "executive-summary", meeting: "2024-03", column: null } as const;
  const place = { annex: "A", section: "c", table: null, position: 1, lines: [1, 1] as [number, number] };
  const events = [
    event({ date: "2022-05-20", kind: "New work item", to: "Under study", source: { ...source, ...place } }),
    event({ date: "2024-03-01", kind: "Approved", to: "Approved", source: { ...source, ...place } }),
  ];
  const row = item({ status: "Approved", since: "2024-03-01" });
  const found = checkItem(row, on("2024-03-01", { items: [row], events }));
  expect(found).toContainEqual(expect.objectContaining({ code: "F-48 gap", severity: "info" }));
});
