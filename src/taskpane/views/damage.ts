/** Tables that miss something, named, with the button that repairs them. */
import type { ShownDamage } from "../../commands/findings";
import { reconcileTexts } from "../../programme/messages/reconcile";
import { button, h } from "../dom";

/** A box for what is damaged; null where nothing is. */
export function damageBox(damage: readonly ShownDamage[], repair: () => Promise<unknown>): HTMLElement | null {
  if (damage.length === 0) return null;
  const texts = reconcileTexts().damage;
  return h(
    "section",
    { className: "note stack tight", "data-tone": "bad", "aria-label": texts.title },
    h("h2", {}, texts.title),
    h("ul", { className: "stack tight" }, ...damage.map(({ sentence }) => h("li", {}, sentence))),
    h("p", { className: "hint" }, texts.help),
    h(
      "div",
      {},
      button(texts.repair, () => repair(), { className: "button primary" }),
    ),
  );
}
