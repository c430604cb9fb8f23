import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  LambdaValueObjectObject,
  LexerNode,
} from "@univerjs/engine-formula";
import type { BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";

/** The function that calls the value of a bound name with the arguments after it. It is in no formula that anybody sees. */
const CALL_FUNCTION = "LOCAL_EXCEL.CALL";
/** Univer's tokens of a function's argument, and of the arguments that LAMBDA(…)(…) is called with. */
const ARGUMENT = "P_1";
const CALL_ARGUMENTS = "L_1";

/** The names that LET and LAMBDA bind in the formula, by their lower case. */
type BoundNames = Map<string, string>;

/**
 * Makes "f(2)" a call of what LET or LAMBDA has bound to f: Univer knows calls of functions and of LAMBDA itself only.
 * Names are compared without regard to case, as in Excel.
 */
export function callBoundNames(tree: LexerNode): void {
  const names: BoundNames = new Map();
  collect(tree, names);
  if (names.size > 0) rewrite(tree, names);
}

function collect(node: LexerNode, names: BoundNames): void {
  const children = node.getChildren().filter((child) => child instanceof LexerNode);
  const token = node.getToken().trim().toUpperCase();
  const bound =
    token === "LET"
      ? children.slice(0, -1).filter((_child, index) => index % 2 === 0)
      : token === "LAMBDA"
        ? children.slice(0, -1).filter((child) => child.getToken() !== CALL_ARGUMENTS)
        : [];
  for (const argument of bound) {
    const [name] = argument.getChildren();
    if (typeof name === "string" && !names.has(name.trim().toLowerCase()))
      names.set(name.trim().toLowerCase(), name.trim());
  }
  for (const child of children) collect(child, names);
}

function rewrite(node: LexerNode, names: BoundNames): void {
  for (const [index, child] of node.getChildren().entries()) {
    if (typeof child === "string") {
      const bound = names.get(child.trim().toLowerCase());
      if (bound !== undefined) node.getChildren()[index] = bound;
      continue;
    }
    const [, sign = "", name = ""] = /^([-@]?)(.*)$/s.exec(child.getToken().trim()) ?? [];
    const bound = names.get(name.toLowerCase());
    // A node without children is no call but a column, as in A:A.
    if (bound !== undefined && child.getChildren().length > 0) {
      child.setToken(sign + CALL_FUNCTION);
      const called = new LexerNode();
      called.setToken(ARGUMENT);
      called.setParent(child);
      called.addChildren(bound);
      child.addChildrenFirst(called);
    }
    rewrite(child, names);
  }
}

/** Calls its first argument with the others. */
export class LambdaCall extends BaseFunction {
  override minParams = 1;
  override maxParams = 255;

  constructor() {
    super(CALL_FUNCTION);
  }

  override calculate(called: FunctionVariantType, ...given: FunctionVariantType[]): FunctionVariantType {
    if (called.isError()) return called;
    if (!(called instanceof LambdaValueObjectObject)) return ErrorValueObject.create(ErrorType.VALUE);
    // Univer leaves the result of the call at the node of the LAMBDA, where the next call would find it as its value.
    const { _lambdaNode: node } = called as unknown as { _lambdaNode: { setValue(value: BaseValueObject): void } };
    const result = called.execute(...(given as BaseValueObject[])) as FunctionVariantType;
    node.setValue(called);
    return result;
  }
}
