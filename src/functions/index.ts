/** The functions' entry: gives Excel the code behind every function declared in the catalogue. */
import { FUNCTIONS } from "./catalogue";
import { lazyFunction } from "./lazy-function";

for (const entry of FUNCTIONS) CustomFunctions.associate(entry.id, lazyFunction(entry));
