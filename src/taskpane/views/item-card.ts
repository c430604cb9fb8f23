/** One work item: its card, the steps it may take as buttons, and its history, newest first. */
import { html, nothing, type TemplateResult } from "lit-html";
import { fullItemName } from "../../domain/item-name";
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { remarkOf } from "../../domain/event-texts";
import { cardValue, FIELDS, isOnCard, type ItemFieldId, type ItemFieldSpec } from "../../domain/item-fields";
import type { ProgrammeEvent, WorkItem } from "../../domain/model";
import type { Status } from "../../domain/vocabulary";
import type { ItemView, OfferedStep } from "../find-items";
import { button, hint, type Content } from "../templates";
import { statusPill } from "./status-pill";

/** What the card's buttons do. */
export interface ItemActions {
  showOnSheet(): Promise<void>;
  applyStep(status: Status, step: string | null): Promise<void>;
}

/** Fields that the heading and the line below it show. */
const IN_HEADING: ReadonlySet<ItemFieldId> = new Set(["item", "name", "title"]);

/** The item's card. Its heading can take the focus, so that a screen reader starts reading there. */
export function itemCard({ item, next, events }: ItemView, actions: ItemActions): TemplateResult {
  return html`<article class="stack">
    <h2 tabindex="-1">${fullItemName(item)}</h2>
    <p>${item.title}</p>
    <dl class="card facts">
      ${FIELDS.filter((field) => isOnCard(field) && !IN_HEADING.has(field.id)).map((field) => fact(field, item))}
    </dl>
    ${nextSteps(next, actions)}
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

function nextSteps(steps: readonly OfferedStep[], actions: ItemActions): TemplateResult {
  const texts = paneTexts().item;
  const buttons = html`<div class="row">${steps.map((step, position) => stepButton(step, position, actions))}</div>`;
  return html`<section class="stack tight">
    <h3>${texts.next}</h3>
    ${steps.length === 0 ? hint(texts.noNext) : buttons}
  </section>`;
}

function stepButton({ status, step, action, now, earliest }: OfferedStep, position: number, actions: ItemActions) {
  const label = step === null ? action : `${action} (${step})`;
  if (now) return button(label, () => actions.applyStep(status, step));
  const hintId = `step-hint-${String(position)}`;
  return html`<span class="row">
    <button type="button" class="button" disabled aria-describedby=${hintId}>${label}</button>
    <span class="hint" id=${hintId}>${earliest === null ? "" : paneTexts().item.notYet(formatDate(earliest))}</span>
  </span>`;
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
