/** Excel's events, registered once; each handler only puts a request into the queue. */
import { capabilities } from "../capabilities";
import { runExcel } from "../excel-run";
import type { Guard } from "./guard";
import { requestOf } from "./edit-requests";

type Handlers = OfficeExtension.EventHandlerResult<unknown>[];

/** Registers what the guard listens to. Returns how to stop. */
export async function listenTo(guard: Guard): Promise<() => Promise<void>> {
  const { triggerSource } = capabilities();
  const changed = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const request = requestOf(event, guard.ledger, { tells: triggerSource, busy: guard.queue.running }, Date.now());
    if (request) guard.queue.add(request);
    return Promise.resolve();
  };
  const sorted = (event: { worksheetId: string; source: string }): Promise<void> => {
    const by = event.source === "Remote" ? "elsewhere" : "user";
    guard.queue.add({ kind: "structure", sheet: event.worksheetId, by });
    return Promise.resolve();
  };
  const tables = (): Promise<void> => {
    guard.queue.add({ kind: "tables" });
    return Promise.resolve();
  };
  const handlers = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added: Handlers = [
      worksheets.onChanged.add(changed),
      worksheets.onDeleted.add(tables),
      context.workbook.tables.onAdded.add(tables),
      context.workbook.tables.onDeleted.add(tables),
    ];
    if (capabilities().sortEvents) added.push(worksheets.onRowSorted.add(sorted));
    if (capabilities().sheetNameEvents) {
      added.push(
        worksheets.onNameChanged.add((event) => {
          guard.renameSheet(event.worksheetId, event.nameAfter);
          return Promise.resolve();
        }),
      );
    }
    await context.sync();
    return added;
  });
  return async () => {
    const [first] = handlers;
    if (!first) return;
    // A handler is removed in the context it was added with.
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  };
}
