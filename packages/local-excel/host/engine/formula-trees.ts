import { IFunctionService, LexerNode, LexerTreeBuilder } from "@univerjs/engine-formula";

import type { Engine } from "./engine";
import { LambdaCall, callBoundNames } from "./lambda-calls";

/** Functions that bind names. */
const BINDING = /\b(?:LET|LAMBDA)\s*\(/i;

/**
 * Univer keeps the tree of a formula's tokens and binds the names of LET and LAMBDA in that very tree. When it makes the
 * formula's executable tree anew, after a table or a name that it uses was added, the names of the kept tree are still
 * those of the former one and have no value. Such formulas are parsed anew each time.
 */
export function parseBindingsAnew(engine: Engine): void {
  const builder = engine.injector.get(LexerTreeBuilder);
  const build = builder.treeBuilder.bind(builder);
  builder.treeBuilder = (formula, transformSuffix, names) => {
    // This empties the builder's cache and does nothing else.
    const binds = BINDING.test(formula);
    if (binds) builder.dispose();
    const tree = build(formula, transformSuffix, names);
    if (binds && transformSuffix !== false && tree instanceof LexerNode) callBoundNames(tree);
    return tree;
  };
  engine.injector.get(IFunctionService).registerExecutors(new LambdaCall());
}
