import { numfmt } from "@univerjs/presets";
import { areaOf, formatAddress } from "../../host/a1";
import type { LocalExcel } from "../../host/index";
import { byId, make } from "./elements";

/** A property of a data type, as far as a card shows it. */
interface CardProperty {
  readonly type?: string;
  readonly basicValue?: unknown;
  readonly text?: string;
  readonly numberFormat?: string;
}

/**
 * Shows what the selected cell holds beside its text: the card of a data type, or the message of an error, which Excel
 * shows at the cell. Here both stand in the lower corner of the grid, where they hide no neighbouring cell.
 */
export function showCellCards(excel: LocalExcel): void {
  const { engine, changes } = excel.host;
  const card = byId("cell-card");
  let waiting = false;
  let selected: { sheetId: string; row: number; column: number } | null = null;

  const show = (): void => {
    const sheet = selected && engine.sheet(selected.sheetId);
    const content =
      sheet && selected
        ? contentOf(excel, formatAddress(sheet.getName(), areaOf(selected.row, selected.column)))
        : null;
    card.hidden = content === null;
    card.replaceChildren(...(content ?? []));
  };

  changes.subscribe((change) => {
    if (change.kind === "selected") {
      const [area] = change.areas;
      selected = area ? { sheetId: change.sheetId, row: area.startRow, column: area.startColumn } : null;
    } else if (change.kind !== "sheetActivated" && change.kind !== "edited") {
      return;
    }
    if (waiting) return;
    waiting = true;
    // The value of a formula comes after the edit that entered it.
    void excel.settled().then(() => {
      waiting = false;
      show();
    });
  });
}

function contentOf(excel: LocalExcel, a1: string): Node[] | null {
  const rich = excel.richValue(a1);
  if (rich?.["type"] === "Entity") return entityCard(rich);
  const value = excel.value(a1);
  if (typeof value !== "object" || value === null || value.message === "") return null;
  return [make("h3", {}, value.error), make("p", {}, value.message)];
}

function entityCard(entity: Record<string, unknown>): Node[] {
  const properties = (entity["properties"] ?? {}) as Record<string, CardProperty>;
  const rows = Object.entries(properties).flatMap(([label, property]) => [
    make("dt", {}, label),
    make("dd", {}, shownText(property)),
  ]);
  return [make("h3", {}, String(entity["text"] ?? "")), make("dl", {}, ...rows)];
}

function shownText({ type, basicValue, text, numberFormat }: CardProperty): string {
  if (type === "FormattedNumber" && typeof basicValue === "number" && numberFormat !== undefined) {
    return String(numfmt.format(numberFormat, basicValue, { throws: false }));
  }
  return text ?? String(basicValue ?? "");
}
