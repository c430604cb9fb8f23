/** The preview of one document: its tables with what each row would change, what is asked for, and what was not understood. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { TABLE_KINDS } from "../../domain/document";
import { isOneOf, type Status } from "../../domain/vocabulary";
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { statusText } from "../../i18n/rules";
import type {
  DocumentChoice,
  DocumentPreview,
  ImportPreview,
  ProblemLine,
  RowPreview,
  TablePreview,
} from "../import-preview";
import { button, field, hint, options, valueOf, type Content } from "../templates";
import { meetingLabel } from "./meeting-label";

const TONES = { error: "bad", warning: "careful", info: "plain" } as const;
/** Entries of a list shown at once: more would hold up the page. */
const SHOWN_AT_ONCE = 100;
/** Problems of a kind that are listed without being opened. */
const LISTED = 3;
/** The kinds that a table of a report can be. */
const KINDS = TABLE_KINDS.filter((kind) => kind !== "Work programme export");

let boxes = 0;

/** Renders the preview of one document into an element of its own. Rows are rendered when their table is opened. */
export class PreviewBox {
  readonly element = document.createElement("div");
  private readonly id = `import-${String((boxes += 1))}`;
  private preview: ImportPreview | null = null;
  /** Lists that are open, by name. */
  private readonly open = new Set<string>();
  /** Number of entries shown of a long list, by name. */
  private readonly shown = new Map<string, number>();
  /** Whether the date is entered rather than that of a meeting. */
  private isOtherDate = false;

  constructor(private readonly choose: (choice: DocumentChoice) => void) {}

  /** Shows a preview; what was opened stays open. */
  show(preview: ImportPreview): void {
    this.preview = preview;
    this.render();
  }

  private render(): void {
    const { preview } = this;
    if (!preview) return;
    this.element.className = "note stack tight";
    this.element.dataset["tone"] = preview.summary ? "plain" : "bad";
    render(preview.summary ? this.document(preview, preview.summary) : refusal(preview), this.element);
  }

  private document(preview: ImportPreview, summary: DocumentPreview): TemplateResult {
    const texts = paneTexts().work;
    const { title, date, tables } = summary;
    const { problems } = preview;
    return html`<h3>${preview.name}</h3>
      <p>${date === null ? title : `${title}, ${formatDate(date)}`}</p>
      ${this.dateQuestion(preview)} ${summary.isCorrection ? html`<p>${texts.correction(title)}</p>` : nothing}
      ${date === null ? nothing : effectsLine(tables)} ${this.takenAway(summary)}
      ${tables.map((table, index) => this.table(table, index))}
      ${
        problems.length === 0
          ? hint(texts.noProblems)
          : this.details("problems", texts.problems(problems.length), () => this.problems(problems))
      }`;
  }

  private dateQuestion({ needsDate }: ImportPreview): Content {
    if (!needsDate) return nothing;
    const texts = paneTexts().work;
    const { date, meetings } = needsDate;
    const choose = (value: string): void => this.choose({ kind: "date", date: value === "" ? null : value });
    const closing = meetings.map((meeting) => ({ value: meeting.to ?? "", label: meetingLabel(meeting) }));
    const isMeeting = !this.isOtherDate && closing.some(({ value }) => value === date);
    const select = html`<select
      id="${this.id}-meeting"
      class="input"
      data-action="document-meeting"
      @change=${(event: Event) => {
        const value = valueOf(event);
        this.isOtherDate = value === "";
        choose(value);
      }}
    >
      ${options([{ value: "", label: texts.otherDate }, ...closing], isMeeting ? (date ?? "") : "")}
    </select>`;
    const input = html`<input
      id="${this.id}-date"
      class="input"
      type="date"
      data-action="document-date"
      .value=${date ?? ""}
      @change=${(event: Event) => {
        this.isOtherDate = true;
        choose(valueOf(event));
      }}
    />`;
    return html`<div class="note stack tight" data-tone="careful">
      ${closing.length === 0 ? nothing : field(`${this.id}-meeting`, texts.askMeeting, select)}
      ${isMeeting ? nothing : field(`${this.id}-date`, texts.askDate, input)}
    </div>`;
  }

  private takenAway({ takenAway }: DocumentPreview): Content {
    if (takenAway.length === 0) return nothing;
    const texts = paneTexts().work;
    return this.details("taken away", texts.takenAway(takenAway.length), () =>
      this.list("taken away", takenAway, ({ item, from, to }) => {
        const effect = to === null ? texts.removed : from === to ? texts.effects.same : statusChange(from, to);
        return html`<li data-effect="taken-away"><strong>${item}</strong> ${effect}</li>`;
      }),
    );
  }

  private table(table: TablePreview, index: number): TemplateResult {
    const name = `table ${String(index)}`;
    const title = `${table.name} (${paneTexts().work.rows(table.rows.length)})`;
    return html`<div>
      ${this.kindQuestion(table, index)}
      ${this.details(name, title, () => this.list(name, table.rows, (row) => this.row(row)))}
    </div>`;
  }

  private kindQuestion({ asked, name }: TablePreview, index: number): Content {
    if (!asked) return nothing;
    const texts = paneTexts().work;
    const kinds = KINDS.map((kind) => ({ value: kind, label: kind }));
    const id = `${this.id}-kind-${String(index)}`;
    const select = html`<select
      id=${id}
      class="input"
      data-action="table-kind"
      @change=${(event: Event) => {
        const kind = valueOf(event);
        this.choose({ kind: "table", table: index, as: isOneOf(KINDS, kind) ? kind : null });
      }}
    >
      ${options([{ value: "", label: texts.kindUnknown }, ...kinds], asked.as ?? "")}
    </select>`;
    return html`<div class="note" data-tone="careful">${field(id, texts.askKind(name), select)}</div>`;
  }

  private row(row: RowPreview): TemplateResult {
    const texts = paneTexts().work;
    const keep = html`<input
      type="checkbox"
      aria-label=${texts.leaveOut(row.item)}
      .checked=${!row.left}
      @change=${({ currentTarget }: Event) => {
        if (!(currentTarget instanceof HTMLInputElement)) return;
        row.left = !currentTarget.checked;
        this.choose({ kind: "row", row: row.index, left: row.left });
      }}
    />`;
    // What a row would change depends on the date, which is asked for above.
    const isDated = (this.preview?.summary?.date ?? null) !== null;
    const conflicts = row.conflicts.map(
      ({ column, yours, document }) => html`<p class="hint">${texts.conflict(column, yours, document)}</p>`,
    );
    return html`<li data-effect=${row.kind}>
      <label class="choice"
        >${keep}<span><strong>${row.item}</strong> ${isDated ? effectText(row) : nothing}</span></label
      >
      ${conflicts}
    </li>`;
  }

  private problems(problems: readonly ProblemLine[]): TemplateResult {
    const groups = new Map<string, ProblemLine[]>();
    for (const problem of problems) {
      const group = groups.get(problem.group);
      if (group) group.push(problem);
      else groups.set(problem.group, [problem]);
    }
    return html`<div class="stack tight">
      ${[...groups].map(([code, group]) => {
        const list = () => this.list(code, group, problemItem);
        if (group.length <= LISTED) return list();
        return this.details(code, paneTexts().work.alike(group.length, group[0]?.message ?? ""), list);
      })}
    </div>`;
  }

  /** A section that can be opened; its content is rendered while it is open. */
  private details(name: string, summary: string, content: () => Content): TemplateResult {
    const isOpen = this.open.has(name);
    return html`<details
      ?open=${isOpen}
      @toggle=${({ currentTarget }: Event) => {
        if (!(currentTarget instanceof HTMLDetailsElement) || currentTarget.open === this.open.has(name)) return;
        if (currentTarget.open) this.open.add(name);
        else this.open.delete(name);
        this.render();
      }}
    >
      <summary>${summary}</summary>
      ${isOpen ? content() : nothing}
    </details>`;
  }

  /** The first of many entries, and a button for more. */
  private list<Entry>(name: string, entries: readonly Entry[], show: (entry: Entry) => TemplateResult): TemplateResult {
    const shown = this.shown.get(name) ?? SHOWN_AT_ONCE;
    const rest = entries.length - shown;
    const more = button(paneTexts().work.more(rest), () => {
      this.shown.set(name, shown + SHOWN_AT_ONCE);
      this.render();
    });
    return html`<ul class="stack tight">
      ${entries.slice(0, shown).map(show)} ${rest > 0 ? html`<li>${more}</li>` : nothing}
    </ul>`;
  }
}

function refusal({ name, problems }: ImportPreview): TemplateResult {
  return html`<h3>${paneTexts().work.notRead(name)}</h3>
    ${problems.map(({ message }) => html`<p>${message}</p>`)}`;
}

function problemItem({ place, severity, message }: ProblemLine): TemplateResult {
  return html`<li class="note" data-tone=${TONES[severity]}>
    ${place === "" ? message : paneTexts().labelled(place, message)}
  </li>`;
}

function effectsLine(tables: readonly TablePreview[]): TemplateResult {
  const rows = tables.flatMap((table) => table.rows);
  const count = (test: (row: RowPreview) => boolean): number => rows.filter(test).length;
  const [added, moved] = [count(({ kind }) => kind === "new"), count(({ kind }) => kind === "status")];
  const [conflicts, unread] = [count((row) => row.conflicts.length > 0), count(({ kind }) => kind === "unread")];
  return html`<p>${paneTexts().work.summaryOfEffects(added, moved, conflicts, unread)}</p>`;
}

function effectText({ kind, from, to, line }: RowPreview): string {
  const { effects, unreadLine } = paneTexts().work;
  if (kind === "new") return effects.new(shownStatus(to));
  if (kind === "unread") return `${effects.unread} (${unreadLine(line)})`;
  return kind === "status" ? statusChange(from, to) : effects[kind];
}

function statusChange(from: Status | null, to: Status | null): string {
  return paneTexts().work.effects.status(shownStatus(from), shownStatus(to));
}

function shownStatus(status: Status | null): string {
  return status === null ? "" : statusText(status);
}
