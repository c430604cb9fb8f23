/** The pane: four tabs, a status region, and the views in them. Find is there at once, the others a moment later. */
import { describeError } from "../commands/errors";
import type { View } from "../commands/views";
import { paneTexts } from "../i18n/pane";
import { button, fill, h } from "./dom";
import type { PanePort } from "./ports";
import type { Views } from "./views";
import { FindView } from "./views/find";

const TABS = ["find", "work", "messages", "more"] as const;
type Tab = (typeof TABS)[number];

/** Which tab a view stands in; the last four are sections of one tab. */
const TAB_OF: Record<View, Tab> = {
  find: "find",
  work: "work",
  messages: "messages",
  settings: "more",
  insert: "more",
  help: "more",
  diagnostics: "more",
};

/** The mounted pane. What it asks for comes through its port, which may come later than the pane. */
export class Pane {
  private readonly tabs = {} as Record<Tab, HTMLButtonElement>;
  private readonly panels = {} as Record<Tab, HTMLElement>;
  private readonly sections = new Map<View, HTMLDetailsElement>();
  private readonly status = h("div", { role: "status", "aria-live": "polite", className: "screen-reader" });
  private readonly badge = h("span", { className: "badge", hidden: true });
  /** What must not go unseen, whichever tab is in front. */
  private readonly banner = h("div", { className: "banner", hidden: true });
  /** What the status region says, for those who see; it goes with the next press of anything. */
  private readonly notice = h("div", { className: "notice", "aria-hidden": "true", hidden: true });
  private readonly main = h("main", {});
  private readonly find: FindView;
  private views: Views | null = null;
  private viewsComing: Promise<void> | null = null;

  constructor(
    root: HTMLElement,
    private readonly port: () => Promise<PanePort>,
  ) {
    const heading = h("h1", { className: "screen-reader" }, paneTexts().productName);
    fill(root, this.status, this.main, this.notice);
    this.main.append(heading, this.tabList(), this.banner, ...TABS.map((tab) => this.panels[tab]));
    this.find = new FindView(this.panels.find, async () => (await port()).find, {
      load: async () => (await port()).work.load(),
      announce: (text) => this.announce(text),
      tell: (text) => this.tell(text),
    });
    for (const press of ["pointerdown", "keydown"]) root.addEventListener(press, () => (this.notice.hidden = true));
    this.select("find");
  }

  /**
   * Begins to work: follows and asks the workbook, and brings the views that are not on the first screen. Apart from the making, so that
   * the first screen is there before Excel is. Rejects where the views cannot be loaded; the next time they are asked for tries again.
   */
  async begin(): Promise<void> {
    const port = await this.port();
    port.onAnnouncement((text) => this.tell(text));
    port.find.onProgrammeChanged(() => this.views?.programmeChanged());
    this.followWork(port);
    this.followMessages(port);
    this.find.begin(port.find);
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
    const { buildViews } = await import(/* webpackChunkName: "views" */ "./views");
    const port = await this.port();
    const { work, messages } = this.panels;
    const [settings, insert] = [this.section("settings"), this.section("insert")];
    const [help, diagnostics] = [this.section("help"), this.section("diagnostics")];
    const places = { banner: this.banner, work, messages, settings, insert, help, diagnostics };
    for (const place of Object.values(places)) fill(place);
    this.views = buildViews(places, port, {
      announce: (text) => this.announce(text),
      tell: (text) => this.tell(text),
      open: (view) => this.open(view),
    });
    if (this.selected === "work") this.views.workShown();
    for (const [view, section] of this.sections) if (section.open) this.views.sectionShown(view);
  }

  /** Sees to it that what a tab shows is there; a lost connection is said where the view would be, with a way to try again. */
  private need(tab: Tab): void {
    if (tab === "find" || this.views) return;
    this.prepare().catch((error: unknown) => {
      const texts = paneTexts();
      const place = tab === "more" ? this.section("settings") : this.panels[tab];
      const again = () => {
        fill(place);
        this.need(tab);
      };
      const said = texts.start.partMissing(describeError(error));
      fill(
        place,
        h(
          "div",
          { className: "note stack tight", "data-tone": "bad" },
          h("p", {}, said),
          h("div", {}, button(texts.start.again, again)),
        ),
      );
      this.announce(said);
    });
  }

  /** Says something in the status region; the same sentence twice is said twice. */
  announce(text: string): void {
    this.status.textContent = "";
    setTimeout(() => {
      this.status.textContent = text;
    }, 50);
  }

  /** Says something and shows it, where it would be seen nowhere else. */
  tell(text: string): void {
    this.announce(text);
    this.notice.textContent = text;
    this.notice.hidden = false;
  }

  private followWork(port: PanePort): void {
    let running = false;
    port.work.activity.on((state) => {
      if (state.running && !running) this.select("work");
      running = state.running !== null;
      const { outcome } = state;
      if (outcome) this.announce(outcome.kind === "cancelled" ? paneTexts().work.cancelled : outcome.message);
    });
  }

  private followMessages(port: PanePort): void {
    const known = new Set(port.messages.messages().map((message) => message.id));
    const show = (count: number) => {
      this.badge.hidden = count === 0;
      this.badge.textContent = count === 0 ? "" : String(count);
      this.badge.title = paneTexts().messagesWaiting(count);
    };
    show(known.size);
    port.messages.onMessages((messages) => {
      show(messages.length);
      const fresh = messages.filter((message) => !known.has(message.id));
      for (const message of fresh) known.add(message.id);
      const latest = fresh[fresh.length - 1];
      if (!latest) return;
      this.announce([latest.item, latest.title, latest.text].filter((part) => part !== "").join(": "));
      // Somebody typing in the pane is not pulled away; somebody working in the grid sees the explanation at once.
      if (!this.panels[this.selected].contains(document.activeElement)) this.select("messages");
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
