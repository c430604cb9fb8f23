import { byId, make } from "./elements";

/** Shows a ribbon button's tip, a title and a sentence, below it while the pointer rests on it or it has the focus. */
export function giveTip(button: HTMLElement, title: string, description: string): void {
  const tip = byId("tip");
  const show = (): void => {
    tip.replaceChildren(make("strong", {}, title), description);
    tip.hidden = false;
    const place = button.getBoundingClientRect();
    const left = Math.min(place.left, window.innerWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${place.bottom + 10}px`;
  };
  const hide = (): void => {
    tip.hidden = true;
  };
  button.setAttribute("aria-description", description);
  button.addEventListener("pointerenter", show);
  button.addEventListener("pointerleave", hide);
  button.addEventListener("focus", () => {
    if (button.matches(":focus-visible")) show();
  });
  button.addEventListener("blur", hide);
  button.addEventListener("click", hide);
}
