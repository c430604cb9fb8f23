/** Settings: date of edits, enforce or advise, start with the workbook; and the user's own name for History. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { asName } from "../../domain/edit-review/user-events";
import { currentProgramme } from "../../excel/programme-store";
import { currentSettings, onSettingsChanged, type WorkbookSettings } from "../../excel/settings";
import { paneTexts } from "../../i18n/pane";
import { applySettings, type PaneSettings } from "../start-behaviour";
import { field, valueOf } from "../templates";
import { storedName, storeName } from "../user-name";

/** Renders the settings into its panel and writes each change at once. */
export class SettingsView {
  private settings: WorkbookSettings = currentSettings();
  private name = storedName();

  constructor(
    private readonly panel: HTMLElement,
    private readonly showNotice: (text: string) => void,
  ) {
    onSettingsChanged(() => this.refresh());
    this.refresh();
  }

  /** Shows the settings as they were read or written last. */
  refresh(): void {
    this.settings = currentSettings();
    this.render();
  }

  private render(): void {
    const texts = paneTexts().settings;
    const { currentDate } = this.settings;
    // Date and mode are in a table of the workbook.
    const isLoaded = currentProgramme() !== null;
    const date = html`<input
      id="setting-date"
      class="input"
      type="date"
      aria-describedby="setting-date-hint"
      .value=${currentDate ?? ""}
      @change=${(event: Event) => this.save({ currentDate: valueOf(event) || null })}
    />`;
    const name = html`<input
      id="setting-name"
      class="input"
      type="text"
      autocomplete="name"
      maxlength="80"
      aria-describedby="setting-name-hint"
      .value=${this.name}
      @change=${(event: Event) => this.saveName(valueOf(event))}
    />`;
    render(
      html`<div class="stack">
        ${isLoaded ? field("setting-date", texts.date, date, texts.dateHint) : nothing}
        ${isLoaded ? this.modeChoice() : nothing} ${this.startChoice()}
        ${field("setting-name", texts.who, name, texts.whoHint)}
      </div>`,
      this.panel,
    );
  }

  private modeChoice(): TemplateResult {
    const texts = paneTexts().settings;
    const choice = (mode: PaneSettings["mode"], label: string) =>
      html`<label class="choice">
        <input
          type="radio"
          name="setting-mode"
          value=${mode}
          .checked=${mode === this.settings.mode}
          @change=${() => this.save({ mode })}
        />
        <span>${label}</span>
      </label>`;
    return html`<fieldset>
      <legend>${texts.mode}</legend>
      ${choice("enforce", texts.enforce)} ${choice("advise", texts.advise)}
    </fieldset>`;
  }

  private startChoice(): TemplateResult {
    const texts = paneTexts().settings;
    const changed = ({ currentTarget }: Event) =>
      this.save({ startWithWorkbook: currentTarget instanceof HTMLInputElement && currentTarget.checked });
    return html`<div>
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby="setting-start-hint"
          .checked=${this.settings.startWithWorkbook}
          @change=${changed}
        />
        <span>${texts.start}</span>
      </label>
      <span class="hint" id="setting-start-hint">${texts.startHint}</span>
    </div>`;
  }

  private async saveName(typed: string): Promise<void> {
    const texts = paneTexts().settings;
    this.showName(typed);
    const { setUserName } = await import(/* webpackChunkName: "guard" */ "../../excel/edit-guard");
    const name = asName(typed);
    setUserName(name);
    this.showName(name);
    this.showNotice(storeName(name) ? texts.saved : texts.whoNotKept);
  }

  private showName(name: string): void {
    this.name = name;
    this.render();
  }

  private async save(changes: Partial<PaneSettings>): Promise<void> {
    const texts = paneTexts().settings;
    // What the controls show now; where writing fails, they show the stored values again.
    this.settings = { ...this.settings, ...changes };
    this.render();
    try {
      await applySettings(changes);
      this.showNotice(texts.saved);
    } catch (error) {
      this.showNotice(texts.failed(error instanceof Error ? error.message : String(error)));
      this.refresh();
    }
  }
}
