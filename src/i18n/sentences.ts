/** Sentences for messages that are data. */
interface AnyMessage {
  readonly code: string;
  readonly values: unknown;
}

/** A sentence for each code of an area. */
export type SentencesOf<Message extends AnyMessage> = {
  [Code in Message["code"]]: (values: Extract<Message, { code: Code }>["values"]) => string;
};

/** Returns the sentence for a message. */
export function sentenceFor<Message extends AnyMessage>(sentences: SentencesOf<Message>, message: Message): string {
  const sentence = sentences[message.code as Message["code"]] as (values: unknown) => string;
  return sentence(message.values);
}
