/** The pane: four tabs, a status region, and the views in them. Find is usable at once, the others a moment later. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { describeError } from "../commands/errors";
import type { JobRunner } from "../commands/job-runner";
import type { View } from "../commands/views";
import { paneTexts } from "../i18n/pane";
import type { PaneActions } from "./pane-actions";
import { button, type Content } from "./templates";
import type { Views } from "./views";
import { FindView } from "./views/find";

/** All code that works on the workbook; loaded after the first paint, so that it does not delay it. */
const workbook = () => import(/* webpackChunkName: "workbook" */ "./start-workbook");

const TABS = ["find", "work", "messages", "more"] as const;
type Tab = (typeof TABS)[number];

/** The sections of the last tab. */
const SECTIONS = ["insert", "help", "settings", "diagnostics"] as const;
type PaneSection = (typeof SECTIONS)[number];

const isSection = (view: View): view is PaneSection => SECTIONS.some((section) => section === view);

function newPanel(): HTMLElement {
  const panel = document.createElement("div");
  panel.className = "stack";
  return panel;
}

interface Notice {
  readonly text: string;
  readonly undo: Content | undefined;
}

/** The pane, in an element of its own. It is built before Excel answers, and connected to the workbook by `begin`. */
export class Pane implements PaneActions {
  readonly element = document.createElement("div");
  /** The elements that the views are rendered into. */
  private readonly panels: Record<View, HTMLElement>;
  /** The current meeting, above the tabs. */
  private readonly head = document.createElement("div");
  /** A message above every tab. */
  private readonly banner = document.createElement("div");
  private readonly findView: FindView;
  private selected: Tab = "find";
  private readonly openSections = new Set<PaneSection>();
  private messageCount = 0;
  /** The text of the status region, which screen readers announce. */
  private status = "";
  /** Texts to be announced in a moment. */
  private readonly announcements: string[] = [];
  /** A line at the foot of the pane, visible until the next click or key press outside it. */
  private notice: Notice | null = null;
  /** Why the views could not be loaded. */
  private problem: string | null = null;
  private views: Views | null = null;
  private loading: Promise<void> | null = null;

  constructor() {
    const [find, work, messages] = [newPanel(), newPanel(), newPanel()];
    const [insert, help, settings, diagnostics] = [newPanel(), newPanel(), newPanel(), newPanel()];
    this.panels = { find, work, messages, insert, help, settings, diagnostics };
    this.head.className = "head";
    this.head.hidden = true;
    this.banner.className = "banner";
    this.banner.hidden = true;
    this.findView = new FindView(find, async () => (await workbook()).find, {
      load: async () => (await workbook()).load(),
      announce: (text) => this.announce(text),
      showNotice: (text) => this.showNotice(text),
    });
    for (const press of ["pointerdown", "keydown"])
      this.element.addEventListener(press, ({ target }) => {
        if (!(target instanceof Element && target.closest(".notice"))) this.hideNotice();
      });
    this.render();
  }

  /**
   * Connects the pane to the workbook and loads the views that are not on the first screen.
   * @throws Error where the views cannot be loaded; opening one of them tries again
   */
  async begin(): Promise<void> {
    const { jobs, find } = await workbook();
    find.onProgrammeChanged(() => this.views?.programmeChanged());
    this.followJobs(jobs);
    this.findView.begin(find);
    await this.loadViews();
  }

  /** Shows a view and moves the focus into it. */
  open(view: View): void {
    if (isSection(view)) {
      this.openSections.add(view);
      this.select("more");
      this.element.querySelector<HTMLElement>(`#section-${view} > summary`)?.focus();
      return;
    }
    this.select(view);
    if (view === "find") this.findView.focus();
    else this.focusTab();
  }

  find(text: string): void {
    this.open("find");
    this.findView.searchFor(text);
  }

  /** Announces a text in the status region; the same sentence twice is announced twice, and texts of one moment together. */
  announce(text: string): void {
    this.announcements.push(text);
    if (this.announcements.length > 1) return;
    this.showStatus("");
    setTimeout(() => this.showStatus(this.announcements.splice(0).join(" ")), 50);
  }

  showNotice(text: string, undo?: Content): () => void {
    const notice: Notice = { text, undo };
    this.notice = notice;
    this.announce(text);
    return () => {
      if (this.notice === notice) this.hideNotice();
    };
  }

  showMessageCount(count: number, isNew: boolean): void {
    this.messageCount = count;
    this.render();
    // A user who is typing in the pane is not interrupted; one who works in the grid sees the explanation at once.
    const shownPanel = this.element.querySelector("[role=tabpanel]:not([hidden])");
    if (isNew && shownPanel?.contains(document.activeElement) !== true) this.select("messages");
  }

  private showStatus(text: string): void {
    this.status = text;
    this.render();
  }

  private hideNotice(): void {
    if (this.notice === null) return;
    this.notice = null;
    this.render();
  }

  private followJobs(jobs: JobRunner): void {
    let wasRunning = false;
    jobs.on(({ running, outcome }) => {
      if (running && !wasRunning) {
        this.hideNotice();
        this.select("work");
      }
      // Progress and outcome are at the top of Work; the button may be far below.
      if (running === null || !wasRunning) document.documentElement.scrollTop = 0;
      wasRunning = running !== null;
      if (outcome) this.announce(outcome.kind === "cancelled" ? paneTexts().work.cancelled : outcome.message);
    });
  }

  private loadViews(): Promise<void> {
    this.loading ??= this.buildViews().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async buildViews(): Promise<void> {
    const { loadViews } = await workbook();
    const { buildViews } = await loadViews();
    this.views = buildViews({ ...this.panels, head: this.head, banner: this.banner }, this);
    this.problem = null;
    this.render();
    if (this.selected === "work") this.views.workShown();
    for (const section of this.openSections) this.views.sectionShown(section);
  }

  /** Loads what a tab shows, where it is not loaded yet; where that fails, the tab shows the reason and a button to try again. */
  private async requireViews(): Promise<void> {
    if (this.selected === "find" || this.views) return;
    try {
      await this.loadViews();
    } catch (error) {
      this.problem = paneTexts().start.partMissing(describeError(error));
      this.announce(this.problem);
    }
  }

  private select(tab: Tab): void {
    this.selected = tab;
    this.render();
    void this.requireViews();
    if (tab === "work") this.views?.workShown();
  }

  private focusTab(): void {
    this.element.querySelector<HTMLElement>(`#tab-${this.selected}`)?.focus();
  }

  private moveByKey(event: KeyboardEvent): void {
    const position = TABS.indexOf(this.selected);
    const target = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: TABS.length - 1 }[event.key];
    const tab = target === undefined ? undefined : TABS[(target + TABS.length) % TABS.length];
    if (!tab) return;
    this.select(tab);
    this.focusTab();
    event.preventDefault();
  }

  private toggled(section: PaneSection, { currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLDetailsElement)) return;
    if (!currentTarget.open) this.openSections.delete(section);
    else {
      this.openSections.add(section);
      this.views?.sectionShown(section);
    }
  }

  private render(): void {
    const { productName } = paneTexts();
    render(
      html`<div role="status" aria-live="polite" class="screen-reader">${this.status}</div>
        <main data-tab=${this.selected}>
          <h1 class="screen-reader">${productName}</h1>
          <div class="top">
            ${this.head}
            <div
              role="tablist"
              class="tabs"
              aria-label=${productName}
              @keydown=${(event: KeyboardEvent) => this.moveByKey(event)}
            >
              ${TABS.map((tab) => this.tab(tab))}
            </div>
          </div>
          ${this.banner} ${TABS.map((tab) => this.tabPanel(tab))}
        </main>
        <div class="notice row text-and-button" ?hidden=${!this.notice}>
          <span aria-hidden="true">${this.notice?.text}</span>${this.notice?.undo ?? nothing}
        </div>`,
      this.element,
    );
  }

  private tab(tab: Tab): TemplateResult {
    const isSelected = tab === this.selected;
    return html`<button
      type="button"
      role="tab"
      class="tab"
      id="tab-${tab}"
      aria-controls="panel-${tab}"
      aria-selected=${isSelected ? "true" : "false"}
      tabindex=${isSelected ? 0 : -1}
      @click=${() => this.select(tab)}
    >
      ${paneTexts().tabs[tab]}${tab === "messages" && this.messageCount > 0 ? this.badge() : nothing}
    </button>`;
  }

  private badge(): TemplateResult {
    const count = this.messageCount;
    return html`<span class="badge" title=${paneTexts().messagesWaiting(count)}>${String(count)}</span>`;
  }

  private tabPanel(tab: Tab): TemplateResult {
    return html`<div
      role="tabpanel"
      class="panel"
      id="panel-${tab}"
      aria-labelledby="tab-${tab}"
      ?hidden=${tab !== this.selected}
    >
      ${tab !== "find" && this.problem !== null ? this.problemNote(this.problem) : nothing}
      ${tab === "more" ? SECTIONS.map((section) => this.section(section)) : this.panels[tab]}
    </div>`;
  }

  private problemNote(problem: string): TemplateResult {
    return html`<div class="note stack tight" data-tone="bad">
      <p>${problem}</p>
      <div>${button(paneTexts().start.again, () => this.requireViews())}</div>
    </div>`;
  }

  private section(section: PaneSection): TemplateResult {
    return html`<details
      id="section-${section}"
      ?open=${this.openSections.has(section)}
      @toggle=${(event: Event) => this.toggled(section, event)}
    >
      <summary><h2>${paneTexts().more[section]}</h2></summary>
      ${this.panels[section]}
    </details>`;
  }
}
