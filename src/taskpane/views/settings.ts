/** Settings of the workbook: the current meeting, how strict the guard is, whether the add-in starts with it; and the person's own name. */
import { paneTexts } from "../../i18n/pane";
import { field, fill, h, uniqueId } from "../dom";
import type { PaneSettings, SettingsPort } from "../ports";
import { meetingLabel } from "./meeting-label";

/** Builds the view into `panel`. */
export class SettingsView {
  private readonly meeting = h("select", { className: "input" });
  private readonly date = h("input", { type: "date", className: "input" });
  private readonly modes = new Map<PaneSettings["mode"], HTMLInputElement>();
  private readonly start = h("input", { type: "checkbox" });
  private readonly who = h("input", { type: "text", className: "input", autocomplete: "name", maxLength: 80 });

  constructor(
    panel: HTMLElement,
    private readonly port: SettingsPort,
    private readonly say: (text: string) => void,
  ) {
    const texts = paneTexts().settings;
    panel.append(
      h(
        "div",
        { className: "stack" },
        field(texts.meeting, this.meeting, texts.meetingHint),
        field(texts.date, this.date, texts.dateHint),
        this.modeChoice(),
        this.startChoice(),
        field(texts.who, this.who, texts.whoHint),
      ),
    );
    this.meeting.addEventListener("change", () => void this.save({ currentMeeting: this.meeting.value || null }));
    this.date.addEventListener("change", () => void this.save({ currentDate: this.date.value || null }));
    this.start.addEventListener("change", () => void this.save({ startWithWorkbook: this.start.checked }));
    this.who.addEventListener("change", () => void this.saveWho());
    this.who.value = port.who();
    port.onSettingsChanged(() => void this.refresh());
    void this.refresh();
  }

  /** Shows what the workbook holds now. */
  async refresh(): Promise<void> {
    const [settings, meetings] = await Promise.all([this.port.read(), this.port.meetings()]);
    const known = meetings.some((meeting) => meeting.id === settings.currentMeeting);
    fill(
      this.meeting,
      h("option", { value: "" }, paneTexts().settings.noMeeting),
      ...meetings.map((meeting) => h("option", { value: meeting.id }, meetingLabel(meeting))),
      settings.currentMeeting !== null && !known
        ? h("option", { value: settings.currentMeeting }, settings.currentMeeting)
        : null,
    );
    this.meeting.value = settings.currentMeeting ?? "";
    this.date.value = settings.currentDate ?? "";
    this.start.checked = settings.startWithWorkbook;
    for (const [mode, input] of this.modes) input.checked = mode === settings.mode;
  }

  private modeChoice(): HTMLElement {
    const texts = paneTexts().settings;
    const name = uniqueId("mode");
    const choice = (mode: PaneSettings["mode"], label: string) => {
      const input = h("input", { type: "radio", name, value: mode });
      input.addEventListener("change", () => void this.save({ mode }));
      this.modes.set(mode, input);
      return h("label", { className: "choice" }, input, h("span", {}, label));
    };
    return h(
      "fieldset",
      {},
      h("legend", {}, texts.mode),
      choice("enforce", texts.enforce),
      choice("advise", texts.advise),
    );
  }

  private startChoice(): HTMLElement {
    const texts = paneTexts().settings;
    const hint = h("span", { className: "hint", id: uniqueId("start") }, texts.startHint);
    this.start.setAttribute("aria-describedby", hint.id);
    return h("div", {}, h("label", { className: "choice" }, this.start, h("span", {}, texts.start)), hint);
  }

  private async saveWho(): Promise<void> {
    const texts = paneTexts().settings;
    try {
      const { name, kept } = await this.port.saveWho(this.who.value);
      this.who.value = name;
      this.say(kept ? texts.saved : texts.whoNotKept);
    } catch (error) {
      this.say(texts.failed(error instanceof Error ? error.message : String(error)));
    }
  }

  private async save(changes: Partial<PaneSettings>): Promise<void> {
    const texts = paneTexts().settings;
    try {
      await this.port.write(changes);
      this.say(texts.saved);
    } catch (error) {
      this.say(texts.failed(error instanceof Error ? error.message : String(error)));
      await this.refresh();
    }
  }
}
