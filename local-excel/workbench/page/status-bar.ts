import { byId } from "./elements";

/** Excel's words for what it is doing. A report that stays below this age is not shown, so that the bar does not flicker. */
const QUIET_MS = 150;

let pending: ReturnType<typeof setTimeout> | undefined;

/** Says in the status bar what the local Excel is doing: "Ready", or the work under way. */
export function showStatus(text: string): void {
  clearTimeout(pending);
  if (text === "Ready") setStatus(text);
  else pending = setTimeout(() => setStatus(text), QUIET_MS);
}

function setStatus(text: string): void {
  byId("status").textContent = text;
}
