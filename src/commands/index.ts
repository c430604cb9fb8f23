/**
 * The ribbon's entry. Commands are associated at the top level, so that the first click after Excel starts finds them. Each reports its
 * completion also after an error, since Excel otherwise runs no further command.
 */
import { noteError } from "./errors";
import { openView } from "./views";

/** Loaded after the pane's first screen, or with the first click. */
const actions = () => import(/* webpackChunkName: "workbook" */ "./actions");

/**
 * What each FunctionName of the manifest does. No name may be one of the browser's global functions: office.js looks there before it looks
 * among the associated commands, so "find" would call window.find.
 */
export const COMMANDS: Record<string, () => Promise<unknown>> = {
  load: async () => (await actions()).load(),
  generate: async () => (await actions()).generate(),
  check: async () => (await actions()).check(),
  decisions: async () => (await actions()).prepareDecisions(),
  whatChanged: async () => (await actions()).whatChanged(),
  refreshFormulas: async () => (await actions()).refreshFormulas(),
  showFind: () => openView("find"),
  showHelp: () => openView("help"),
};

for (const [name, action] of Object.entries(COMMANDS)) {
  Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
    try {
      await action();
    } catch (error) {
      noteError(`command ${name}`, error);
    } finally {
      event.completed();
    }
  });
}
