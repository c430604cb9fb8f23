import { byId } from "./elements";
import type { UniverAPI } from "./grid";
import type { Theme } from "./themes";

/** Wires undo and redo, and shows the workbook's name. */
export function wireTitleBar(univerAPI: UniverAPI): void {
  byId("undo").addEventListener("click", () => void univerAPI.undo());
  byId("redo").addEventListener("click", () => void univerAPI.redo());
  const name = univerAPI.getActiveWorkbook()?.getName() ?? "";
  byId("document-name").textContent = name;
  document.title = `${name} - Local Excel`;
}

/** Wires the switch between light and dark; `apply` is called at once with the look to start with, and at each change. */
export function wireThemeSwitch(start: Theme, apply: (theme: Theme) => void): void {
  const button = byId("theme");
  let current = start;
  const show = (): void => {
    document.documentElement.dataset["theme"] = current;
    button.setAttribute("aria-pressed", String(current === "dark"));
    apply(current);
  };
  button.addEventListener("click", () => {
    current = current === "dark" ? "light" : "dark";
    show();
  });
  show();
}
