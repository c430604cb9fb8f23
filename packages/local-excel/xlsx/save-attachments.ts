/** Writes what hangs on the cells of a sheet: links, notes for comments, validation. */
import { noteOf, numberedComments, type NumberedComment } from "./comments";
import { checked, type File } from "./excelize";
import type { SheetSnapshot, ValidationSnapshot } from "./snapshot";
import { VALIDATION_OPERATORS, VALIDATION_TYPES } from "./validation-rules";

const withoutSign = (formula: string): string => formula.replace(/^=/, "");

function ruleOf({ list, rule }: ValidationSnapshot): {
  Type: string;
  Operator?: string;
  Formula1: string;
  Formula2?: string;
} {
  if (rule) {
    return {
      Type: VALIDATION_TYPES[rule.kind] ?? "custom",
      ...(rule.operator === undefined ? {} : { Operator: VALIDATION_OPERATORS[rule.operator] ?? "between" }),
      Formula1: withoutSign(rule.formula1),
      ...(rule.formula2 === undefined ? {} : { Formula2: withoutSign(rule.formula2) }),
    };
  }
  const source = list ?? "";
  return { Type: "list", Formula1: source.startsWith("=") ? source.slice(1) : `"${source.replaceAll('"', '""')}"` };
}

export function writeValidation(file: File, sheet: string, validation: ValidationSnapshot): void {
  const options = {
    ...ruleOf(validation),
    Sqref: validation.address,
    AllowBlank: validation.ignoreBlanks ?? true,
    // In the file format, true hides the arrow.
    ShowDropDown: false,
    ShowErrorMessage: validation.showError ?? true,
    ShowInputMessage: Boolean(validation.prompt),
    ErrorStyle: validation.errorStyle ?? "stop",
    ErrorTitle: validation.errorTitle ?? "",
    Error: validation.error ?? "",
    PromptTitle: validation.promptTitle ?? "",
    Prompt: validation.prompt ?? "",
  };
  checked(`validation of ${sheet}!${validation.address}`, file.AddDataValidation(sheet, options));
}

export function writeHyperlinks(file: File, { name, hyperlinks = [] }: SheetSnapshot): void {
  for (const { address, target, location, tip } of hyperlinks) {
    const [cell = address] = address.split(":");
    const [link, kind] = target === undefined ? [location ?? "", "Location"] : [target, "External"];
    if (link === "") continue;
    const options = tip === undefined ? {} : { Tooltip: tip };
    checked(`link of ${name}!${cell}`, file.SetCellHyperLink(name, cell, link, kind, options));
  }
}

/** Notes for programs without threads; they name the comment by its identity, as Excel's own do. */
export function writeComments(file: File, { name, comments = [] }: SheetSnapshot): NumberedComment[] {
  const numbered = numberedComments(comments);
  for (const comment of numbered) {
    const note = { Cell: comment.address, Author: `tc=${comment.id}`, Text: noteOf(comment) };
    checked(`comment of ${name}!${comment.address}`, file.AddComment(name, note));
  }
  return numbered;
}
