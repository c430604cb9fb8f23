/** Puts what hangs on the cells of a sheet back: tables, validation, conditional formats, comments, links, protection, filter. */
import type { Worksheet } from "@univerjs/core";
import type { ColumnCriteria } from "../host/engine/filters";
import type { SheetState } from "../host/engine/sheet-state";

import type { Host } from "../host/host";
import { area } from "./addresses";
import { present } from "./present";
import type { FilterSnapshot, SheetSnapshot, ValidationSnapshot } from "./snapshot";

const number = (text: string): string | number => (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);

function ruleOf({ list, rule }: ValidationSnapshot): Record<string, unknown> {
  if (!rule) return { list: { inCellDropDown: true, source: list ?? "" } };
  const { kind, operator, formula1, formula2 } = rule;
  if (kind === "custom") return { custom: { formula: formula1 } };
  return {
    [kind]: { operator, formula1: number(formula1), ...(formula2 === undefined ? {} : { formula2: number(formula2) }) },
  };
}

const words = (text: string | undefined) => text ?? "";

/** Data validation and conditional formats of a sheet. */
export function restoreRules(state: SheetState, sheet: SheetSnapshot): void {
  state.visibility = sheet.visibility;
  state.validations = sheet.validations.map((validation) => ({
    area: area(validation.address),
    rule: ruleOf(validation),
    prompt: { showPrompt: true, title: words(validation.promptTitle), message: words(validation.prompt) },
    errorAlert: {
      showAlert: validation.showError ?? true,
      style: { stop: "Stop", warning: "Warning", information: "Information" }[validation.errorStyle ?? "stop"],
      title: words(validation.errorTitle),
      message: words(validation.error),
    },
    ignoreBlanks: validation.ignoreBlanks ?? true,
  }));
  state.conditionalFormats = sheet.conditionalFormats.map((format, priority) => ({
    id: `{restored-${String(priority)}}`,
    area: area(format.address),
    type: "equals" in format.rule ? "CellValue" : "Custom",
    stopIfTrue: false,
    priority,
    settings:
      "equals" in format.rule
        ? { rule: { operator: "EqualTo", formula1: `="${format.rule.equals.replaceAll('"', '""')}"` } }
        : { formula: format.rule.formula },
    format: {
      ...(format.fill ? { fill: format.fill } : {}),
      font: { ...(format.color ? { color: format.color } : {}), ...(format.bold ? { bold: true } : {}) },
    },
  }));
}

/** The tables of a sheet, with their filters; the rows that these hide are hidden in the sheet already. */
export function restoreTables(host: Host, sheet: Worksheet, part: SheetSnapshot): void {
  for (const table of part.tables) {
    const { style, showFilterButton, showBandedRows, showHeaders = true, showTotals = false } = table;
    const whole = area(table.address);
    const { id } = host.tables.restore(sheet, whole, { showHeaders, showTotals, columns: table.columns });
    host.tables.rename(id, table.name);
    host.tables.update(id, { style, showFilterButton, showBandedRows });
    if (table.filters) host.filters.set(id, criteriaByColumn(table.filters));
  }
}

/** Comments, links, protection and filter of a sheet. */
export function restoreAttachments(host: Host, sheet: Worksheet, state: SheetState, part: SheetSnapshot): void {
  state.comments = (part.comments ?? []).map(({ address, author, created, text, resolved, replies }) => ({
    id: `{comment-${String(host.nextId())}}`,
    area: area(address),
    author,
    created,
    content: text,
    richContent: "",
    mentions: [],
    resolved,
    replies: replies.map((reply) => ({
      id: `{reply-${String(host.nextId())}}`,
      author: reply.author,
      created: reply.created,
      content: reply.text,
      richContent: "",
      mentions: [],
    })),
  }));
  state.hyperlinks = (part.hyperlinks ?? []).map(({ address, target, location, tip }) => ({
    area: area(address),
    link: present<Record<string, unknown>>({ address: target, documentReference: location, screenTip: tip }),
  }));
  state.unlocked = part.styles.filter(({ style }) => style.unlocked).map(({ address }) => area(address));
  if (part.protection) {
    const { options, passwordHash } = part.protection;
    state.protection = {
      protected: true,
      options: { ...options },
      ...(passwordHash === undefined ? {} : { passwordHash }),
    };
  }
  if (part.autoFilter) {
    const { address, criteria } = part.autoFilter;
    state.autoFilter = area(address);
    host.filters.set(sheet.getSheetId(), criteriaByColumn(criteria));
  }
}

function criteriaByColumn(criteria: FilterSnapshot): ColumnCriteria {
  return new Map(Object.entries(criteria).map(([column, one]) => [Number(column), one]));
}
