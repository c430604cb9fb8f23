import { byId, make } from "./elements";
import { giveTip } from "./tips";

/** What a ribbon is drawn from: the manifest's tabs, with every resource looked up. */
export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tipTitle: string;
  readonly tipDescription: string;
  /** The picture's address at the size nearest to 32 pixels. */
  readonly icon: string | null;
  readonly press: () => void;
}

/** Draws the tabs and shows the first. */
export function drawRibbon(tabs: readonly RibbonTab[]): void {
  const list = make("div", { class: "ribbon-tabs", role: "tablist", "aria-label": "Ribbon tabs" });
  const drawn = tabs.map((tab) => drawTab(tab));
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

function drawTab(tab: RibbonTab): { button: HTMLButtonElement; panel: HTMLElement } {
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
    ...tab.groups.map(drawGroup),
  );
  return { button, panel };
}

function drawGroup(group: RibbonGroup): HTMLElement {
  return make(
    "div",
    { class: "ribbon-group", role: "group", "aria-label": group.label },
    make("div", { class: "ribbon-controls" }, ...group.controls.map(drawButton)),
    make("div", { class: "ribbon-group-label", "aria-hidden": "true" }, group.label),
  );
}

function drawButton(control: RibbonButton): HTMLElement {
  const picture = control.icon === null ? [] : [make("img", { src: control.icon, alt: "" })];
  const button = make(
    "button",
    { type: "button", class: "ribbon-button", "data-control": control.id },
    ...picture,
    control.label,
  );
  giveTip(button, control.tipTitle, control.tipDescription);
  button.addEventListener("click", control.press);
  return button;
}
