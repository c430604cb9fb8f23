import { byId } from "./elements";
import type { UniverAPI } from "./grid";

/** The two looks that the workbench knows; Excel calls them Colourful and Black. */
export type Theme = "light" | "dark";

/** Wires undo, redo and the switch between light and dark, which tells everything that has a look of its own. */
export function wireTitleBar(univerAPI: UniverAPI, themeChanged: (theme: Theme) => void): void {
  byId("undo").addEventListener("click", () => void univerAPI.undo());
  byId("redo").addEventListener("click", () => void univerAPI.redo());
  const name = univerAPI.getActiveWorkbook()?.getName() ?? "Book1";
  byId("document-name").textContent = name;
  document.title = `${name} - Local Excel`;

  const button = byId<HTMLButtonElement>("theme");
  button.addEventListener("click", () => {
    const theme: Theme = document.documentElement.dataset["theme"] === "dark" ? "light" : "dark";
    document.documentElement.dataset["theme"] = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    univerAPI.toggleDarkMode(theme === "dark");
    themeChanged(theme);
  });
}
