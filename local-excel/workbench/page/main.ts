import { createGrid } from "./grid";
import "./workbench.css";
const grid = document.getElementById("grid");
if (grid) (window as unknown as Record<string, unknown>)["univerAPI"] = createGrid(grid);
