/** Judges the whole programme and lists what was found on the Checks sheet. */
import { commandTexts } from "../programme/messages/commands";
import { checkProgramme } from "../programme/rules";
import type { Severity } from "../programme/rules/types";
import { writeFindings } from "../workbook/checks";
import { sweep } from "../workbook/guard";
import { ruleContext } from "../workbook/guard/world";
import { currentProgramme, refreshStore } from "../workbook/store";
import { breathe, type JobResult, type JobTools } from "./activity";

/** The order on the sheet: what must be mended first stands on top. */
const GRAVITY: readonly Severity[] = ["error", "warning", "info"];

/**
 * Checks what the tables hold now, edits by others included.
 * @throws Error where the workbook holds no work programme; Cancelled when somebody pressed Cancel before anything was written
 */
export async function checkWorkbook(tools: JobTools): Promise<JobResult> {
  const texts = commandTexts();
  tools.report({ step: texts.checking, done: 0, total: 0 });
  // Edits that Excel told nobody of (a drop-down on the web, office-addins.md finding 6) are judged first.
  await sweep();
  await refreshStore();
  const programme = currentProgramme();
  if (!programme) throw new Error(texts.notLoaded);
  await breathe(tools.signal);
  const found = await checkProgramme(programme.items, ruleContext(), (done, total) => {
    tools.report({ step: texts.checking, done, total });
    return !tools.signal.aborted;
  });
  await breathe(tools.signal);
  const findings = found.sort((one, other) => GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity));
  await writeFindings(findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const message =
    findings.length === 0 ? texts.allWell : texts.checked(count("error"), count("warning"), count("info"));
  return { message };
}
