/** What views call on the pane. */
import type { View } from "../commands/views";
import type { Content } from "./templates";

export interface PaneActions {
  /** Announces to screen readers what is already visible. */
  announce(text: string): void;
  /**
   * Announces a text and shows it on every tab until the next click or key press: for what is visible nowhere else.
   * @param undo the button that undoes what the text reports
   * @returns how to hide it before
   */
  showNotice(text: string, undo?: Content): () => void;
  open(view: View): void;
  /** Opens Find with a text searched for. */
  find(text: string): void;
  /**
   * Shows how many messages there are.
   * @param isNew brings the messages to the front, unless the user has the focus in the pane
   */
  showMessageCount(count: number, isNew: boolean): void;
}
