import { createGrid } from "./grid";
import { drawRibbon } from "./ribbon";
import { readRibbon } from "./ribbon-model";
import { byId } from "./elements";
import { TaskPane } from "./task-pane";
import { wireTitleBar } from "./title-bar";
import "./workbench.css";
const univerAPI = createGrid(byId("grid"));
(window as unknown as Record<string, unknown>)["univerAPI"] = univerAPI;
void (async () => {
  const m = await (await fetch("/addin/manifest.xml")).text();
  const pane = new TaskPane("SG17 Work Programme");
  wireTitleBar(univerAPI, () => undefined);
  drawRibbon(readRibbon(m, "en-US"), {
    localUrl: (u) => u.replace("https://localhost:3000/", "/addin/"),
    press: (a) => console.log(a),
  });
  pane.show();
})();
