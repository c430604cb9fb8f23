/** One work item: its card, the steps it may take as buttons, and its history, newest first. */
import { html, nothing, type TemplateResult } from "lit-html";
import { canBeChanged, CHANGING_KINDS, type ChangingKind } from "../../domain/decisions/editions";
import { fullItemName, itemName } from "../../domain/item-name";
import { decisionTexts } from "../../i18n/decisions";
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { remarkOf } from "../../domain/event-texts";
import { cardValue, FIELDS, isOnCard, type ItemFieldId, type ItemFieldSpec } from "../../domain/item-fields";
import type { ProgrammeEvent, WorkItem } from "../../domain/model";
import type { Status } from "../../domain/vocabulary";
import { join } from "../../excel/edit-guard";
import type { FilledFields, ItemView, OfferedStep } from "../find-items";
import { button, field, hint, valueOf, type Content } from "../templates";
import { ConfirmButton } from "./confirm-button";
import { statusPill } from "./status-pill";

/** What the card's buttons do. */
export interface ItemActions {
  showOnSheet(): Promise<void>;
  applyStep(step: OfferedStep, filled: FilledFields): Promise<void>;
  /** Waits for an action, and shows its error. */
  attempt(action: () => Promise<void>): Promise<void>;
  startNewText(kind: ChangingKind): Promise<void>;
}

/** Fields that the heading and the line below it show. */
const IN_HEADING: ReadonlySet<ItemFieldId> = new Set(["item", "name", "title"]);

/** The item's card. Its heading can take the focus, so that a screen reader starts reading there. */
export function itemCard({ item, next, events, twins }: ItemView, actions: ItemActions): TemplateResult {
  return html`<article class="stack">
    <h2 tabindex="-1">${fullItemName(item)}</h2>
    <p>${item.title}</p>
    <dl class="card facts">
      ${FIELDS.filter((field) => isOnCard(field) && !IN_HEADING.has(field.id)).map((field) => fact(field, item))}
    </dl>
    ${twins.map((twin) => sameText(item, twin, actions))} ${nextSteps(item, next, actions)}
    ${canBeChanged(item) ? newTexts(actions) : nothing}
    <div class="row">${button(paneTexts().find.showOnSheet, () => actions.showOnSheet())}</div>
    ${history(events)}
  </article>`;
}

function fact(field: ItemFieldSpec, item: WorkItem): Content {
  const value = fieldContent(field, item);
  if (value === null) return nothing;
  return html`<dt>${paneTexts().item.fields[field.id]}</dt>
    <dd>${value}</dd>`;
}

function fieldContent(field: ItemFieldSpec, item: WorkItem): Content | null {
  if (field.id === "status") return statusPill(item.status);
  const value = cardValue(field, item);
  return field.type === "date" && value !== null ? formatDate(value) : value;
}

/** A button that joins another item with the same title, which may be the same text under another name. */
function sameText(item: WorkItem, twin: WorkItem, actions: ItemActions): TemplateResult {
  const texts = decisionTexts().pane;
  return html`<section class="note stack tight" data-tone="careful">
    <p>${texts.sameTitle(itemName(twin))}</p>
    <div class="row">${button(texts.join, () => actions.attempt(() => join(item.key, twin.key)))}</div>
  </section>`;
}

/** Statuses that are decided rarely: their buttons are folded, with the steps inside a status. */
const RARE: ReadonlySet<Status> = new Set<Status>(["Under study", "Deferred to WTSA", "Discontinued"]);

/** The steps as buttons, the most likely decision first, with the number and the text that are entered with it. */
function nextSteps(item: WorkItem, steps: readonly OfferedStep[], actions: ItemActions): TemplateResult {
  const texts = paneTexts().item;
  if (steps.length === 0)
    return html`<section class="stack tight">
      <h3>${texts.next}</h3>
      ${hint(texts.noNext)}
    </section>`;
  const filled: FilledFields = { item: "", text: "" };
  const isRare = ({ status, step, now }: OfferedStep): boolean => !now || step !== null || RARE.has(status);
  const [likely, rare] = [steps.filter((step) => !isRare(step)), steps.filter(isRare)];
  const buttons = (shown: readonly OfferedStep[], isFirst: boolean): TemplateResult =>
    html`<div class="row">
      ${shown.map((step, at) => stepButton(item, step, { apply: () => actions.applyStep(step, filled), isPrimary: isFirst && at === 0 }))}
    </div>`;
  const folded = html`<details>
    <summary>${decisionTexts().pane.otherSteps}</summary>
    ${buttons(rare, false)}
  </details>`;
  return html`<section class="stack tight">
    <h3>${texts.next}</h3>
    ${likely.length === 0 ? nothing : html`${filledFields(item, filled)} ${buttons(likely, true)}`}
    ${rare.length === 0 ? nothing : folded}
  </section>`;
}

/** The fields that are entered with a step. */
function filledFields(item: WorkItem, filled: FilledFields): TemplateResult {
  const put = (id: keyof FilledFields) => (event: Event) => {
    filled[id] = valueOf(event).trim();
  };
  const input = (id: keyof FilledFields, shown: string | null) =>
    html`<input id="step-${id}" class="input" placeholder=${shown ?? ""} @input=${put(id)} />`;
  const number = field("step-item", decisionTexts().pane.fields.number, input("item", item.number));
  return html`<div class="row fields">
    ${number} ${field("step-text", paneTexts().item.fields.text, input("text", item.text))}
  </div>`;
}

/** A button for a step that is possible now; what deletes a text asks first. */
function stepButton(
  item: WorkItem,
  { status, step, action, now, earliest }: OfferedStep,
  { apply, isPrimary }: { apply: () => Promise<void>; isPrimary: boolean },
): Content {
  const label = step === null ? action : `${action} (${step})`;
  const isInForce = item.status === "Approved" || item.status === "Agreed";
  if (now && isInForce) {
    const { confirmDeletion, cancel } = decisionTexts().pane;
    const texts = { start: label, confirmation: confirmDeletion(itemName(item), label), confirm: label, cancel };
    return new ConfirmButton(apply).show(texts).element;
  }
  if (now) return button(label, apply, isPrimary ? { kind: "primary" } : {});
  const hintId = `step-hint-${status}-${step ?? ""}`.replaceAll(" ", "-");
  return html`<span class="row">
    <button type="button" class="button" disabled aria-describedby=${hintId}>${label}</button>
    <span class="hint" id=${hintId}>${earliest === null ? "" : paneTexts().item.notYet(formatDate(earliest))}</span>
  </span>`;
}

/** Buttons that enter a revision, an amendment or a corrigendum as a new work item. */
function newTexts(actions: ItemActions): TemplateResult {
  const texts = decisionTexts().pane;
  return html`<details>
    <summary>${texts.newText}</summary>
    <div class="row">
      ${CHANGING_KINDS.map((kind) => button(texts.newTexts[kind], () => actions.startNewText(kind)))}
    </div>
  </details>`;
}

function history(events: readonly ProgrammeEvent[]): TemplateResult {
  const texts = paneTexts().item;
  const newestFirst = [...events].reverse();
  const timeline = html`<ol class="timeline">
    ${newestFirst.map(eventEntry)}
  </ol>`;
  return html`<section class="stack">
    <h3>${texts.history}</h3>
    ${events.length === 0 ? hint(texts.noHistory) : timeline}
  </section>`;
}

function eventEntry(event: ProgrammeEvent): TemplateResult {
  const texts = paneTexts().item;
  const { date, meeting, kind, from, to, step, source, who } = event;
  const remark = remarkOf(event);
  const line = (text: string): TemplateResult => html`<div class="hint">${text}</div>`;
  return html`<li>
    <div class="when">
      <time datetime=${date}>${formatDate(date)}</time>${meeting === null ? nothing : ` · ${meeting}`}
    </div>
    <div><strong>${paneTexts().event(kind)}</strong>${to === null ? nothing : ` · ${texts.moved(from, to)}`}</div>
    ${step === null ? nothing : line(step)}
    ${source === null ? nothing : line(texts.source(source.document, source.annex))}
    ${who === null ? nothing : line(texts.by(who))} ${remark === null ? nothing : html`<p>${remark}</p>`}
  </li>`;
}
