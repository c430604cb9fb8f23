/** Messages as data: a code with its values. `i18n` makes the sentence, in the language of whoever reads it. */

/** What a message may name. A nested message becomes a part of the sentence. */
export type MessageValue = string | number | readonly string[] | MessageData;

export type MessageValues = Readonly<Record<string, MessageValue>>;

/** A code with the values that its sentence names. */
export interface MessageData<Code extends string = string> {
  readonly code: Code;
  readonly values: MessageValues;
}

/** One of the messages of an area, given the values of each code: `{ code: "deleted"; values: { item: string } }`. */
export type MessageOf<Area> = {
  [Code in keyof Area]: { readonly code: Code; readonly values: Area[Code] };
}[keyof Area];
