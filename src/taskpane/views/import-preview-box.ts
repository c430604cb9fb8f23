/** The preview of one document: its tables with what each row would change, what is asked for, and what was not understood. */
import { TABLE_KINDS, type TableKind } from "../../domain/document";
import type { Status } from "../../domain/vocabulary";
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { statusText } from "../../i18n/rules";
import { button, replaceChildren, h } from "../dom";
import type { ImportChoice, ImportPreview, ProblemLine, RowPreview, TablePreview } from "../import-preview";

const TONES = { error: "bad", warning: "careful", info: "plain" } as const;
/** Rows and problems shown at once: more would hold the page up. */
const SHOWN_AT_ONCE = 100;
/** Problems of a kind that are listed without being opened. */
const LISTED = 3;

type Choose = (choice: ImportChoice) => void;

/** Fills a list with the first of many entries, and a button for more. */
function longList<Entry>(entries: readonly Entry[], show: (entry: Entry) => HTMLElement): HTMLElement {
  const list = h("ul", { className: "stack tight" });
  let shown = 0;
  const more = (): void => {
    list.querySelector("[data-more]")?.remove();
    list.append(...entries.slice(shown, shown + SHOWN_AT_ONCE).map(show));
    shown = Math.min(entries.length, shown + SHOWN_AT_ONCE);
    const rest = entries.length - shown;
    if (rest > 0) list.append(h("li", { "data-more": "" }, button(paneTexts().work.more(rest), more)));
  };
  more();
  return list;
}

function problemItem({ place, severity, message }: ProblemLine): HTMLElement {
  return h("li", { className: "note", "data-tone": TONES[severity] }, place === "" ? message : `${place}: ${message}`);
}

function problemGroups(problems: readonly ProblemLine[]): HTMLElement[] {
  const groups = new Map<string, ProblemLine[]>();
  for (const problem of problems)
    groups.set(problem.group, [...(groups.get(problem.group) ?? []), problem].slice(-10_000));
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (!first || group.length <= LISTED) return longList(group, problemItem);
    const summary = `${String(group.length)} × ${first.message}`;
    return h("details", {}, h("summary", {}, summary), longList(group, problemItem));
  });
}

function effectText({ kind, from, to }: RowPreview): string {
  const { effects } = paneTexts().work;
  const shown = (status: Status | null): string => (status === null ? "" : statusText(status));
  if (kind === "new") return effects.new(shown(to));
  return kind === "status" ? effects.status(shown(from), shown(to)) : effects[kind];
}

function rowItem(row: RowPreview, document: number, choose: Choose): HTMLElement {
  const texts = paneTexts().work;
  const keep = h("input", { type: "checkbox", checked: !row.left, "aria-label": texts.leaveOut(row.item) });
  keep.addEventListener("change", () => choose({ document, kind: "row", row: row.index, left: !keep.checked }));
  const conflicts = row.conflicts > 0 ? ` (${texts.conflicts(row.conflicts)})` : "";
  return h(
    "li",
    { "data-effect": row.kind },
    h("label", {}, keep, " ", h("strong", {}, row.item), ` ${effectText(row)}${conflicts}`),
  );
}

function kindChooser(table: TablePreview, index: number, document: number, choose: Choose): HTMLElement | null {
  if (!table.asked) return null;
  const texts = paneTexts().work;
  const kinds = TABLE_KINDS.filter((kind) => kind !== "Work programme export");
  const select = h(
    "select",
    { "data-action": "table-kind" },
    h("option", { value: "" }, texts.kindUnknown),
    ...kinds.map((kind) => h("option", { value: kind, selected: kind === table.asked?.as }, kind)),
  );
  select.addEventListener("change", () => {
    choose({ document, kind: "table", table: index, as: select.value === "" ? null : (select.value as TableKind) });
  });
  return h("label", { className: "note stack tight", "data-tone": "careful" }, texts.askKind(table.name), select);
}

function tableBox(table: TablePreview, index: number, document: number, choose: Choose): HTMLElement {
  const texts = paneTexts().work;
  const rows = h("div");
  const details = h("details", {}, h("summary", {}, `${table.name} (${texts.rows(table.rows.length)})`), rows);
  // Rows are made when somebody opens the table: a document may hold tens of thousands.
  details.addEventListener("toggle", () => {
    if (details.open && rows.childElementCount === 0)
      replaceChildren(
        rows,
        longList(table.rows, (row) => rowItem(row, document, choose)),
      );
  });
  return h("div", {}, kindChooser(table, index, document, choose), details);
}

function dateQuestion(preview: ImportPreview, document: number, choose: Choose): HTMLElement | null {
  if (!preview.needsDate) return null;
  const input = h("input", { type: "date", value: preview.needsDate.date ?? "", "data-action": "document-date" });
  input.addEventListener("change", () =>
    choose({ document, kind: "date", date: input.value === "" ? null : input.value }),
  );
  return h("label", { className: "note stack tight", "data-tone": "careful" }, paneTexts().work.askDate, input);
}

function effectsLine(tables: readonly TablePreview[]): HTMLElement {
  const rows = tables.flatMap((table) => table.rows);
  const count = (test: (row: RowPreview) => boolean): number => rows.filter(test).length;
  const [added, moved] = [count(({ kind }) => kind === "new"), count(({ kind }) => kind === "status")];
  const [conflicts, unread] = [count((row) => row.conflicts > 0), count(({ kind }) => kind === "unread")];
  return h("p", {}, paneTexts().work.summaryOfEffects(added, moved, conflicts, unread));
}

/** The preview of one document, or why it was not read. */
export function previewBox(preview: ImportPreview, document: number, choose: Choose): HTMLElement {
  const texts = paneTexts().work;
  if (!preview.summary) {
    return h(
      "div",
      { className: "note stack tight", "data-tone": "bad" },
      h("h3", {}, texts.notRead(preview.name)),
      ...preview.problems.map((problem) => h("p", {}, problem.message)),
    );
  }
  const { title, date, tables } = preview.summary;
  const isWhole = preview.problems.every(({ severity }) => severity === "info") && preview.problems.length === 0;
  return h(
    "div",
    { className: "note stack tight" },
    h("h3", {}, preview.name),
    h("p", {}, date === null ? title : `${title}, ${formatDate(date)}`),
    dateQuestion(preview, document, choose),
    effectsLine(tables),
    ...tables.map((table, index) => tableBox(table, index, document, choose)),
    isWhole
      ? h("p", { className: "hint" }, texts.noProblems)
      : h("details", {}, h("summary", {}, texts.problems(preview.problems.length)), ...problemGroups(preview.problems)),
  );
}
