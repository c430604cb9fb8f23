/** What views call on the pane. */
import type { View } from "../commands/views";

export interface PaneActions {
  /** Announces to screen readers what is already visible. */
  announce(text: string): void;
  /** Announces a text and shows it until the next click or key press: for what is visible nowhere else. */
  showNotice(text: string): void;
  open(view: View): void;
  /** Opens Find with a text searched for. */
  find(text: string): void;
  /**
   * Shows how many messages there are.
   * @param isNew brings the messages to the front, unless the user has the focus in the pane
   */
  showMessageCount(count: number, isNew: boolean): void;
}
