/** Tables that miss something, named, with the button that repairs them. */
import type { ShownDamage } from "../../commands/review-store";
import { differenceTexts } from "../../i18n/differences";
import { button, fill, h } from "../dom";
import type { PaneActions, WorkPort } from "../ports";

/** A box for what is damaged; null where nothing is. */
export function damageBox(damage: readonly ShownDamage[], repair: () => Promise<unknown>): HTMLElement | null {
  if (damage.length === 0) return null;
  const texts = differenceTexts().damage;
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

/** Tells of damage on every tab, with the way to what is damaged; hidden while nothing is. */
export function followDamage(banner: HTMLElement, port: Pick<WorkPort, "findings">, hands: PaneActions): void {
  const texts = differenceTexts().damage;
  let known = 0;
  port.findings.on(({ damage }) => {
    const found = texts.found(damage.length);
    if (damage.length > 0 && known === 0) hands.announce(found);
    known = damage.length;
    banner.hidden = damage.length === 0;
    if (damage.length === 0) fill(banner);
    else
      fill(
        banner,
        h("span", {}, found),
        button(texts.show, () => hands.open("work")),
      );
  });
}
