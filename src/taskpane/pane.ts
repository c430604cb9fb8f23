/** The pane: four tabs, a status region, and the views in them. Find is there at once, the others a moment later. */
import { describeError } from "../commands/errors";
import type { JobRunner } from "../commands/job-runner";
import type { View } from "../commands/views";
import { paneTexts } from "../i18n/pane";
import { button, replaceChildren, h } from "./dom";
import type { PaneActions } from "./pane-actions";
import type { Views } from "./views";
import { FindView } from "./views/find";

/** All code that works on the workbook; loaded after the first paint, so that it does not delay it. */
const workbook = () => import(/* webpackChunkName: "workbook" */ "./start-workbook");

const TABS = ["find", "work", "messages", "more"] as const;
type Tab = (typeof TABS)[number];

/** The tab of each view; the last four are sections of one tab. */
const TAB_OF: Record<View, Tab> = {
  find: "find",
  work: "work",
  messages: "messages",
  settings: "more",
  insert: "more",
  help: "more",
  diagnostics: "more",
};

/** The mounted pane. It is built before Excel answers, and connected to the workbook by `begin`. */
export class Pane implements PaneActions {
  private readonly tabs = {} as Record<Tab, HTMLButtonElement>;
  private readonly panels = {} as Record<Tab, HTMLElement>;
  private readonly sections = new Map<View, HTMLDetailsElement>();
  private readonly status = h("div", { role: "status", "aria-live": "polite", className: "screen-reader" });
  private readonly badge = h("span", { className: "badge", hidden: true });
  /** What must be seen whichever tab is in front. */
  private readonly banner = h("div", { className: "banner", hidden: true });
  /** The text of the status region made visible until the next click or key press. */
  private readonly notice = h("div", { className: "notice", "aria-hidden": "true", hidden: true });
  private readonly main = h("main", {});
  private readonly find: FindView;
  private views: Views | null = null;
  private viewsComing: Promise<void> | null = null;

  constructor(root: HTMLElement) {
    const heading = h("h1", { className: "screen-reader" }, paneTexts().productName);
    replaceChildren(root, this.status, this.main, this.notice);
    this.main.append(heading, this.tabList(), this.banner, ...TABS.map((tab) => this.panels[tab]));
    this.find = new FindView(this.panels.find, async () => (await workbook()).find, {
      load: async () => (await workbook()).load(),
      announce: (text) => this.announce(text),
      showStatus: (text) => this.showNotice(text),
    });
    for (const press of ["pointerdown", "keydown"]) root.addEventListener(press, () => (this.notice.hidden = true));
    this.select("find");
  }

  /**
   * Connects the pane to the workbook and loads the views that are not on the first screen.
   * @throws Error where the views cannot be loaded; opening one of them tries again
   */
  async begin(): Promise<void> {
    const { jobs, find } = await workbook();
    find.onProgrammeChanged(() => this.views?.programmeChanged());
    this.followJobs(jobs);
    this.find.begin(find);
    await this.prepare();
  }

  /** Shows a view and moves the focus into it. */
  open(view: View): void {
    this.select(TAB_OF[view]);
    const section = this.sections.get(view);
    if (section) {
      section.open = true;
      section.querySelector("summary")?.focus();
    } else if (view === "find") this.find.focus();
    else this.tabs[TAB_OF[view]].focus();
  }

  private prepare(): Promise<void> {
    this.viewsComing ??= this.buildViews().catch((error: unknown) => {
      this.viewsComing = null;
      throw error;
    });
    return this.viewsComing;
  }

  private async buildViews(): Promise<void> {
    const { loadViews } = await workbook();
    const { buildViews } = await loadViews();
    const { work, messages } = this.panels;
    const [settings, insert] = [this.section("settings"), this.section("insert")];
    const [help, diagnostics] = [this.section("help"), this.section("diagnostics")];
    const panels = { banner: this.banner, work, messages, settings, insert, help, diagnostics };
    for (const panel of Object.values(panels)) replaceChildren(panel);
    this.views = buildViews(panels, this);
    if (this.selected === "work") this.views.workShown();
    for (const [view, section] of this.sections) if (section.open) this.views.sectionShown(view);
  }

  /** Loads what a tab shows, if need be; where that fails, the tab shows the reason and a button to try again. */
  private need(tab: Tab): void {
    if (tab === "find" || this.views) return;
    this.prepare().catch((error: unknown) => {
      const texts = paneTexts();
      const panel = tab === "more" ? this.section("settings") : this.panels[tab];
      const again = () => {
        replaceChildren(panel);
        this.need(tab);
      };
      const sentence = texts.start.partMissing(describeError(error));
      replaceChildren(
        panel,
        h(
          "div",
          { className: "note stack tight", "data-tone": "bad" },
          h("p", {}, sentence),
          h("div", {}, button(texts.start.again, again)),
        ),
      );
      this.announce(sentence);
    });
  }

  /** Announces a text in the status region; the same sentence twice is announced twice. */
  announce(text: string): void {
    this.status.textContent = "";
    setTimeout(() => {
      this.status.textContent = text;
    }, 50);
  }

  /** Announces a text and shows it until the next click or key press. */
  showNotice(text: string): void {
    this.announce(text);
    this.notice.textContent = text;
    this.notice.hidden = false;
  }

  showMessageCount(count: number, isNew: boolean): void {
    this.badge.hidden = count === 0;
    this.badge.textContent = count === 0 ? "" : String(count);
    this.badge.title = paneTexts().messagesWaiting(count);
    // Typing in the pane is not interrupted; for somebody working in the grid the explanation comes to the front.
    if (isNew && !this.panels[this.selected].contains(document.activeElement)) this.select("messages");
  }

  private followJobs(jobs: JobRunner): void {
    let wasRunning = false;
    jobs.on(({ running, outcome }) => {
      if (running && !wasRunning) this.select("work");
      wasRunning = running !== null;
      if (outcome) this.announce(outcome.kind === "cancelled" ? paneTexts().work.cancelled : outcome.message);
    });
  }

  private get selected(): Tab {
    return TABS.find((tab) => !this.panels[tab].hidden) ?? "find";
  }

  private select(wanted: Tab): void {
    this.main.dataset["tab"] = wanted;
    for (const tab of TABS) {
      this.panels[tab].hidden = tab !== wanted;
      this.tabs[tab].setAttribute("aria-selected", String(tab === wanted));
      this.tabs[tab].tabIndex = tab === wanted ? 0 : -1;
    }
    this.need(wanted);
    if (wanted === "work") this.views?.workShown();
  }

  private tabList(): HTMLElement {
    const texts = paneTexts();
    const list = h("div", { role: "tablist", className: "tabs", "aria-label": texts.productName });
    for (const tab of TABS) {
      const control = h(
        "button",
        { type: "button", role: "tab", className: "tab", id: `tab-${tab}`, "aria-controls": `panel-${tab}` },
        texts.tabs[tab],
      );
      if (tab === "messages") control.append(this.badge);
      control.addEventListener("click", () => this.select(tab));
      this.tabs[tab] = control;
      this.panels[tab] = h("div", {
        role: "tabpanel",
        id: `panel-${tab}`,
        className: "panel",
        "aria-labelledby": `tab-${tab}`,
      });
      list.append(control);
    }
    for (const view of ["insert", "help", "settings", "diagnostics"] as const) {
      const body = h("div", { className: "stack" });
      const section = h("details", {}, h("summary", {}, h("h2", {}, texts.more[view])), body);
      this.sections.set(view, section);
      section.addEventListener("toggle", () => section.open && this.views?.sectionShown(view));
      this.panels.more.append(section);
    }
    list.addEventListener("keydown", (event) => this.moveByKey(event));
    return list;
  }

  private section(view: View): HTMLElement {
    const section = this.sections.get(view);
    if (!section) throw new Error(`The pane has no section ${view}`);
    return section.lastElementChild as HTMLElement;
  }

  private moveByKey(event: KeyboardEvent): void {
    const at = TABS.indexOf(this.selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    const tab = to === undefined ? undefined : TABS[(to + TABS.length) % TABS.length];
    if (!tab) return;
    this.select(tab);
    this.tabs[tab].focus();
    event.preventDefault();
  }
}
