import { make } from "./elements";

const pages = new Map<string, Promise<Window>>();

/**
 * Loads a page that nobody sees, once: that of the custom functions or that of the ribbon's buttons.
 * @param script the functions' script, which Excel loads where the page does not
 */
export function loadBackgroundPage(url: string, script?: string): Promise<Window> {
  const known = pages.get(url);
  if (known) return known;
  const frame = make("iframe", { hidden: "", src: url, title: "" });
  const loaded = new Promise<Window>((resolve, reject) => {
    frame.addEventListener("load", () => {
      const { contentWindow, contentDocument } = frame;
      if (!contentWindow || !contentDocument) {
        reject(new Error(`${url} cannot be loaded.`));
        return;
      }
      const name = script?.split("/").at(-1);
      if (script !== undefined && ![...contentDocument.scripts].some(({ src }) => src.endsWith(`/${name ?? ""}`))) {
        contentDocument.head.append(Object.assign(contentDocument.createElement("script"), { src: script }));
      }
      resolve(contentWindow);
    });
  });
  document.body.append(frame);
  pages.set(url, loaded);
  return loaded;
}
