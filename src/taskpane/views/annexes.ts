/** Annexes of a report: which one, what is missing before it is written, and the outputs: sheets, Word, the clipboard. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { generate } from "../../commands/actions";
import type { MeetingCounts, ReportPreview, ReportRequest } from "../../commands/annexes";
import { describeError } from "../../commands/errors";
import type { EditableHeading, GapPlace } from "../../domain/annexes";
import { datedMeetings } from "../../domain/annexes/dated-meetings";
import type { Meeting } from "../../domain/model";
import { isOneOf } from "../../domain/vocabulary";
import { goTo, goToItem } from "../../excel/navigation";
import { REPORT_FAMILIES } from "../../domain/document";
import { currentProgramme } from "../../excel/programme-store";
import { MEETINGS } from "../../excel/table-specs/tables";
import { currentSettings } from "../../excel/settings";
import { writeSettings } from "../../excel/write-settings";
import { reportTexts } from "../../i18n/reports";
import { copyReport, downloadReport } from "../report-output";
import { button, field, hint, options, valueOf, type Content } from "../templates";
import { ConfirmButton } from "./confirm-button";
import { HeadingsEditor, isText, textFieldId, type EnteredHeading } from "./editable-headings";
import { meetingLabel } from "./meeting-label";

/** With up to this many, the list of what is missing is open at once. */
const SHOWN_OPEN = 5;

const annexes = () => import(/* webpackChunkName: "annexes" */ "../../commands/annexes");

/** The outcome of the last output: a sentence, and the report's text where the host does not allow copying. */
interface ReportResult {
  sentence: string;
  text: string | null;
}

/** Renders the card into an element of its own. Nothing is generated before the view is shown. */
export class AnnexesView {
  readonly element = document.createElement("section");
  private readonly texts = this.editor(() => ({
    summary: reportTexts().pane.textsTitle,
    hint: reportTexts().pane.textsHint,
  }));
  private readonly headings = this.editor(() => ({
    summary: reportTexts().pane.headings,
    hint: reportTexts().pane.headingsHint,
  }));
  private readonly statistics = document.createElement("details");
  private readonly undecided = new ConfirmButton(() => generate(this.request), "primary");
  private meetings: readonly Meeting[] = [];
  private request: ReportRequest = { family: "executive-summary", meeting: "" };
  /** The preview of the chosen report; "loading" while it is generated. */
  private preview: ReportPreview | "loading" | null = null;
  /** The user's own Word file whose styles and headers the report takes over. */
  private template: File | null = null;
  private result: ReportResult | null = null;
  private isStale = true;
  private previews = 0;

  constructor(
    private readonly isVisible: () => boolean,
    private readonly announce: (text: string) => void,
  ) {
    this.element.className = "card stack";
    this.render();
  }

  /** The view becomes visible. */
  show(): void {
    if (this.isStale) void this.refresh();
  }

  /** Offers the meetings of the programme; postponed while the view is hidden, so that edits do not wait for it. */
  async refresh(): Promise<void> {
    this.isStale = !this.isVisible();
    const programme = currentProgramme();
    if (this.isStale) return;
    this.meetings = programme ? datedMeetings(programme) : [];
    if (!this.meetings.some(({ id }) => id === this.request.meeting)) {
      const preferred = programme ? (await annexes()).reportDefaults().meeting : null;
      this.request = { ...this.request, meeting: preferred ?? this.meetings[0]?.id ?? "" };
    }
    await this.refreshPreview();
  }

  private async refreshPreview(): Promise<void> {
    this.previews += 1;
    const current = this.previews;
    const programme = this.request.meeting === "" ? null : currentProgramme();
    if (programme && this.preview === null) this.preview = "loading";
    this.render();
    const { request } = this;
    const preview = programme ? await this.attempt(async () => (await annexes()).previewReport(request)) : null;
    // Another report was chosen meanwhile.
    if (current !== this.previews) return;
    this.preview = preview;
    const headings = preview?.headings ?? [];
    this.texts.show(headings.filter(isText));
    this.headings.show(headings.filter((heading) => !isText(heading)));
    await this.showStatistics(preview?.counts ?? null);
    this.render();
  }

  private render(): void {
    const texts = reportTexts();
    const hasMeeting = this.meetings.length > 0;
    const families = REPORT_FAMILIES.map((value) => ({ value, label: texts.reports[value] }));
    const meetings = hasMeeting
      ? this.meetings.map((meeting) => ({ value: meeting.id, label: meetingLabel(meeting) }))
      : [{ value: "", label: texts.pane.noMeetings }];
    const family = html`<select
      id="report-family"
      class="input"
      @change=${(event: Event) => {
        const value = valueOf(event);
        return this.choose({ family: isOneOf(REPORT_FAMILIES, value) ? value : "executive-summary" });
      }}
    >
      ${options(families, this.request.family)}
    </select>`;
    const meeting = html`<select
      id="report-meeting"
      class="input"
      @change=${(event: Event) => this.choose({ meeting: valueOf(event) })}
    >
      ${options(meetings, this.request.meeting)}
    </select>`;
    const output = { disabled: !hasMeeting };
    render(
      html`<h2>${texts.pane.title}</h2>
        ${hint(texts.pane.help)} ${field("report-family", texts.pane.report, family)}
        ${field("report-meeting", texts.pane.meeting, meeting)}
        <div class="stack tight">${this.previewBox()}</div>
        <div class="row">
          ${this.sheetsButton(!hasMeeting)} ${button(texts.pane.word, () => this.word(), output)}
          ${button(texts.pane.copy, () => this.copy(), output)}
        </div>
        ${field("report-template", texts.pane.template, this.templateInput(), texts.pane.templateHint)}
        <div>${this.resultBox()}</div>
        ${this.request.family === "executive-summary" ? html`${this.texts.element} ${this.statistics}` : nothing}
        ${this.headings.element}`,
      this.element,
    );
  }

  private templateInput(): TemplateResult {
    const choose = ({ currentTarget }: Event): void => {
      if (currentTarget instanceof HTMLInputElement) this.template = currentTarget.files?.[0] ?? null;
    };
    return html`<input
      id="report-template"
      class="input"
      type="file"
      accept=".docx,.dotx"
      aria-describedby="report-template-hint"
      @change=${choose}
    />`;
  }

  private editor(labels: () => { summary: string; hint: string }): HeadingsEditor {
    return new HeadingsEditor((slot, entered) => this.saveHeading(slot, entered), labels);
  }

  private async showStatistics(counts: MeetingCounts | null): Promise<void> {
    if (counts === null) return;
    const { statisticsForm } = await import(/* webpackChunkName: "annexes" */ "./statistics-form");
    const { meeting } = this.request;
    const save = async (typed: Pick<MeetingCounts, "documents" | "participants">): Promise<void> => {
      await this.attempt(async () => (await annexes()).enterCounts(meeting, typed));
      this.announce(reportTexts().pane.saved);
      await this.refreshPreview();
    };
    render(
      html`<summary>${reportTexts().pane.statistics.title}</summary>
        ${statisticsForm(counts, save)}`,
      this.statistics,
    );
  }

  /** The button for sheets; it asks first where the meeting has not decided anything. */
  private sheetsButton(disabled: boolean): Content {
    const { sheets, undecided, cancel } = reportTexts().pane;
    const isUndecided = this.preview !== null && this.preview !== "loading" && this.preview.decisions === 0;
    if (!isUndecided) return button(sheets, () => generate(this.request), { kind: "primary", disabled });
    const confirmation = undecided(this.request.meeting);
    return this.undecided.show({ start: sheets, confirmation, confirm: sheets, cancel }).element;
  }

  private previewBox(): Content {
    const texts = reportTexts();
    if (this.preview === null) return nothing;
    if (this.preview === "loading") return hint(texts.pane.preparing);
    const { rows, tables, gaps, differences } = this.preview;
    const missing = texts.pane.missing(gaps.length);
    const list = html`<details ?open=${gaps.length <= SHOWN_OPEN}>
      <summary>${missing}</summary>
      <ul class="stack">
        ${gaps.map((gap) => this.gap(gap))}
      </ul>
    </details>`;
    return html`<p>${texts.pane.contents(rows, tables)}</p>
      ${differences > 0 ? html`<p>${texts.differs(differences)}</p>` : nothing}
      ${gaps.length === 0 ? html`<p>${missing}</p>` : list}`;
  }

  private gap({ place, name, message }: ReportPreview["gaps"][number]): TemplateResult {
    const { goTo, enter } = reportTexts().pane;
    const label = "part" in place ? enter : goTo(name);
    return html`<li class="stack tight">
      <span>${message}</span>
      ${button(label, () => this.attempt(() => this.goToGap(place)), { kind: "subtle", ariaLabel: `${label}: ${message}` })}
    </li>`;
  }

  /** Shows where a missing value is entered. */
  private async goToGap(place: GapPlace): Promise<void> {
    if ("item" in place) return goToItem(place.item);
    if ("meeting" in place) return goTo({ table: MEETINGS.name, key: place.meeting, header: "From" });
    const { part } = place;
    if (part === "interim") return (await annexes()).showInterimSheet(this.request.meeting);
    const isCount = part === "documents" || part === "participants";
    (isCount ? this.statistics : this.texts.element).open = true;
    const field = isCount
      ? this.statistics.querySelector<HTMLElement>(part === "documents" ? "[name=C]" : "input")
      : document.getElementById(textFieldId(part));
    field?.focus();
  }

  private resultBox(): Content {
    if (this.result === null) return nothing;
    const { sentence, text } = this.result;
    const copy = html`<textarea id="report-text" class="input" rows="8" readonly .value=${text ?? ""}></textarea>`;
    return html`<div class="note stack tight">
      <p>${sentence}</p>
      ${text === null ? nothing : field("report-text", reportTexts().pane.plainText, copy)}
    </div>`;
  }

  private async choose(changes: Partial<ReportRequest>): Promise<void> {
    this.request = { ...this.request, ...changes };
    this.preview = null;
    await this.refreshPreview();
  }

  private async saveHeading(slot: EditableHeading, entered: EnteredHeading): Promise<void> {
    await this.attempt(async () => {
      const { withCustomHeading } = await annexes();
      const reportWords = withCustomHeading(currentSettings().reportWords, this.request.meeting, slot, entered);
      await writeSettings({ reportWords });
      this.announce(reportTexts().pane.saved);
    });
    await this.refreshPreview();
  }

  private async word(): Promise<void> {
    const name = await this.attempt(() => downloadReport(this.request, this.template));
    if (name !== null) this.showResult(reportTexts().wordWritten(name));
  }

  private async copy(): Promise<void> {
    const outcome = await this.attempt(() => copyReport(this.request));
    if (outcome?.copied === true) this.showResult(reportTexts().copied);
    if (outcome?.copied !== false) return;
    this.showResult(reportTexts().notCopied, outcome.text);
    this.element.querySelector<HTMLTextAreaElement>("#report-text")?.select();
  }

  private showResult(sentence: string, text: string | null = null): void {
    this.result = { sentence, text };
    this.render();
    this.announce(sentence);
  }

  /** Runs an action; its error is shown below the buttons. */
  private async attempt<T>(action: () => Promise<T>): Promise<T | null> {
    this.result = null;
    this.render();
    try {
      return await action();
    } catch (error) {
      this.showResult(describeError(error));
      return null;
    }
  }
}
