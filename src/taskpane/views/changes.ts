/** What changed after a meeting or a date, listed on a sheet of its own. */
import { html, nothing, render } from "lit-html";
import { whatChanged } from "../../commands/actions";
import type { Meeting } from "../../domain/model";
import { currentProgramme } from "../../excel/programme-store";
import { formatDate } from "../../i18n/language";
import { reportTexts } from "../../i18n/reports";
import { button, field, hint, options, valueOf } from "../templates";

/** The choice of a date instead of a meeting. */
const OWN_DATE = "day";

/** Renders the card into an element of its own. */
export class ChangesView {
  readonly element = document.createElement("section");
  private meetings: readonly Meeting[] = [];
  private since = OWN_DATE;
  private date = "";

  constructor() {
    this.element.className = "card stack";
    this.render();
  }

  /** Offers the meetings held, the one before the current meeting first. */
  async refresh(): Promise<void> {
    const programme = currentProgramme();
    this.meetings = (programme?.meetings ?? []).filter(({ held, to }) => held && to !== null);
    const closings = this.meetings.map(({ to }) => to);
    if (programme && !closings.includes(this.since)) {
      const { reportDefaults } = await import(/* webpackChunkName: "annexes" */ "../../commands/annexes");
      const preferred = reportDefaults().since;
      this.since = [preferred, closings.at(-1)].find((date) => closings.includes(date ?? "")) ?? OWN_DATE;
    }
    this.render();
  }

  private render(): void {
    const texts = reportTexts().pane;
    const choices = this.meetings.flatMap(({ id, to }) =>
      to === null ? [] : [{ value: to, label: texts.sinceMeeting(id, formatDate(to)) }],
    );
    const since = html`<select
      id="changes-since"
      class="input"
      @change=${(event: Event) => {
        this.since = valueOf(event);
        this.render();
      }}
    >
      ${options([...choices, { value: OWN_DATE, label: texts.sinceDay }], this.since)}
    </select>`;
    const date = html`<input
      id="changes-date"
      class="input"
      type="date"
      .value=${this.date}
      @change=${(event: Event) => {
        this.date = valueOf(event);
      }}
    />`;
    const chosen = () => (this.since === OWN_DATE ? this.date : this.since) || null;
    render(
      html`<h2>${texts.changedTitle}</h2>
        ${hint(texts.changedHelp)} ${field("changes-since", texts.since, since)}
        ${this.since === OWN_DATE ? field("changes-date", texts.day, date) : nothing}
        <div>${button(texts.changed, () => whatChanged(chosen()))}</div>`,
      this.element,
    );
  }
}
