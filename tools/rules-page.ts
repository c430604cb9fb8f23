/**
 * Writes docs/approval-rules.md and docs/unconfirmed-rules.md from the rules themselves: `npx tsx tools/rules-page.ts`.
 * A test compares the pages with the rules, so that neither changes without the other.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { amountText, rulesTexts } from "../src/i18n/rules";
import { FIELD_RULES } from "../src/domain/rules/field-rules";
import { EDITIONS } from "../src/domain/rules/instruments";
import { segmentsFrom } from "../src/domain/rules/paths";
import { FIGURES, PERIODS, type Period } from "../src/domain/rules/periods";
import { PRECONDITION_IDS } from "../src/domain/rules/precondition-ids";
import { PRECONDITIONS } from "../src/domain/rules/preconditions";
import { STATES, stateWithCode, type StateCode } from "../src/domain/rules/states";
import { FORBIDDEN, TRANSITIONS, type Transition } from "../src/domain/rules/transition-table";
import type { Process } from "../src/domain/vocabulary";
import { CONFIDENCE, cited, label, table, waitsOf } from "./rules-page-cells";
import { processGuide, unconfirmedPage } from "./rules-page-guide";
import { FACT_SOURCES } from "./rules-page-words";

/** The pages, by their path from the root of the repository. */
export const RULES_PAGES: Readonly<Record<string, () => string>> = {
  "docs/approval-rules.md": rulesPage,
  "docs/unconfirmed-rules.md": unconfirmedPage,
};

function rulesPage(): string {
  return [
    "# The approval rules",
    "",
    "Made from the data in `src/domain/rules` by `npx tsx tools/rules-page.ts`; change the data, not this page.",
    "",
    ...introduction(),
    ...processGuide(diagram),
    "## Reference",
    "",
    ...instruments(),
    ...periods(),
    ...states(),
    ...transitions(),
    ...forbidden(),
    ...preconditions(),
    ...fieldRules(),
  ].join("\n");
}

function introduction(): string[] {
  return [
    "## How to read it",
    "",
    "- A rule is confirmed where its clause was read in the instrument itself. A rule that is not confirmed gives a warning at most and never refuses an edit. [What is not confirmed, and whom to ask](unconfirmed-rules.md) lists these.",
    "- An *error* refuses an edit unless a reason is given; a *warning* is reported and the edit is accepted; an *info* is reported on the Checks sheet.",
    "- A finding cites the edition in force on the day of the step; clause numbers are those of the edition that was read. Other editions are listed and assumed to be unchanged.",
    "- One edit can include several steps inside a status (a determined text is approved although its announcement was not recorded). It never passes through another status, except that a study group may decline a text and decide what follows at the same meeting.",
    "- Where the day of a step is not recorded, the earliest possible day is used, so that no possible date is refused.",
    "- A period of four weeks that begins on a day is over on the same weekday four weeks later; three months after 30 November is the last day of February. A step that needs the period to be over is possible on that day.",
    "- Three months' notice, and three weeks' announcement under AAP, are measured to the first day of the meeting that decides where that meeting is on the Meetings sheet, else to the date itself.",
    "- The list of meetings need not be complete (Rec. A.1, 1.1.4 allows extra ones), so a date outside it gives a remark and is not refused.",
    "- An item remains *Not approved* until it gets another status; an approved Recommendation that is deleted is shown as Discontinued with the step “Recommendation deleted”.",
    "- What a document reports has happened: it is never refused; deviations from the procedures are warnings or remarks.",
    "",
  ];
}

function instruments(): string[] {
  const rows = EDITIONS.map(({ id, name, edition, from, confidence, read }, at) => {
    const next = EDITIONS[at + 1];
    const until = next?.name === name && next.from !== null ? next.from : "";
    return [id, name, edition, from ?? "", until, CONFIDENCE[confidence], read];
  });
  const headers = ["Id", "Instrument", "Edition", "In force from", "Until", "Text read", "What was read"];
  return ["## Instruments", "", ...table(headers, rows)];
}

function periods(): string[] {
  const rows = Object.values(PERIODS).map((period: Period) => [
    period.id,
    amountText(period),
    cited(period.clauses),
    CONFIDENCE[period.confidence],
  ]);
  const figures = Object.entries(FIGURES).map(([id, { amount, clauses, confidence }]) => [
    id,
    amount < 1 ? `${String(amount * 100)} %` : String(amount),
    cited(clauses),
    CONFIDENCE[confidence],
  ]);
  return ["## Periods and figures", "", ...table(["Name", "Value", "Clause", "Confirmed"], [...rows, ...figures])];
}

function states(): string[] {
  const rows = STATES.map(({ code, status, step, process, meaning }) => [
    code,
    status,
    step ?? "",
    process ?? "any",
    meaning,
  ]);
  return ["## States", "", ...table(["Code", "Status", "Step", "Process", "Meaning"], rows)];
}

/** One procedure as a Mermaid state diagram, without deferral, discontinuation and the assembly, to keep it readable. */
function diagram(process: Process): string[] {
  const elsewhere: readonly StateCode[] = ["WTSA", "DISC", "DEL"];
  const shown = STATES.filter(
    (state) =>
      (state.process === null || state.process === process) &&
      !elsewhere.includes(state.code) &&
      (process !== "Agreement" || ["PEND", "US", "AGR"].includes(state.code)),
  );
  const codes = shown.map(({ code }) => code);
  const arrows = codes.flatMap((from) => {
    const legs = segmentsFrom(from, process).filter(({ to }) => codes.includes(to) || entersOther(to, process));
    const byTransition = new Map<Transition, StateCode[]>();
    for (const { transition, to } of legs) byTransition.set(transition, [...(byTransition.get(transition) ?? []), to]);
    return [...byTransition].flatMap(([transition, to]) =>
      to.map((target) => `  ${from} --> ${target}: ${transition.id} ${transition.action}`),
    );
  });
  const drawn = [...shown, ...(process === "AAP" ? [stateWithCode("D0")] : [])].filter(({ code }) =>
    arrows.some((arrow) => arrow.includes(` ${code} `) || arrow.includes(` ${code}:`)),
  );
  return [
    "stateDiagram-v2",
    "  direction TB",
    ...drawn.map((state) => `  state "${label(state)}" as ${state.code}`),
    "  [*] --> PEND: T01 Propose",
    ...arrows,
    ...(codes.includes("AGR") && process === "Agreement" ? ["  AGR --> [*]"] : ["  A --> [*]"]),
  ];
}

/** A consented text that moves to TAP leaves the diagram of AAP by this state. */
function entersOther(to: StateCode, process: Process): boolean {
  return process === "AAP" && to === "D0";
}

function transitions(): string[] {
  const rows = TRANSITIONS.map((transition) => [
    transition.id,
    places(transition.from),
    transition.action,
    places(transition.to),
    transition.process.length === 4 ? "any" : transition.process.join(", "),
    transition.processAfter ?? "",
    transition.withoutMeeting ? "no meeting" : transition.bodies.join(", "),
    waitsOf(transition),
    transition.needs.join(", "),
    transition.severity,
    cited(transition.clauses),
    CONFIDENCE[transition.confidence],
    transition.note ?? "",
  ]);
  return [
    "## Transitions",
    "",
    "Severity is the highest of a finding about the row; preconditions have their own severity, below.",
    "",
    ...table(
      [
        "Id",
        "From",
        "Action",
        "To",
        "Process",
        "Process after",
        "Body",
        "Dates",
        "Needs",
        "Severity",
        "Clause",
        "Confirmed",
        "Note",
      ],
      rows,
    ),
  ];
}

/** A sentence with its blanks named, not formatted: "{date}". */
const withoutFormats = (text: string): string => text.replace(/:\w+\}/g, "}");

function forbidden(): string[] {
  const rows = FORBIDDEN.map(({ id, from, to, except, clauses }) => [
    id,
    from.join(", "),
    to.join(", "),
    except.join(", "),
    rulesTexts().reasons[id],
    cited(clauses),
  ]);
  return ["## Forbidden outright", "", ...table(["Id", "From", "To", "Except by", "Why", "Clause"], rows)];
}

function preconditions(): string[] {
  const rows = PRECONDITION_IDS.map((id) => {
    const { severity, clauses, confidence } = PRECONDITIONS[id];
    const { message, advice } = rulesTexts().findings[id];
    return [id, severity, withoutFormats(message), withoutFormats(advice), cited(clauses), CONFIDENCE[confidence]];
  });
  return [
    "## What transitions need",
    "",
    ...table(["Name", "Severity", "Where it fails", "Advice", "Clause", "Confirmed"], rows),
  ];
}

function fieldRules(): string[] {
  const rows = FIELD_RULES.map((rule) => [
    rule.id,
    rule.severity,
    rule.field ?? "",
    rule.condition,
    withoutFormats(rulesTexts().findings[rule.id].message),
    cited(rule.clauses),
    CONFIDENCE[rule.confidence],
  ]);
  return [
    "## Field rules",
    "",
    ...table(["Id", "Severity", "Field", "Applies when", "Message", "Clause", "Confirmed"], rows),
    "## Sources of facts",
    "",
    "Besides the columns of the Work programme and the changes of status in History:",
    "",
    ...table(["Fact", "Source"], FACT_SOURCES),
  ];
}

function places(place: Transition["from"] | Transition["to"]): string {
  return typeof place === "string" ? `(${place})` : place.join(", ");
}

const [, script] = process.argv;
if (script && path.basename(script).startsWith("rules-page")) {
  for (const [page, text] of Object.entries(RULES_PAGES)) {
    writeFileSync(path.resolve(page), text());
    console.log(`${page} written`);
  }
}
