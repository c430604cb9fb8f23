/** The shape of the texts of the rules: one set of these per language. */

/** A message and what to do about it. Names in braces are filled in: {item}, {value}, {date}. */
export interface Text {
  message: string;
  advice: string;
}

/** The texts of one language. */
export interface RulesTexts {
  /** "X.1221 cannot be Approved on 2023-10-02". */
  cannot: string;
  cannotStep: string;
  /** What opens the earliest day, and the list of what is possible. */
  earliest: string;
  possible: string;
  nothingPossible: string;
  and: string;
  /** A sentence and the reason for it. */
  because: string;
  /** Instruments, where this language names them otherwise than the rules do. */
  instruments: Partial<Record<string, string>>;
  /** The one exit from a frozen process. */
  exitToTap: string;
  /** Kinds of text with their article, by product or change. */
  products: Record<string, string>;
  /** Reasons, to stand behind a colon. By period, by forbidden pair, and the rest. */
  waits: Record<string, string>;
  forbidden: Record<string, string>;
  reasons: {
    notPermitted: string;
    wrongProcess: string;
    tooEarly: string;
    tooLate: string;
    meetingBegins: string;
    wrongBody: string;
    wrongBodyWtsa: string;
    newRow: string;
  };
  /** Units with their number: {n} is the number in words. */
  numbers: readonly string[];
  units: Record<string, readonly [one: string, many: string]>;
  unitsPossessive: Record<string, readonly [one: string, many: string]>;
  /** Buttons, by transition; English ones stand in the table itself. */
  actions: Partial<Record<string, string>>;
  /** What a transition remarks when it is passed. */
  remarks: Record<string, Text>;
  preconditions: Record<string, Text>;
  edits: Record<EditTextId, Text>;
  fieldRules: Record<string, Text>;
}

/** Findings about an edit as such. */
export type EditTextId =
  | "unknownStatus"
  | "unknownStep"
  | "noSteps"
  | "unknownProcess"
  | "unknownKind"
  | "badQuestion"
  | "unlistedQuestion"
  | "otherGroupsQuestion"
  | "questionWasDate"
  | "questionIsNumber"
  | "badTiming"
  | "timingWasDate"
  | "timingIsNumber"
  | "itemIsNumber"
  | "badDate"
  | "futureDate"
  | "clearedStatus"
  | "clearedItem"
  | "clearedSince"
  | "clearedTitle"
  | "key"
  | "duplicate"
  | "processFrozen"
  | "processForStatus"
  | "processForKind"
  | "noStatusDate"
  | "nameless"
  | "insisted";

/** Fills the names in braces; a name without a value stays as it is, so that a slip is seen. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  if (!template.includes("{")) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
