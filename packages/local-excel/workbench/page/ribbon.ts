import { byId, make } from "./elements";
import type { RibbonAction, RibbonControl, RibbonGroup, RibbonTab } from "../../manifest";
import { giveTip } from "./tooltips";

/** The size in pixels of the pictures on large buttons. */
const LARGE_ICON = 32;

/** What the ribbon needs to know about where it stands: where pictures are, and what a press does. */
export interface RibbonSurroundings {
  /** The address here of a file that the manifest names by its own address. */
  readonly localUrl: (url: string) => string;
  readonly press: (action: RibbonAction) => void;
}

/** Draws the tabs and shows the first. */
export function drawRibbon(tabs: readonly RibbonTab[], surroundings: RibbonSurroundings): void {
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

/** Greys out what the add-in switched off (`Office.ribbon.requestUpdate`), by the ids of its controls. */
export function updateRibbon(enabled: ReadonlyMap<string, boolean>): void {
  for (const button of byId("ribbon").querySelectorAll<HTMLButtonElement>("[data-control]")) {
    button.disabled = enabled.get(button.dataset["control"] ?? "") === false;
  }
}

function drawTab(tab: RibbonTab, surroundings: RibbonSurroundings): { button: HTMLButtonElement; panel: HTMLElement } {
  const tabId = `tab-${tab.id}`;
  const panelId = `panel-${tab.id}`;
  const button = make(
    "button",
    { type: "button", class: "ribbon-tab", role: "tab", id: tabId, "aria-controls": panelId },
    tab.office ? tab.id.replace(/^Tab/, "") : tab.label,
  );
  const panel = make(
    "div",
    { class: "ribbon-panel", role: "tabpanel", id: panelId, "aria-labelledby": tabId },
    ...tab.groups.map((group) => drawGroup(group, surroundings)),
  );
  return { button, panel };
}

function drawGroup(group: RibbonGroup, surroundings: RibbonSurroundings): HTMLElement {
  const buttons = group.controls.flatMap(buttonsOf);
  return make(
    "div",
    { class: "ribbon-group", role: "group", "aria-label": group.label },
    make("div", { class: "ribbon-controls" }, ...buttons.map((button) => drawButton(button, surroundings))),
    make("div", { class: "ribbon-group-label", "aria-hidden": "true" }, group.label),
  );
}

function drawButton(control: RibbonControl, { localUrl, press }: RibbonSurroundings): HTMLElement {
  const icon = control.icons.find(({ size }) => size === LARGE_ICON) ?? control.icons.at(-1);
  const picture = icon ? [make("img", { src: localUrl(icon.url), alt: "" })] : [];
  const button = make(
    "button",
    { type: "button", class: "ribbon-button", "data-control": control.id },
    ...picture,
    control.label,
  );
  giveTip(button, control.tipTitle, control.tipText);
  button.addEventListener("click", () => press(control.action));
  return button;
}

/** A menu's entries stand side by side here, each as a button of its own. */
function buttonsOf(control: RibbonControl): readonly RibbonControl[] {
  return control.kind === "Menu" ? control.items : [control];
}
