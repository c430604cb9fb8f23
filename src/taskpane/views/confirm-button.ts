/** A question that takes the place of the button that asks for something with consequences. */
import { button, fill, h, uniqueId } from "../dom";

export interface Question {
  /** What the button says that asks. */
  start: string;
  /** What will happen, in plain words. */
  ask: string;
  yes: string;
  no: string;
}

/** The button; pressed, it gives way to the question, and nothing happens before "yes". */
export function confirmed(question: Question, work: () => unknown, className = "button"): HTMLElement {
  const place = h("div", { className: "confirm" });
  const ask = () => {
    const text = h("p", { id: uniqueId("question") }, question.ask);
    const yes = button(
      question.yes,
      () => {
        close();
        return work();
      },
      { className: "button primary" },
    );
    const no = button(question.no, close);
    const box = h(
      "div",
      { className: "note stack tight", role: "group", "aria-labelledby": text.id, "data-tone": "careful" },
      text,
      h("div", { className: "row" }, yes, no),
    );
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    fill(place, box);
    // What a careless Enter would do is nothing.
    no.focus();
  };
  const start = button(question.start, ask, { className });
  const close = () => {
    fill(place, start);
    start.focus();
  };
  fill(place, start);
  return place;
}
