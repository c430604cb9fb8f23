/** Annexes of a report: which one, what is missing before it is written, and the ways out: sheets, Word, the clipboard. */
import type { ReportLook, ReportRequest } from "../../commands/annexes";
import { reportTexts } from "../../i18n/reports";
import { formatDate } from "../../i18n/language";
import type { Meeting } from "../../domain/model";
import { isOneOf } from "../../domain/vocabulary";
import { button, field, fill, h } from "../dom";
import type { AnnexesPort } from "../ports";
import { WordsEditor } from "./editable-headings";
import { meetingLabel } from "./meeting-label";

const FAMILIES = ["executive-summary", "lead-study-group-report"] as const;
const CHOSEN_DAY = "day";

/** Builds the view into `panel`. Nothing is generated before the view is shown. */
export class AnnexesView {
  private readonly family = h("select", { className: "input" });
  private readonly meeting = h("select", { className: "input" });
  private readonly found = h("div", { className: "stack tight" });
  private readonly result = h("div", {});
  private readonly since = h("select", { className: "input" });
  private readonly day = h("input", { type: "date", className: "input" });
  private readonly words: WordsEditor;
  private readonly controls: HTMLButtonElement[];
  private stale = true;
  private asked = 0;

  constructor(
    private readonly panel: HTMLElement,
    private readonly port: AnnexesPort,
    private readonly announce: (text: string) => void,
  ) {
    const texts = reportTexts();
    this.words = new WordsEditor(async (slot, words) => {
      await this.attempt(async () => {
        await port.saveWords(this.meeting.value, slot, words);
        this.announce(texts.pane.saved);
      });
      await this.look();
    });
    this.controls = [
      button(texts.pane.sheets, () => port.generate(this.request()), { className: "button primary" }),
      button(texts.pane.word, () => this.word()),
      button(texts.pane.copy, () => this.copy()),
    ];
    fill(this.family, ...FAMILIES.map((family) => h("option", { value: family }, texts.reports[family])));
    for (const choice of [this.family, this.meeting]) choice.addEventListener("change", () => void this.look());
    panel.append(h("div", { className: "stack" }, this.reportCard(), this.changesCard()));
  }

  /** The view comes into sight. */
  show(): void {
    if (this.stale) void this.refresh();
  }

  /** Offers what the workbook knows now; while nobody looks, once somebody does: edits are not to wait for it. */
  async refresh(): Promise<void> {
    this.stale = this.panel.hidden;
    if (this.stale) return;
    const [meetings, defaults] = await Promise.all([this.port.meetings(), this.port.defaults()]);
    this.offerMeetings(meetings, defaults?.meeting ?? null);
    this.offerDays(meetings, defaults?.since ?? null);
    await this.look();
  }

  private reportCard(): HTMLElement {
    const texts = reportTexts().pane;
    return h(
      "section",
      { className: "card stack" },
      h("h2", {}, texts.title),
      h("p", { className: "hint" }, texts.help),
      field(texts.report, this.family),
      field(texts.meeting, this.meeting),
      this.found,
      h("div", { className: "row" }, ...this.controls),
      this.result,
      this.words.element,
    );
  }

  private changesCard(): HTMLElement {
    const texts = reportTexts().pane;
    const day = field(texts.day, this.day);
    const follow = () => {
      day.hidden = this.since.value !== CHOSEN_DAY;
    };
    this.since.addEventListener("change", follow);
    this.offerDays([], null);
    follow();
    const chosen = () => (this.since.value === CHOSEN_DAY ? this.day.value : this.since.value) || null;
    return h(
      "section",
      { className: "card stack" },
      h("h2", {}, texts.changedTitle),
      h("p", { className: "hint" }, texts.changedHelp),
      field(texts.since, this.since),
      day,
      h(
        "div",
        {},
        button(texts.changed, () => this.port.whatChanged(chosen())),
      ),
    );
  }

  private offerMeetings(meetings: readonly Meeting[], preferred: string | null): void {
    const before = this.meeting.value;
    const offered = meetings.filter(({ id }) => /^\d{4}-\d{2}$/.test(id));
    fill(this.meeting, ...offered.map((meeting) => h("option", { value: meeting.id }, meetingLabel(meeting))));
    if (offered.length === 0) fill(this.meeting, h("option", { value: "" }, reportTexts().pane.noMeetings));
    else this.meeting.value = offered.some(({ id }) => id === before) ? before : (preferred ?? offered[0]?.id ?? "");
    for (const control of this.controls) control.disabled = offered.length === 0;
  }

  private offerDays(meetings: readonly Meeting[], preferred: string | null): void {
    const texts = reportTexts().pane;
    const before = this.since.value;
    const days = meetings.flatMap(({ id, to, held }) => (held && to !== null ? [{ id, to }] : []));
    fill(
      this.since,
      ...days.map(({ id, to }) => h("option", { value: to }, texts.sinceMeeting(id, formatDate(to)))),
      h("option", { value: CHOSEN_DAY }, texts.sinceDay),
    );
    const wanted = [before, preferred, days.at(-1)?.to].find((value) => days.some(({ to }) => to === value));
    this.since.value = wanted ?? CHOSEN_DAY;
    this.since.dispatchEvent(new Event("change"));
  }

  private request(): ReportRequest {
    const family = this.family.value;
    return { family: isOneOf(FAMILIES, family) ? family : "executive-summary", meeting: this.meeting.value };
  }

  /** Shows what the report would hold and what it lacks. */
  private async look(): Promise<void> {
    const mine = (this.asked += 1);
    if (this.meeting.value === "") {
      fill(this.found);
      this.words.show([]);
      return;
    }
    fill(this.found, h("p", { className: "hint" }, reportTexts().pane.looking));
    const look = await this.attempt(() => this.port.look(this.request()));
    // Another choice was made meanwhile.
    if (mine !== this.asked) return;
    fill(this.found, look ? this.lookBox(look) : null);
    this.words.show(look?.words ?? []);
  }

  private lookBox({ rows, tables, gaps, differences }: ReportLook): HTMLElement {
    const texts = reportTexts();
    const lines = gaps.map((gap) =>
      h(
        "li",
        { className: "stack tight" },
        h("span", {}, gap.message),
        button(texts.pane.goTo(gap.name), () => this.attempt(() => this.port.showItem(gap.item)), {
          className: "button subtle",
        }),
      ),
    );
    const missing = texts.pane.missing(gaps.length);
    return h(
      "div",
      { className: "stack tight" },
      h("p", {}, texts.pane.contents(rows, tables)),
      differences > 0 ? h("p", {}, texts.differs(differences)) : null,
      gaps.length === 0
        ? h("p", {}, missing)
        : h(
            "details",
            { open: gaps.length <= 5 },
            h("summary", {}, missing),
            h("ul", { className: "stack" }, ...lines),
          ),
    );
  }

  private async word(): Promise<void> {
    const name = await this.attempt(() => this.port.word(this.request()));
    if (name !== null) this.say(reportTexts().wordWritten(name));
  }

  private async copy(): Promise<void> {
    const texts = reportTexts();
    const outcome = await this.attempt(() => this.port.copy(this.request()));
    if (outcome === null) return;
    if (outcome.copied) {
      this.say(texts.copied);
      return;
    }
    const text = h("textarea", { className: "input", readOnly: true, rows: 8, value: outcome.text });
    this.say(texts.notCopied, field(texts.pane.plainText, text));
    text.select();
  }

  private say(text: string, ...more: HTMLElement[]): void {
    fill(this.result, h("div", { className: "note stack tight" }, h("p", {}, text), ...more));
    this.announce(text);
  }

  /** Does something; what goes wrong is said. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    fill(this.result);
    try {
      return await work();
    } catch (error) {
      this.say(this.port.describeError(error));
      return null;
    }
  }
}
