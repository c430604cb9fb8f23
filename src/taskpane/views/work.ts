/** Work: load, import, check and the other jobs, with the progress of the one under way and what came of the last. */
import type { ActivityState, Outcome } from "../../commands/activity";
import { formatDate, formatNumber } from "../../programme/messages/language";
import { paneTexts } from "../../programme/messages/pane";
import type { Meeting } from "../../programme/model";
import { button, field, fill, h } from "../dom";
import type { ImportPreview, WorkPort } from "../ports";

/** A meeting as a choice: "September 2023, Goyang", its id where no more is known. */
export function meetingLabel(meeting: Meeting): string {
  const when = meeting.to ?? meeting.from;
  const parts = [when === null ? meeting.id : `${meeting.id} (${formatDate(when)})`, meeting.place];
  return parts.filter((part) => part !== null).join(", ");
}

function jobCard(title: string, help: string, ...controls: HTMLElement[]): HTMLElement {
  return h(
    "section",
    { className: "card stack" },
    h("h2", {}, title),
    h("p", { className: "hint" }, help),
    ...controls,
  );
}

/** The running job with its bar and Cancel, or the outcome of the last one. */
function activityBox(state: ActivityState, port: WorkPort): HTMLElement | null {
  const texts = paneTexts().work;
  if (state.running) {
    const { progress, cancelling } = state.running;
    const bar = h("progress", { "aria-label": progress.step || texts.working });
    if (progress.total > 0) {
      bar.max = progress.total;
      bar.value = progress.done;
    }
    return h(
      "div",
      { className: "note stack tight" },
      h("p", {}, cancelling ? texts.cancelling : progress.step || texts.working),
      bar,
      h(
        "div",
        { className: "row" },
        progress.total > 0
          ? h("span", { className: "hint" }, texts.progress(formatNumber(progress.done), formatNumber(progress.total)))
          : null,
        button(texts.cancel, () => port.activity.cancel(), { disabled: cancelling }),
      ),
    );
  }
  return state.outcome === null ? null : outcomeBox(state.outcome, port);
}

function outcomeBox(outcome: Outcome, port: WorkPort): HTMLElement {
  const texts = paneTexts().work;
  const tone = { done: "good", cancelled: "careful", failed: "bad" }[outcome.kind];
  const message = outcome.kind === "cancelled" ? texts.cancelled : outcome.message;
  const details = outcome.kind === "done" ? outcome.details : [];
  return h(
    "div",
    { className: "note stack tight", "data-tone": tone },
    h("p", {}, message),
    details.length === 0 ? null : h("ul", {}, ...details.map((line) => h("li", { className: "hint" }, line))),
    h(
      "div",
      { className: "row" },
      button(texts.close, () => port.activity.clear()),
    ),
  );
}

function previewBox(preview: ImportPreview): HTMLElement {
  const texts = paneTexts().work;
  const problems = h(
    "details",
    {},
    h("summary", {}, texts.problems(preview.problems.length)),
    h(
      "ul",
      { className: "stack tight" },
      ...preview.problems.map((problem) =>
        h(
          "li",
          { className: "note", "data-tone": { error: "bad", warning: "careful", info: "plain" }[problem.severity] },
          problem.line > 0 ? `${texts.line(problem.line)}: ${problem.message}` : problem.message,
        ),
      ),
    ),
  );
  if (!preview.summary) {
    return h(
      "div",
      { className: "note stack tight", "data-tone": "bad" },
      h("h3", {}, texts.notRead(preview.name)),
      ...preview.problems.map((problem) => h("p", {}, problem.message)),
    );
  }
  const { title, date, tables } = preview.summary;
  return h(
    "div",
    { className: "note stack tight" },
    h("h3", {}, preview.name),
    h("p", {}, date === null ? title : `${title}, ${formatDate(date)}`),
    h("ul", {}, ...tables.map((table) => h("li", {}, `${table.name}: ${texts.rows(table.rows)}`))),
    preview.problems.length === 0 ? h("p", { className: "hint" }, texts.noProblems) : problems,
  );
}

/** Builds the view into `panel`. */
export class WorkView {
  private readonly previews = h("div", { className: "stack", hidden: true });
  private readonly generateChoice = h("select", { className: "input" });
  private readonly generateButton: HTMLButtonElement | null;

  constructor(
    panel: HTMLElement,
    private readonly port: WorkPort,
  ) {
    const texts = paneTexts().work;
    const status = h("div", {});
    port.activity.on((state) => {
      const box = activityBox(state, port);
      fill(status, box);
    });
    const { generate, whatChanged } = port;
    this.generateButton = generate
      ? button(texts.generate, () => generate.call(port, this.generateChoice.value))
      : null;
    const since = h("input", { type: "date", className: "input" });
    panel.append(
      h(
        "div",
        { className: "stack" },
        status,
        jobCard(
          texts.loadTitle,
          texts.loadHelp,
          h(
            "div",
            {},
            button(texts.load, () => port.load(), { className: "button primary" }),
          ),
        ),
        jobCard(texts.importTitle, texts.importHelp, this.fileChooser(), this.previews),
        this.generateButton
          ? jobCard(
              texts.generateTitle,
              texts.generateHelp,
              field(texts.meeting, this.generateChoice),
              h("div", {}, this.generateButton),
            )
          : null,
        jobCard(
          texts.checkTitle,
          texts.checkHelp,
          h(
            "div",
            {},
            button(texts.check, () => port.check()),
          ),
        ),
        whatChanged
          ? jobCard(
              texts.changedTitle,
              texts.changedHelp,
              field(texts.since, since),
              h(
                "div",
                {},
                button(texts.changed, () => whatChanged.call(port, since.value)),
              ),
            )
          : null,
      ),
    );
    void this.refreshMeetings();
  }

  /** Offers the meetings the workbook knows now. */
  async refreshMeetings(): Promise<void> {
    if (!this.generateButton) return;
    const meetings = await this.port.meetings();
    fill(this.generateChoice, ...meetings.map((meeting) => h("option", { value: meeting.id }, meetingLabel(meeting))));
    this.generateButton.disabled = meetings.length === 0;
    if (meetings.length === 0) fill(this.generateChoice, h("option", { value: "" }, paneTexts().work.noMeetings));
  }

  private fileChooser(): HTMLElement {
    const texts = paneTexts().work;
    // The native control stays in the tab order through the button that opens it; its own look differs from host to host.
    const input = h("input", {
      type: "file",
      multiple: true,
      hidden: true,
      accept: ".txt,.docx,.csv,text/plain,text/csv",
    });
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      if (files.length > 0) void this.preview(files);
    });
    return h(
      "div",
      {},
      button(texts.choose, () => input.click()),
      input,
    );
  }

  private async preview(files: File[]): Promise<void> {
    const texts = paneTexts().work;
    this.previews.hidden = false;
    fill(this.previews, h("p", { className: "hint" }, texts.reading(files.map((file) => file.name).join(", "))));
    const previews = await this.port.preview(files);
    const done = () => {
      fill(this.previews);
      this.previews.hidden = true;
    };
    const readable = previews.some((preview) => preview.summary !== null);
    const write = button(texts.write, () => this.port.importPreviewed().then(done), {
      className: "button primary",
      "data-action": "write-import",
    });
    fill(
      this.previews,
      ...previews.map(previewBox),
      h("div", { className: "row" }, readable ? write : null, button(texts.discard, done)),
    );
  }
}
