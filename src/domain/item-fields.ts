/**
 * The fields of a work item, each declared once. Columns, row mapping, edit rules, differences, History, cards and checks derive from here;
 * docs/recipes.md explains how to add one.
 */
import { designationOf } from "./item-name";
import type { Row } from "./document";
import { isOneOf, KINDS, OWN_GROUP, PROCESSES, STATUSES } from "./vocabulary";
import type { WorkItem } from "./work-item";

/** Header of the hidden last column: the key of the row's item (for a meeting, its id). */
export const KEY = "Key";

/** The vocabularies behind drop-down lists. */
export type ListName = "Status" | "Process" | "Kind" | "Question";

/** What a field holds: a text, an ISO date, or a list of texts; null where it is empty. */
export type FieldValue = string | readonly string[] | null;

interface Layout {
  /** Width of the column, in characters. */
  width: number;
  /** Long text that wraps. */
  wrap?: true;
  list?: ListName;
  /** A column that only the add-in reads. */
  hidden?: true;
  /** The field of a printed row that gives the value when a document reports the item; the last report counts. */
  printed?: keyof Row;
  /** Not shown on cards. */
  offCard?: true;
  /** What a card calls it, where that is not the column's header. */
  cardLabel?: string;
}

interface Declaration<Id extends string, Editable extends boolean> extends Layout {
  id: Id;
  /** Header of its column, by which users and formulas identify the field. */
  header: string;
  type: "text" | "date" | "list";
  /** Whether people may type into it: the edit rules then have a parser for it. */
  editable: Editable;
  /** Whether a change by a user is recorded in History as a change of this field. */
  logged: boolean;
  value: (item: WorkItem) => FieldValue;
  /** Sets the value of a cell. Fields are assigned in the order of the declaration. */
  assign: (item: WorkItem, value: FieldValue) => void;
}

type ItemTextKey = {
  [K in keyof WorkItem]: null extends WorkItem[K] ? (string extends WorkItem[K] ? K : never) : never;
}[keyof WorkItem];
type ListKey = { [K in keyof WorkItem]: WorkItem[K] extends string[] ? K : never }[keyof WorkItem];

const asText = (value: FieldValue): string | null => (typeof value === "string" ? value : null);

function text<Id extends ItemTextKey>(id: Id, header: string, layout: Layout): Declaration<Id, true> {
  const assign = (item: Pick<WorkItem, ItemTextKey>, value: FieldValue): void => {
    item[id] = asText(value);
  };
  return { id, header, type: "text", editable: true, logged: true, value: (item) => item[id], assign, ...layout };
}

function list<Id extends ListKey, Editable extends boolean>(
  id: Id,
  header: string,
  editable: Editable,
  layout: Layout,
): Declaration<Id, Editable> {
  const assign = (item: Pick<WorkItem, ListKey>, value: FieldValue): void => {
    item[id] = Array.isArray(value) ? value.map(String) : [];
  };
  return { id, header, type: "list", editable, logged: editable, value: (item) => item[id], assign, ...layout };
}

const ITEM = {
  id: "item",
  header: "Item",
  type: "text",
  editable: true,
  logged: true,
  width: 18,
  value: (item) => designationOf(item) || null,
  assign: (item, value) => {
    item.number = asText(value);
  },
} as const satisfies Declaration<"item", true>;

const NAME = {
  ...text("name", "Provisional name", { width: 20 }),
  /** A name that is also in the column Item is not a number. */
  assign: (item: WorkItem, value: FieldValue): void => {
    item.name = asText(value);
    if (item.number === item.name) item.number = null;
  },
};

const QUESTION = {
  ...text("question", "Question", { width: 10, list: "Question", printed: "question" }),
};

const TITLE = {
  id: "title",
  header: "Title",
  type: "text",
  editable: true,
  logged: true,
  width: 60,
  wrap: true,
  printed: "title",
  value: (item) => item.title || null,
  assign: (item, value) => {
    item.title = asText(value) ?? "";
  },
} as const satisfies Declaration<"title", true>;

const KIND = {
  id: "kind",
  header: "Kind",
  type: "text",
  editable: true,
  logged: true,
  width: 7,
  list: "Kind",
  value: (item) => item.kind,
  assign: (item, value) => {
    item.kind = isOneOf(KINDS, value) ? value : null;
  },
} as const satisfies Declaration<"kind", true>;

const PROCESS = {
  id: "process",
  header: "Process",
  type: "text",
  editable: true,
  logged: true,
  width: 11,
  list: "Process",
  value: (item) => item.process,
  assign: (item, value) => {
    item.process = isOneOf(PROCESSES, value) ? value : null;
  },
} as const satisfies Declaration<"process", true>;

const STATUS = {
  id: "status",
  header: "Status",
  type: "text",
  editable: true,
  // The From and To columns of the event contain it.
  logged: false,
  width: 18,
  list: "Status",
  value: (item) => item.status,
  assign: (item, value) => {
    item.status = isOneOf(STATUSES, value) ? value : "Under study";
  },
} as const satisfies Declaration<"status", true>;

const SINCE = { ...text("since", "Since", { width: 11 }), type: "date", logged: false } as const;
const STEP = { ...text("step", "Step", { width: 20 }), logged: false };

/** Editable so that an edit of it is refused: only documents give it. */
const LAST_REPORTED = { ...text("lastReported", "Last reported", { width: 13 }), logged: false } as const;

const STUDY_GROUP = {
  id: "studyGroup",
  header: "Study group",
  type: "text",
  editable: true,
  logged: true,
  width: 12,
  hidden: true,
  printed: "sg",
  offCard: true,
  value: (item) => (item.studyGroup === OWN_GROUP ? null : item.studyGroup),
  assign: (item, value) => {
    item.studyGroup = asText(value) ?? OWN_GROUP;
  },
} as const satisfies Declaration<"studyGroup", true>;

/** Every field, in the order of the columns of the Work programme: what identifies an item and where it stands fits on a narrow screen. */
export const ITEM_FIELDS = [
  ITEM,
  STATUS,
  QUESTION,
  TITLE,
  PROCESS,
  text("timing", "Timing", { width: 10, printed: "timing" }),
  SINCE,
  STEP,
  KIND,
  list("editors", "Editors", true, { width: 40, wrap: true, printed: "editors" }),
  text("text", "Text", { width: 12, printed: "text" }),
  text("a5", "A.5/A.25", { width: 11, printed: "a5" }),
  text("equivalent", "Equivalent", { width: 22, printed: "equivalent" }),
  NAME,
  text("parent", "Parent", { width: 12 }),
  LAST_REPORTED,
  text("remarks", "Remarks", { width: 40, wrap: true }),
  STUDY_GROUP,
  list("jointQuestions", "Joint Questions", true, {
    width: 12,
    hidden: true,
    printed: "jointQuestions",
    offCard: true,
  }),
  list("aliases", "Other names", false, { width: 12, hidden: true, cardLabel: "Also known as" }),
] as const;

type AnyField = (typeof ITEM_FIELDS)[number];

/** Id of a field. */
export type ItemFieldId = AnyField["id"];
/** Id of a field that people may type into. */
export type EditableFieldId = Extract<AnyField, { editable: true }>["id"];

/** A field, whichever it is. */
export type ItemFieldSpec = Declaration<ItemFieldId, boolean>;

/** Every field, without the properties that depend on its type. */
export const FIELDS: readonly ItemFieldSpec[] = ITEM_FIELDS;

const BY_ID: ReadonlyMap<string, ItemFieldSpec> = new Map(FIELDS.map((field) => [field.id, field]));
const BY_HEADER: ReadonlyMap<string, ItemFieldSpec> = new Map(FIELDS.map((field) => [field.header, field]));

/** The field that a column shows; undefined for a column of another kind. */
export function fieldWithHeader(header: string): ItemFieldSpec | undefined {
  return BY_HEADER.get(header);
}

/** Whether a text is the id of a field. */
export function isFieldId(id: unknown): id is ItemFieldId {
  return typeof id === "string" && BY_ID.has(id);
}

/** Header of the column of a field. */
export function headerOfField(id: ItemFieldId): string {
  return BY_ID.get(id)?.header ?? id;
}

/** Whether a field is one that people may type into. */
export function isEditable(field: ItemFieldSpec): field is Declaration<EditableFieldId, true> {
  return field.editable;
}

/** Whether cards show a field. */
export function isOnCard({ offCard }: ItemFieldSpec): boolean {
  return offCard !== true;
}

/** What a card calls a field; a formula reads it by that name, =A1.Status. */
export function cardLabel({ cardLabel: own, header }: ItemFieldSpec): string {
  return own ?? header;
}

/** What a card shows of a field; joint Questions follow the lead Question. */
export function cardValue(field: ItemFieldSpec, item: WorkItem): string | null {
  const value = plainValue(field.value(item));
  return field.id === "question" ? plainValue([...(value === null ? [] : [value]), ...item.jointQuestions]) : value;
}

/** A value as one text, a list with commas; null where it is empty. */
export function plainValue(value: FieldValue): string | null {
  if (value === null || typeof value === "string") return value === "" ? null : value;
  return value.length > 0 ? value.join(", ") : null;
}
