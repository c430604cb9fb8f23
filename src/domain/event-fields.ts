/**
 * The fields of an event, each declared once: the columns of History, their mapping and the texts that show what changed derive from here.
 */
import { DOCUMENT_FAMILIES, TABLE_KINDS } from "./document";
import { changesIn, changesText, sourceText } from "./event-texts";
import type { EventFacts, ProgrammeEvent, Source } from "./model";
import { rowField } from "./row-fields";
import { EVENT_KINDS, isOneOf, PROCESSES, STATUSES } from "./vocabulary";

/** A text, an ISO date, or a figure; null where the field is empty. */
export type EventValue = string | number | null;

export interface EventField {
  /** Header of its column in History. */
  header: string;
  type: "text" | "date" | "number";
  /** Width of the column, in characters. */
  width: number;
  wrap?: true;
  /** A column that is hidden: History shows what people read. */
  hidden?: true;
  /** Whether people may type into it although History is a record. */
  editable?: true;
  /** What the column shows; `itemName` is what the item is called now. */
  value: (event: ProgrammeEvent, itemName: string) => EventValue;
  /** Sets the value of a cell; absent where the column follows from others. Fields are assigned in the order of the declaration. */
  assign?: (event: ProgrammeEvent, value: EventValue) => void;
}

const asText = (value: EventValue): string | null => (value === null ? null : String(value));

/** An event before anything is known of it. */
export function blankEvent(): ProgrammeEvent {
  return {
    origin: "user",
    id: "",
    item: "",
    date: "",
    meeting: null,
    kind: "Changed",
    from: null,
    to: null,
    process: null,
    step: null,
    source: null,
    printed: null,
    changes: [],
    facts: {},
    reason: null,
    note: null,
    who: null,
    edit: null,
  };
}

const BLANK_SOURCE: Source = {
  document: "",
  family: "executive-summary",
  meeting: "",
  annex: "",
  section: "",
  table: null,
  position: 0,
  lines: [0, 0],
  column: null,
};

type EventTextKey = "meeting" | "step" | "who" | "edit";

function text(id: EventTextKey, header: string, width: number, hidden?: true): EventField {
  return {
    header,
    type: "text",
    width,
    ...(hidden ? { hidden } : {}),
    value: (event) => event[id],
    assign: (event, value) => {
      event[id] = asText(value);
    },
  };
}

/** A field of the source: it has a value only where a document reports the event. */
function sourceField(
  header: string,
  type: "text" | "number",
  value: (source: Source) => EventValue,
  assign: (source: Source, value: EventValue) => void,
): EventField {
  return {
    header,
    type,
    width: 12,
    hidden: true,
    value: ({ source }) => (source === null ? null : value(source)),
    assign: ({ source }, cell) => {
      if (source !== null) assign(source, cell);
    },
  };
}

type FactKey<T> = { [K in keyof EventFacts]-?: Required<EventFacts>[K] extends T ? K : never }[keyof EventFacts];

function figure(id: FactKey<number>, header: string): EventField {
  return {
    ...factLayout(header, "number"),
    value: ({ facts }) => facts[id] ?? null,
    assign: (event, value) => {
      if (typeof value === "number") event.facts[id] = value;
    },
  };
}

function fact(id: FactKey<string>, header: string, type: "text" | "date" = "text"): EventField {
  return {
    ...factLayout(header, type),
    value: ({ facts }) => facts[id] ?? null,
    assign: (event, value) => {
      if (value !== null) event.facts[id] = String(value);
    },
  };
}

const factLayout = (header: string, type: EventField["type"]) =>
  ({ header, type, width: 14, hidden: true, editable: true }) as const;

/** Header of the column with the reason of a user or the decision that a document prints. */
export const REASON_HEADER = "Reason or note";
/** Header of the column that separates events of documents from those of users. */
export const ORIGIN_HEADER = "Origin";

/** What History shows, in the order of its columns. */
const SHOWN: readonly EventField[] = [
  {
    header: "Date",
    type: "date",
    width: 11,
    value: ({ date }) => date,
    assign: (event, value) => {
      event.date = asText(value) ?? "";
    },
  },
  text("meeting", "Meeting", 10),
  { header: "Item", type: "text", width: 18, value: (_event, itemName) => itemName },
  {
    header: "Event",
    type: "text",
    width: 24,
    value: ({ kind }) => kind,
    assign: (event, value) => {
      event.kind = isOneOf(EVENT_KINDS, value) ? value : "Changed";
    },
  },
  {
    header: "From",
    type: "text",
    width: 16,
    value: ({ from }) => from,
    assign: (event, value) => {
      event.from = isOneOf(STATUSES, value) ? value : null;
    },
  },
  {
    header: "To",
    type: "text",
    width: 16,
    value: ({ to }) => to,
    assign: (event, value) => {
      event.to = isOneOf(STATUSES, value) ? value : null;
    },
  },
  { header: "What changed", type: "text", width: 44, wrap: true, value: ({ changes }) => changesText(changes) },
  { header: "Source", type: "text", width: 40, value: ({ source }) => (source === null ? null : sourceText(source)) },
  {
    header: REASON_HEADER,
    type: "text",
    width: 50,
    wrap: true,
    editable: true,
    value: ({ origin, reason, note }) => (origin === "user" ? reason : note),
    assign: (event, value) => {
      event[event.origin === "user" ? "reason" : "note"] = asText(value);
    },
  },
  text("who", "Who", 20),
];

/** The rest of an event, in hidden columns. */
const HIDDEN: readonly EventField[] = [
  {
    header: "Process",
    type: "text",
    width: 11,
    hidden: true,
    value: ({ process }) => process,
    assign: (event, value) => {
      event.process = isOneOf(PROCESSES, value) ? value : null;
    },
  },
  text("step", "Step", 20, true),
  {
    header: "Changes",
    type: "text",
    width: 12,
    hidden: true,
    value: ({ changes }) => (changes.length > 0 ? JSON.stringify(changes) : null),
    assign: (event, value) => {
      event.changes = changesIn(asText(value));
    },
  },
  figure("repliesInFavour", "Replies in favour"),
  figure("repliesAgainst", "Replies against"),
  fact("from", "From day", "date"),
  fact("to", "To day", "date"),
  fact("authorisedBy", "Authorised by"),
  figure("supporters", "Supporters"),
  fact("contribution", "Contribution of proposal"),
  fact("justification", "Justification"),
  fact("summary", "Summary"),
  figure("contributions", "Contributions"),
  fact("translationsOut", "Translations out", "date"),
  fact("notified", "Circular", "date"),
  {
    header: "Document",
    type: "text",
    width: 28,
    hidden: true,
    value: ({ source }) => source?.document ?? null,
    assign: (event, value) => {
      event.source = value === null ? null : { ...BLANK_SOURCE, document: String(value) };
    },
  },
  sourceField(
    "Family",
    "text",
    ({ family }) => family,
    (source, value) => {
      source.family = isOneOf(DOCUMENT_FAMILIES, value) ? value : "executive-summary";
    },
  ),
  sourceField(
    "Reported at",
    "text",
    ({ meeting }) => meeting,
    (source, value) => {
      source.meeting = asText(value) ?? "";
    },
  ),
  sourceField(
    "Annex",
    "text",
    ({ annex }) => annex,
    (source, value) => {
      source.annex = asText(value) ?? "";
    },
  ),
  sourceField(
    "Section",
    "text",
    ({ section }) => section,
    (source, value) => {
      source.section = asText(value) ?? "";
    },
  ),
  sourceField(
    "Row",
    "number",
    ({ position }) => position,
    (source, value) => {
      source.position = typeof value === "number" ? value : 0;
    },
  ),
  sourceField(
    "Lines",
    "text",
    ({ lines }) => lines.join("-"),
    (source, value) => {
      const lines = /^(\d+)-(\d+)$/.exec(asText(value) ?? "");
      source.lines = [Number(lines?.[1] ?? 0), Number(lines?.[2] ?? 0)];
    },
  ),
  sourceField(
    "Table",
    "text",
    ({ table }) => table,
    (source, value) => {
      source.table = isOneOf(TABLE_KINDS, value) ? value : null;
    },
  ),
  sourceField(
    "Column",
    "text",
    ({ column }) => column,
    (source, value) => {
      source.column = typeof value === "string" ? (rowField(value)?.id ?? null) : null;
    },
  ),
  text("edit", "Edit", 12, true),
];

/** Decides whether a text is a reason or a note, so it is assigned first. */
const ORIGIN: EventField = {
  header: ORIGIN_HEADER,
  type: "text",
  width: 10,
  hidden: true,
  value: ({ origin }) => origin,
  assign: (event, value) => {
    event.origin = value === "document" ? "document" : "user";
  },
};

/** Every field, in the order of the columns of History. */
export const EVENT_FIELDS: readonly EventField[] = [...SHOWN, ORIGIN, ...HIDDEN];

/** The fields that a row sets, in the order in which they are set: the origin before what depends on it. */
export const ASSIGNED_EVENT_FIELDS = [ORIGIN, ...SHOWN, ...HIDDEN].flatMap(({ header, type, assign }) =>
  assign ? [{ header, type, assign }] : [],
);
