import type { ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { rulesTexts, wordFinding } from "../../../src/i18n/rules";
import { checkItem, type Finding, type ItemDetails, type RuleContext } from "../../../src/domain/rules";
import { FIELD_RULES } from "../../../src/domain/rules/field-rules";
import { PRECONDITIONS, type Situation } from "../../../src/domain/rules/preconditions";
import { PRECONDITION_IDS, type PreconditionId } from "../../../src/domain/rules/precondition-ids";
import { TRANSITIONS } from "../../../src/domain/rules/transition-table";
import { event, item, MARCH, meeting, on, SEPTEMBER } from "./samples";

interface Case {
  values?: Partial<WorkItem>;
  details?: ItemDetails;
  events?: ProgrammeEvent[];
  items?: WorkItem[];
  context?: Partial<RuleContext>;
  date?: string;
  /** Severity where it is not the rule's own. */
  severity?: Finding["severity"];
}

const STUDIED: Partial<WorkItem> = { status: "Under study", since: "2022-05-20", timing: "2024-09" };
const APPROVED: Partial<WorkItem> = { status: "Approved", since: "2023-12-08" };
const CONSENTED: Partial<WorkItem> = { status: "Consented", process: "AAP" };
const AMENDMENT: Partial<WorkItem> = {
  key: "x.509amd",
  number: "X.509 (2019) Amd.2",
  name: null,
  parent: "X.509",
  kind: "Amd",
  title: "The Directory",
};
const BASE = item({
  key: "x.509",
  number: "X.509",
  name: null,
  status: "Approved",
  since: "2023-03-03",
  title: "The Directory",
});
const OTHER: Partial<WorkItem> = { key: "other", number: "X.1999", name: null };
const determined = event({ date: "2023-09-08" });

/** For every rule what triggers it, and what looks alike and does not. */
const CASES: Record<string, { yes: Record<string, Case>; no: Record<string, Case> }> = {
  "F-01": {
    yes: {
      "no name": { values: { number: null, name: null } },
      "a name in use": { items: [item({ key: "other", number: null, name: "x.STIE" })] },
      "an old name in use": { items: [item({ key: "other", number: "X.9", name: null, aliases: ["X.1221"] })] },
    },
    no: { "its own name": {}, "another study group's": { items: [item({ key: "other", studyGroup: "SG13" })] } },
  },
  "F-02": {
    yes: { "no known form": { values: { number: "Something else" } } },
    no: {
      "a number": {},
      "a provisional name": { values: { number: null, name: "X.5Gsec-message" } },
      "an amendment": { values: { number: "X.509 (2019) Amd.2" } },
      "a report": { values: { number: "XSTR.kdc_QKDN" } },
      "an implementers' guide": { values: { number: "X.ImpOSI" } },
      "a supplement": { values: { number: "X.supp.divs" } },
    },
  },
  "F-03": {
    yes: {
      "two old names": { values: { number: "X.506 (ex X.migrate) (ex X.migrate)" } },
      "a missing space": { values: { number: "X.1284(X.afotak)" } },
      "an old name equal to the present": { values: { aliases: ["X.1221"] } },
    },
    no: { "one old name": { values: { aliases: ["X.rdda"] } } },
  },
  "F-04": {
    yes: { glued: { values: { number: "X.509Amd.2" } }, "no year": { values: { number: "X.509 Cor.3" } } },
    no: { canonical: { values: { number: "X.509 (2019) Amd.2" } }, "no amendment": {} },
  },
  "F-05": {
    yes: { "determined under a provisional name": { values: { number: null } } },
    no: {
      numbered: {},
      "a report": { values: { number: null, name: "TR.qs-dlt" } },
      "under study": { values: { ...STUDIED, number: null } },
    },
  },
  "F-06": {
    yes: {
      "X.509Amd.2 as Rev.": { values: { number: "X.509Amd.2", kind: "Rev" } },
      "X.sfdiw as Rev.": { values: { number: null, name: "X.sfdiw", kind: "Rev" } },
      "rev as New": { values: { number: "X.1280rev", kind: "New" } },
    },
    no: {
      "X.1250rev as Rev.": { values: { number: "X.1250rev", kind: "Rev" } },
      "an amendment as -": { values: { number: "X.509 Amd.2", kind: "Amd" } },
      "a new amendment": { values: { number: "X.1352Amd", kind: "New" } },
      unsaid: { values: { kind: null } },
    },
  },
  "F-07": {
    yes: {
      "no Question": { values: { question: "Q4" } },
      "not in the list": { context: { questions: () => new Set(["1/17"]) }, severity: "info" },
      "a number that no Question had": { values: { question: "18/17" }, severity: "info" },
    },
    no: {
      "in the list": { context: { questions: () => new Set(["4/17"]) } },
      "no list": {},
      none: { values: { question: null } },
    },
  },
  "F-08": {
    yes: { arithmetic: { details: { studyPeriod: "2021-2024" } } },
    no: {
      "2022-2024": { details: { studyPeriod: "2022-2024" } },
      "2025-2028": { details: { studyPeriod: "2025-2028" } },
    },
  },
  "F-09": {
    yes: {
      "month 13": { values: { timing: "2024-13" } },
      "a word": { values: { timing: "soon" } },
      "a year": { values: { timing: "2027" }, severity: "info" },
    },
    no: {
      "a month": { values: { timing: "2025-04" } },
      "a quarter": { values: { timing: "2027-Q2" } },
      "a month with the database's priority": { values: { timing: "2027-01 (Medium priority)" } },
      "as a document printed it": {
        values: { timing: "Feb 2027" },
        events: [event({ printed: { timing: "Feb 2027" } as ProgrammeEvent["printed"] })],
      },
      none: { values: { timing: null } },
    },
  },
  "F-10": {
    yes: {
      "past month": { values: { ...STUDIED, timing: "2024-02" } },
      "past quarter": { values: { ...STUDIED, timing: "2023-Q4" } },
    },
    no: {
      "this quarter": { values: { ...STUDIED, timing: "2024-Q1" } },
      determined: { values: { timing: "2023-04" } },
    },
  },
  "F-11": {
    yes: {
      "determined under AAP": { values: { process: "AAP" } },
      "consented under TAP": { values: { status: "Consented", process: "TAP" } },
      "agreed under TAP": { values: { status: "Agreed", process: "TAP" } },
      "approved under Agreement": { values: { status: "Approved", process: "Agreement" } },
    },
    no: {
      "X.1280rev determined under TAP": { values: { number: "X.1280rev", process: "TAP" } },
      "X.1098 consented under AAP": { values: { ...CONSENTED, number: "X.1098" } },
      "process unknown": { values: { process: null } },
    },
  },
  "F-12": {
    yes: {
      "a Recommendation": { values: { ...STUDIED, process: "Agreement" } },
      "an integral amendment": {
        values: { ...AMENDMENT, ...STUDIED, process: "Agreement" },
        details: { integral: true },
        severity: "warning",
      },
    },
    no: {
      "a report": { values: { ...STUDIED, number: "XSTR.a-b", process: "Agreement" } },
      "a provisional name": { values: { ...STUDIED, number: null, name: "X.ctss", process: "Agreement" } },
    },
  },
  "F-13": {
    yes: {
      "a supplement": { values: { ...STUDIED, number: "X.sup39" } },
      "a Technical Paper": { values: { ...STUDIED, number: "XSTP.a-b" }, severity: "warning" },
    },
    no: { "a Recommendation": {}, "an amendment": { values: AMENDMENT } },
  },
  "F-14": {
    yes: { "an appendix under TAP": { values: AMENDMENT, details: { integral: false } } },
    no: { "an annex under TAP": { values: AMENDMENT, details: { integral: true } } },
  },
  "F-15": {
    yes: { "TAP became AAP": { values: { process: "AAP" }, events: [determined] } },
    no: {
      unchanged: { events: [determined] },
      "while under study": { values: { ...STUDIED, process: "AAP" }, events: [determined] },
    },
  },
  "F-16": {
    yes: {
      "AAP for tariffs": { values: { ...STUDIED, process: "AAP" }, details: { numberingOrTariff: true } },
      "TAP for security": { details: { numberingOrTariff: false } },
    },
    no: { decided: { details: { numberingOrTariff: false, processDecisionRecorded: true } } },
  },
  "F-17": {
    yes: {
      "not of the calendar": { values: { since: "2023-02-29" } },
      "in the future": { values: { since: "2024-03-02" } },
      "not known": { values: { since: null }, severity: "warning" },
    },
    no: {
      "a leap day": { values: { since: "2024-02-29" } },
      "in the meeting chosen": {
        values: { since: "2024-03-05" },
        context: { meeting: meeting("2024-03-01", "2024-03-08") },
      },
      "under study": { values: { ...STUDIED, since: null } },
    },
  },
  "F-18": {
    yes: { "between meetings": { severity: "warning", values: { since: "2023-10-10" } } },
    no: { "in a meeting": {}, "in the month of one": { values: { since: "2022-09-30" } } },
  },
  "F-19": {
    yes: {
      "by a working party": { values: APPROVED, details: { decidedBy: "WP" } },
      "in no meeting": { values: APPROVED, severity: "warning" },
    },
    no: {
      "in a meeting": { values: { ...APPROVED, since: "2024-03-01" } },
      "in the four weeks after": { values: { ...APPROVED, since: "2023-10-06" } },
      "under AAP": { values: { ...APPROVED, process: "AAP" } },
    },
  },
  "F-20": {
    yes: {
      "a day early": { values: { ...APPROVED, since: "2023-12-07" }, events: [determined] },
      "after a late announcement": {
        values: { ...APPROVED, since: "2023-12-31" },
        details: { announced: "2023-11-01" },
      },
    },
    no: {
      "on the day": { values: { ...APPROVED, since: "2023-12-08" }, events: [determined] },
      "X.1250rev, determined in April, decided in December 2025": {
        values: { ...APPROVED, number: "X.1250rev", since: "2025-12-10" },
        events: [event({ date: "2025-04-17" })],
        date: "2025-12-10",
      },
    },
  },
  "F-21": {
    yes: {
      "27 days after consent": {
        values: { ...APPROVED, process: "AAP", since: "2023-10-05" },
        events: [event({ kind: "Consented", to: "Consented" })],
      },
      "27 days after the Last Call began": {
        values: { ...APPROVED, process: "AAP", since: "2023-11-12" },
        details: { lastCall: { from: "2023-10-16", to: "2023-11-13" } },
      },
    },
    no: {
      "X.520, consented 2019-09-05 and approved 2019-10-14": {
        values: { ...APPROVED, number: "X.520", process: "AAP", since: "2019-10-14" },
        events: [event({ date: "2019-09-05", kind: "Consented", to: "Consented" })],
      },
      "consented 2016-09-07 and approved 2016-10-14": {
        values: { ...APPROVED, process: "AAP", since: "2016-10-14" },
        events: [event({ date: "2016-09-07", kind: "Consented", to: "Consented" })],
      },
    },
  },
  "F-22": {
    yes: {
      "a short Last Call": { values: CONSENTED, details: { lastCall: { from: "2023-10-16", to: "2023-11-12" } } },
      "a long Last Call": {
        values: CONSENTED,
        details: { lastCall: { from: "2023-10-16", to: "2023-11-14" } },
        severity: "warning",
      },
      "a short Additional Review": {
        values: CONSENTED,
        details: {
          lastCall: { from: "2023-09-01", to: "2023-09-29" },
          additionalReview: { from: "2023-10-16", to: "2023-11-05" },
        },
      },
    },
    no: { "four weeks": { values: CONSENTED, details: { lastCall: { from: "2023-10-16", to: "2023-11-13" } } } },
  },
  "F-23": {
    yes: {
      "four weeks after consent not yet over": {
        values: CONSENTED,
        events: [event({ kind: "Consented", to: "Consented", process: "AAP", date: "2023-09-08" })],
        details: { additionalReview: { from: "2023-10-05", to: "2023-10-26" } },
      },
      "before its end": {
        values: CONSENTED,
        details: {
          lastCall: { from: "2023-10-01", to: "2023-10-29" },
          additionalReview: { from: "2023-10-16", to: "2023-11-06" },
        },
      },
    },
    no: {
      "after its end": {
        values: CONSENTED,
        details: {
          lastCall: { from: "2023-10-01", to: "2023-10-29" },
          additionalReview: { from: "2023-11-16", to: "2023-12-07" },
        },
      },
    },
  },
  "F-24": {
    yes: {
      "20 days": { values: CONSENTED, details: { intentAnnounced: "2024-01-31", decisionMeetingFrom: "2024-02-20" } },
    },
    no: {
      "21 days": { values: CONSENTED, details: { intentAnnounced: "2024-01-30", decisionMeetingFrom: "2024-02-20" } },
    },
  },
  "F-25": {
    yes: { "a day late": { details: { announced: "2023-11-21", decisionMeetingFrom: "2024-02-20" } } },
    no: { "on the day": { details: { announced: "2023-11-20", decisionMeetingFrom: "2024-02-20" } } },
  },
  "F-26": {
    yes: {
      "eight working days": { details: { consultationClosed: "2024-02-08", decisionMeetingFrom: "2024-02-20" } },
      "six working days": {
        details: { consultationClosed: "2024-02-12", decisionMeetingFrom: "2024-02-20" },
        severity: "info",
      },
    },
    no: { "seven working days": { details: { consultationClosed: "2024-02-09", decisionMeetingFrom: "2024-02-20" } } },
  },
  "F-27": {
    yes: { late: { details: { translationsOut: "2024-01-21", decisionMeetingFrom: "2024-02-20" } } },
    no: { "a month before": { details: { translationsOut: "2024-01-20", decisionMeetingFrom: "2024-02-20" } } },
  },
  "F-28": {
    yes: { "69 %": { values: { step: "Consultation closed" }, details: { replies: { yes: 69, no: 31 } } } },
    no: {
      "70 %": { values: { step: "Consultation closed" }, details: { replies: { yes: 70, no: 30 } } },
      "no replies": { values: { step: "Consultation closed" }, details: { replies: { yes: 0, no: 0 } } },
      "it did not go on": { values: { step: "Consultation below 70 %" }, details: { replies: { yes: 1, no: 1 } } },
    },
  },
  "F-29": {
    yes: { "over four weeks": { values: APPROVED, details: { decisionMeetingTo: "2024-02-01", notified: null } } },
    no: {
      "on the last day": { values: APPROVED, details: { decisionMeetingTo: "2024-02-02", notified: null } },
      "nobody knows": { values: APPROVED, details: { decisionMeetingTo: "2024-02-01" } },
      told: { values: APPROVED, details: { decisionMeetingTo: "2023-12-08", notified: "2023-12-20" } },
    },
  },
  "F-30": {
    yes: { "no summary": { details: { summary: false } } },
    no: { "a summary": { details: { summary: true } }, unknown: {} },
  },
  "F-31": {
    yes: {
      "no text": { values: { text: null } },
      "no text in a document": {
        values: { text: null },
        events: [
          event({
            source: {
              document: "2023-09 lead study group report",
              family: "lead-study-group-report",
              meeting: "2023-09",
              column: null,
              annex: "1",
              section: "",
              table: null,
              position: 1,
              lines: [1, 1],
            },
          }),
        ],
        severity: "info",
      },
    },
    no: { "a TD": {}, "under study": { values: { ...STUDIED, text: null } } },
  },
  "F-32": {
    yes: { prose: { values: { text: "see the minutes" } }, "half of it": { values: { text: "TD1262, later" } } },
    no: Object.fromEntries(
      [
        ...["C 421", "TD 83R5/1", "TD1381", "R36", "SG17-TD1262-R1", "TD1262 (Rev.2)", "TD1262, TD1300/P"],
        "https://www.itu.int/md/T22-SG17-230829-TD-PLEN-1262",
      ].map((text) => [text, { values: { text } }]),
    ),
  },
  "F-33": {
    yes: { "no A.5": { values: { a5: null, equivalent: null }, details: { outsideNormativeReferences: true } } },
    no: { "an A.5": { details: { outsideNormativeReferences: true } } },
  },
  "F-34": {
    yes: { OASIS: { values: { a5: null } } },
    no: { ISO: { values: { a5: null, equivalent: "ISO/IEC 9594-8" } }, justified: {} },
  },
  "F-35": {
    yes: {
      "a new text without form": { details: { justification: "none" } },
      "the wrong form": { details: { justification: "A.13" } },
      "a revision": { values: { kind: "Rev" }, details: { justification: "none" }, severity: "info" },
    },
    no: { "A.1": { details: { justification: "A.1" } } },
  },
  "F-36": {
    yes: { three: { details: { supporters: 3 } } },
    no: { four: { details: { supporters: 4 } } },
  },
  "F-37": {
    yes: { none: { values: { editors: [] } } },
    no: { one: {}, "approved long ago": { values: { ...APPROVED, editors: [] } } },
  },
  "F-38": {
    yes: { none: { values: STUDIED, details: { contributions: 0 } } },
    no: { one: { values: STUDIED, details: { contributions: 1 } }, determined: { details: { contributions: 0 } } },
  },
  "F-39": {
    yes: {
      none: { values: { title: " " } },
      "an acronym": { values: { title: "Guidelines for DLT" }, severity: "info" },
      "another text's": {
        items: [item({ ...OTHER, title: "Structured  threat information – expression" })],
        severity: "warning",
      },
      "an approved text's": { items: [item({ ...OTHER, status: "Approved" })], severity: "warning" },
      "that of the same amendment without its number": {
        values: { number: "X.1352Amd", name: null },
        items: [item({ ...OTHER, number: "X.1352 Amd.1" })],
        severity: "warning",
      },
    },
    no: {
      "in words": {},
      "that of another amendment": {
        values: { number: "X.1352 Amd.2", name: null },
        items: [item({ ...OTHER, number: "X.1352 Amd.1" })],
      },
      "a discontinued text's": { items: [item({ ...OTHER, status: "Discontinued" })] },
      "another study group's": { items: [item({ ...OTHER, studyGroup: "SG13" })] },
      "its revision": { items: [item({ ...OTHER, number: "X.1221rev" })] },
      "its amendment": { items: [item({ ...OTHER, number: "X.1221 (2023) Amd.1" })] },
      "its corrigendum": { items: [item({ ...OTHER, number: "X.1221 Cor.1" })] },
      "another part": { items: [item({ ...OTHER, number: "X.1221.1" })] },
      "a text in force, renumbered": {
        values: APPROVED,
        items: [item({ ...OTHER, status: "Approved" })],
      },
      "under its joint number": { items: [item({ ...OTHER, number: "Y.2221/X.1221" })] },
      "its supplement": { items: [item({ ...OTHER, number: "X.suppl.stix" })] },
      "its new edition": { items: [item({ ...OTHER, name: "X.1221-2", parent: "X.1221" })] },
      "a report's": { items: [item({ ...OTHER, number: "XSTR.stix" })] },
      "the amendment's own number": { values: { ...AMENDMENT, title: "Amendment to X.509: The Directory" } },
    },
  },
  "F-40": {
    yes: { another: { values: { ...AMENDMENT, title: "The Index" }, items: [BASE] } },
    no: {
      same: { values: AMENDMENT, items: [BASE] },
      prefixed: { values: { ...AMENDMENT, title: "Amendment 2 to X.509: The Directory" }, items: [BASE] },
    },
  },
  "F-41": {
    yes: {
      "six months": { values: AMENDMENT, items: [BASE] },
      "a text with an edition each year": {
        values: AMENDMENT,
        items: [BASE, item({ ...BASE, key: "x.509-2018", since: "2022-09-02" })],
        severity: "info",
      },
    },
    no: {
      "a corrigendum": { values: { ...AMENDMENT, number: "X.509 (2019) Cor.2" }, items: [BASE] },
      "two years": { values: AMENDMENT, items: [{ ...BASE, since: "2021-09-08" }] },
    },
  },
  "F-42": {
    yes: {
      "an appendix": {
        values: { status: "Agreed", process: "Agreement", number: "X.805 App.I" },
        details: { decidedBy: "WP" },
      },
      "a report, unauthorised": {
        values: { status: "Agreed", process: "Agreement", number: "XSTR.a-b" },
        details: { decidedBy: "WP" },
        severity: "warning",
      },
    },
    no: {
      authorised: {
        values: { status: "Agreed", process: "Agreement", number: "XSTR.a-b" },
        details: { decidedBy: "WP", workingPartyAuthorised: true },
      },
    },
  },
  "F-43": {
    yes: { "a supplement": { values: { number: null, name: "X.sup-abc" } } },
    no: {
      "a parent": { values: AMENDMENT },
      "a parent in its name": { values: { ...AMENDMENT, parent: null } },
      "a supplement to a series": { values: { number: "X.sup39" } },
      "a Recommendation": {},
    },
  },
  "F-44": {
    yes: { "** under TAP": { details: { mark: "**", markedProcess: "Agreement" } } },
    no: {
      "* under TAP": { details: { mark: "*", markedProcess: "TAP" } },
      "none under AAP": { values: CONSENTED, details: { mark: "", markedProcess: "AAP" } },
    },
  },
  "F-45": {
    yes: {
      "a meeting passed": { values: { since: "2023-03-03" } },
      "consented before one": { values: { ...CONSENTED, since: "2023-03-03" } },
    },
    no: { "at the last meeting": {}, approved: { values: APPROVED } },
  },
  "F-46": {
    yes: {
      late: {
        values: { status: "Not approved" },
        details: { opposition: "2023-10-07", decisionMeetingTo: "2023-09-08" },
      },
    },
    no: {
      "on the last day": {
        values: { status: "Not approved" },
        details: { opposition: "2023-10-06", decisionMeetingTo: "2023-09-08" },
      },
    },
  },
  "F-47": {
    yes: {
      "a lost dash": { values: { title: "Authentication \u00D1 requirements" } },
      replacement: { values: { remarks: "caf\uFFFD" } },
      "two spaces": { values: { title: "Security  methodology" } },
    },
    no: { "a Spanish name": { values: { title: "Método de Ñandú" } } },
  },
  "F-48": {
    yes: {
      "a leap in the history": {
        values: APPROVED,
        events: [
          event({ kind: "New work item", to: "Under study", date: "2023-03-03" }),
          event({ kind: "Approved", to: "Approved", date: "2023-12-08" }),
        ],
      },
      "two determinations": {
        events: [event({ date: "2022-09-02" }), event({ date: "2023-09-08" })],
        severity: "info",
      },
      "a step of the other process": { values: { step: "Last Call" } },
    },
    no: {
      "a step of its own": { values: { step: "Announced" } },
      "a good history": {
        events: [
          event({ kind: "New work item", to: "Under study", date: "2023-03-03" }),
          event({ date: "2023-09-08" }),
        ],
      },
      "a leap with its reason": {
        values: APPROVED,
        events: [
          event({ kind: "New work item", to: "Under study", date: "2023-03-03" }),
          event({ kind: "Approved", to: "Approved", date: "2023-12-08", reason: "Approved by correspondence" }),
        ],
      },
    },
  },
};

const MEETINGS = [
  { ...SEPTEMBER, held: true },
  MARCH,
  { ...meeting("", ""), id: "2022-09", from: null, to: null, held: true },
];

function found(
  rule: string,
  { values = {}, details, events = [], items = [], context = {}, date = "2024-03-01" }: Case,
): Finding[] {
  const subject = item(values);
  const world = { items: [subject, ...items], events, meetings: MEETINGS, ...(details ? { details } : {}) };
  return checkItem(subject, on(date, world, context)).filter((each) => each.rule === rule);
}

describe("the field rules", () => {
  test("are F-01 to F-48, each with examples and counter-examples", () => {
    const ids = Array.from({ length: 48 }, (_, index) => `F-${String(index + 1).padStart(2, "0")}`);
    expect(FIELD_RULES.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(CASES).sort()).toEqual(ids);
  });

  test("have a condition in words, and no unconfirmed one is an error", () => {
    for (const { condition, confidence, severity } of FIELD_RULES) {
      expect(condition).toMatch(/\.$/);
      if (confidence !== "confirmed") expect(severity).not.toBe("error");
    }
  });

  describe.each(FIELD_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    test.each(Object.entries(CASES[id]?.yes ?? {}))("applies: %s", (_, example) => {
      const [first] = found(id, example);
      expect(first?.severity).toBe(example.severity ?? rule.severity);
      const worded = first && wordFinding(first);
      expect(worded?.message).not.toMatch(/[{}]|undefined|null/);
      expect(worded?.advice).not.toMatch(/[{}]|undefined|null/);
    });

    test.each(Object.entries(CASES[id]?.no ?? {}))("is silent: %s", (_, example) => {
      expect(found(id, example)).toEqual([]);
    });
  });

  test("findings about a status reported by a document are never errors", () => {
    const source = {
      document: "2023-09 executive summary",
      family: "executive-summary" as const,
      meeting: "2023-09",
      column: null,
      annex: "A",
      section: "c",
      table: null,
      position: 1,
      lines: [1, 1] as [number, number],
    };
    const reported = { values: { process: "AAP" as const }, events: [event({ source })] };
    expect(found("F-11", reported)).toMatchObject([{ severity: "warning" }]);
  });
});

describe("the preconditions", () => {
  type More = Omit<Partial<Situation>, "context"> & {
    date?: string;
    world?: Parameters<typeof on>[1];
    context?: Partial<RuleContext>;
  };
  function situation(values: Partial<WorkItem> = {}, { date, world, context, ...rest }: More = {}): Situation {
    const at = on(date ?? "2024-03-01", world ?? { meetings: MEETINGS }, context);
    return { before: item(values), item: item(values), details: () => ({}), context: at, reason: null, ...rest };
  }

  /** For every precondition a moment at which it fails, and one at which it holds. */
  const MOMENTS: Record<PreconditionId, { fails: Situation; holds: Situation }> = {
    question: { fails: situation({ question: null }), holds: situation() },
    title: { fails: situation({ title: "" }), holds: situation() },
    editor: { fails: situation({ editors: [] }), holds: situation() },
    justification: {
      fails: situation({}, { details: () => ({ justification: "none" }) }),
      holds: situation({}, { details: () => ({ justification: "A.1" }) }),
    },
    processGiven: { fails: situation({ process: null }), holds: situation() },
    timingGiven: { fails: situation({ timing: null }), holds: situation() },
    timingAhead: { fails: situation({ timing: "2023-Q3" }), holds: situation({ timing: "2024-Q1" }) },
    processDecision: { fails: situation(), holds: situation({}, { reason: "Decided" }) },
    textLocated: { fails: situation({ text: null }), holds: situation() },
    summary: {
      fails: situation({}, { details: () => ({ summary: false }) }),
      holds: situation({}, { details: () => ({ summary: true }) }),
    },
    outsideReferences: {
      fails: situation({ a5: null }, { details: () => ({ outsideNormativeReferences: true }) }),
      holds: situation({}, { details: () => ({ outsideNormativeReferences: true }) }),
    },
    inMeeting: { fails: situation({}, { date: "2024-03-02" }), holds: situation() },
    bodyMayAgree: {
      fails: situation({ number: "X.805 App.I" }, { context: { body: "WP" } }),
      holds: situation({ number: "XSTR.a-b" }, { context: { body: "WP" } }),
    },
    agreementByWorkingParty: {
      fails: situation({ number: "X.sup39" }, { context: { body: "WP" } }),
      holds: situation({ number: "XSTR.a-b" }, { context: { body: "WP" } }),
    },
    atWtsa: { fails: situation(), holds: situation({}, { context: { body: "WTSA" } }) },
    noContributions: {
      fails: situation({}, { details: () => ({ contributions: 2 }) }),
      holds: situation({}, { details: () => ({ contributions: 0 }) }),
    },
    announcedInTime: { fails: situation({}, { date: "2023-11-21" }), holds: situation({}, { date: "2023-11-20" }) },
    consultationOver: { fails: situation({}, { date: "2024-02-08" }), holds: situation({}, { date: "2024-02-09" }) },
    support: {
      fails: situation({}, { details: () => ({ replies: { yes: 2, no: 1 } }) }),
      holds: situation({}, { details: () => ({ replies: { yes: 7, no: 3 } }) }),
    },
    translations: {
      fails: situation({}, { details: () => ({ translationsOut: "2024-01-21" }) }),
      holds: situation({}, { details: () => ({ translationsOut: "2024-01-20" }) }),
    },
    reason: { fails: situation(), holds: situation({}, { reason: "Because" }) },
    opposedInFourWeeks: {
      fails: situation({ status: "Not approved" }),
      holds: situation({ status: "Not approved", step: "Opposed in the four weeks" }),
    },
    intentInTime: { fails: situation({}, { date: "2024-01-31" }), holds: situation({}, { date: "2024-01-30" }) },
    policyImplication: { fails: situation(), holds: situation({}, { reason: "Declared by a Member State present" }) },
    stability: {
      fails: situation(AMENDMENT, { world: { items: [BASE] } }),
      holds: situation(AMENDMENT, { world: { items: [{ ...BASE, since: "2021-03-01" }] } }),
    },
    otherKindOfText: { fails: situation(), holds: situation({ number: "X.sup39" }) },
  };

  test.each(PRECONDITION_IDS)("%s can fail and can hold, is used, and has its words", (id) => {
    expect(PRECONDITIONS[id].isSatisfied(MOMENTS[id].fails)).toBe(false);
    expect(PRECONDITIONS[id].isSatisfied(MOMENTS[id].holds)).toBe(true);
    expect(TRANSITIONS.some(({ needs }) => needs.includes(id))).toBe(true);
    expect(rulesTexts().findings[id].message).toBeTruthy();
  });
});
