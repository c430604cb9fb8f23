/** The part of the page of the rules for staff: each process with its steps, and what is not confirmed. */
import { amountText, rulesTexts } from "../src/i18n/rules";
import { FIELD_RULES } from "../src/domain/rules/field-rules";
import { EDITIONS, type Confidence } from "../src/domain/rules/instruments";
import { PERIODS } from "../src/domain/rules/periods";
import { PRECONDITION_IDS } from "../src/domain/rules/precondition-ids";
import { PRECONDITIONS } from "../src/domain/rules/preconditions";
import { STATES, stateWithCode, type StateCode } from "../src/domain/rules/states";
import { TRANSITIONS, type Transition } from "../src/domain/rules/transition-table";
import type { DecidingBody } from "../src/domain/rules/types";
import { PROCESSES, type Process } from "../src/domain/vocabulary";
import { CONFIDENCE, cited, label, table } from "./rules-page-cells";
import { PROCESS_SUMMARIES, WHOM_TO_ASK } from "./rules-page-words";

const BODIES: Readonly<Record<DecidingBody, string>> = { SG: "study group", WP: "working party", WTSA: "WTSA" };

/** Each process: what it is for, its diagram and its steps; then the steps that all processes share. */
export function processGuide(diagram: (process: Process) => readonly string[]): string[] {
  return [
    ...(["TAP", "AAP", "Agreement"] as const).flatMap((process) => [
      `## ${PROCESS_SUMMARIES[process].title}`,
      "",
      PROCESS_SUMMARIES[process].summary,
      "",
      "```mermaid",
      ...diagram(process),
      "```",
      "",
      ...steps((row) => row.process.length < PROCESSES.length && row.process.includes(process)),
    ]),
    "## Steps under every process",
    "",
    ...steps((row) => row.process.length === PROCESSES.length),
  ];
}

function steps(applies: (transition: Transition) => boolean): string[] {
  const rows = TRANSITIONS.filter(applies).map((row) => [
    `${row.action} (${row.id})`,
    states(row.from),
    states(row.to),
    row.withoutMeeting ? "" : row.bodies.map((body) => BODIES[body]).join(" or "),
    periodsOf(row),
    [cited(row.clauses), row.confidence === "confirmed" ? "" : `(${CONFIDENCE[row.confidence]})`].join(" ").trim(),
  ]);
  return table(["Step", "From", "To", "Decided by", "Time limits", "Basis"], rows);
}

function states(place: Transition["from"] | Transition["to"]): string {
  if (typeof place === "string") return place === "same" ? "no change" : place;
  const codes = place as readonly StateCode[];
  const labels = codes.map((code) => {
    const { status } = stateWithCode(code);
    const missing = STATES.filter((state) => state.status === status && !codes.includes(state.code));
    const present = codes.filter((each) => stateWithCode(each).status === status).length;
    if (present < 3 || missing.length > 1) return label(stateWithCode(code));
    const except = missing.map(({ step }) => `, except ${step ?? "without a step"}`).join("");
    return `${status}, in any step${except}`;
  });
  return [...new Set(labels)].join("; ");
}

function periodsOf({ waits, deadline }: Transition): string {
  const sentences = waits.map(({ period, since, toMeeting, fromMeetingEnd }) => {
    const from = fromMeetingEnd ? "the end of the meeting" : `“${label(stateWithCode(since))}”`;
    return `at least ${amountText(PERIODS[period])} from ${from}${toMeeting ? " to the meeting" : ""}`;
  });
  if (deadline) sentences.push(`within ${amountText(PERIODS[deadline.period])} of the end of the meeting`);
  return [...new Set(sentences)].join("; ");
}

/** The page of editions, rules and figures that nobody has read in an instrument, with whom to ask. */
export function unconfirmedPage(): string {
  return [
    "# What is not confirmed, and whom to ask",
    "",
    "Made from the data in `src/domain/rules` by `npx tsx tools/rules-page.ts`, as [the approval rules](approval-rules.md) are.",
    "",
    "None of these refuses an edit by itself. Please tell the maintainers what you learn, with edition and clause.",
    "",
    "## Editions in force that could not be read",
    "",
    ...table(["Instrument", "Edition", "In force from", "What is known", "Ask"], unreadEditions()),
    "## Rules without a confirmed text",
    "",
    ...table(["Rule", "Says", "Known", "Basis", "Ask"], unconfirmedRules()),
  ].join("\n");
}

function unreadEditions(): string[][] {
  return EDITIONS.flatMap(({ name, edition, from, confidence, read }, at) => {
    const isReplaced = EDITIONS[at + 1]?.name === name;
    if (isReplaced || confidence === "confirmed" || from === null) return [];
    return [[name, edition, from, read, WHOM_TO_ASK[name] ?? ""]];
  });
}

function unconfirmedRules(): string[][] {
  const row = (id: string, says: string, confidence: Confidence, basis: string): string[][] =>
    confidence === "confirmed" ? [] : [[id, says, CONFIDENCE[confidence], basis, asked(basis)]];
  return [
    ...TRANSITIONS.flatMap(({ id, action, from, to, confidence, clauses, note }) =>
      row(id, `${action}: ${states(from)} → ${states(to)}${note ? `. ${note}` : ""}`, confidence, cited(clauses)),
    ),
    ...FIELD_RULES.flatMap(({ id, condition, confidence, clauses }) => row(id, condition, confidence, cited(clauses))),
    ...PRECONDITION_IDS.flatMap((id) => {
      const steps = TRANSITIONS.filter(({ needs }) => needs.includes(id)).map((step) => step.id);
      const says = rulesTexts().findings[id].message.replaceAll("{item}", "the text");
      return row(steps.join(", "), says, PRECONDITIONS[id].confidence, cited(PRECONDITIONS[id].clauses));
    }),
  ];
}

/** Whom to ask about a rule: whoever keeps the first instrument that it cites. */
function asked(basis: string): string {
  const name = Object.keys(WHOM_TO_ASK).find((each) => basis.startsWith(each));
  return WHOM_TO_ASK[name ?? "practice"] ?? "";
}
