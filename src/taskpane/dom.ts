/** A few lines to build elements with; texts are always text, never markup. */

type Child = Node | string | null | false;

/** Properties set as properties; "aria-…", "data-…", "role", "for" and the like as attributes; "on…" as listeners. */
export type Props = Record<string, unknown>;

/** Makes an element with its properties and children; empty children are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on") && typeof value === "function") {
      element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
    } else if (name in element && !name.includes("-") && name !== "role" && name !== "list") {
      (element as unknown as Record<string, unknown>)[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

/** A button that says what it does and cannot be pressed twice while it does it. */
export function button(label: string, onPress: () => unknown, props: Props = {}): HTMLButtonElement {
  const element = h("button", { type: "button", className: "button", ...props }, label);
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") === "true") return;
    const work = onPress();
    if (!(work instanceof Promise)) return;
    element.setAttribute("aria-disabled", "true");
    void work.finally(() => element.removeAttribute("aria-disabled"));
  });
  return element;
}

/** Replaces what an element holds. */
export function replaceChildren(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== false));
}

let counter = 0;

/** An id no other element has. */
export function uniqueId(prefix: string): string {
  counter += 1;
  return `${prefix}-${String(counter)}`;
}

/** A label with its control. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  control.id ||= uniqueId("field");
  const description = hint ? h("p", { className: "hint", id: `${control.id}-hint` }, hint) : null;
  if (description) control.setAttribute("aria-describedby", description.id);
  return h("div", { className: "field" }, h("label", { htmlFor: control.id }, label), control, description);
}
