/** Checks the whole programme and writes the findings to the Checks sheet. */
import { PAGE_PACING, Pacer } from "../domain/steps";
import { yieldToUi } from "../domain/waiting";
import { commandTexts } from "../i18n/commands";
import { checkProgramme } from "../domain/rules";
import type { Severity } from "../domain/rules/types";
import { lineOfFinding, writeFindings, type CheckLine } from "../excel/checks";
import { reviewWorkbook } from "../excel/edit-guard";
import { ruleContext } from "../excel/rule-context";
import type { Unexplained } from "../domain/edit-review/unexplained";

import { currentProgramme, refreshStore, storeProblems } from "../excel/programme-store";
import { problemText, workbookTexts } from "../i18n/workbook";
import { usualSheet } from "../excel/table-specs/sheet-names";
import { WORKBOOK_LANGUAGE } from "../i18n/language";

import { groupedLines } from "./check-lines";
import type { JobResult, JobContext } from "./job-runner";

/**
 * Checks what the tables hold now, edits by others included.
 * @throws Error where the workbook has no work programme; Cancelled after Cancel, before anything is written
 */
export async function checkWorkbook(context: JobContext): Promise<JobResult> {
  const texts = commandTexts();
  context.report({ step: texts.checking, done: 0, total: 0 });
  // Edits that Excel does not report (a drop-down on the web, office-js#420) are listed and not entered: a check writes findings only.
  const unexplained = await reviewWorkbook();
  if (!unexplained) await refreshStore();
  const problems = storeProblems();
  if (problems.length > 0) throw new Error(workbookTexts().unreadable(problems.map(problemText).join(" ")));
  const programme = currentProgramme();
  if (!programme) throw new Error(texts.notLoaded);
  await yieldToUi(context.signal);
  const total = programme.items.length;
  const progress = (share: number): void =>
    context.report({ step: texts.checking, done: Math.round(share * total), total });
  const pacer = new Pacer({ ...PAGE_PACING, signal: context.signal, progress });
  const found = await pacer.run(checkProgramme(programme.items, ruleContext()));
  await yieldToUi(context.signal);
  const findings = [...(unexplained ?? []).map(lineOf), ...found.map(lineOfFinding)];
  await writeFindings(groupedLines(findings));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const message =
    findings.length === 0 ? texts.allWell : texts.checked(count("error"), count("warning"), count("info"));
  return { message };
}

/** A line about a status that History does not explain, in the language of the workbook. */
function lineOf(each: Unexplained): CheckLine {
  const texts = commandTexts(WORKBOOK_LANGUAGE).unexplained;
  const line = { item: each.item, key: "key" in each ? each.key : null, field: "status", clause: "" } as const;
  switch (each.kind) {
    case "status":
      return {
        ...line,
        severity: "error",
        rule: "History",
        message: texts.status(each.shown, each.recorded),
        advice: texts.enterAgain,
      };
    case "no record":
      return { ...line, severity: "warning", rule: "History", message: texts.noRecord(each.shown), advice: "" };
    case "new row":
      return { ...line, severity: "warning", rule: "History", message: texts.newRow, advice: texts.nameIt };
    case "annex": {
      const message = texts.annex(usualSheet(each.table) ?? each.table, each.shown, each.recorded);
      return { ...line, severity: "warning", rule: "Annex", message, advice: texts.enterAgain };
    }
  }
}
