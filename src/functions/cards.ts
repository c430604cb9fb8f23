/** An item as a card of Excel's data types, and as one line where Excel has no cards. */
import { cardLabel, cardValue, FIELDS, isOnCard } from "../domain/item-fields";
import type { WorkItem } from "../domain/model";
import { toSerial } from "./excel-dates";

const NO_CARDS_FALLBACK = "#VALUE!";

/** "X.1817", the provisional name while there is no number. */
export function designation(item: WorkItem): string {
  return item.number ?? item.name ?? item.key;
}

/** What the card shows, in its order: label and value; null is left out. */
function fields(item: WorkItem): [string, string | null][] {
  return FIELDS.filter(isOnCard).map((field) => [
    cardLabel(field),
    field.id === "item" ? designation(item) : cardValue(field, item),
  ]);
}

function property(label: string, value: string): Excel.EntityPropertyType {
  const serial = label === "Since" ? toSerial(value) : null;
  return serial === null
    ? { type: "String", basicValue: value }
    : { type: "FormattedNumber", basicValue: serial, numberFormat: "yyyy-mm-dd" };
}

/** The card of an item; a formula reads its fields as =A1.Status. */
export function itemCard(item: WorkItem): Excel.EntityCellValue {
  const shown = fields(item).filter((field): field is [string, string] => field[1] !== null);
  const labels = shown.map(([label]) => label);
  return {
    type: "Entity",
    text: designation(item),
    basicType: "Error",
    basicValue: NO_CARDS_FALLBACK,
    properties: Object.fromEntries(shown.map(([label, value]) => [label, property(label, value)])),
    layouts: {
      compact: { icon: "document" },
      card: {
        title: { property: "Item" },
        subTitle: { property: "Title" },
        sections: [
          {
            layout: "List",
            properties: labels.filter((label) => label !== "Item" && label !== "Title"),
          },
        ],
      },
    },
  };
}

/** "X.1817 (X.5Gsec-message): Title. Approved since 2023-09-08, TAP, Question 2/17." */
export function itemLine(item: WorkItem): string {
  const name =
    item.name !== null && item.name !== item.number ? `${designation(item)} (${item.name})` : designation(item);
  const status = item.since === null ? item.status : `${item.status} since ${item.since}`;
  const question = item.question === null ? null : `Question ${item.question}`;
  return `${name}: ${item.title}. ${[status, item.step, item.process, question].filter(Boolean).join(", ")}.`;
}
