/** A row and a work item before anything is known of them: every key there, all empty. */
import type { Row } from "./document";
import type { WorkItem } from "./model";

/** A row of a table; `lines` are [0, 0] for what stands in no document. */
export function emptyRow(lines: [number, number] = [0, 0]): Row {
  return {
    seq: null,
    sg: null,
    question: null,
    jointQuestions: [],
    number: null,
    acronym: null,
    formerly: null,
    mark: null,
    printedName: null,
    title: null,
    kind: null,
    editors: null,
    text: null,
    a5: null,
    equivalent: null,
    timing: null,
    startOfWork: null,
    determined: null,
    decision: null,
    contribution: null,
    lines,
  };
}

/** A work item of Study Group 17, under study as all begin. */
export function blankItem(key: string): WorkItem {
  return {
    key,
    number: null,
    name: null,
    aliases: [],
    studyGroup: "SG17",
    question: null,
    jointQuestions: [],
    title: "",
    kind: null,
    process: null,
    status: "Under study",
    since: null,
    step: null,
    timing: null,
    editors: [],
    text: null,
    a5: null,
    equivalent: null,
    parent: null,
    remarks: null,
  };
}
