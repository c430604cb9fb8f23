/** Changes on managed sheets as requests: each only joins the queue. */
import { capabilities } from "../capabilities";
import { onChange } from "../change-events";
import type { Guard } from "./guard";
import { requestOf } from "./edit-requests";

/** Listens to changes for the guard. Returns how to stop. */
export function listenTo(guard: Guard): () => void {
  return onChange({
    changed: (event) => {
      const state = { reportsTrigger: capabilities().triggerSource, busy: guard.queue.running };
      const request = requestOf(event, guard.pendingWrites, state, Date.now());
      if (request) guard.queue.add(request);
    },
    sorted: ({ worksheetId, source }) => {
      guard.queue.add({ kind: "structure", sheet: worksheetId, by: source === "Remote" ? "external" : "user" });
    },
    tables: () => {
      guard.queue.add({ kind: "tables" });
    },
    renamed: (worksheetId, name) => {
      guard.renameSheet(worksheetId, name);
    },
    protection: (worksheetId, isProtected) => {
      guard.noteProtection(worksheetId, isProtected);
    },
  });
}
