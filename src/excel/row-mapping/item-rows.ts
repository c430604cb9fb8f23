/** A work item as a row of the work programme, and back. */
import type { WorkItem } from "../../domain/model";
import { normaliseName } from "../../domain/designations";
import { isOneOf, KINDS, PROCESSES, STATUSES } from "../../domain/vocabulary";
import { KEY, STATUS } from "../table-specs/spec";
import { dateCell, dateOf, listCell, listOf, textCell, textOf, type RowCells, type RowReader } from "./cells";

const OWN_GROUP = "SG17";

/** What an item is called: its number, else its provisional name. */
export function itemName(item: Pick<WorkItem, "number" | "name">): string {
  return item.number ?? item.name ?? "";
}

/** The row of an item. */
export function itemCells(item: WorkItem): RowCells {
  return {
    Item: itemName(item),
    "Provisional name": textCell(item.name),
    Question: textCell(item.question),
    Title: item.title,
    Kind: textCell(item.kind),
    Process: textCell(item.process),
    [STATUS]: item.status,
    Since: dateCell(item.since),
    Step: textCell(item.step),
    Timing: textCell(item.timing),
    Editors: listCell(item.editors),
    Text: textCell(item.text),
    "A.5/A.25": textCell(item.a5),
    Equivalent: textCell(item.equivalent),
    Parent: textCell(item.parent),
    Remarks: textCell(item.remarks),
    "Study group": item.studyGroup === OWN_GROUP ? "" : item.studyGroup,
    "Joint Questions": listCell(item.jointQuestions),
    "Other names": listCell(item.aliases),
    [KEY]: item.key,
  };
}

/**
 * The item of a row, as people left it. A row typed by hand has no key yet: it goes by its name. What is no status, process or kind
 * of ours counts as Under study, or as none.
 */
export function itemOfRow(read: RowReader): WorkItem {
  const item = textOf(read("Item"));
  const name = textOf(read("Provisional name"));
  const [status, process, kind] = [read(STATUS), read("Process"), read("Kind")];
  return {
    key: textOf(read(KEY)) ?? normaliseName(item ?? name ?? ""),
    number: item === name ? null : item,
    name,
    aliases: listOf(read("Other names")),
    studyGroup: textOf(read("Study group")) ?? OWN_GROUP,
    question: textOf(read("Question")),
    jointQuestions: listOf(read("Joint Questions")),
    title: textOf(read("Title")) ?? "",
    kind: isOneOf(KINDS, kind) ? kind : null,
    process: isOneOf(PROCESSES, process) ? process : null,
    status: isOneOf(STATUSES, status) ? status : "Under study",
    since: dateOf(read("Since")),
    step: textOf(read("Step")),
    timing: textOf(read("Timing")),
    editors: listOf(read("Editors")),
    text: textOf(read("Text")),
    a5: textOf(read("A.5/A.25")),
    equivalent: textOf(read("Equivalent")),
    parent: textOf(read("Parent")),
    remarks: textOf(read("Remarks")),
  };
}

/** Whether a row says anything about an item: a blank line in the table is none. */
export function isItemRow(read: RowReader): boolean {
  return textOf(read("Item")) !== null || textOf(read("Provisional name")) !== null || textOf(read(KEY)) !== null;
}
