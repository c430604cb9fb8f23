/** Judges the whole programme and lists what was found on the Checks sheet. */
import { commandTexts } from "../i18n/commands";
import { checkProgramme } from "../domain/rules";
import type { Severity } from "../domain/rules/types";
import { writeFindings } from "../excel/checks";
import { sweep } from "../excel/edit-guard";
import { ruleContext } from "../excel/edit-guard/guard-state";
import { currentProgramme, refreshStore } from "../excel/programme-store";
import { yieldToUi, type JobResult, type JobContext } from "./job-runner";

/** The order on the sheet: what must be mended first stands on top. */
const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

/**
 * Checks what the tables hold now, edits by others included.
 * @throws Error where the workbook holds no work programme; Cancelled when somebody pressed Cancel before anything was written
 */
export async function checkWorkbook(tools: JobContext): Promise<JobResult> {
  const texts = commandTexts();
  tools.report({ step: texts.checking, done: 0, total: 0 });
  // Edits that Excel told nobody of (a drop-down on the web, office-addins.md finding 6) are judged first.
  await sweep();
  await refreshStore();
  const programme = currentProgramme();
  if (!programme) throw new Error(texts.notLoaded);
  await yieldToUi(tools.signal);
  const found = await checkProgramme(programme.items, ruleContext(), (done, total) => {
    tools.report({ step: texts.checking, done, total });
    return !tools.signal.aborted;
  });
  await yieldToUi(tools.signal);
  const findings = found.sort(
    (one, other) => SEVERITY_ORDER.indexOf(one.severity) - SEVERITY_ORDER.indexOf(other.severity),
  );
  await writeFindings(findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const message =
    findings.length === 0 ? texts.allWell : texts.checked(count("error"), count("warning"), count("info"));
  return { message };
}
