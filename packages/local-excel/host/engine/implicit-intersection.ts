import { ErrorType, ErrorValueObject, LexerNode, PrefixNodeFactory } from "@univerjs/engine-formula";
import type { ArrayValueObject, FunctionVariantType } from "@univerjs/engine-formula";

import type { Engine } from "./engine";

interface PrefixNode {
  _handlerAT(value: FunctionVariantType): FunctionVariantType;
}

let patched = false;

/** Makes "@" take the first value of what a function answers, and a single cell as it is; Univer gives #VALUE! for both. */
export function takeFirstValues({ injector }: Engine): void {
  if (patched) return;
  patched = true;
  const lexerNode = new LexerNode();
  lexerNode.setToken("@");
  const node = injector.get(PrefixNodeFactory).checkAndCreateNodeType(lexerNode);
  const prototype = Object.getPrototypeOf(node) as PrefixNode;
  const ofRange = Reflect.get(prototype, "_handlerAT");
  prototype._handlerAT = function (value) {
    if (value.isReferenceObject()) return "isCell" in value && value.isCell() ? value : ofRange.call(this, value);
    if (!value.isArray()) return value;
    return (value as ArrayValueObject).get(0, 0) ?? ErrorValueObject.create(ErrorType.VALUE);
  };
}
