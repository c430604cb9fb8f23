/** An item as a card of Excel's data types, and as one line where Excel has no cards. */
import { isoToSerial } from "../domain/designations/serial-dates";
import { fullItemName, itemName } from "../domain/item-name";
import { cardLabel, cardValue, FIELDS, isOnCard, type ItemFieldSpec } from "../domain/item-fields";
import type { WorkItem } from "../domain/model";

const NO_CARDS_FALLBACK = "#VALUE!";

/** What the card shows, in its order: field and value; an empty field is left out. */
function shownFields(item: WorkItem): [ItemFieldSpec, string][] {
  return FIELDS.filter(isOnCard).flatMap((field): [ItemFieldSpec, string][] => {
    const value = field.id === "item" ? itemName(item) : cardValue(field, item);
    return value === null ? [] : [[field, value]];
  });
}

function property(field: ItemFieldSpec, value: string, dateFormat: string): Excel.EntityPropertyType {
  const serial = field.type === "date" ? isoToSerial(value) : null;
  return serial === null
    ? { type: "String", basicValue: value }
    : { type: "FormattedNumber", basicValue: serial, numberFormat: dateFormat };
}

/** The card of an item; a formula reads its fields as =A1.Status. */
export function entityCard(item: WorkItem, dateFormat: string): Excel.EntityCellValue {
  const shown = shownFields(item);
  const labels = shown.map(([field]) => cardLabel(field));
  return {
    type: "Entity",
    text: itemName(item),
    basicType: "Error",
    basicValue: NO_CARDS_FALLBACK,
    properties: Object.fromEntries(
      shown.map(([field, value]) => [cardLabel(field), property(field, value, dateFormat)]),
    ),
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
  const name = fullItemName(item);
  const status = item.since === null ? item.status : `${item.status} since ${item.since}`;
  const question = item.question === null ? null : `Question ${item.question}`;
  return `${name}: ${item.title}. ${[status, item.step, item.process, question].filter(Boolean).join(", ")}.`;
}
