/** Messages leave the list when their cause is gone. */
import { emptyDetails, type MessageDraft } from "../../../src/domain/edit-review/edit-plan";
import { MessageList } from "../../../src/excel/edit-guard/message-list";

const draft = (outcome: MessageDraft["outcome"], column: string, ...keys: string[]): MessageDraft => ({
  outcome,
  cause: `${outcome} ${column} ${keys.join()}`,
  item: keys[0] ?? "",
  key: keys[0] ?? null,
  at: null,
  tried: [{ column, from: "Consented", to: "Agreed" }],
  text: { code: "nameless", values: {} },
  ...emptyDetails(),
  items: keys,
  keys,
  count: keys.length,
});

test("a message about a reverted value leaves when another value of the column is accepted for all its items", () => {
  const list = new MessageList();
  list.add(
    [
      draft("reverted", "Status", "x.1"),
      draft("reverted", "Timing", "x.1"),
      draft("refused", "Status", "x.1", "x.2"),
      draft("marked", "Status", "x.1"),
    ],
    () => ({ sheet: "", address: "" }),
  );
  const left = () => list.all().map(({ outcome, tried }) => `${outcome} ${tried.split(":")[0] ?? ""}`);
  list.replaced(new Map([["x.1", new Set(["Status", "Since"])]]));
  expect(left()).toEqual(["marked Status", "refused Status", "reverted Timing"]);
  list.replaced(
    new Map([
      ["x.1", new Set(["Status"])],
      ["x.2", new Set(["Status"])],
    ]),
  );
  expect(left()).toEqual(["marked Status", "reverted Timing"]);
});
