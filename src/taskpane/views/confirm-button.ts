/** A question that takes the place of the button that asks for something with consequences. */
import { button, fill, h, uniqueId } from "../dom";

export interface Question {
  /** What the button says that asks. */
  start: string;
  /** What will happen, in plain words. */
  confirmation: string;
  confirm: string;
  cancel: string;
}

/** The button; pressed, it gives way to the question, and nothing happens before "yes". */
export function confirmed(question: Question, work: () => unknown, className = "button"): HTMLElement {
  const place = h("div", { className: "confirm" });
  const confirmation = () => {
    const text = h("p", { id: uniqueId("question") }, question.confirmation);
    const confirm = button(
      question.confirm,
      () => {
        close();
        return work();
      },
      { className: "button primary" },
    );
    const cancel = button(question.cancel, close);
    const box = h(
      "div",
      { className: "note stack tight", role: "group", "aria-labelledby": text.id, "data-tone": "careful" },
      text,
      h("div", { className: "row" }, confirm, cancel),
    );
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    fill(place, box);
    // What a careless Enter would do is nothing.
    cancel.focus();
  };
  const start = button(question.start, confirmation, { className });
  const close = () => {
    fill(place, start);
    start.focus();
  };
  fill(place, start);
  return place;
}
