/** The tables of both reports as data: annex, section, order, columns and default texts. */
import type { ReportFamily, Row, TableKind } from "../document";
import type { EventKind, Process } from "../vocabulary";

/** The fields that can be missing in a row. */
export type GapField = "question" | "title" | "editors" | "text" | "timing" | "decision" | "a5";

/** One printed column: its header and its field. */
export interface AnnexColumn {
  header: string;
  field: keyof Row;
}

/** The events that become rows of a table; `planned` tables list plans, `underStudy` tables texts under study. */
export type RowSource =
  { events: EventKind; process?: Process | null; excluding?: Process } | { planned: EventKind } | { underStudy: true };

export interface TableLayout {
  table: TableKind;
  annex: string;
  section: string;
  /** Default title; {closing}, {next}, {period} and {date} are filled in. */
  title: string;
  notes: readonly string[];
  columns: readonly AnnexColumn[];
  rows: RowSource;
  /** False where rows have a dash in place of a number. */
  numbered: boolean;
  /** The fields that must have a value before the row is printed. */
  needs: readonly GapField[];
}

export interface AnnexLayout {
  annex: string;
  title: string;
}

export interface ReportLayout {
  annexes: readonly AnnexLayout[];
  tables: readonly TableLayout[];
}

const column = (field: keyof Row, header: string): AnnexColumn => ({ field, header });

const SEQ = column("seq", "#");
const QUESTION = column("question", "Q");
const NAME = column("printedName", "Acronym");
const TITLE = column("title", "Title");
const KIND = column("kind", "New / Revised");
const EDITORS = column("editors", "Editor(s)");
const TEXT = column("text", "Location of text");
const A5 = column("a5", "A.5 or A.25 justification");
const EQUIVALENT = column("equivalent", "Equivalent e.g., ISO/IEC");
const TIMING = column("timing", "Timing");

const LEADING = [SEQ, QUESTION, NAME, TITLE, KIND, EDITORS, TEXT];
const DECIDED = [...LEADING, A5, EQUIVALENT];
const PLANNED = [...LEADING, EQUIVALENT, TIMING];

const JOINT_NOTE =
  "(1) In case of joint Question activity, the lead Question is given without parentheses and other Questions are shown in parentheses; such entries are only shown in the table against the lead Question.";

const RESOLUTION = "WTSA-20 Resolution 1";
const NON_NORMATIVE = "Non-normative texts (Technical Report, Supplement, Implementers' Guide, etc)";

/** Annexes A to E of the executive summary of a meeting. */
export const EXECUTIVE_SUMMARY: ReportLayout = {
  annexes: [
    { annex: "A", title: "Actions taken on Recommendations, and other texts at SG17 closing plenary on {closing}" },
    { annex: "B", title: "Recommendations planned for action in {next}" },
    { annex: "C", title: "New work items" },
    { annex: "D", title: "Work items discontinued" },
    { annex: "E", title: "SG17 meeting Statistics" },
  ],
  tables: [
    {
      table: "TAP approved",
      annex: "A",
      section: "a",
      title: `TAP Recommendations approved (${RESOLUTION})`,
      notes: [],
      columns: DECIDED,
      rows: { events: "Approved", excluding: "AAP" },
      numbered: true,
      needs: ["question", "title", "editors", "text"],
    },
    {
      table: "TAP not approved",
      annex: "A",
      section: "b",
      title: `TAP Recommendations not approved (${RESOLUTION})`,
      notes: [],
      columns: [
        ...LEADING,
        EQUIVALENT,
        column("startOfWork", "Start of work"),
        column("determined", "Determined"),
        column("decision", "Decision"),
      ],
      rows: { events: "Not approved" },
      numbered: true,
      needs: ["question", "title", "editors", "text", "decision"],
    },
    {
      table: "TAP determined",
      annex: "A",
      section: "c",
      title: `TAP Recommendations determined (${RESOLUTION})`,
      notes: [],
      columns: DECIDED,
      rows: { events: "Determined" },
      numbered: true,
      needs: ["question", "title", "editors", "text"],
    },
    {
      table: "AAP consented",
      annex: "A",
      section: "d",
      title: "AAP Recommendations consented (Recommendation ITU-T A.8)",
      notes: [],
      columns: DECIDED,
      rows: { events: "Consented" },
      numbered: true,
      needs: ["question", "title", "editors", "text"],
    },
    {
      table: "Agreed",
      annex: "A",
      section: "e",
      title: `${NON_NORMATIVE} agreed`,
      notes: [],
      columns: LEADING,
      rows: { events: "Agreed" },
      numbered: true,
      needs: ["question", "title", "editors", "text"],
    },
    {
      table: "Planned for approval",
      annex: "B",
      section: "a",
      title: `TAP Recommendations planned for TAP approval (${RESOLUTION}) - see Annex A Table c)`,
      notes: [],
      columns: PLANNED,
      rows: { planned: "Planned for approval" },
      numbered: false,
      needs: ["question", "title", "editors", "text", "timing"],
    },
    {
      table: "Planned for determination",
      annex: "B",
      section: "b",
      title: `TAP Recommendations planned for TAP determination (${RESOLUTION})`,
      notes: [JOINT_NOTE],
      columns: PLANNED,
      rows: { planned: "Planned for determination" },
      numbered: true,
      needs: ["question", "title", "editors", "text", "timing"],
    },
    {
      table: "Planned for consent",
      annex: "B",
      section: "c",
      title: "AAP Recommendations planned for AAP consent (Recommendation ITU-T A.8)",
      notes: [],
      columns: PLANNED,
      rows: { planned: "Planned for consent" },
      numbered: true,
      needs: ["question", "title", "editors", "text", "timing"],
    },
    {
      table: "Planned for agreement",
      annex: "B",
      section: "d",
      title: `${NON_NORMATIVE} planned for agreement`,
      notes: [],
      columns: PLANNED,
      rows: { planned: "Planned for agreement" },
      numbered: true,
      needs: ["question", "title", "editors", "text", "timing"],
    },
    {
      table: "New work items",
      annex: "C",
      section: "",
      title: "",
      notes: [],
      columns: [
        SEQ,
        column("question", "Orig. Q"),
        column("printedName", "Work item"),
        TITLE,
        column("editors", "Editor"),
        TIMING,
        column("text", "TD"),
        column("contribution", "C"),
      ],
      rows: { events: "New work item" },
      numbered: true,
      needs: ["question", "title", "editors", "timing"],
    },
    {
      table: "Discontinued",
      annex: "D",
      section: "",
      title: "",
      notes: [],
      columns: [column("question", "Question"), NAME, TITLE],
      rows: { events: "Discontinued" },
      numbered: false,
      needs: ["question", "title"],
    },
  ],
};

const LEAD_COLUMNS = [column("sg", "SG"), column("printedName", "No."), TITLE];

/** Annexes 1 and 2 of the lead study group report on security. */
export const LEAD_STUDY_GROUP_REPORT: ReportLayout = {
  annexes: [
    { annex: "1", title: "Achievements of ITU-T Study Groups on Security ({period})" },
    { annex: "2", title: "Current work plan of ITU-T Study Groups on Security (status {date})" },
  ],
  tables: [
    {
      table: "Recommendations approved",
      annex: "1",
      section: "a",
      title: "Recommendations approved",
      notes: [],
      columns: LEAD_COLUMNS,
      rows: { events: "Approved" },
      numbered: false,
      needs: ["title"],
    },
    {
      table: "Agreed",
      annex: "1",
      section: "b",
      title: "Supplements, Appendices, and Technical Report agreed",
      notes: [],
      columns: LEAD_COLUMNS,
      rows: { events: "Agreed" },
      numbered: false,
      needs: ["title"],
    },
    {
      table: "TAP determined",
      annex: "1",
      section: "c",
      title: "Draft Recommendations determined",
      notes: [],
      columns: LEAD_COLUMNS,
      rows: { events: "Determined" },
      numbered: false,
      needs: ["title"],
    },
    {
      table: "AAP consented",
      annex: "1",
      section: "d",
      title: "Draft Recommendations consented",
      notes: [],
      columns: LEAD_COLUMNS,
      rows: { events: "Consented" },
      numbered: false,
      needs: ["title"],
    },
    {
      table: "Under development",
      annex: "2",
      section: "",
      title: "",
      notes: [
        "* Marked draft Recommendations are for determination; all non-marked are for consent.",
        "** Texts for approval (AAP/TAP not applicable)",
        "*** Texts for agreement.",
      ],
      columns: LEAD_COLUMNS,
      rows: { underStudy: true },
      numbered: false,
      needs: ["title"],
    },
  ],
};

/** The asterisks that mark the process in each report; the same mark has different meanings. */
export const PROCESS_MARKS: Record<ReportFamily, Record<Process, string | null>> = {
  "executive-summary": { TAP: "*", AAP: null, Agreement: "**", Approval: null },
  "lead-study-group-report": { TAP: "*", AAP: null, Agreement: "***", Approval: "**" },
};
