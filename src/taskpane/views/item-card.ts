/** One work item: its card, the steps it may take as buttons, and its history as a time line. */
import { fullItemName } from "../../domain/item-name";
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { remarkOf } from "../../domain/event-texts";
import { cardValue, FIELDS, isOnCard, type ItemFieldId, type ItemFieldSpec } from "../../domain/item-fields";
import type { ProgrammeEvent, WorkItem } from "../../domain/model";
import type { Status } from "../../domain/vocabulary";
import { button, h, uniqueId } from "../dom";
import type { ItemView, OfferedStep } from "../ports";
import { statusPill } from "./status-pill";

/** What the card's buttons do. */
export interface ItemActions {
  showOnSheet(): Promise<void>;
  applyStep(status: Status, step: string | null): Promise<void>;
}

/** Fields that the heading and the line below it show. */
const IN_HEADING: ReadonlySet<ItemFieldId> = new Set(["item", "name", "title"]);

function shown(field: ItemFieldSpec, item: WorkItem): string | HTMLElement | null {
  if (field.id === "status") return statusPill(item.status);
  const value = cardValue(field, item);
  return field.type === "date" && value !== null ? formatDate(value) : value;
}

function facts(item: WorkItem): HTMLElement {
  const texts = paneTexts().item;
  const list = h("dl", { className: "facts" });
  for (const field of FIELDS.filter((each) => isOnCard(each) && !IN_HEADING.has(each.id))) {
    const value = shown(field, item);
    if (value !== null) list.append(h("dt", {}, texts.fields[field.id]), h("dd", {}, value));
  }
  return list;
}

function stepButton(step: OfferedStep, actions: ItemActions): HTMLElement {
  const texts = paneTexts().item;
  const label = step.step === null ? step.action : `${step.action} (${step.step})`;
  if (step.now) return button(label, () => actions.applyStep(step.status, step.step));
  const hintId = uniqueId("step");
  const hint = step.earliest === null ? "" : texts.notYet(formatDate(step.earliest));
  return h(
    "span",
    { className: "row" },
    h("button", { type: "button", className: "button", disabled: true, "aria-describedby": hintId }, label),
    h("span", { className: "hint", id: hintId }, hint),
  );
}

function nextSteps(steps: readonly OfferedStep[], actions: ItemActions): HTMLElement {
  const texts = paneTexts().item;
  return h(
    "section",
    { className: "stack tight" },
    h("h3", {}, texts.next),
    steps.length === 0
      ? h("p", { className: "hint" }, texts.noNext)
      : h("div", { className: "row" }, ...steps.map((step) => stepButton(step, actions))),
  );
}

function eventEntry(event: ProgrammeEvent): HTMLElement {
  const texts = paneTexts().item;
  const source = event.source;
  const remark = remarkOf(event);
  return h(
    "li",
    {},
    h(
      "div",
      { className: "when" },
      h("time", { dateTime: event.date }, formatDate(event.date)),
      event.meeting === null ? "" : ` · ${event.meeting}`,
    ),
    h("div", {}, h("strong", {}, event.kind), event.to === null ? "" : ` · ${texts.moved(event.from, event.to)}`),
    event.step === null ? null : h("div", { className: "hint" }, event.step),
    source === null ? null : h("div", { className: "hint" }, texts.source(source.document, source.annex)),
    event.who === null ? null : h("div", { className: "hint" }, texts.by(event.who)),
    remark === null ? null : h("p", {}, remark),
  );
}

function history(events: readonly ProgrammeEvent[]): HTMLElement {
  const texts = paneTexts().item;
  const newestFirst = [...events].reverse();
  return h(
    "section",
    { className: "stack" },
    h("h3", {}, texts.history),
    events.length === 0
      ? h("p", { className: "hint" }, texts.noHistory)
      : h("ol", { className: "timeline" }, ...newestFirst.map(eventEntry)),
  );
}

/** The item's card. Its heading can take the focus, so that a screen reader starts reading there. */
export function itemCard(view: ItemView, actions: ItemActions): HTMLElement {
  const { item } = view;
  return h(
    "article",
    { className: "stack" },
    h("h2", { tabIndex: -1 }, fullItemName(item)),
    h("p", {}, item.title),
    h("div", { className: "card stack" }, facts(item)),
    nextSteps(view.next, actions),
    h(
      "div",
      { className: "row" },
      button(paneTexts().find.showOnSheet, () => actions.showOnSheet()),
    ),
    history(view.events),
  );
}
