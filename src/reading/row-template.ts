/** A row before anything is read into it. */
import type { Row } from "../programme/document";

/** Every key of a row, empty. */
export function emptyRow(lines: [number, number]): Row {
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
