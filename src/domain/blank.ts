/** A work item before anything is known of it: every key there, all empty. */
import { OWN_GROUP } from "./vocabulary";
import type { WorkItem } from "./model";

/** A work item of Study Group 17, under study as all begin. */
export function blankItem(key: string): WorkItem {
  return {
    key,
    number: null,
    name: null,
    aliases: [],
    studyGroup: OWN_GROUP,
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
    lastReported: null,
    remarks: null,
  };
}
