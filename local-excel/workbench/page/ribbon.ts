import { byId, make } from "./elements";
import type { ButtonAction, ButtonModel, GroupModel, TabModel } from "./ribbon-model";
import { giveTip } from "./tips";

/** What the ribbon needs to know about where it stands: where pictures are, and what a press does. */
export interface RibbonSurroundings {
  /** The address here of a file that the manifest names by its own address. */
  readonly localUrl: (url: string) => string;
  readonly press: (action: ButtonAction) => void;
}

/** Draws the tabs and shows the first. */
export function drawRibbon(tabs: readonly TabModel[], surroundings: RibbonSurroundings): void {
  const list = make("div", { class: "ribbon-tabs", role: "tablist", "aria-label": "Ribbon tabs" });
  const drawn = tabs.map((tab) => drawTab(tab, surroundings));
  const select = (index: number): void => {
    drawn.forEach(({ button, panel }, at) => {
      button.setAttribute("aria-selected", String(at === index));
      button.tabIndex = at === index ? 0 : -1;
      panel.hidden = at !== index;
    });
  };
  drawn.forEach(({ button }, index) => {
    button.addEventListener("click", () => select(index));
    button.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = (index + step + drawn.length) % drawn.length;
      select(next);
      drawn[next]?.button.focus();
    });
  });
  list.append(...drawn.map(({ button }) => button));
  byId("ribbon").replaceChildren(list, ...drawn.map(({ panel }) => panel));
  select(0);
}

function drawTab(tab: TabModel, surroundings: RibbonSurroundings): { button: HTMLButtonElement; panel: HTMLElement } {
  const tabId = `tab-${tab.id}`;
  const panelId = `panel-${tab.id}`;
  const button = make(
    "button",
    { type: "button", class: "ribbon-tab", role: "tab", id: tabId, "aria-controls": panelId },
    tab.label,
  );
  const panel = make(
    "div",
    { class: "ribbon-panel", role: "tabpanel", id: panelId, "aria-labelledby": tabId },
    ...tab.groups.map((group) => drawGroup(group, surroundings)),
  );
  return { button, panel };
}

function drawGroup(group: GroupModel, surroundings: RibbonSurroundings): HTMLElement {
  return make(
    "div",
    { class: "ribbon-group", role: "group", "aria-label": group.label },
    make("div", { class: "ribbon-controls" }, ...group.buttons.map((button) => drawButton(button, surroundings))),
    make("div", { class: "ribbon-group-label", "aria-hidden": "true" }, group.label),
  );
}

function drawButton(control: ButtonModel, { localUrl, press }: RibbonSurroundings): HTMLElement {
  const picture = control.icon === null ? [] : [make("img", { src: localUrl(control.icon), alt: "" })];
  const button = make(
    "button",
    { type: "button", class: "ribbon-button", "data-control": control.id },
    ...picture,
    control.label,
  );
  giveTip(button, control.tipTitle, control.tipDescription);
  button.addEventListener("click", () => press(control.action));
  return button;
}
