/** The pane's port onto the real workbook. */
import { activity, check, importDocuments, load } from "../commands/actions";
import { describeError, noteError } from "../commands/errors";
import { programmeIndex } from "../functions/source";
import { ruleContext } from "../functions/rule-context";
import type { ReadDocument } from "../programme/document";
import { findItem, searchItems, type ProgrammeIndex } from "../programme/queries";
import { possibleNext } from "../programme/rules";
import {
  dismiss,
  dismissAll,
  goToMessage,
  guardMessages,
  onGuardMessage,
  override,
  restoreRow,
  takeStep,
} from "../workbook/guard";
import { followSelection, goToItem, type Selected } from "../workbook/navigation";
import { onSettingsChanged, readSettings } from "../workbook/settings";
import { currentIndex, currentProgramme, onProgrammeChanged } from "../workbook/store";
import { diagnosticsPort } from "./diagnostics-port";
import type { FindPort, MessagesPort, PanePort, SettingsPort, WorkPort } from "./ports";
import { applySettings } from "./start-behaviour";

type Announce = (text: string) => void;

async function give(key: string, status: Parameters<typeof takeStep>[1], step: string | null): Promise<void> {
  await takeStep(key, status, { step });
}

/** The item that a selection is about, where the programme knows it. */
function keyOf(selected: Selected, index: ProgrammeIndex): string | null {
  if (selected === null) return null;
  if ("key" in selected) return index.itemWithKey(selected.key)?.key ?? null;
  const found = findItem(index, selected.text);
  return "found" in found ? found.found.key : null;
}

function findPort(): FindPort {
  return {
    find: async (text) => {
      const index = await programmeIndex();
      const source = currentIndex() ? "workbook" : "documents";
      return { source, items: searchItems(index, text), known: index.programme.items.length };
    },
    view: async (key) => {
      const index = await programmeIndex();
      const item = index.itemWithKey(key);
      if (!item) return null;
      return { item, events: index.eventsOf(key), next: currentIndex() ? possibleNext(item, ruleContext(index)) : [] };
    },
    showOnSheet: (key) => goToItem(key),
    takeStep: give,
    onProgrammeChanged: (listener) => onProgrammeChanged(() => listener()),
    onItemSelected: (listener) => {
      const following = followSelection((selected) => {
        const index = currentIndex();
        const key = index && keyOf(selected, index);
        if (key) listener(key);
      });
      following.catch((error: unknown) => noteError("selection", error));
      return () => void following.then((stop) => stop());
    },
  };
}

function workPort(): WorkPort {
  let readable: ReadDocument[] = [];
  return {
    activity,
    load,
    check,
    preview: async (files) => {
      const { previewFiles } = await import(/* webpackChunkName: "documents" */ "./import-preview");
      const { previews, documents } = await previewFiles(files);
      readable = documents;
      return previews;
    },
    importPreviewed: () => importDocuments(readable),
    meetings: () => Promise.resolve(currentProgramme()?.meetings ?? []),
  };
}

function messagesPort(announce: Announce): MessagesPort {
  return {
    messages: guardMessages,
    onMessages: (listener) => onGuardMessage(() => listener(guardMessages())),
    takeStep: give,
    override: async (id, reason) => {
      await override(id, reason);
    },
    restoreRow: async (id) => {
      await restoreRow(id);
    },
    goTo: (id) => goToMessage(id).catch((error: unknown) => announce(describeError(error))),
    dismiss,
    dismissAll,
  };
}

function settingsPort(): SettingsPort {
  return {
    read: readSettings,
    write: applySettings,
    meetings: () => Promise.resolve(currentProgramme()?.meetings ?? []),
    onSettingsChanged: (listener) => onSettingsChanged(() => listener()),
  };
}

/** Everything the pane asks for, from the workbook this page runs in. */
export function panePort(): PanePort {
  const listeners = new Set<Announce>();
  const announce: Announce = (text) => {
    for (const listener of listeners) listener(text);
  };
  return {
    find: findPort(),
    work: workPort(),
    messages: messagesPort(announce),
    settings: settingsPort(),
    diagnostics: diagnosticsPort(),
    onAnnouncement: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
