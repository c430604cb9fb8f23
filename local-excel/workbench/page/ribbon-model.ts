/**
 * What the ribbon shows, read from the manifest: its tabs, groups and buttons, with every resource looked up in the
 * language asked for.
 */
export interface TabModel {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly GroupModel[];
}

export interface GroupModel {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly ButtonModel[];
}

export interface ButtonModel {
  readonly id: string;
  readonly label: string;
  readonly tipTitle: string;
  readonly tipDescription: string;
  /** The address of the picture for a large button, as the manifest says it. */
  readonly icon: string | null;
  readonly action: ButtonAction;
}

export type ButtonAction =
  { readonly kind: "execute"; readonly functionName: string } | { readonly kind: "show"; readonly url: string };

/** The size in pixels that a large ribbon button draws. */
const LARGE_ICON = "32";

/**
 * Reads the tabs of the primary command surface.
 *
 * @throws Error when the manifest is no XML, or when a control refers to a resource that is not there
 */
export function readRibbon(manifest: string, locale: string): TabModel[] {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  const fault = xml.querySelector("parsererror");
  if (fault) throw new Error(`manifest.xml is no XML: ${fault.textContent.trim()}`);
  const reader = new RibbonReader(xml, locale);
  const surfaces = [...xml.querySelectorAll("ExtensionPoint")].filter(
    (point) => typeOf(point) === "PrimaryCommandSurface",
  );
  return surfaces.flatMap((surface) => childrenNamed(surface, "CustomTab", "OfficeTab")).map((tab) => reader.tab(tab));
}

class RibbonReader {
  constructor(
    private readonly xml: Document,
    private readonly locale: string,
  ) {}

  tab(tab: Element): TabModel {
    const groups = childrenNamed(tab, "Group").map((group) => ({
      id: group.id,
      label: this.text(group, "Label"),
      buttons: childrenNamed(group, "Control").flatMap((control) => this.buttons(control)),
    }));
    // A group on one of Excel's own tabs names that tab ("TabHome"); it has no label here.
    const label = childrenNamed(tab, "Label").length > 0 ? this.text(tab, "Label") : tab.id.replace(/^Tab/, "");
    return { id: tab.id, label, groups };
  }

  /** A button, or the items of a menu. */
  private buttons(control: Element): ButtonModel[] {
    if (typeOf(control) === "Menu")
      return [...control.querySelectorAll("Items > Item")].map((item) => this.button(item));
    return [this.button(control)];
  }

  private button(control: Element): ButtonModel {
    const [tip] = childrenNamed(control, "Supertip");
    const [icon] = childrenNamed(control, "Icon");
    const image = [...(icon?.children ?? [])].find((candidate) => candidate.getAttribute("size") === LARGE_ICON);
    return {
      id: control.id,
      label: this.text(control, "Label"),
      tipTitle: tip ? this.text(tip, "Title") : "",
      tipDescription: tip ? this.text(tip, "Description") : "",
      icon: image ? this.resource(image) : null,
      action: this.action(control),
    };
  }

  private action(control: Element): ButtonAction {
    const [action] = childrenNamed(control, "Action");
    const name = action?.querySelector("FunctionName")?.textContent.trim();
    if (name !== undefined) return { kind: "execute", functionName: name };
    const location = action?.querySelector("SourceLocation");
    if (location) return { kind: "show", url: this.resource(location) };
    throw new Error(`The control ${control.id} of manifest.xml has no action that is known here.`);
  }

  private text(parent: Element, name: string): string {
    const [element] = childrenNamed(parent, name);
    if (!element) throw new Error(`${parent.tagName} ${parent.id} of manifest.xml has no ${name}.`);
    return this.resource(element);
  }

  private resource(element: Element): string {
    const id = element.getAttribute("resid") ?? "";
    const resource = [...this.xml.querySelectorAll("Resources > * > *")].find((candidate) => candidate.id === id);
    if (!resource) throw new Error(`manifest.xml refers to the resource ${id}, which it does not have.`);
    const override = [...resource.children].find((child) => child.getAttribute("Locale") === this.locale);
    return override?.getAttribute("Value") ?? resource.getAttribute("DefaultValue") ?? "";
  }
}

function typeOf(element: Element): string | null {
  return element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
}

function childrenNamed(parent: Element, ...names: string[]): Element[] {
  return [...parent.children].filter((child) => names.includes(child.localName));
}
