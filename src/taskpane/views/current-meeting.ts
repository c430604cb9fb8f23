/** The current meeting at the head of the pane, on every tab: which one it is, and its dates, which are asked for where they are missing. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { enterMeetingDates } from "../../commands/actions";
import { describeError } from "../../commands/errors";
import { decidingMeetings } from "../../domain/rules/meetings";
import type { Meeting } from "../../domain/model";
import { currentProgramme } from "../../excel/programme-store";
import { currentSettings, onSettingsChanged, type WorkbookSettings } from "../../excel/settings";
import { writeSettings } from "../../excel/write-settings";
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { button, field, options, valueOf, type Choice } from "../templates";
import { meetingLabel } from "./meeting-label";

/** Renders the current meeting into its panel; nothing in a workbook without a work programme. */
export class CurrentMeetingView {
  private shown = currentSettings();
  /** The dates as typed so far. */
  private typed = { from: "", to: "" };

  constructor(
    private readonly panel: HTMLElement,
    private readonly showNotice: (text: string) => void,
  ) {
    onSettingsChanged((settings, origin) => {
      const changes = changedSettings(this.shown, settings);
      if (origin === "elsewhere" && changes.length > 0) showNotice(paneTexts().meeting.changed(changes));
      this.refresh();
    });
    this.refresh();
  }

  /** Shows the meeting as it is stored now. */
  refresh(): void {
    const { currentMeeting } = currentSettings();
    if (currentMeeting !== this.shown.currentMeeting) this.typed = { from: "", to: "" };
    this.shown = currentSettings();
    const meetings = currentProgramme()?.meetings ?? [];
    this.panel.hidden = meetings.length === 0;
    render(this.panel.hidden ? nothing : this.template(meetings), this.panel);
  }

  private template(meetings: readonly Meeting[]): TemplateResult {
    const texts = paneTexts().meeting;
    const { currentMeeting, currentDate } = this.shown;
    const meeting = meetings.find(({ id }) => id === currentMeeting);
    return html`<div class="row">
        <label for="current-meeting">${texts.label}</label>
        <select
          id="current-meeting"
          class="input"
          aria-describedby="current-meeting-dates"
          @change=${(event: Event) => this.choose(valueOf(event) || null)}
        >
          ${options(choicesAmong(meetings, currentMeeting), currentMeeting ?? "")}
        </select>
      </div>
      <p class="hint" id="current-meeting-dates">${datesOf(meeting, currentMeeting)}</p>
      ${currentDate === null ? nothing : html`<p class="hint">${texts.fixedDate(formatDate(currentDate))}</p>`}
      ${meeting && meeting.to === null && currentDate === null ? this.datesForm(meeting) : nothing}`;
  }

  private datesForm(meeting: Meeting): TemplateResult {
    const texts = paneTexts().meeting;
    const from = this.typed.from || (meeting.from ?? "");
    const input = (which: "from" | "to", label: string, value: string) => {
      const id = `current-meeting-${which}`;
      const typed = (event: Event) => this.type(which, valueOf(event));
      return field(id, label, html`<input id=${id} class="input" type="date" .value=${value} @change=${typed} />`);
    };
    return html`<div class="row">
      ${input("from", texts.from, from)} ${input("to", texts.to, this.typed.to)}
      ${button(texts.save, () => this.saveDates(meeting, from), { name: "save-dates" })}
    </div>`;
  }

  private type(which: "from" | "to", value: string): void {
    this.typed = { ...this.typed, [which]: value };
    this.refresh();
  }

  private async choose(currentMeeting: string | null): Promise<void> {
    await this.write(() => writeSettings({ currentMeeting }));
  }

  private async saveDates({ id }: Meeting, from: string): Promise<void> {
    const { to } = this.typed;
    if (to === "" || (from !== "" && from > to)) return this.showNotice(paneTexts().meeting.order);
    await this.write(() => enterMeetingDates(id, { from, to }));
  }

  private async write(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.showNotice(paneTexts().settings.failed(describeError(error)));
    }
    this.refresh();
  }
}

/** The meetings that decide, the latest first, with the chosen one where it is none of them. */
function choicesAmong(meetings: readonly Meeting[], chosen: string | null): Choice[] {
  const sorted = decidingMeetings(meetings).sort((a, b) => (a.id < b.id ? 1 : -1));
  const choices = sorted.map((meeting) => ({ value: meeting.id, label: meetingLabel(meeting) }));
  const isListed = chosen === null || choices.some(({ value }) => value === chosen);
  return [
    { value: "", label: paneTexts().meeting.none },
    ...choices,
    ...(isListed ? [] : [{ value: chosen, label: chosen }]),
  ];
}

function datesOf(meeting: Meeting | undefined, chosen: string | null): string {
  const texts = paneTexts().meeting;
  if (chosen === null) return texts.noMeeting;
  if (!meeting) return texts.missing(chosen);
  if (meeting.to === null) return texts.noDates;
  const days = [...new Set([meeting.from ?? meeting.to, meeting.to])].map((day) => formatDate(day, "long"));
  return days.join(" – ");
}

/** What differs between two settings, in words. */
function changedSettings(before: WorkbookSettings, after: WorkbookSettings): string[] {
  const { meeting, settings } = paneTexts();
  const { currentMeeting, currentDate, mode } = after;
  return [
    ...(currentMeeting === before.currentMeeting ? [] : [`${meeting.label}: ${currentMeeting ?? meeting.none}`]),
    ...(currentDate === before.currentDate
      ? []
      : [`${settings.date}: ${currentDate === null ? "–" : formatDate(currentDate)}`]),
    ...(mode === before.mode ? [] : [`${settings.mode}: ${settings[mode]}`]),
  ];
}
